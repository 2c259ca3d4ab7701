import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  Card,
  Disclosure,
  FailureNotice,
  Loaded,
  Notice,
  Quiet,
  Row,
  Stack,
} from '../../ui/index.ts';
import { Signing } from '../../signing/Signing.tsx';
import { AgreeEnding } from './AgreeEnding.tsx';
import { LeavingRecord } from './LeavingRecord.tsx';

type Found = Output<'leaving.get'>;

/** How a pair ends or ended, on its page. Folded while it goes on: nobody is asked whether they stay. */
export function PairEnding({ space }: { space: string }) {
  const { t } = useText();
  const found = useCall('leaving.get', { space });
  return (
    <Loaded call={found}>
      {(ending) => {
        const name = ending.names[ending.me === 'supervisee' ? 'supervisor' : 'supervisee'];
        return (
          <>
            {ending.earlier === null ? null : (
              <Notice>{t(`leaving.earlier.${ending.earlier}`, { name })}</Notice>
            )}
            {ending.how === null ? (
              <Disclosure
                // Opens by itself when somebody begins an ending.
                key={ending.leaving?.leaving ?? 'none'}
                title={t('leaving.title')}
                startsOpen={ending.leaving !== null}
              >
                {ending.leaving === null ? (
                  <BeginEnding space={space} name={name} />
                ) : (
                  <AgreeEnding
                    key={ending.leaving.leaving}
                    leaving={ending.leaving}
                    me={ending.me}
                    names={ending.names}
                  />
                )}
              </Disclosure>
            ) : (
              <Ended ending={ending} name={name} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function BeginEnding({ space, name }: { space: string; name: string }) {
  const { t } = useText();
  const [isLeaving, setLeaving] = useState(false);
  const begin = useAction((handsOver: boolean) => call('leaving.begin', { space, handsOver }));
  const leave = useAction(async () => {
    await call('leaving.leave', { space });
    setLeaving(false);
  });
  return (
    <Stack>
      <Quiet>{t('leaving.how')}</Quiet>
      <Row>
        <Button onPress={() => void begin.run(false)} isBusy={begin.busy}>
          {t('leaving.begin')}
        </Button>
        <Button onPress={() => void begin.run(true)} isBusy={begin.busy}>
          {t('leaving.begin.handOver')}
        </Button>
        <Button kind="plain" onPress={() => setLeaving(true)}>
          {t('leaving.alone')}
        </Button>
      </Row>
      <FailureNotice error={begin.error ?? leave.error} />
      {isLeaving ? (
        <AlertDialog
          title={t('leaving.alone.title')}
          confirmLabel={t('leaving.alone.confirm')}
          isBusy={leave.busy}
          onCancel={() => setLeaving(false)}
          onConfirm={() => void leave.run()}
        >
          <p>{t('leaving.alone.body', { name })}</p>
        </AlertDialog>
      ) : null}
    </Stack>
  );
}

function Ended({ ending, name }: { ending: Found; name: string }) {
  const { t, formatDate } = useText();
  const { how, endedAt, leaving, me, names } = ending;
  if (how === null) return null;
  return (
    <Card title={t('leaving.ended.title')}>
      <Stack>
        <p>{t(`leaving.${how}`, { name, day: endedAt === null ? '' : formatDate(endedAt) })}</p>
        {how === 'agreed' && leaving !== null ? (
          <>
            {leaving.handsOver ? <Quiet>{t('leaving.files')}</Quiet> : null}
            <Signing
              about={{ root: leaving.leaving, me, names, signing: leaving.signing, Record: LeavingRecord }}
            />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

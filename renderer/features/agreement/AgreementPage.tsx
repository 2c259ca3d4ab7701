import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, EmptyState, FailureNotice, GoLink, Loaded, Notice, Page, Row } from '../../ui/index.ts';
import { Agreement } from './Agreement.tsx';

type Versions = Output<'agreements.list'>['versions'];

/** How the two of a pair work together: the version that is open or, when all are signed, the newest. */
export function AgreementPage({ id }: { id: string }) {
  const { t } = useText();
  const list = useCall('agreements.list', { space: id });
  const pair = useCall('pairs.get', { space: id });
  const name = pair.value?.other.name ?? '';
  return (
    <Loaded call={list}>
      {({ names, versions }) => (
        <Page
          wide
          title={t('agreement.title', names)}
          above={
            <GoLink to="pair" with={{ id }}>
              {t('agreement.back', { name })}
            </GoLink>
          }
        >
          {versions.length === 0 ? <Begin space={id} /> : <Chosen space={id} versions={versions} />}
        </Page>
      )}
    </Loaded>
  );
}

function Begin({ space }: { space: string }) {
  const { t } = useText();
  const begin = useAction(() => call('agreements.begin', { space }));
  return (
    <EmptyState
      action={
        <Row>
          <Button kind="primary" onPress={() => void begin.run()} isBusy={begin.busy}>
            {t('agreement.none.begin')}
          </Button>
        </Row>
      }
    >
      <p>{t('agreement.none.text')}</p>
      <FailureNotice error={begin.error} />
    </EmptyState>
  );
}

function Chosen({ space, versions }: { space: string; versions: Versions }) {
  const { t } = useText();
  const [asideOpen, setAsideOpen] = useState<string | null>(null);
  const current = versions.find((one) => !one.aside) ?? versions[0];
  const aside = versions.find((one) => one.aside);
  const shown = versions.find((one) => one.agreement === asideOpen) ?? current;
  if (shown === undefined) return null;
  return (
    <>
      {aside === undefined ? null : (
        <Notice
          action={
            <Button onPress={() => setAsideOpen(asideOpen === null ? aside.agreement : null)}>
              {t(asideOpen === null ? 'agreement.aside.open' : 'agreement.aside.back')}
            </Button>
          }
        >
          {t('agreement.aside.text')}
        </Notice>
      )}
      <Agreement
        key={shown.agreement}
        space={space}
        version={shown}
        hasOthers={versions.length > 1}
        isCurrent={shown === current}
      />
    </>
  );
}

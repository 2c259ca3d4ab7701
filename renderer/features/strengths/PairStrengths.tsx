import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { ShownStrength, StrengthDraft } from '../../../shared/contract/strengths.ts';
import type { Role } from '../../../shared/model/member.ts';
import { type StrengthKind, strengthKinds } from '../../../shared/model/strength.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Loaded, Quiet, Row, Stack, Voice, VoicePair } from '../../ui/index.ts';
import { ShownOne } from './ShownOne.tsx';
import { StrengthEditor } from './StrengthEditor.tsx';

type List = Output<'strengths.list'>;

/** What the two of a pair saw in each other, thanks, and what went well. Nothing is asked for, counted or answered. */
export function PairStrengths({ space }: { space: string }) {
  const { t } = useText();
  const list = useCall('strengths.list', { space });
  const pair = useCall('pairs.get', { space });
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={t('strengths.pair.title')}>
      <Quiet>{t('strengths.pair.lead')}</Quiet>
      <Loaded call={list}>
        {(value) => (
          <Stack>
            <Shown list={value} space={space} open={open} onOpen={setOpen} />
            <Begun list={value} space={space} open={open} onOpen={setOpen} />
          </Stack>
        )}
      </Loaded>
      {open === null && pair.value?.endedAt === null ? <Begin space={space} onOpen={setOpen} /> : null}
    </Card>
  );
}

type Parts = {
  readonly list: List;
  readonly space: string;
  readonly open: string | null;
  readonly onOpen: (item: string | null) => void;
};

/** Side by side where both have some: the supervisee's left, or above. */
function Shown({ list, space, open, onOpen }: Parts) {
  const { t } = useText();
  if (list.shown.length === 0) return <p>{t('strengths.pair.none')}</p>;
  const of = (role: Role) => list.shown.filter((one) => one.role === role);
  const column = (shown: readonly ShownStrength[]) => (
    <Stack>
      {shown.map((one) => (
        <ShownOne
          key={one.item}
          one={one}
          space={space}
          draft={list.mine.find((draft) => draft.item === one.item)}
          isOpen={one.item === open}
          onOpen={() => onOpen(one.item)}
        />
      ))}
    </Stack>
  );
  const [supervisee, supervisor] = [of('supervisee'), of('supervisor')];
  if (supervisee.length > 0 && supervisor.length > 0) {
    return (
      <VoicePair
        supervisee={{ name: list.names.supervisee, children: column(supervisee) }}
        supervisor={{ name: list.names.supervisor, children: column(supervisor) }}
      />
    );
  }
  const role = supervisee.length > 0 ? 'supervisee' : 'supervisor';
  return (
    <Voice whose={role} name={list.names[role]}>
      {column(of(role))}
    </Voice>
  );
}

/** Words of mine that the other has not seen. */
function Begun({ list, space, open, onOpen }: Parts) {
  const { t } = useText();
  const name = list.names[list.me === 'supervisee' ? 'supervisor' : 'supervisee'];
  return (
    <>
      {list.mine.map((draft) =>
        draft.item === open ? (
          <StrengthEditor
            key={draft.item}
            draft={draft}
            space={space}
            me={{ role: list.me, name: list.names[list.me] }}
            otherName={name}
            onClose={() => onOpen(null)}
          />
        ) : draft.shown ? null : (
          <Row key={draft.item}>
            <Button kind="plain" onPress={() => onOpen(draft.item)}>
              {t('strengths.begun', { what: firstWords(draft) || t(`strengths.begin.${draft.what}`) })}
            </Button>
            <Quiet small>{t('sessions.onlyYou')}</Quiet>
          </Row>
        ),
      )}
    </>
  );
}

function Begin({ space, onOpen }: { space: string; onOpen: (item: string) => void }) {
  const { t } = useText();
  const begin = useAction(async (what: StrengthKind) => {
    const { item } = await call('strengths.save', { space, item: null, what, text: '', effect: '' });
    onOpen(item);
  });
  return (
    <>
      <Row>
        {strengthKinds.map((what) => (
          <Button key={what} onPress={() => void begin.run(what)} isBusy={begin.busy}>
            {t(`strengths.begin.${what}`)}
          </Button>
        ))}
      </Row>
      <FailureNotice error={begin.error} />
    </>
  );
}

function firstWords({ text }: Pick<StrengthDraft, 'text'>): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}

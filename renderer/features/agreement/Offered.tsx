import type { AgreementView } from '../../../shared/model/agreementView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  VoicePair,
  Words,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { type DraftOf, draftsOfKind, useAgreement } from './agreementContext.ts';
import { ShowBar } from './ShowBar.tsx';

/** Lines about power and withdrawing that somebody chose to offer, and mine before I show them. Not there while nobody has. */
export function Offered() {
  const { t } = useText();
  const { page, isSigned } = useAgreement();
  const drafts = draftsOfKind(page, 'agreementLine');
  if (drafts.length === 0 && !hasOffered(page.view)) return null;
  return (
    <Card title={t('agreement.offered.title')}>
      <Stack>
        <OfferedRead view={page.view} names={page.names} />
        {isSigned
          ? null
          : (['power', 'withdrawing'] as const).map((part) => {
              const mine = page.view.said[part][page.me];
              const isWriting = drafts.some((draft) => draft.body.part === part);
              return mine === null || isWriting ? null : <TakeBack key={part} item={mine.item} part={part} />;
            })}
        {drafts.map((draft) => (
          <WriteLine key={draft.item} draft={draft} />
        ))}
      </Stack>
    </Card>
  );
}

export function hasOffered(view: AgreementView): boolean {
  return view.lines.some((line) => line.supervisee !== null || line.supervisor !== null);
}

export function OfferedRead(props: {
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
}) {
  const { t } = useText();
  const { view, names } = props;
  return view.lines
    .filter((line) => line.supervisee !== null || line.supervisor !== null)
    .map(({ part, supervisee, supervisor }) => (
      <Stack key={part} gap="close">
        <h3>{t(`agreement.private.${part}`)}</h3>
        <VoicePair
          supervisee={{ name: names.supervisee, children: <Line text={supervisee} /> }}
          supervisor={{ name: names.supervisor, children: <Line text={supervisor} /> }}
        />
      </Stack>
    ));
}

function Line({ text }: { text: string | null }) {
  const { t } = useText();
  return text === null ? <Quiet>{t('agreement.nothing')}</Quiet> : <Words>{text}</Words>;
}

function TakeBack({ item, part }: { item: string; part: 'power' | 'withdrawing' }) {
  const { t } = useText();
  const takeBack = useAction(() => call('agreements.takeBack', { item }));
  return (
    <Row>
      <Button
        kind="plain"
        onPress={() => void takeBack.run()}
        isBusy={takeBack.busy}
        label={`${t('agreement.takeBack')}: ${t(`agreement.private.${part}`)}`}
      >
        {t('agreement.takeBack')}
      </Button>
      <FailureNotice error={takeBack.error} />
    </Row>
  );
}

function WriteLine({ draft }: { draft: DraftOf<'agreementLine'> }) {
  const { t } = useText();
  const { page } = useAgreement();
  const { agreement } = page;
  const { part } = draft.body;
  const { value, change, autosave } = useDraft<'agreements.saveLine', { text: string }>({
    key: `agreement:line:${agreement}:${part}`,
    method: 'agreements.saveLine',
    initial: { text: draft.body.text },
    toInput: ({ text }) => ({ agreement, part, text }),
  });
  return (
    <Stack gap="close">
      <TextArea
        label={t('agreement.offered.mine', { part: t(`agreement.private.${part}`) })}
        wide
        writing
        value={value.text}
        onChange={(text) => change({ text })}
        maxLength={5_000}
      />
      <ShowBar draft={draft} autosave={autosave} onClose={null} />
    </Stack>
  );
}

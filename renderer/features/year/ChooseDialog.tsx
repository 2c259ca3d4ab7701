import { useEffect, useState } from 'react';
import { type SourcePlace, sourcePlaces } from '../../../shared/contract/evidence.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, Dialog, FailureNotice, Quiet, Stack, Words } from '../../ui/index.ts';
import styles from './Year.module.css';

type Group = Output<'evidence.sources'>['groups'][number];
type Line = Group['lines'][number];

/** Pages, sessions, strengths or the learning log with their lines, newest first; each line can be chosen where it stands. */
export function ChooseDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const [from, setFrom] = useState<SourcePlace>('pages');
  return (
    <Dialog
      title={t('evidence.choose')}
      onClose={props.onClose}
      size="wide"
      keepsButtons
      buttons={<Button onPress={props.onClose}>{t('common.done')}</Button>}
    >
      <Quiet>{t('evidence.choose.copy')}</Quiet>
      <Choices
        label={t('evidence.choose.from')}
        value={from}
        onChange={setFrom}
        options={sourcePlaces.map((value) => ({ value, label: t(`evidence.choose.${value}`) }))}
      />
      <Sources key={from} from={from} />
    </Dialog>
  );
}

function Sources({ from }: { from: SourcePlace }) {
  const { t } = useText();
  const [groups, setGroups] = useState<readonly Group[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const load = useAction(async (after: string | null) => {
    const part = await call('evidence.sources', { from, after });
    setGroups((before) => [...(after === null ? [] : (before ?? [])), ...part.groups]);
    setNext(part.next);
  });
  const { run } = load;
  useEffect(() => void run(null), [run]);
  const filled = groups?.filter((group) => group.lines.length > 0) ?? null;
  return (
    <Stack gap="loose">
      {filled?.length === 0 && next === null ? <Quiet>{t('evidence.choose.none')}</Quiet> : null}
      {filled?.map((group) => <SourceGroup key={group.key} from={from} group={group} />) ?? null}
      <FailureNotice error={load.error} onRetry={() => void run(next)} />
      {next === null ? null : (
        <div>
          <Button onPress={() => void run(next)} isBusy={load.busy}>
            {t('evidence.choose.earlier')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function SourceGroup(props: { from: SourcePlace; group: Group }) {
  const { t, formatDate } = useText();
  const { date, title, lines } = props.group;
  const shown = formatDate(date);
  const heading =
    props.from === 'sessions' || props.from === 'strengths'
      ? t('evidence.choose.session', { date: shown, name: title })
      : title === ''
        ? shown
        : t('evidence.choose.page', { date: shown, title });
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      <ul className={styles.sources}>
        {lines.map((line) => (
          <SourceLine key={`${line.source}:${line.text}`} line={line} />
        ))}
      </ul>
    </section>
  );
}

function SourceLine({ line }: { line: Line }) {
  const { t } = useText();
  const [isChosen, setChosen] = useState(line.chosen);
  const choose = useAction(async () => {
    await call('evidence.choose', { source: line.source, text: line.text });
    setChosen(true);
  });
  return (
    <li className={styles.source}>
      <div>
        <Words>{line.text}</Words>
        {line.mine ? null : <Quiet small>{line.authorName}</Quiet>}
        <FailureNotice error={choose.error} />
      </div>
      <Button
        onPress={() => void choose.run()}
        isBusy={choose.busy}
        isDisabled={isChosen}
        label={
          isChosen ? t('evidence.choose.again') : t('evidence.choose.line', { text: line.text.slice(0, 80) })
        }
      >
        {isChosen ? t('evidence.choose.again') : t('common.choose')}
      </Button>
    </li>
  );
}

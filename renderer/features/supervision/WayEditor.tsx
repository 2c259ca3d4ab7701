import { useState } from 'react';
import type { WayDraft } from '../../../shared/contract/ways.ts';
import { call, useAction } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Dialog,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import styles from './Session.module.css';

/** A way in being made: a name, and a question a line. Saved as it is typed; the other sees it once it is shown. */
export function WayEditor(props: { draft: WayDraft; space: string; otherName: string; onClose: () => void }) {
  const { t } = useText();
  const { draft, space, otherName, onClose } = props;
  const { item } = draft;
  const [words, setWords] = useState({ name: draft.name, lines: draft.questions.join('\n') });
  const [seen, setSeen] = useState<WayDraft | null>(null);
  const autosave = useAutosave({
    key: `ways:${item}`,
    method: 'ways.save',
    toInput: (value: typeof words) => ({
      space,
      item,
      name: value.name,
      questions: questionsOf(value.lines),
    }),
  });
  const questions = questionsOf(words.lines);
  const isEmpty = words.name.trim() === '' && questions.length === 0;
  function change(part: Partial<typeof words>) {
    const next = { ...words, ...part };
    setWords(next);
    autosave.change(next);
  }
  const look = useAction(async () => {
    if (!(await autosave.flush())) return;
    const { mine } = await call('ways.list', { space });
    setSeen(mine.find((one) => one.item === item) ?? null);
  });
  const show = useAction(async (stamp: string) => {
    await call('ways.show', { item, stamp });
    onClose();
  });
  const close = useAction(async () => {
    await autosave.flush();
    if (isEmpty && !draft.shown) await call('ways.remove', { item });
    onClose();
  });
  return (
    <Stack>
      <TextField
        label={t('ways.name')}
        value={words.name}
        onChange={(name) => change({ name })}
        onBlur={() => void autosave.flush()}
        maxLength={120}
        autoFocus
      />
      <TextArea
        label={t('ways.questions')}
        description={t('ways.questionsHelp')}
        wide
        value={words.lines}
        onChange={(lines) => change({ lines })}
        onBlur={() => void autosave.flush()}
        maxLength={6_000}
      />
      <Quiet small>{t(draft.shown ? 'sessions.onlyYouChanges' : 'sessions.onlyYou')}</Quiet>
      <Row>
        <Button
          kind="primary"
          onPress={() => void look.run()}
          isBusy={look.busy}
          isDisabled={words.name.trim() === '' || questions.length === 0}
        >
          {t('common.show')}
        </Button>
        <Button onPress={() => void close.run()} isBusy={close.busy}>
          {t('sessions.putAway')}
        </Button>
      </Row>
      <SavedState autosave={autosave} />
      <FailureNotice error={look.error ?? close.error} />
      {seen === null ? null : (
        <Dialog
          title={t('sessions.show.title', { name: otherName })}
          onClose={() => setSeen(null)}
          buttons={
            <>
              <Button kind="primary" onPress={() => void show.run(seen.stamp)} isBusy={show.busy}>
                {t('sessions.show.confirm', { name: otherName })}
              </Button>
              <Button onPress={() => setSeen(null)}>{t('sessions.show.notYet')}</Button>
            </>
          }
        >
          <p>
            <strong>{seen.name}</strong>
          </p>
          <ul>
            {seen.questions.map((question) => (
              <li key={question} className={styles.kept}>
                {question}
              </li>
            ))}
          </ul>
          <FailureNotice error={show.error} />
        </Dialog>
      )}
    </Stack>
  );
}

/** A line is a question. */
function questionsOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 100);
}

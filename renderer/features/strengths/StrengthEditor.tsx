import { useState } from 'react';
import type { StrengthDraft } from '../../../shared/contract/strengths.ts';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  Dialog,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  Voice,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { StrengthRead } from './StrengthRead.tsx';

/** One being written: saved as it is typed, seen by nobody else until it is shown. */
export function StrengthEditor(props: {
  draft: StrengthDraft;
  space: string;
  me: { readonly role: Role; readonly name: string };
  otherName: string;
  onClose: () => void;
}) {
  const { t } = useText();
  const { draft, space, me, otherName, onClose } = props;
  const { item, what } = draft;
  const [seen, setSeen] = useState<StrengthDraft | null>(null);
  const [isDropping, setDropping] = useState(false);
  const { value, change, autosave } = useDraft({
    key: `strengths:${item}`,
    method: 'strengths.save',
    initial: { text: draft.text, effect: draft.effect },
    toInput: (words: { text: string; effect: string }) => ({ ...words, space, item, what }),
  });
  const isEmpty = value.text.trim() === '' && value.effect.trim() === '';
  const [isWordNeeded, setWordNeeded] = useState(false);
  const look = useAction(async () => {
    setWordNeeded(value.text.trim() === '');
    if (value.text.trim() === '' || !(await autosave.flush())) return;
    const { mine } = await call('strengths.list', { space });
    setSeen(mine.find((one) => one.item === item) ?? null);
  });
  const show = useAction(async (stamp: string) => {
    await call('strengths.show', { item, stamp });
    onClose();
  });
  const drop = useAction(async () => {
    autosave.forget();
    await autosave.flush();
    await call('strengths.discard', { item });
    onClose();
  });
  const close = useAction(async () => {
    // Nothing empty lies about.
    if (isEmpty) await drop.run();
    else if (await autosave.flush()) onClose();
  });
  return (
    <Stack>
      {(['text', 'effect'] as const).map((key) => (
        <TextArea
          key={key}
          label={t(`strengths.${key}.${what}`)}
          optional={key === 'effect'}
          value={value[key]}
          onChange={(words) => change({ [key]: words })}
          onBlur={() => void autosave.flush()}
          error={
            key === 'text' && isWordNeeded && value.text.trim() === '' ? t('strengths.show.noWords') : null
          }
          maxLength={5000}
          autoFocus={key === 'text'}
          writing
          short
        />
      ))}
      <Quiet small>{t(draft.shown ? 'sessions.onlyYouChanges' : 'sessions.onlyYou')}</Quiet>
      <Row>
        <Button kind="primary" onPress={() => void look.run()} isBusy={look.busy}>
          {t('common.show')}
        </Button>
        <Button onPress={() => void close.run()} isBusy={close.busy}>
          {t('sessions.putAway')}
        </Button>
        {isEmpty ? null : (
          <Button kind="plain" onPress={() => setDropping(true)}>
            {t(draft.shown ? 'sessions.dropChanges' : 'sessions.throwAway')}
          </Button>
        )}
      </Row>
      <SavedState autosave={autosave} />
      <FailureNotice error={look.error ?? close.error ?? drop.error} />
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
          <Voice whose={me.role} name={me.name}>
            <Quiet small>{t(`strengths.begin.${what}`)}</Quiet>
            <StrengthRead body={seen} />
          </Voice>
          <Quiet>{t('strengths.show.help')}</Quiet>
          <FailureNotice error={show.error} />
        </Dialog>
      )}
      {isDropping ? (
        <AlertDialog
          title={t('sessions.drop.title')}
          confirmLabel={t('sessions.drop.confirm')}
          onConfirm={() => void drop.run()}
          onCancel={() => setDropping(false)}
          isBusy={drop.busy}
        >
          {t(draft.shown ? 'sessions.drop.changes' : 'sessions.drop.text')}
        </AlertDialog>
      ) : null}
    </Stack>
  );
}

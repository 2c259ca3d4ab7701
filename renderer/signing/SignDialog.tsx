import { useState } from 'react';
import { call, useAction, useCall } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded } from '../ui/index.ts';
import { NoteField } from './ProposeDialog.tsx';
import { RecordFrame } from './RecordFrame.tsx';
import styles from './Signing.module.css';
import { otherName, type SigningAbout } from './signingAbout.ts';

/** The other's proposal, rendered from its stored bytes: sign it, say there are newer words, or leave it for now. */
export function SignDialog(props: { about: SigningAbout; proposal: string; onClose: () => void }) {
  const { t } = useText();
  const { about, proposal, onClose } = props;
  const read = useCall('signing.read', { proposal });
  const [note, setNote] = useState('');
  const name = otherName(about);
  const hash = read.value?.hash;
  const sign = useAction(async () => {
    if (hash === undefined) return;
    await call('signing.sign', { proposal, hash, note: note.trim() });
    onClose();
  });
  const newer = useAction(async () => {
    await call('signing.newerWords', { proposal });
    onClose();
  });
  return (
    <Dialog
      size="wide"
      title={t('signing.read.title', { name })}
      onClose={onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void sign.run()}
            isBusy={sign.busy}
            isDisabled={hash === undefined}
          >
            {t('signing.sign')}
          </Button>
          <Button onPress={() => void newer.run()} isBusy={newer.busy}>
            {t('signing.newerWords.say')}
          </Button>
          <Button onPress={onClose}>{t('common.notNow')}</Button>
        </>
      }
    >
      <p>{t('signing.meaning')}</p>
      <Loaded call={read}>
        {(proposed) => (
          <>
            <RecordFrame about={about} record={proposed.record} />
            {proposed.note === '' ? null : (
              <p className={styles.kept}>
                <strong>{t('signing.noteOf', { name })}:</strong> {proposed.note}
              </p>
            )}
          </>
        )}
      </Loaded>
      <NoteField value={note} onChange={setNote} />
      <FailureNotice error={sign.error ?? newer.error} />
    </Dialog>
  );
}

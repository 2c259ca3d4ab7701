import { useState } from 'react';
import { call, useAction, useCall } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded, Notice, Quiet, TextArea } from '../ui/index.ts';
import { RecordFrame } from './RecordFrame.tsx';
import { otherName, type SigningAbout } from './signingAbout.ts';

/** What the record would hold, read through before one signs it and gives it to the other. */
export function ProposeDialog(props: { about: SigningAbout; onClose: () => void }) {
  const { t } = useText();
  const { about } = props;
  const { root } = about;
  const preview = useCall('signing.preview', { root });
  const [note, setNote] = useState('');
  const name = otherName(about);
  const stamp = preview.value?.stamp;
  const propose = useAction(async () => {
    if (stamp === undefined) return;
    await call('signing.propose', { root, stamp, note: note.trim() });
    props.onClose();
  });
  return (
    <Dialog
      size="wide"
      title={t('signing.propose.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void propose.run()}
            isBusy={propose.busy}
            isDisabled={stamp === undefined}
          >
            {t('signing.propose.confirm', { name })}
          </Button>
          <Button onPress={props.onClose}>{t('common.notNow')}</Button>
        </>
      }
    >
      <p>{t('signing.meaning')}</p>
      <Loaded call={preview}>
        {({ record, unshown }) => (
          <>
            {unshown ? <Notice>{t('signing.propose.unshown')}</Notice> : null}
            <RecordFrame about={about} record={record} />
          </>
        )}
      </Loaded>
      <NoteField value={note} onChange={setNote} />
      <Quiet>{t('signing.propose.laterHelp', { name })}</Quiet>
      <FailureNotice error={propose.error} />
    </Dialog>
  );
}

export function NoteField(props: { value: string; onChange: (note: string) => void }) {
  const { t } = useText();
  return (
    <TextArea
      label={t('signing.note')}
      description={t('signing.noteHelp')}
      optional
      wide
      short
      value={props.value}
      onChange={props.onChange}
      maxLength={5_000}
    />
  );
}

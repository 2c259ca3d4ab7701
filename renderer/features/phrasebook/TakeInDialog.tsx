import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Several, Stack, toast } from '../../ui/index.ts';

export type PhraseFile = NonNullable<Output<'phrases.read'>['file']>;

/** Another team's phrasebook: what of it one wants to keep. Nothing is ticked beforehand. */
export function TakeInDialog(props: { file: PhraseFile; onClose: () => void }) {
  const { t } = useText();
  const { file, onClose } = props;
  const title = file.title.trim() || t('phrasebook.in.untitled');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const keep = useAction(async () => {
    const phrases = file.phrases.filter((_, index) => chosen.includes(String(index)));
    const { kept } = await call('phrases.takeIn', { from: title, phrases });
    onClose();
    toast(t('phrasebook.in.kept', { count: kept }));
  });
  return (
    <Dialog
      title={t('phrasebook.in.open')}
      onClose={onClose}
      size="wide"
      keepsButtons
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void keep.run()}
            isBusy={keep.busy}
            isDisabled={chosen.length === 0}
          >
            {t('phrasebook.in.keep')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Stack>
        <Quiet>{t('phrasebook.in.lead', { title })}</Quiet>
        <Several
          label={title}
          value={[...chosen]}
          onChange={setChosen}
          options={file.phrases.map((phrase, index) => ({
            value: String(index),
            label:
              phrase.insteadOf === ''
                ? phrase.say
                : `${phrase.say} (${t('phrasebook.insteadOf')}: ${phrase.insteadOf})`,
          }))}
        />
        <FailureNotice error={keep.error} />
      </Stack>
    </Dialog>
  );
}

import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded, Quiet, Stack, Voice } from '../../ui/index.ts';
import { NoteWords } from './NoteWords.tsx';

/** What the other will see, read from the vault and not from the boxes; exactly that is shown. */
export function ShowNote(props: { item: string; space: string; name: string; onClose: () => void }) {
  const { t } = useText();
  const { item, space, name, onClose } = props;
  const latest = useCall('indicators.get', { space });
  const draft = latest.value?.drafts.find((one) => one.item === item);
  const show = useAction(async () => {
    if (draft === undefined) return;
    await call('indicators.show', { item, stamp: draft.stamp });
    onClose();
  });
  return (
    <Dialog
      title={t('indicators.show.title', { name })}
      onClose={onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void show.run()}
            isBusy={show.busy}
            isDisabled={draft === undefined}
          >
            {t('indicators.show.confirm', { name })}
          </Button>
          <Button onPress={onClose}>{t('common.notNow')}</Button>
        </>
      }
    >
      <Loaded call={latest}>
        {({ me, names }) =>
          draft === undefined ? null : (
            <Stack>
              <h3>{t(`indicators.${draft.indicator}`)}</h3>
              <Voice whose={me} name={names[me]}>
                <NoteWords note={draft} />
              </Voice>
              <Quiet>{t('indicators.show.help')}</Quiet>
            </Stack>
          )
        }
      </Loaded>
      <FailureNotice error={show.error} />
    </Dialog>
  );
}

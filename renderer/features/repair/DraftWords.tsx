import type { ReactNode } from 'react';
import { useAction } from '../../api.ts';
import type { Autosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, SavedState, Stack } from '../../ui/index.ts';

/** Words only I see until I show them; what is in the boxes is exactly what will be seen. */
export function DraftWords(props: {
  children: ReactNode;
  otherName: string;
  autosave: Parameters<typeof SavedState>[0]['autosave'] & Pick<Autosave<never>, 'flush'>;
  canShow: boolean;
  onShow: () => Promise<void>;
  /** Leaves the shown words as they were; absent while nothing is shown. */
  onKeepOld?: () => Promise<void>;
}) {
  const { t } = useText();
  const show = useAction(props.onShow);
  const { onKeepOld } = props;
  const keepOld = useAction(async () => onKeepOld?.());
  return (
    <Stack>
      <Quiet small>{t('ruptures.talking.onlyMe')}</Quiet>
      {props.children}
      <Row>
        <Button kind="primary" onPress={() => void show.run()} isBusy={show.busy} isDisabled={!props.canShow}>
          {t('ruptures.talking.show')}
        </Button>
        {onKeepOld === undefined ? null : (
          <Button onPress={() => void keepOld.run()}>{t('ruptures.talking.keepOld')}</Button>
        )}
        <SavedState autosave={props.autosave} />
      </Row>
      <Quiet small>{t('ruptures.talking.showHelp', { name: props.otherName })}</Quiet>
      <FailureNotice error={show.error ?? keepOld.error} />
    </Stack>
  );
}

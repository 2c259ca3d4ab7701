import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, FailureNotice, Row, toast } from '../ui/index.ts';

/** Change, and delete with undo, of one entry that is kept for its owner alone. `what` tells it from the others. */
export function KeptButtons(props: {
  item: string;
  what: string;
  onEdit: () => void;
  /** After a change: the way into it takes the focus back. */
  takesFocus?: boolean;
}) {
  const { t } = useText();
  const { item, what } = props;
  const remove = useAction(async () => {
    await call('kept.remove', { item });
    toast(t('kept.deleted'), () => void call('kept.restore', { item }).catch(() => undefined));
  });
  return (
    <>
      <Row>
        <Button
          kind="plain"
          label={t('kept.edit', { what })}
          autoFocus={props.takesFocus ?? false}
          onPress={props.onEdit}
        >
          {t('common.edit')}
        </Button>
        <Button kind="plain" label={t('kept.delete', { what })} onPress={() => void remove.run()}>
          {t('common.delete')}
        </Button>
      </Row>
      <FailureNotice error={remove.error} />
    </>
  );
}

import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Row, toast } from '../../ui/index.ts';

/** Change, and delete with undo, of one entry in the list. */
export function EntryButtons(props: {
  kind: 'moments' | 'episodes';
  item: string;
  time: string;
  onEdit: () => void;
  /** After a change: the way into it takes the focus back. */
  takesFocus?: boolean;
}) {
  const { t } = useText();
  const { kind, item, time } = props;
  const remove = useAction(async () => {
    await call(`${kind}.remove`, { item });
    toast(t('moments.list.deleted'), () => void call(`${kind}.restore`, { item }).catch(() => undefined));
  });
  return (
    <>
      <Row>
        <Button
          kind="plain"
          label={t('moments.list.edit', { time })}
          autoFocus={props.takesFocus ?? false}
          onPress={props.onEdit}
        >
          {t('common.edit')}
        </Button>
        <Button kind="plain" label={t('moments.list.delete', { time })} onPress={() => void remove.run()}>
          {t('common.delete')}
        </Button>
      </Row>
      <FailureNotice error={remove.error} />
    </>
  );
}

import { type ReactNode, useState } from 'react';
import type { Autosave } from '../../autosave.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { AlertDialog, Button, FailureNotice, Quiet, Row, SavedState, Stack } from '../../ui/index.ts';
import { useReportSaved } from './savedStates.ts';
import type { Draft } from './sessionContext.ts';
import { ShowDialog } from './ShowDialog.tsx';

/**
 * Around words that only their writer sees: their saved state, Show, put away, and throw away. `isEmpty` words are dropped
 * when they are put away, so that nothing empty lies about.
 */
export function DraftBox(props: {
  draft: Pick<Draft, 'item' | 'shown'>;
  autosave: Pick<Autosave<never>, 'state' | 'failure' | 'flush' | 'forget' | 'hasChanged'>;
  isEmpty: boolean;
  /** Null where there is nothing to close: the words stand open. */
  onClose: (() => void) | null;
  children: ReactNode;
  /** Other words hang on these: they can be changed and put away, and are not thrown away. */
  mustStay?: boolean;
  /** More ways to fill the box. */
  extra?: ReactNode;
}) {
  const { t } = useText();
  const { draft, autosave, isEmpty, onClose, mustStay = false } = props;
  const { item } = draft;
  const [isShowing, setShowing] = useState(false);
  const [isDropping, setDropping] = useState(false);
  useReportSaved(item, autosave.state);
  const drop = useAction(async () => {
    autosave.forget();
    await call('sessions.discard', { item });
    onClose?.();
  });
  const close = useAction(async () => {
    await autosave.flush();
    if (isEmpty && (draft.shown || !mustStay)) await call('sessions.discard', { item });
    onClose?.();
  });
  return (
    <Stack gap="close">
      {props.children}
      <Quiet small>{t(draft.shown ? 'sessions.onlyYouChanges' : 'sessions.onlyYou')}</Quiet>
      <Row>
        <Button
          kind={onClose === null ? 'quiet' : 'primary'}
          onPress={() => setShowing(true)}
          isDisabled={isEmpty}
        >
          {t('common.show')}
        </Button>
        {onClose === null ? null : (
          <Button onPress={() => void close.run()} isBusy={close.busy}>
            {t('sessions.putAway')}
          </Button>
        )}
        {props.extra}
        {isEmpty || (mustStay && !draft.shown) ? null : (
          <Button kind="plain" onPress={() => setDropping(true)}>
            {t(draft.shown ? 'sessions.dropChanges' : 'sessions.throwAway')}
          </Button>
        )}
      </Row>
      {/* Below the buttons: it changes as one leaves the box, and must not move Show from under the pointer. */}
      <SavedState autosave={autosave} />
      <FailureNotice error={drop.error ?? close.error} />
      {isShowing ? (
        <ShowDialog
          item={item}
          flush={autosave.flush}
          onShown={() => {
            setShowing(false);
            onClose?.();
          }}
          onClose={() => setShowing(false)}
        />
      ) : null}
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

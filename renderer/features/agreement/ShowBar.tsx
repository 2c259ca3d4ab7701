import { useState } from 'react';
import type { AgreementDraft } from '../../../shared/contract/agreements.ts';
import { call, useAction, useCall } from '../../api.ts';
import type { Autosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  Dialog,
  FailureNotice,
  Loaded,
  Quiet,
  Row,
  SavedState,
  Stack,
} from '../../ui/index.ts';
import { useAgreement } from './agreementContext.ts';
import { DraftRead } from './DraftRead.tsx';

/** Below words that only their writer sees: Show, which first shows exactly what will be seen, and two ways to leave them. */
export function ShowBar(props: {
  draft: Pick<AgreementDraft, 'item' | 'shown'> | null;
  autosave: Pick<Autosave<never>, 'state' | 'failure' | 'flush' | 'forget' | 'hasChanged'>;
  /** Null where the words stand open and there is nothing to close. */
  onClose: (() => void) | null;
  /** What of mine is shown, where it can be taken back from here; null for nothing. */
  shown?: { readonly item: string } | null;
}) {
  const { t } = useText();
  const { isSigned } = useAgreement();
  const { draft, autosave, onClose } = props;
  const [isShowing, setShowing] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const show = useAction(async () => {
    if (await autosave.flush()) setShowing(true);
  });
  const putAway = useAction(async () => {
    if (await autosave.flush()) onClose?.();
  });
  const drop = useAction(async () => {
    autosave.forget();
    if (draft !== null) await call('agreements.discard', { item: draft.item });
    setDropping(false);
    onClose?.();
  });
  const takeBack = useAction(async () => {
    if (props.shown && (await autosave.flush())) {
      await call('agreements.takeBack', { item: props.shown.item });
    }
  });
  return (
    <Stack gap="close">
      <Quiet small>{t(draft?.shown ? 'agreement.onlyYouChanges' : 'agreement.onlyYou')}</Quiet>
      <Row>
        {isSigned ? null : (
          <Button
            kind={onClose === null ? 'quiet' : 'primary'}
            onPress={() => void show.run()}
            isBusy={show.busy}
          >
            {t('common.show')}
          </Button>
        )}
        {onClose === null ? null : (
          <Button onPress={() => void putAway.run()} isBusy={putAway.busy}>
            {t('agreement.putAway')}
          </Button>
        )}
        {draft === null ? null : (
          <Button kind="plain" onPress={() => setDropping(true)}>
            {t(draft.shown ? 'sessions.dropChanges' : 'sessions.throwAway')}
          </Button>
        )}
        {props.shown ? (
          <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
            {t('agreement.takeBack')}
          </Button>
        ) : null}
      </Row>
      <SavedState autosave={autosave} />
      <FailureNotice error={show.error ?? putAway.error ?? drop.error ?? takeBack.error} />
      {isDropping ? (
        <AlertDialog
          title={t('sessions.drop.title')}
          confirmLabel={t('sessions.drop.confirm')}
          onConfirm={() => void drop.run()}
          onCancel={() => setDropping(false)}
          isBusy={drop.busy}
        >
          {t(draft?.shown ? 'sessions.drop.changes' : 'sessions.drop.text')}
        </AlertDialog>
      ) : null}
      {isShowing ? (
        <ShowDialog
          item={draft?.item ?? null}
          onShown={() => {
            setShowing(false);
            onClose?.();
          }}
          onClose={() => setShowing(false)}
        />
      ) : null}
    </Stack>
  );
}

/** What the other will see, read from the vault and not from the boxes; exactly that is shown. */
function ShowDialog(props: { item: string | null; onShown: () => void; onClose: () => void }) {
  const { t } = useText();
  const { page, otherName } = useAgreement();
  const latest = useCall('agreements.get', { agreement: page.agreement });
  const draft = latest.value?.mine.find((one) => one.item === props.item);
  const show = useAction(async () => {
    if (draft === undefined) return;
    await call('agreements.show', { item: draft.item, stamp: draft.stamp });
    props.onShown();
  });
  return (
    <Dialog
      size="wide"
      title={t('agreement.show.title', { name: otherName })}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void show.run()}
            isBusy={show.busy}
            isDisabled={draft === undefined}
          >
            {t('agreement.show.confirm', { name: otherName })}
          </Button>
          <Button onPress={props.onClose}>{t('common.notNow')}</Button>
        </>
      }
    >
      <Loaded call={latest}>
        {() => (draft === undefined ? <p>{t('agreement.show.nothing')}</p> : <DraftRead draft={draft} />)}
      </Loaded>
      <Quiet>{t('agreement.show.help')}</Quiet>
      <FailureNotice error={show.error} />
    </Dialog>
  );
}

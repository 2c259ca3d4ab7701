import { useState } from 'react';
import type { AgreementDraft } from '../../../shared/contract/agreements.ts';
import { call, useAction, useCall } from '../../api.ts';
import type { Autosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded, Quiet, Row, SavedState, Stack } from '../../ui/index.ts';
import { useAgreement } from './agreementContext.ts';
import { DraftRead } from './DraftRead.tsx';

/** Below words that only their writer sees: Show, which first shows exactly what will be seen, and two ways to leave them. */
export function ShowBar(props: {
  draft: Pick<AgreementDraft, 'item' | 'shown'> | null;
  autosave: Pick<Autosave<never>, 'state' | 'failure' | 'flush' | 'forget' | 'hasChanged'>;
  /** Null where the words stand open and there is nothing to close. */
  onClose: (() => void) | null;
}) {
  const { t } = useText();
  const { isSigned } = useAgreement();
  const { draft, autosave, onClose } = props;
  const [isShowing, setShowing] = useState(false);
  const show = useAction(async () => {
    if (await autosave.flush()) setShowing(true);
  });
  const putAway = useAction(async () => {
    if (await autosave.flush()) onClose?.();
  });
  const drop = useAction(async () => {
    autosave.forget();
    if (draft !== null) await call('agreements.discard', { item: draft.item });
    onClose?.();
  });
  return (
    <Stack gap="close">
      <Quiet small>{t(draft?.shown ? 'agreement.onlyYouChanges' : 'agreement.onlyYou')}</Quiet>
      <Row>
        {isSigned ? null : (
          <Button kind="primary" onPress={() => void show.run()} isBusy={show.busy}>
            {t('common.show')}
          </Button>
        )}
        {onClose === null ? null : (
          <Button onPress={() => void putAway.run()} isBusy={putAway.busy}>
            {t('agreement.putAway')}
          </Button>
        )}
        {draft === null ? null : (
          <Button kind="plain" onPress={() => void drop.run()} isBusy={drop.busy}>
            {t(draft.shown ? 'agreement.dropChanges' : 'agreement.throwAway')}
          </Button>
        )}
      </Row>
      <SavedState autosave={autosave} />
      <FailureNotice error={show.error ?? putAway.error ?? drop.error} />
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

import { type ReactNode, useEffect, useState } from 'react';
import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import { asCallError, type CallError, call } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Stack } from '../../../ui/index.ts';

type Draft = NonNullable<FacilitationPage['drafts']['account' | 'need' | 'words']>;

/** Exactly what goes, read from the vault, and the names of both it goes to. */
export function ShowToBoth(props: {
  page: FacilitationPage;
  what: 'account' | 'need' | 'words';
  read: (words: Draft) => ReactNode;
  onClose: () => void;
  onShown: () => void;
}) {
  const { t, formatList } = useText();
  const { page, what, onClose, onShown } = props;
  const { space, people } = page;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const others = Object.values(people).filter((person) => person.known !== 'me');

  useEffect(() => {
    let isHere = true;
    call('facilitations.get', { space }).then(
      ({ drafts }) => isHere && setDraft(drafts[what]),
      (failure: unknown) => isHere && setError(asCallError(failure)),
    );
    return () => {
      isHere = false;
    };
  }, [space, what]);

  async function show() {
    if (draft === null) return;
    try {
      await call('facilitations.show', { space, what, stamp: draft.stamp });
      onShown();
    } catch (failure) {
      setError(asCallError(failure));
    }
  }
  return (
    <Dialog
      title={t('circles.show.title', { names: formatList(others.map((person) => person.name)) })}
      onClose={onClose}
      size="wide"
      buttons={
        <>
          <Button kind="primary" onPress={() => void show()} isDisabled={draft === null}>
            {t('third.show')}
          </Button>
          <Button onPress={onClose}>{t('ruptures.naming.back')}</Button>
        </>
      }
    >
      <Stack>
        {draft === null ? null : props.read(draft)}
        <Quiet>{t('third.show.help')}</Quiet>
        <FailureNotice error={error} />
      </Stack>
    </Dialog>
  );
}

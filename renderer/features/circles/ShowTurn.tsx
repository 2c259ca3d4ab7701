import { useEffect, useState } from 'react';
import type { MeetingPage, TurnDraft } from '../../../shared/contract/circles.ts';
import { asCallError, type CallError, call } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Stack, Words } from '../../ui/index.ts';
import styles from './Circles.module.css';

/** Exactly what everyone will see, and who everyone is, before they see it. */
export function ShowTurn(props: {
  page: MeetingPage;
  round: string;
  /** Saves what is still being typed; resolves false when that failed. */
  flush: () => Promise<boolean>;
  onShown: () => void;
  onClose: () => void;
}) {
  const { t, formatList } = useText();
  const { page, round, flush } = props;
  const { meeting } = page.view;
  const [draft, setDraft] = useState<TurnDraft | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const names = page.members
    .filter((member) => member.identity !== page.me && member.here !== 'left')
    .map((member) => member.name);

  useEffect(() => {
    let isHere = true;
    async function read() {
      await flush();
      const { mine } = await call('circles.meeting', { meeting });
      if (isHere) setDraft(mine.find((one) => one.round === round) ?? null);
    }
    read().catch((failure: unknown) => isHere && setError(asCallError(failure)));
    return () => {
      isHere = false;
    };
  }, [flush, meeting, round]);

  async function show() {
    if (draft === null) return;
    try {
      await call('circles.showTurn', { item: draft.item, stamp: draft.stamp });
      props.onShown();
    } catch (failure) {
      setError(asCallError(failure));
    }
  }
  return (
    <Dialog
      title={t('circles.show.title', { names: formatList(names) })}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void show()} isDisabled={draft === null}>
            {t('circles.show.confirm')}
          </Button>
          <Button onPress={props.onClose}>{t('sessions.show.notYet')}</Button>
        </>
      }
    >
      {draft === null ? null : (
        <Stack>
          <Quiet>{t('circles.turn.asked', { question: draft.asked })}</Quiet>
          <div className={styles.preview}>
            <Words>{draft.text}</Words>
          </div>
          <Quiet>{t('circles.show.help')}</Quiet>
        </Stack>
      )}
      <FailureNotice error={error} />
    </Dialog>
  );
}

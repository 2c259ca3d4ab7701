import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { CallError } from '../../api.ts';
import { asCallError, call } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Stack, Voice, Words } from '../../ui/index.ts';
import { Field } from './Field.tsx';
import { type Draft, otherRole, useSession } from './sessionContext.ts';

/** Exactly what the other will see, before they see it. Nothing leaves until it is confirmed here. */
export function ShowDialog(props: {
  item: string;
  /** Saves what is still being typed; resolves false when that failed. */
  flush: () => Promise<boolean>;
  onShown: () => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const { page, nameOf, onShown } = useSession();
  const { item, flush } = props;
  const { session } = page;
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const name = nameOf(otherRole(page.me));

  useEffect(() => {
    let isHere = true;
    async function read() {
      await flush();
      const { mine } = await call('sessions.get', { session });
      if (isHere) setDrafts(mine);
    }
    read().catch((failure: unknown) => isHere && setError(asCallError(failure)));
    return () => {
      isHere = false;
    };
  }, [flush, session]);

  const draft = drafts?.find((one) => one.item === item);
  const topic = drafts?.find((one) => one.kind === 'topic' && one.item === draft?.place && !one.shown);
  async function show() {
    if (draft === undefined) return;
    try {
      await call('sessions.show', { item, stamp: draft.stamp });
      onShown();
      props.onShown();
    } catch (failure) {
      setError(asCallError(failure));
    }
  }
  return (
    <Dialog
      title={t('sessions.show.title', { name })}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void show()}
            isDisabled={draft === undefined || !isReady(draft)}
          >
            {t('sessions.show.confirm', { name })}
          </Button>
          <Button onPress={props.onClose}>{t('sessions.show.notYet')}</Button>
        </>
      }
    >
      {draft === undefined ? null : (
        <Stack>
          {topic?.kind === 'topic' ? (
            <Field label={t('sessions.topic.title')}>{topic.body.title}</Field>
          ) : null}
          {draft.kind === 'scribed' ? <Quiet>{t('sessions.scribed.willBeAsked', { name })}</Quiet> : null}
          <Voice whose={page.me} name={nameOf(page.me)}>
            <Preview draft={draft} />
          </Voice>
          <Quiet>{t(isReady(draft) ? 'sessions.show.help' : 'sessions.show.notReady')}</Quiet>
        </Stack>
      )}
      <FailureNotice error={error} />
    </Dialog>
  );
}

function Preview({ draft }: { draft: Draft }): ReactNode {
  const { t, formatDate } = useText();
  switch (draft.kind) {
    case 'topic':
      return <Words>{draft.body.title}</Words>;
    case 'voice':
    case 'scribed':
    case 'amendment':
      return <Words>{draft.body.text}</Words>;
    case 'difference':
      return (
        <>
          <Words>{draft.body.account}</Words>
          <Field label={t('sessions.difference.nextStep')}>{draft.body.nextStep}</Field>
          <Field label={t('sessions.difference.reviewDate')}>
            {draft.body.reviewDate === null ? '' : formatDate(draft.body.reviewDate)}
          </Field>
        </>
      );
    case 'decision':
      return (
        <>
          <Words>{draft.body.text}</Words>
          {draft.body.who === null ? null : (
            <Field label={t('sessions.decision.who')}>{t(`sessions.decision.who.${draft.body.who}`)}</Field>
          )}
          <p>
            {draft.body.because.trim() === ''
              ? t('sessions.decision.becauseNotSaid')
              : t('sessions.decision.becauseIs', { because: draft.body.because })}
          </p>
          <Field label={t('sessions.decision.tookPart')}>{draft.body.tookPart}</Field>
          <Field label={t('sessions.decision.alternatives')}>{draft.body.alternatives}</Field>
        </>
      );
    case 'promise':
      return (
        <>
          <Words>{draft.body.text}</Words>
          <Field label={t('sessions.promise.due')}>
            {draft.body.due === null ? '' : formatDate(draft.body.due)}
          </Field>
        </>
      );
  }
}

/** There are words, and a decision says who could make it. */
function isReady(draft: Draft): boolean {
  switch (draft.kind) {
    case 'topic':
      return draft.body.title.trim() !== '';
    case 'difference':
      return draft.body.account.trim() !== '';
    case 'decision':
      return draft.body.text.trim() !== '' && draft.body.who !== null;
    default:
      return draft.body.text.trim() !== '';
  }
}

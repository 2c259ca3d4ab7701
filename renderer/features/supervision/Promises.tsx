import { useState } from 'react';
import type { PromiseView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, DateField, FailureNotice, Quiet, TextArea } from '../../ui/index.ts';
import { DraftBox } from './DraftBox.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { ShownActions } from './Voices.tsx';

/** Promises go both ways: each makes their own. `place` null: made without a topic. */
export function Promises(props: { place: string | null; promises: readonly PromiseView[] }) {
  const { t } = useText();
  const { page, isSigned, typingFor } = useSession();
  const { place } = props;
  const [open, setOpen] = useState<string | null>(null);
  const drafts = draftsAt(page, 'promise', place ?? 'beforeWeGo');
  const waiting = drafts.filter((draft) => draft.item !== open && !draft.shown);
  const mayWrite = !isSigned && typingFor === page.me;
  const begin = useAction(async () => {
    const { item } = await call('promises.save', {
      session: page.session,
      place,
      item: null,
      text: '',
      due: null,
    });
    setOpen(item);
  });
  if (!mayWrite && props.promises.length === 0) return null;
  return (
    <section className={styles.part}>
      {props.promises.length + drafts.length === 0 ? null : <h3>{t('sessions.promise.title')}</h3>}
      <ul className={styles.plain}>
        {props.promises
          .filter((one) => one.item !== open)
          .map((one) => (
            <li key={one.item}>
              <ShownPromise promise={one} />
              <ShownActions
                said={one}
                onChange={async ({ session }) => {
                  const { item, text, due } = one;
                  await call('promises.save', { session, place, item, text, due });
                  setOpen(item);
                }}
                onOpenDraft={setOpen}
              />
            </li>
          ))}
        {drafts.map((draft) =>
          draft.item === open ? (
            <li key={draft.item}>
              <Writing draft={draft} place={place} onClose={() => setOpen(null)} />
            </li>
          ) : null,
        )}
        {waiting.map((draft) => (
          <li key={draft.item}>
            <Button kind="plain" onPress={() => setOpen(draft.item)}>
              {draft.body.text.split('\n')[0] || t('sessions.promise.begun')}
            </Button>
            <Quiet small>{t('sessions.onlyYou')}</Quiet>
          </li>
        ))}
      </ul>
      {mayWrite && open === null ? (
        <div>
          <Button onPress={() => void begin.run()} isBusy={begin.busy}>
            {t('sessions.promise.add')}
          </Button>
        </div>
      ) : null}
      <FailureNotice error={begin.error} />
    </section>
  );
}

/** A promise as both see it. */
export function ShownPromise({ promise }: { promise: Omit<PromiseView, 'item' | 'hash'> }) {
  const { t, formatDate } = useText();
  const { nameOf } = useSession();
  const { role, text, due, state, why } = promise;
  return (
    <div className={styles.said}>
      <p className={styles.kept}>
        <strong>{nameOf(role)}:</strong> {text}
      </p>
      {due === null ? null : <Quiet>{t('sessions.promise.by', { date: formatDate(due) })}</Quiet>}
      {state === 'open' ? null : (
        <p className={styles.kept}>
          {t(`sessions.promise.state.${state}`)}
          {why.trim() === '' ? '' : `: ${why}`}
        </p>
      )}
    </div>
  );
}

function Writing(props: { draft: DraftOf<'promise'>; place: string | null; onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const { item } = props.draft;
  const [body, setBody] = useState({ text: props.draft.body.text, due: props.draft.body.due });
  const autosave = useAutosave({
    key: `promises:${item}`,
    method: 'promises.save',
    toInput: (value: typeof body) => ({ session: page.session, place: props.place, item, ...value }),
  });
  function change(part: Partial<typeof body>) {
    const next = { ...body, ...part };
    setBody(next);
    autosave.change(next);
  }
  return (
    <DraftBox
      draft={props.draft}
      autosave={autosave}
      isEmpty={body.text.trim() === ''}
      onClose={props.onClose}
    >
      <TextArea
        label={t('sessions.promise.text')}
        wide
        short
        autoFocus
        value={body.text}
        onChange={(text) => change({ text })}
        maxLength={5_000}
      />
      <DateField
        label={t('sessions.promise.due')}
        optional
        value={body.due}
        onChange={(due) => change({ due })}
      />
    </DraftBox>
  );
}

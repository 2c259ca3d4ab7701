import type { PromiseView } from '../../../shared/model/sessionView.ts';
import { call } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { DateField, Quiet, TextArea } from '../../ui/index.ts';
import { DraftBox } from './DraftBox.tsx';
import { SaidAndWriting } from './SaidAndWriting.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { useDraftBody } from './useDraftBody.ts';

/** Promises go both ways: each makes their own. `place` null: made without a topic. */
export function Promises(props: { place: string | null; promises: readonly PromiseView[] }) {
  const { t } = useText();
  const { page } = useSession();
  const { place } = props;
  return (
    <SaidAndWriting
      said={props.promises}
      drafts={draftsAt(page, 'promise', place ?? 'beforeWeGo')}
      title={t('sessions.promise.title')}
      addLabel={t('sessions.promise.add')}
      begunLabel={t('sessions.promise.begun')}
      begin={(said) => {
        const { item = null, text = '', due = null } = said ?? {};
        return call('promises.save', { session: page.session, place, item, text, due });
      }}
      renderSaid={(one) => <ShownPromise promise={one} />}
      renderDraft={(draft, onClose) => <Writing draft={draft} place={place} onClose={onClose} />}
    />
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
  const { text, due } = props.draft.body;
  const { body, change, autosave } = useDraftBody(
    { text, due },
    {
      key: `promises:${item}`,
      method: 'promises.save',
      toInput: (value) => ({ session: page.session, place: props.place, item, ...value }),
    },
  );
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

import { useState } from 'react';
import { deciders } from '../../../shared/model/session.ts';
import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, Disclosure, FailureNotice, Quiet, TextArea } from '../../ui/index.ts';
import { DraftBox } from './DraftBox.tsx';
import { Field } from './Field.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { ShownActions } from './Voices.tsx';

type DecisionView = PlaceView['decisions'][number];

/** What was decided: who could make it is always said, "because" is asked and may stay unsaid. `place` null: without a topic. */
export function Decisions(props: { place: string | null; decisions: readonly DecisionView[] }) {
  const { t } = useText();
  const { page, isSigned, typingFor } = useSession();
  const { place } = props;
  const [open, setOpen] = useState<string | null>(null);
  const drafts = draftsAt(page, 'decision', place ?? 'beforeWeGo');
  const waiting = drafts.filter((draft) => draft.item !== open && !draft.shown);
  const mayWrite = !isSigned && typingFor === page.me;
  const begin = useAction(async () => {
    const { item } = await call('sessions.saveDecision', {
      session: page.session,
      place,
      item: null,
      text: '',
      who: null,
      because: '',
      alternatives: '',
    });
    setOpen(item);
  });
  if (!mayWrite && props.decisions.length === 0) return null;
  return (
    <section className={styles.part}>
      {props.decisions.length + drafts.length === 0 ? null : <h3>{t('sessions.decision.title')}</h3>}
      <ul className={styles.plain}>
        {props.decisions
          .filter((one) => one.item !== open)
          .map((one) => (
            <li key={one.item}>
              <Decision decision={one} />
              <ShownActions
                said={one}
                onChange={async ({ session }) => {
                  const { item, text, who, because, alternatives } = one;
                  const body = { text, who, because, alternatives };
                  await call('sessions.saveDecision', { session, place, item, ...body });
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
              {draft.body.text.split('\n')[0] || t('sessions.decision.begun')}
            </Button>
            <Quiet small>{t('sessions.onlyYou')}</Quiet>
          </li>
        ))}
      </ul>
      {mayWrite && open === null ? (
        <div>
          <Button onPress={() => void begin.run()} isBusy={begin.busy}>
            {t('sessions.decision.add')}
          </Button>
        </div>
      ) : null}
      <FailureNotice error={begin.error} />
    </section>
  );
}

/** A decision as both see it. */
export function Decision({ decision }: { decision: DecisionView }) {
  const { t } = useText();
  const { nameOf } = useSession();
  return (
    <div className={styles.said}>
      <p className={styles.kept}>{decision.text}</p>
      {decision.who === null ? null : (
        <Field label={t('sessions.decision.who')}>{t(`sessions.decision.who.${decision.who}`)}</Field>
      )}
      <p className={styles.kept}>
        {decision.because.trim() === ''
          ? t('sessions.decision.becauseNotSaid')
          : t('sessions.decision.becauseIs', { because: decision.because })}
      </p>
      {decision.alternatives.trim() === '' ? null : (
        <Disclosure title={t('sessions.decision.alternatives')} level={4}>
          <p className={styles.kept}>{decision.alternatives}</p>
        </Disclosure>
      )}
      <Quiet small>{t('sessions.writtenBy', { name: nameOf(decision.role) })}</Quiet>
    </div>
  );
}

function Writing(props: { draft: DraftOf<'decision'>; place: string | null; onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const { item } = props.draft;
  const [body, setBody] = useState(props.draft.body);
  const autosave = useAutosave({
    key: `decisions:${item}`,
    method: 'sessions.saveDecision',
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
        label={t('sessions.decision.text')}
        wide
        short
        autoFocus
        value={body.text}
        onChange={(text) => change({ text })}
        maxLength={10_000}
      />
      <Choices
        label={t('sessions.decision.who')}
        value={body.who}
        onChange={(who) => change({ who })}
        options={deciders.map((who) => ({ value: who, label: t(`sessions.decision.who.${who}`) }))}
      />
      <TextArea
        label={t('sessions.decision.because')}
        description={t('sessions.decision.becauseHelp')}
        wide
        short
        value={body.because}
        onChange={(because) => change({ because })}
        maxLength={10_000}
      />
      <Disclosure title={t('sessions.decision.alternatives')} level={4}>
        <TextArea
          label={t('sessions.decision.alternatives')}
          hideLabel
          wide
          short
          value={body.alternatives}
          onChange={(alternatives) => change({ alternatives })}
          maxLength={10_000}
        />
      </Disclosure>
    </DraftBox>
  );
}

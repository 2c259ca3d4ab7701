import { Suspense } from 'react';
import { deciders } from '../../../shared/model/session.ts';
import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { call } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { LookAtWords } from '../../language/LookAtWords.tsx';
import { lookedAtField } from '../../language/lookedAt.ts';
import { Choices, Disclosure, Quiet, TextArea } from '../../ui/index.ts';
import { slots } from '../index.ts';
import { DraftBox } from './DraftBox.tsx';
import { FairProcess } from './FairProcess.tsx';
import { Field } from './Field.tsx';
import { Placement } from './Placement.tsx';
import { SaidAndWriting } from './SaidAndWriting.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { useDraftBody } from './useDraftBody.ts';

type DecisionView = PlaceView['decisions'][number];

/** What was decided: who could make it is always said, "because" is asked and may stay unsaid. `place` null: without a topic. */
export function Decisions(props: { place: string | null; decisions: readonly DecisionView[] }) {
  const { t } = useText();
  const { page } = useSession();
  const { place } = props;
  return (
    <SaidAndWriting
      said={props.decisions}
      drafts={draftsAt(page, 'decision', place ?? 'beforeWeGo')}
      title={t('sessions.decision.title')}
      addLabel={t('sessions.decision.add')}
      begunLabel={t('sessions.decision.begun')}
      begin={(said) => {
        const { text = '', who = null, because = '', alternatives = '', tookPart = '' } = said ?? {};
        const body = { text, who, because, alternatives, tookPart };
        return call('sessions.saveDecision', {
          session: page.session,
          place,
          item: said?.item ?? null,
          ...body,
        });
      }}
      renderSaid={(one) => <Decision decision={one} />}
      renderBelow={(one) => (
        <>
          <FairProcess decision={one} />
          {page.together
            ? null
            : slots.underDecision.map(({ key, Part }) => (
                <Suspense key={key}>
                  <Part decision={one} date={page.date} />
                </Suspense>
              ))}
          <Placement subject={one.item} level={4} />
        </>
      )}
      renderDraft={(draft, onClose) => <Writing draft={draft} place={place} onClose={onClose} />}
    />
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
      <Field label={t('sessions.decision.tookPart')}>{decision.tookPart}</Field>
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
  const { body, change, autosave } = useDraftBody(props.draft.body, {
    key: `decisions:${item}`,
    method: 'sessions.saveDecision',
    toInput: (value) => ({ session: page.session, place: props.place, item, ...value }),
  });
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
        clear={{ label: t('sessions.stance.clear'), onClear: () => change({ who: null }) }}
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
      <TextArea
        label={t('sessions.decision.tookPart')}
        description={t('sessions.decision.tookPartHelp')}
        optional
        wide
        short
        value={body.tookPart}
        onChange={(tookPart) => change({ tookPart })}
        maxLength={2_000}
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
      {page.together ? null : (
        <LookAtWords
          parts={[
            lookedAtField('text', body.text, (text) => change({ text })),
            lookedAtField('because', body.because, (because) => change({ because })),
            lookedAtField('alternatives', body.alternatives, (alternatives) => change({ alternatives })),
          ]}
          level={4}
        />
      )}
    </DraftBox>
  );
}

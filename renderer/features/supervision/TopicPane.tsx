import { Suspense, useEffect, useRef, useState } from 'react';
import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { useAutosave } from '../../autosave.ts';
import { call } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Quiet, Row, TextField } from '../../ui/index.ts';
import { slots } from '../index.ts';
import { Decisions } from './Decisions.tsx';
import { Differences } from './Differences.tsx';
import { DraftBox } from './DraftBox.tsx';
import { hasWords } from './LeftDrafts.tsx';
import { Promises } from './Promises.tsx';
import styles from './Session.module.css';
import { type DraftOf, useSession } from './sessionContext.ts';
import { ShowDialog } from './ShowDialog.tsx';
import { Stances } from './Stances.tsx';
import { ShownActions, Voices } from './Voices.tsx';
import { WaysIn } from './WaysIn.tsx';

/** One topic: who brought it, both voices, how each sees it, what was decided and promised. */
export function TopicPane({ topic }: { topic: string }) {
  const { t } = useText();
  const { page } = useSession();
  const shown = page.view.topics.find((one) => one.place === topic);
  const draft = page.mine.find((one): one is DraftOf<'topic'> => one.kind === 'topic' && one.item === topic);
  const view = shown ?? emptyPlace(topic);
  const isSeen = shown !== undefined && shown.topic !== null;
  const [isWriting, setWriting] = useState(false);
  return (
    <>
      <TopicTitle view={view} draft={draft} isWriting={isWriting} />
      <WaysIn place={topic} />
      <Voices place={topic} view={view} onWriting={setWriting} />
      {isSeen ? (
        <>
          <Stances place={topic} view={view} />
          <Differences place={topic} view={view} />
          <Decisions place={topic} decisions={view.decisions} />
          <Promises place={topic} promises={view.promises} />
        </>
      ) : (
        <Quiet>{t('sessions.topic.notShown')}</Quiet>
      )}
      {page.together
        ? null
        : slots.underTopic.map(({ key, Part }) => (
            <Suspense key={key}>
              <Part topic={topic} />
            </Suspense>
          ))}
    </>
  );
}

function TopicTitle(props: {
  view: PlaceView;
  draft: DraftOf<'topic'> | undefined;
  /** Words are being written under it: showing them shows the topic too, so one Show is enough. */
  isWriting: boolean;
}) {
  const { t, formatDate } = useText();
  const { page, nameOf, isSigned } = useSession();
  const { view, draft } = props;
  const [isOpen, setOpen] = useState(false);
  const heading = useHeading();
  const isUnshown = view.topic === null && draft !== undefined;
  const title =
    view.title ??
    (isUnshown ? draft.body.title || t('sessions.topic.untitled') : t('sessions.topic.takenBack'));
  const bringer = view.topic?.role ?? (isUnshown ? page.me : null);
  const from = view.from ?? (isUnshown ? (draft.body.from?.date ?? null) : null);
  return (
    <div className={styles.part}>
      <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
        {title}
      </h2>
      {bringer === null ? null : (
        <Quiet>
          {t('sessions.topic.broughtBy', { name: nameOf(bringer) })}
          {from === null ? '' : ` · ${t('ways.carry.from', { date: formatDate(from) })}`}
        </Quiet>
      )}
      {draft !== undefined && !isSigned && isOpen ? (
        <TitleDraft draft={draft} onClose={() => setOpen(false)} />
      ) : null}
      {isUnshown && !isSigned && !isOpen ? (
        <UnshownTitle draft={draft} mayShow={!props.isWriting} onChange={() => setOpen(true)} />
      ) : null}
      {view.topic === null || isOpen ? null : (
        <ShownActions
          said={view.topic}
          onChange={async ({ session }) => {
            await call('sessions.saveTopic', { session, item: view.place, title });
            setOpen(true);
          }}
          onOpenDraft={() => setOpen(true)}
        />
      )}
    </div>
  );
}

/** A topic only I see: Show it on its own, or change its title. */
function UnshownTitle(props: { draft: DraftOf<'topic'>; mayShow: boolean; onChange: () => void }) {
  const { t } = useText();
  const { item, body } = props.draft;
  const [isShowing, setShowing] = useState(false);
  const close = () => setShowing(false);
  return (
    <Row>
      {props.mayShow && body.title.trim() !== '' ? (
        <Button onPress={() => setShowing(true)}>{t('common.show')}</Button>
      ) : null}
      <Button kind="plain" onPress={props.onChange}>
        {t('common.change')}
      </Button>
      {isShowing ? <ShowDialog item={item} flush={async () => true} onShown={close} onClose={close} /> : null}
    </Row>
  );
}

function TitleDraft(props: { draft: DraftOf<'topic'>; onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const { item, body } = props.draft;
  const hasWordsUnder = page.mine.some((draft) => draft.place === item && hasWords(draft));
  const [title, setTitle] = useState(body.title);
  const autosave = useAutosave({
    key: `topics:${item}`,
    method: 'sessions.saveTopic',
    toInput: (value: string) => ({ session: page.session, item, title: value }),
  });
  return (
    <DraftBox
      draft={props.draft}
      autosave={autosave}
      isEmpty={title.trim() === ''}
      mustStay={hasWordsUnder}
      onClose={props.onClose}
    >
      <TextField
        label={t('sessions.topic.title')}
        value={title}
        onChange={(value) => {
          setTitle(value);
          autosave.change(value);
        }}
        onBlur={() => void autosave.flush()}
        maxLength={300}
      />
    </DraftBox>
  );
}

/** The heading of what was just opened gets the focus, so that keyboard and screen reader are where the eyes are. */
export function useHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}

function emptyPlace(place: string): PlaceView {
  return {
    place,
    title: null,
    topic: null,
    from: null,
    voices: [],
    stances: { supervisee: null, supervisor: null },
    standing: null,
    differences: [],
    decisions: [],
    promises: [],
    scribed: [],
  };
}

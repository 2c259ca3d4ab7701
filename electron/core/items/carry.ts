import type { Database } from 'better-sqlite3';
import type { CarryOffer } from '../../../shared/contract/carry.ts';
import { compare, foldSession, roleOf } from '../../../shared/model/foldSession.ts';
import { whyLeftOver } from '../../../shared/model/leftOver.ts';
import { draftsOf, draftsUnder, statementsOf } from './read.ts';
import { readSession, type SessionOnFile, sessionOf } from './session.ts';

/** `topic`: what a topic brought again names as its origin. `isShown` false: only I know of it. */
type Offer = CarryOffer & { readonly topic: string; readonly isShown: boolean };

/** What was left over before a session, the last one's topics first; see `carry.offered` for which those are. */
export function offersFor(db: Database, onFile: SessionOnFile): Offer[] {
  const left = new Set(draftsOf(db, 'carryLeft').map((one) => one.body.item));
  const again = broughtAgain(db, onFile.space);
  const topics = sessionsBefore(db, onFile)
    .flatMap((before) => [...shownTopics(onFile, before), ...ownTopics(db, onFile, before)])
    .filter((offer) => !again.some((one) => one.topic === offer.topic));
  const known = new Set(topics.map((offer) => offer.topic));
  const differences = differencesDue(db, onFile).filter(
    ({ topic, due }) => !known.has(topic) && !again.some((one) => one.topic === topic && one.on >= due),
  );
  return [...topics, ...differences].filter((offer) => !left.has(offer.item));
}

/** The last planned session before this one, and the corridor records from it on. */
function sessionsBefore(db: Database, onFile: SessionOnFile): SessionOnFile[] {
  const inOrder = statementsOf(db, 'session', onFile.space).sort(
    (a, b) => compare(a.body.date, b.body.date) || compare(a.madeAt, b.madeAt) || compare(a.item, b.item),
  );
  const before = inOrder.slice(
    0,
    inOrder.findIndex((one) => one.item === onFile.session),
  );
  const last = before.findLastIndex((one) => one.body.kind === 'planned');
  return before.slice(Math.max(last, 0)).map((one) => readSession(db, one.item));
}

function shownTopics(now: SessionOnFile, before: SessionOnFile): Offer[] {
  return foldSession(before).topics.flatMap((place) => {
    const why = whyLeftOver(place);
    const { topic, title } = place;
    if (why === null || topic === null || title === null) return [];
    const mine = roleOf(now, { owner: now.pair.me.identity }) === topic.role;
    return [
      {
        item: topic.item,
        topic: topic.item,
        title,
        from: before.date,
        why,
        role: topic.role,
        mine,
        isShown: true,
      },
    ];
  });
}

/** Topics I noted for an earlier session and never showed. */
function ownTopics(db: Database, now: SessionOnFile, before: SessionOnFile): Offer[] {
  const shown = new Set(before.statements.map((one) => one.item));
  const role = roleOf(now, { owner: now.pair.me.identity });
  return draftsUnder(db, before.session).flatMap((draft): Offer[] => {
    if (draft.kind !== 'topic' || shown.has(draft.item) || draft.body.title.trim() === '') return [];
    const { title } = draft.body;
    return [
      {
        item: draft.item,
        topic: draft.item,
        title,
        from: before.date,
        why: 'notReached',
        role,
        mine: true,
        isShown: false,
      },
    ];
  });
}

function differencesDue(db: Database, now: SessionOnFile): (Offer & { readonly due: string })[] {
  const sessions = new Map(
    statementsOf(db, 'session', now.space).map((session) => [session.item, session.body.date]),
  );
  const titles = new Map(statementsOf(db, 'topic', now.space).map((topic) => [topic.item, topic.body.title]));
  return statementsOf(db, 'difference', now.space).flatMap((one) => {
    const session = sessionOf(db, one.item);
    const from = session === null ? undefined : sessions.get(session);
    const title = titles.get(one.subject ?? '');
    const { reviewDate: due } = one.body;
    if (one.subject === null || title === undefined || from === undefined || session === now.session)
      return [];
    if (due === null || due > now.date || from > now.date) return [];
    const mine = one.owner === now.pair.me.identity;
    return [
      {
        item: one.item,
        topic: one.subject,
        title,
        from,
        why: 'lookAgain' as const,
        role: roleOf(now, one),
        mine,
        isShown: true,
        due,
      },
    ];
  });
}

/** Earlier topics that somebody brought again, shown or begun by me, with the date of the session they were brought to. */
function broughtAgain(db: Database, space: string): { topic: string; on: string }[] {
  const dates = new Map(
    statementsOf(db, 'session', space).map((session) => [session.item, session.body.date]),
  );
  const topics = [
    ...statementsOf(db, 'topic', space),
    ...draftsOf(db, 'topic').filter((draft) => draft.space === space),
  ];
  return topics.flatMap(({ body, subject }) =>
    body.from === null ? [] : [{ topic: body.from.topic, on: dates.get(subject ?? '') ?? '' }],
  );
}

import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { type CommitDeps, say, saveDraft } from './commit.ts';
import { whoAmI } from './me.ts';
import { draftsUnder, spaceOf } from './read.ts';
import { myStatement } from './sessionPlace.ts';

/** My topics of a session in the order I gave them, those that nobody else has seen among them. */
export function myTopicOrder(db: Database, session: string): readonly string[] {
  return myDraft(db, session)?.body.topics ?? myStatement(db, 'topicOrder', session)?.body.topics ?? [];
}

/** Keeps the order for my eyes; `showTopicOrder` says of it what concerns topics that are shown. Throws 'not_yours'. */
export function saveTopicOrder(deps: CommitDeps, session: string, topics: readonly string[]): void {
  const db = deps.vault.db();
  const own = new Set(ownTopics(db, session).map((topic) => topic.item));
  if (topics.some((topic) => !own.has(topic))) {
    throw new AppError('not_yours', 'only their owner puts topics in order');
  }
  const body = { topics: [...new Set(topics)] };
  const known = myDraft(db, session)?.item ?? myStatement(db, 'topicOrder', session)?.item;
  const draft = { kind: 'topicOrder', space: spaceOf(db, session), body } as const;
  saveDraft(deps, known === undefined ? { ...draft, subject: session } : { ...draft, item: known });
}

/**
 * Says the order of my shown topics, when it is not what I said before. What is not shown yet is left out, so that nobody
 * can tell that it is there. Returns whether anything was said.
 */
export function showTopicOrder(deps: CommitDeps, session: string): boolean {
  const db = deps.vault.db();
  const draft = myDraft(db, session);
  if (draft === undefined) return false;
  const shown = new Set(ownTopics(db, session).flatMap((topic) => (topic.isShown ? [topic.item] : [])));
  const topics = draft.body.topics.filter((topic) => shown.has(topic));
  const before = myStatement(db, 'topicOrder', session)?.body.topics ?? [];
  if (topics.length < 2 || topics.join() === before.join()) return false;
  const { item, space, body } = draft;
  say(deps, { kind: 'topicOrder', item, space, body: { topics } });
  if (body.topics.length > topics.length) saveDraft(deps, { kind: 'topicOrder', item, space, body });
  return true;
}

function myDraft(db: Database, session: string) {
  for (const draft of draftsUnder(db, session)) {
    if (draft.kind === 'topicOrder' && draft.subject === session) return draft;
  }
  return undefined;
}

function ownTopics(db: Database, session: string): { item: string; isShown: boolean }[] {
  const rows = db
    .prepare(
      `SELECT item.id AS item, shown.body IS NOT NULL AS isShown
       FROM item LEFT JOIN shown ON shown.item = item.id
       WHERE item.subject = ? AND item.kind = 'topic' AND item.owner = ?`,
    )
    .all(session, whoAmI(db).identity) as { item: string; isShown: 0 | 1 }[];
  return rows.map(({ item, isShown }) => ({ item, isShown: isShown === 1 }));
}

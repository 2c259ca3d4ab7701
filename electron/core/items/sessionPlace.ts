import type { Database } from 'better-sqlite3';
import type { Body, Kind, KnownStatement } from '../../../shared/model/kinds.ts';
import { type Place, type SessionPart, sessionParts } from '../../../shared/model/session.ts';
import { AppError } from '../../../shared/result.ts';
import { type CommitDeps, type Draft, saveDraft } from './commit.ts';
import { whoAmI } from './me.ts';
import { statementsUnder } from './read.ts';
import { mustSessionOf } from './session.ts';

/** What is said at a place has a topic, or the session and one of its parts, as its subject. Throws 'not_found'. */
export function subjectOf(
  db: Database,
  session: string,
  place: Place,
): { readonly subject: string; readonly part: SessionPart | null } {
  const part = sessionParts.find((one) => one === place);
  if (part !== undefined) return { subject: session, part };
  if (mustSessionOf(db, place) !== session) throw new AppError('not_found', 'there is no such topic here');
  const row = db.prepare('SELECT kind FROM item WHERE id = ?').get(place) as { kind: string } | undefined;
  if (row?.kind !== 'topic') throw new AppError('not_found', 'there is no such topic here');
  return { subject: place, part: null };
}

/** Saves a working copy in a session: a new one, or a change of `item`, which keeps its place. */
export function saveInSession<K extends Kind>(
  deps: CommitDeps,
  draft: Omit<Draft<K>, 'item' | 'subject'> & { readonly item: string | null; readonly subject: string },
): string {
  const { item, subject, ...rest } = draft;
  if (item === null) return saveDraft(deps, { ...rest, subject });
  const row = deps.vault.db().prepare('SELECT subject FROM item WHERE id = ?').get(item) as
    | { subject: string | null }
    | undefined;
  if (row !== undefined && row.subject !== subject) {
    throw new AppError('bad_input', 'what was said in one place stays there');
  }
  return saveDraft(deps, { ...rest, item });
}

/** What I have shown of one kind about a subject: the newest item, or undefined. */
export function myStatement<K extends Kind>(
  db: Database,
  kind: K,
  subject: string,
): (KnownStatement & { kind: K }) | undefined {
  const me = whoAmI(db).identity;
  return statementsUnder(db, subject)
    .filter((one): one is KnownStatement & { kind: K } => one.kind === kind)
    .filter((one) => one.subject === subject && one.owner === me)
    .at(-1);
}

/** The body of my item as I last wrote it: the working copy, else what is shown. Null when there is neither. */
export function newestBody<K extends Kind>(db: Database, kind: K, item: string): Body<K> | null {
  const row = db
    .prepare(
      `SELECT coalesce(working_copy.body, shown.body) AS body
       FROM item LEFT JOIN working_copy ON working_copy.item = item.id LEFT JOIN shown ON shown.item = item.id
       WHERE item.id = ? AND item.kind = ?`,
    )
    .get(item, kind) as { body: string | null } | undefined;
  return row === undefined || row.body === null ? null : (JSON.parse(row.body) as Body<K>);
}

import type { Database } from 'better-sqlite3';
import { type Body, isKind, type Kind, kinds } from '../../../shared/model/kinds.ts';
import type { Revision } from '../../../shared/model/revision.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import type { Platform } from '../platform.ts';
import { toCanonical } from './canonical.ts';
import { keepDailyVersion } from './dailyVersion.ts';
import { newId, sha256 } from './ids.ts';
import { whoAmI } from './me.ts';
import { noteForgotten } from './ownVersions.ts';
import { project, unproject } from './projections.ts';
import { heads, storeOnlyRevision, storeRevision } from './versions.ts';

/** What commit needs; every Deps has it. */
export type CommitDeps = { readonly platform: Platform; readonly vault: { readonly db: () => Database } };

/** `item` names an existing item of mine; without it a new one is made. */
export type Draft<K extends Kind> = {
  readonly kind: K;
  readonly item?: string;
  readonly space: string;
  readonly subject?: string | null;
  readonly body: Body<K>;
  /** Import batch this item belongs to, so that a cancel can remove it. */
  readonly batch?: string;
};

type ItemRow = { kind: string; space: string; owner: string; subject: string | null };

/** Runs several writes as one: all of them, or none. */
export function inOneTransaction<T>(deps: CommitDeps, run: () => T): T {
  const db = deps.vault.db();
  return db.inTransaction ? run() : db.transaction(run).immediate();
}

/**
 * Saves the working copy: private, one row, overwritten. Returns the item's id.
 * Throws 'not_yours' for another's item, 'bad_input' when the body does not fit its kind.
 */
export function saveDraft<K extends Kind>(deps: CommitDeps, draft: Draft<K>): string {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const body = checkBody(draft.kind, draft.body);
    const at = deps.platform.now().toISOString();
    const item = draft.item ?? newId(deps.platform);
    const mine = ensureItem(db, item, draft, at);
    if (kinds[draft.kind].place === 'private' && !mine.isNew) keepDailyVersion(db, item, at);
    prepared(
      db,
      `INSERT INTO working_copy (item, body, at) VALUES (?, ?, ?)
       ON CONFLICT (item) DO UPDATE SET body = excluded.body, at = excluded.at`,
    ).run(item, JSON.stringify(body), at);
    project(db, item, draft.kind, body);
    return item;
  });
}

/**
 * Makes a revision out of the working copy and queues it for the others of the space. The working copy is then gone:
 * what is shown is what stands. Returns the revision's hash.
 * Throws 'not_found' when there is nothing to show, 'bad_input' for a private kind.
 */
export function showDraft(deps: CommitDeps, item: string): string {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const draft = prepared(db, 'SELECT body FROM working_copy WHERE item = ?').get(item) as
      | { body: string }
      | undefined;
    if (draft === undefined) throw new AppError('not_found', 'there is no working copy to show');
    const hash = makeRevision(deps, item, JSON.parse(draft.body));
    prepared(db, 'DELETE FROM working_copy WHERE item = ?').run(item);
    return hash;
  });
}

/** Saves and shows in one step, for statements that are never drafts. Returns the item's id. */
export function say<K extends Kind>(deps: CommitDeps, draft: Draft<K>): string {
  return inOneTransaction(deps, () => {
    const item = saveDraft(deps, draft);
    showDraft(deps, item);
    return item;
  });
}

/** Takes back what was shown: a revision without a body goes out, and the earlier words are erased here. */
export function withdraw(deps: CommitDeps, item: string): void {
  inOneTransaction(deps, () => {
    makeRevision(deps, item, null);
  });
}

/** Hides an item of mine (private kinds only) so that it can be put back. */
export function setRemoved(deps: CommitDeps, item: string, removed: boolean): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const row = myItem(db, item);
    if (kinds[row.kind].place !== 'private')
      throw new AppError('bad_input', 'a shared item is withdrawn, not removed');
    prepared(db, 'UPDATE item SET removed_at = ? WHERE id = ?').run(
      removed ? deps.platform.now().toISOString() : null,
      item,
    );
    const draft = prepared(db, 'SELECT body FROM working_copy WHERE item = ?').get(item) as
      | { body: string }
      | undefined;
    if (removed) unproject(db, item);
    else if (draft !== undefined) project(db, item, row.kind, checkBody(row.kind, JSON.parse(draft.body)));
  });
}

/**
 * Removes every trace of a private item or of an unshown draft: working copy, revisions, projections, search terms, and what was
 * typed about it in a form and never sent.
 */
export function eraseItem(deps: CommitDeps, item: string): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const row = myItem(db, item);
    const shown = prepared(db, 'SELECT 1 FROM shown WHERE item = ?').get(item) !== undefined;
    if (kinds[row.kind].place === 'shared' && shown) {
      throw new AppError('bad_input', 'shown words are withdrawn, not erased');
    }
    unproject(db, item);
    prepared(db, 'DELETE FROM item WHERE id = ?').run(item);
    for (const unsent of unsentAbout(db, item)) eraseItem(deps, unsent);
  });
}

function unsentAbout(db: Database, item: string): string[] {
  return prepared(
    db,
    `SELECT item.id FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.space = ? AND item.kind = 'unsent' AND json_extract(working_copy.body, '$.about') = ?`,
  )
    .pluck()
    .all(whoAmI(db).selfSpace, item) as string[];
}

/** Forgets the day-by-day history of a private item; what it says now stays. Returns how many versions went. */
export function forgetEarlierVersions(deps: CommitDeps, item: string): number {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const row = myItem(db, item);
    if (kinds[row.kind].place !== 'private')
      throw new AppError('bad_input', 'only private history can be forgotten');
    noteForgotten(db, item);
    return prepared(db, 'DELETE FROM revision WHERE item = ?').run(item).changes;
  });
}

/**
 * Stores the first revision that arrived of an item nobody here knew: its owner's, whose signature, kind and body the caller
 * has checked.
 */
export function storeFirst(db: Database, revision: Revision, hash: string, bytes: string): void {
  prepared(db, 'INSERT INTO item (id, kind, space, owner, subject, made_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    revision.item,
    revision.kind,
    revision.space,
    revision.by,
    revision.subject,
    revision.at,
  );
  storeOnlyRevision(db, revision, hash, bytes);
}

function makeRevision(deps: CommitDeps, item: string, body: unknown): string {
  const db = deps.vault.db();
  const row = myItem(db, item);
  if (kinds[row.kind].place !== 'shared') throw new AppError('bad_input', 'a private item cannot be shown');
  mustNotBeOver(db, row.space);
  const revision: Revision = {
    format: 1,
    minReader: 1,
    item,
    kind: row.kind,
    space: row.space,
    subject: row.subject,
    parents: heads(db, item),
    at: deps.platform.now().toISOString(),
    by: row.owner,
    body: body === null ? null : checkBody(row.kind, body),
  };
  const bytes = toCanonical(revision);
  const hash = sha256(bytes);
  storeRevision(db, revision, hash, bytes);
  prepared(db, 'INSERT INTO outgoing (space, hash) VALUES (?, ?)').run(row.space, hash);
  return hash;
}

function ensureItem<K extends Kind>(
  db: Database,
  id: string,
  draft: Draft<K>,
  at: string,
): { isNew: boolean } {
  const row = prepared(db, 'SELECT kind, space, owner, subject FROM item WHERE id = ?').get(id) as
    | ItemRow
    | undefined;
  const me = whoAmI(db);
  if (row === undefined) {
    if (draft.item !== undefined) throw new AppError('not_found', `there is no such ${draft.kind}`);
    if ((kinds[draft.kind].place === 'private') !== (draft.space === me.selfSpace)) {
      throw new AppError('bad_input', `a ${draft.kind} does not belong in this space`);
    }
    if (beginsSomething(draft)) mustGoOn(db, draft.space);
    prepared(
      db,
      'INSERT INTO item (id, kind, space, owner, subject, made_at, batch) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(id, draft.kind, draft.space, me.identity, draft.subject ?? null, at, draft.batch ?? null);
    return { isNew: true };
  }
  if (row.owner !== me.identity) throw new AppError('not_yours', 'only its owner can change an item');
  if (row.kind !== draft.kind || row.space !== draft.space) {
    throw new AppError('bad_input', 'an item keeps its kind and its space');
  }
  return { isNew: false };
}

/**
 * An item about nothing else, such as a session. What is said of an ended pair itself is none, nor are words that were being typed
 * where a third person was: they are kept for their writer, and `commit` refuses to send them.
 */
function beginsSomething(draft: Draft<Kind>): boolean {
  const always: readonly Kind[] = [
    'member',
    'notice',
    'left',
    'continues',
    'consentRequest',
    'facilitationAccount',
    'facilitationNeed',
    'facilitationWords',
  ];
  return (draft.subject ?? null) === null && !always.includes(draft.kind);
}

function mustGoOn(db: Database, space: string): void {
  mustNotBeOver(db, space);
  const closed = prepared(db, 'SELECT closed_at FROM space WHERE id = ?').pluck().get(space);
  if (typeof closed === 'string') throw new AppError('pair_ended', 'this pair has ended');
}

/** What a third person came to is readable when it has ended, and nothing more is said in it, changed or taken back. */
function mustNotBeOver(db: Database, space: string): void {
  const over = prepared(
    db,
    "SELECT 1 FROM space WHERE id = ? AND kind = 'facilitated' AND closed_at IS NOT NULL",
  ).get(space);
  if (over !== undefined) throw new AppError('third_ended', 'this has ended');
}

function myItem(db: Database, id: string): ItemRow & { kind: Kind } {
  const row = prepared(db, 'SELECT kind, space, owner, subject FROM item WHERE id = ?').get(id) as
    | ItemRow
    | undefined;
  if (row === undefined || !isKind(row.kind)) throw new AppError('not_found', 'there is no such item');
  if (row.owner !== whoAmI(db).identity) throw new AppError('not_yours', 'only its owner can change an item');
  return { ...row, kind: row.kind };
}

function checkBody<K extends Kind>(kind: K, body: unknown): Body<K> {
  const parsed = kinds[kind].body.safeParse(body);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new AppError('bad_input', `a ${kind} does not fit its shape at: ${where}`);
  }
  return parsed.data as Body<K>;
}

import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { headsOf, type Version } from '../../../shared/model/heads.ts';
import { instantSchema } from '../../../shared/model/ids.ts';
import { type Kind, isKind, kinds } from '../../../shared/model/kinds.ts';
import { revisionSchema } from '../../../shared/model/revision.ts';
import { prepared } from '../db/prepared.ts';
import { toCanonical } from './canonical.ts';
import { sha256 } from './ids.ts';
import { whoAmI } from './me.ts';

/**
 * One version of a private item, as it goes from one of my devices to another. The body null: erased. `forgets`: the days'
 * earlier versions were forgotten.
 */
export const ownRevisionSchema = revisionSchema.extend({
  madeAt: instantSchema,
  removedAt: instantSchema.nullable(),
  forgets: z.boolean(),
});
export type OwnRevision = z.infer<typeof ownRevisionSchema>;

/** A stored version; `revision` null once its bytes were let go. */
export type OwnVersion = Version & { readonly revision: OwnRevision | null };

type Current = {
  readonly kind: Kind;
  readonly subject: string | null;
  readonly madeAt: string;
  readonly removedAt: string | null;
  readonly at: string;
  readonly body: unknown;
};

/** Every version known of an item, in no order. */
export function ownVersionsOf(db: Database, item: string): OwnVersion[] {
  const rows = prepared(db, 'SELECT hash, at, parents, bytes FROM own_version WHERE item = ?').all(item) as {
    hash: string;
    at: string;
    parents: string;
    bytes: string | null;
  }[];
  return rows.map(({ hash, at, parents, bytes }) => ({
    hash,
    at,
    parents: z.array(z.string()).parse(JSON.parse(parents)),
    revision: bytes === null ? null : ownRevisionSchema.parse(JSON.parse(bytes)),
  }));
}

/** The version that a working copy comes from, or null before there was one: the first of those no other replaces. */
function topVersion(db: Database, item: string): string | null {
  return topOf(headsOf(ownVersionsOf(db, item)))?.hash ?? null;
}

/** An erasure never stands above words that were written apart from it. */
function topOf(heads: readonly OwnVersion[]): OwnVersion | undefined {
  return heads.find((head) => head.revision !== null && head.revision.body !== null) ?? heads[0];
}

/** Stores a version and queues nothing. */
export function keepOwnVersion(
  db: Database,
  revision: OwnRevision,
  hash: string,
  bytes: string | null,
): void {
  prepared(
    db,
    'INSERT INTO own_version (hash, item, kind, at, parents, bytes) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(hash, revision.item, revision.kind, revision.at, JSON.stringify(revision.parents), bytes);
}

/** Makes a version, keeps it and queues it for my other devices. Returns its hash. */
export function tellOwnVersion(db: Database, revision: OwnRevision): string {
  const bytes = toCanonical(revision);
  const hash = sha256(bytes);
  keepOwnVersion(db, revision, hash, bytes);
  prepared(db, 'INSERT INTO outgoing (space, hash) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    revision.space,
    hash,
  );
  return hash;
}

/**
 * Makes versions of every private item that changed, for my other devices. Items written after `before` rest a little longer:
 * not every half sentence is a version. Null: all of them, now.
 */
export function noteOwnChanges(db: Database, before: string | null): void {
  const items = db
    .prepare(
      `SELECT own_changed.item FROM own_changed LEFT JOIN working_copy ON working_copy.item = own_changed.item
       WHERE :before IS NULL OR working_copy.at IS NULL OR working_copy.at <= :before`,
    )
    .pluck()
    .all({ before }) as string[];
  for (const item of items) noteOwnChange(db, item);
}

/**
 * The first versions of everything private, when a second device comes: what both then begin from. They are handed over with the
 * journal, so nothing is queued. Does nothing once there are versions.
 */
export function beginOwnVersions(db: Database): void {
  if (db.prepare('SELECT 1 FROM own_version LIMIT 1').get() !== undefined) return;
  const space = whoAmI(db).selfSpace;
  const items = db.prepare('SELECT id FROM item WHERE space = ?').pluck().all(space) as string[];
  for (const item of items) noteOwnChange(db, item);
  db.prepare('DELETE FROM outgoing WHERE space = ?').run(space);
}

/** One item's change since its last version, if there is one; its first version when it has none. */
export function noteOwnChange(db: Database, item: string): void {
  const { changes } = prepared(db, 'DELETE FROM own_changed WHERE item = ?').run(item);
  const heads = headsOf(ownVersionsOf(db, item));
  const top = topOf(heads);
  if (changes === 0 && top !== undefined) return;
  const me = whoAmI(db);
  const current = currentOf(db, item, me.selfSpace);
  if (current === null) {
    if (top === undefined) return;
    tellErasure(
      db,
      item,
      heads.map(({ hash }) => hash),
      top.at,
    );
    return;
  }
  const said = top?.revision ?? null;
  if (said !== null && isSaid(said, current)) return;
  tellOwnVersion(db, {
    format: 1,
    minReader: 1,
    item,
    kind: current.kind,
    space: me.selfSpace,
    subject: current.subject,
    parents: top === undefined ? [] : [top.hash],
    at: latest(current.at, current.removedAt, top?.at ?? null),
    by: me.identity,
    body: current.body,
    madeAt: current.madeAt,
    removedAt: current.removedAt,
    forgets: false,
  });
}

/** Tells the other devices that an item's earlier days are to be forgotten there too, and lets go of older versions here. */
export function noteForgotten(db: Database, item: string): void {
  if (topVersion(db, item) === null) return;
  noteOwnChange(db, item);
  const newest = topOf(headsOf(ownVersionsOf(db, item)));
  if (newest === undefined || newest.revision === null) return;
  const hash = tellOwnVersion(db, { ...newest.revision, parents: [newest.hash], forgets: true });
  forgetOlder(db, item, [hash]);
}

/** Lets go of the bytes of every version of an item but these. */
export function forgetOlder(db: Database, item: string, kept: readonly string[]): void {
  db.prepare(
    'UPDATE own_version SET bytes = NULL WHERE item = ? AND hash NOT IN (SELECT value FROM json_each(?))',
  ).run(item, JSON.stringify(kept));
}

/** Once all my devices have everything, only the newest versions keep their words: what was deleted does not rest here. */
export function forgetReplaced(db: Database): void {
  db.prepare(
    `UPDATE own_version SET bytes = NULL
     WHERE bytes IS NOT NULL AND item NOT IN (SELECT item FROM own_conflict)
       AND hash NOT IN (SELECT before FROM own_laid_over)
       AND hash IN (SELECT parent.value FROM own_version AS child, json_each(child.parents) AS parent)`,
  ).run();
}

function tellErasure(db: Database, item: string, parents: string[], after: string): void {
  const me = whoAmI(db);
  const kind = prepared(db, 'SELECT kind FROM own_version WHERE item = ? LIMIT 1').pluck().get(item);
  tellOwnVersion(db, {
    format: 1,
    minReader: 1,
    item,
    kind: String(kind),
    space: me.selfSpace,
    subject: null,
    parents: parents.slice(0, 16),
    at: after,
    by: me.identity,
    body: null,
    madeAt: after,
    removedAt: null,
    forgets: true,
  });
}

function currentOf(db: Database, item: string, selfSpace: string): Current | null {
  const row = prepared(
    db,
    `SELECT item.kind AS kind, item.subject AS subject, item.made_at AS madeAt, item.removed_at AS removedAt,
            working_copy.at AS at, working_copy.body AS body
     FROM item JOIN working_copy ON working_copy.item = item.id WHERE item.id = ? AND item.space = ?`,
  ).get(item, selfSpace) as (Omit<Current, 'kind' | 'body'> & { kind: string; body: string }) | undefined;
  if (row === undefined || !isKind(row.kind) || kinds[row.kind].place !== 'private') return null;
  return { ...row, kind: row.kind, body: JSON.parse(row.body) };
}

function isSaid(said: OwnRevision, current: Current): boolean {
  return said.removedAt === current.removedAt && toCanonical(said.body) === toCanonical(current.body);
}

function latest(one: string, other: string | null, third: string | null): string {
  return [one, other ?? '', third ?? ''].reduce((a, b) => (a > b ? a : b));
}

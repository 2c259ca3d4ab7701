import type { Database } from 'better-sqlite3';
import { ancestorsOf, headsOf } from '../../../shared/model/heads.ts';
import { joinBodies } from '../../../shared/model/joinVersions.ts';
import { isKind, kinds } from '../../../shared/model/kinds.ts';
import { prepared } from '../db/prepared.ts';
import { toCanonical } from './canonical.ts';
import { keepDailyVersion } from './dailyVersion.ts';
import { noteLaidOver } from './laidOver.ts';
import { AppError } from '../../../shared/result.ts';
import {
  forgetOlder,
  keepOwnVersion,
  noteOwnChange,
  type OwnRevision,
  type OwnVersion,
  ownVersionsOf,
  tellOwnVersion,
} from './ownVersions.ts';
import { project, unproject } from './projections.ts';

/** A version as it came. */
export type Came = { readonly revision: OwnRevision; readonly hash: string; readonly bytes: string };

type Head = OwnVersion & { readonly revision: OwnRevision };

/**
 * Brings an item's working copy to what its versions say. One that replaces all others is taken as it is. Two that were written
 * apart are joined paragraph by paragraph where that loses nothing, in the same bytes on every device; otherwise the newest is shown and
 * the other waits until the person chooses. Call it inside a transaction, when this device's own change has become a version.
 */
export function settleOwn(db: Database, item: string): void {
  const heads = headsOf(ownVersionsOf(db, item)).filter((head): head is Head => head.revision !== null);
  const words = heads.filter((head) => head.revision.body !== null);
  const isHere = prepared(db, 'SELECT 1 FROM item WHERE id = ?').get(item) !== undefined;
  if (words.length === 0) {
    noteConflict(db, item, false);
    if (isHere) erase(db, item);
    return;
  }
  if (words.length < heads.length) {
    // Erased on one device, written on in another: where it is gone it stays gone until the person says otherwise.
    if (isHere) noteConflict(db, item, true);
    else
      forgetOlder(
        db,
        item,
        heads.filter((head) => head.revision.body === null).map(({ hash }) => hash),
      );
    if (isHere && words[0] !== undefined) apply(db, words[0]);
    return;
  }
  const whole = joinAll(db, words);
  noteConflict(db, item, whole === null);
  const shown = whole ?? words[0];
  if (shown !== undefined) apply(db, shown);
}

/**
 * Takes in versions that came together from another of my devices. This device's own changes become versions first, so that
 * nothing is laid over anything; what they come to is settled once all of them are kept.
 */
export function takeOwnVersions(db: Database, came: readonly Came[]): void {
  const items = new Set(came.map(({ revision }) => revision.item));
  for (const item of items) noteOwnChange(db, item);
  for (const { revision, hash, bytes } of came) {
    if (prepared(db, 'SELECT 1 FROM own_version WHERE hash = ?').get(hash) !== undefined) continue;
    keepOwnVersion(db, revision, hash, bytes);
    if (revision.forgets) forgetBefore(db, revision);
  }
  for (const item of items) settleOwn(db, item);
}

function forgetBefore(db: Database, { item, at }: OwnRevision): void {
  prepared(db, 'DELETE FROM revision WHERE item = ? AND at <= ?').run(item, at);
  const kept = headsOf(ownVersionsOf(db, item)).map((head) => head.hash);
  forgetOlder(db, item, kept);
}

/**
 * Saves words typed on from an older version than the newest, as an open window does when another device's words came in
 * meanwhile: they become a version beside it, and the two are settled. Returns the hash to type on from.
 */
export function saveApart(
  db: Database,
  item: string,
  typed: { readonly body: unknown; readonly at: string; readonly from: string },
): string {
  noteOwnChange(db, item);
  const heads = headsOf(ownVersionsOf(db, item));
  const [known] = heads.flatMap(({ revision }) => (revision === null ? [] : [revision]));
  if (known === undefined) throw new AppError('not_found', 'there is no such item');
  const revision = { ...known, body: typed.body, at: typed.at, parents: [typed.from], removedAt: null };
  const hash = tellOwnVersion(db, { ...revision, forgets: false });
  noteLaidOver(db, item, hash, typed.from);
  const words = JSON.stringify(typed.body);
  prepared(db, 'UPDATE working_copy SET body = ?, at = ? WHERE item = ?').run(words, typed.at, item);
  settleOwn(db, item);
  return hash;
}

/** One version out of all of them, kept as a version of its own; null when a person has to look. */
function joinAll(db: Database, heads: readonly Head[]): Head | null {
  const [first, ...others] = [...heads].reverse();
  let joined: Head | undefined = first;
  for (const next of others) {
    if (joined === undefined) return null;
    joined = joinTwo(db, joined, next) ?? undefined;
  }
  return joined ?? null;
}

/** The older one first. Both devices make exactly these bytes, so that a join is never a third version. */
function joinTwo(db: Database, older: Head, newer: Head): Head | null {
  const [one, other] = [older.revision, newer.revision];
  const base = commonBase(ownVersionsOf(db, one.item), older.hash, newer.hash);
  const isEqual = toCanonical(one.body) === toCanonical(other.body);
  const body = isEqual
    ? one.body
    : base === null
      ? null
      : joinBodies(one.kind, base.body, one.body, other.body);
  if (body === null) return null;
  const revision: OwnRevision = {
    ...other,
    parents: [older.hash, newer.hash].sort(),
    body,
    madeAt: [one.madeAt, other.madeAt].sort()[0] ?? one.madeAt,
    // Words that were written on are not in "Recently deleted", whatever the other device did.
    removedAt: one.removedAt === null || other.removedAt === null ? null : other.removedAt,
    forgets: one.forgets || other.forgets,
  };
  return { hash: tellOwnVersion(db, revision), at: revision.at, parents: revision.parents, revision };
}

/** The one newest version that both were written from; null when there is none, more than one, or its words were let go. */
function commonBase(all: readonly OwnVersion[], one: string, other: string): OwnRevision | null {
  const ofOne = ancestorsOf(all, one);
  const ofOther = ancestorsOf(all, other);
  const common = [...ofOne].filter((hash) => ofOther.has(hash));
  const older = new Set(common.flatMap((hash) => [...ancestorsOf(all, hash)]));
  const newest = common.filter((hash) => !older.has(hash));
  if (newest.length !== 1) return null;
  return all.find(({ hash }) => hash === newest[0])?.revision ?? null;
}

function noteConflict(db: Database, item: string, is: boolean): void {
  const sql = is
    ? 'INSERT INTO own_conflict (item) VALUES (?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM own_conflict WHERE item = ?';
  prepared(db, sql).run(item);
}

function erase(db: Database, item: string): void {
  unproject(db, item);
  prepared(db, 'DELETE FROM item WHERE id = ?').run(item);
  prepared(db, 'DELETE FROM own_changed WHERE item = ?').run(item);
}

/** Writes what a version says as though it had been typed here; an earlier day's words stay among the earlier versions. */
function apply(db: Database, { hash, revision }: Head): void {
  const { item, kind } = revision;
  if (!isKind(kind)) return;
  const body = kinds[kind].body.parse(revision.body);
  const known = prepared(db, 'SELECT body FROM working_copy WHERE item = ?').pluck().get(item);
  if (typeof known !== 'string') {
    prepared(
      db,
      `INSERT INTO item (id, kind, space, owner, subject, made_at, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
    ).run(item, kind, revision.space, revision.by, revision.subject, revision.madeAt, revision.removedAt);
  } else layOver(db, item, hash, { known, at: revision.at, body });
  prepared(
    db,
    `INSERT INTO working_copy (item, body, at) VALUES (?, ?, ?)
     ON CONFLICT (item) DO UPDATE SET body = excluded.body, at = excluded.at`,
  ).run(item, JSON.stringify(body), revision.at);
  prepared(db, 'UPDATE item SET removed_at = ? WHERE id = ? AND removed_at IS NOT ?').run(
    revision.removedAt,
    item,
    revision.removedAt,
  );
  if (revision.removedAt === null) project(db, item, kind, body);
  else unproject(db, item);
  prepared(db, 'DELETE FROM own_changed WHERE item = ?').run(item);
}

function layOver(
  db: Database,
  item: string,
  hash: string,
  words: { readonly known: string; readonly at: string; readonly body: unknown },
): void {
  const old = toCanonical(JSON.parse(words.known));
  if (old === toCanonical(words.body)) return;
  keepDailyVersion(db, item, words.at);
  const before = ownVersionsOf(db, item).find(
    (version) =>
      version.hash !== hash && version.revision !== null && toCanonical(version.revision.body) === old,
  );
  if (before !== undefined) noteLaidOver(db, item, hash, before.hash);
}

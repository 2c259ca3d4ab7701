import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ancestorsOf, headsOf, type Version } from '../../../shared/model/heads.ts';
import type { Revision } from '../../../shared/model/revision.ts';
import { prepared } from '../db/prepared.ts';

type StoredVersion = Version & { readonly withdrawn: boolean };

const parentsSchema = z.array(z.string());

/**
 * Stores a statement and lets the item show what it now says: the newest of the versions nobody replaced. What was taken
 * back is erased with everything it replaced, also when that arrives after it.
 */
export function storeRevision(db: Database, revision: Revision, hash: string, bytes: string): void {
  insert(db, revision, hash, bytes);
  const others = prepared(db, 'SELECT 1 FROM revision WHERE item = ? AND hash <> ? LIMIT 1').get(
    revision.item,
    hash,
  );
  if (others === undefined) show(db, revision.item, hash, revision.at, revision.body);
  else settle(db, revision.item);
}

/** The same for an item that was only now made and so has no other version. */
export function storeOnlyRevision(db: Database, revision: Revision, hash: string, bytes: string): void {
  insert(db, revision, hash, bytes);
  show(db, revision.item, hash, revision.at, revision.body);
}

/** Hashes of the versions of an item that no other replaces, the one that is shown first. */
export function heads(db: Database, item: string): string[] {
  return headsOf(versions(db, item)).map((version) => version.hash);
}

function insert(db: Database, revision: Revision, hash: string, bytes: string): void {
  prepared(db, 'INSERT INTO revision (hash, item, at, bytes, parents) VALUES (?, ?, ?, ?, ?)').run(
    hash,
    revision.item,
    revision.at,
    bytes,
    JSON.stringify(revision.parents),
  );
}

function settle(db: Database, item: string): void {
  const all = versions(db, item);
  const [newest] = headsOf(all);
  if (newest === undefined) return;
  for (const version of all) {
    if (!version.withdrawn) continue;
    for (const hash of ancestorsOf(all, version.hash)) {
      prepared(db, 'UPDATE revision SET bytes = NULL WHERE hash = ? AND item = ?').run(hash, item);
    }
  }
  const bytes = prepared(db, 'SELECT bytes FROM revision WHERE hash = ?').pluck().get(newest.hash);
  const body = typeof bytes === 'string' ? (JSON.parse(bytes) as { body: unknown }).body : null;
  show(db, item, newest.hash, newest.at, body);
}

function show(db: Database, item: string, hash: string, at: string, body: unknown): void {
  prepared(
    db,
    `INSERT INTO shown (item, hash, at, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (item) DO UPDATE SET hash = excluded.hash, at = excluded.at, body = excluded.body`,
  ).run(item, hash, at, body === null ? null : JSON.stringify(body));
}

function versions(db: Database, item: string): StoredVersion[] {
  const rows = prepared(
    db,
    `SELECT hash, at, parents, coalesce(json_type(bytes, '$.body') = 'null', 0) AS withdrawn
     FROM revision WHERE item = ? ORDER BY number`,
  ).all(item) as { hash: string; at: string; parents: string; withdrawn: number }[];
  return rows.map((row) => ({
    hash: row.hash,
    at: row.at,
    parents: parentsSchema.parse(JSON.parse(row.parents)),
    withdrawn: row.withdrawn === 1,
  }));
}

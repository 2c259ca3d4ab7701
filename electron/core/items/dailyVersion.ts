import type { Database } from 'better-sqlite3';
import { toCanonical } from './canonical.ts';
import { sha256 } from './ids.ts';

/** A private item keeps one earlier version a day: the working copy as it stood when the first change of a new day came. */
export function keepDailyVersion(db: Database, item: string, at: string): void {
  const old = db.prepare('SELECT body, at FROM working_copy WHERE item = ?').get(item) as
    | { body: string; at: string }
    | undefined;
  if (old === undefined || old.at.slice(0, 10) === at.slice(0, 10)) return;
  const bytes = toCanonical({ item, at: old.at, body: JSON.parse(old.body) });
  db.prepare(
    'INSERT INTO revision (hash, item, at, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(sha256(bytes), item, old.at, bytes);
}

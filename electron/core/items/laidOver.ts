import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';

/*
 * An open window holds a page's words itself and saves them whole. When another device's words were laid over the working copy
 * meanwhile, its next save must not wipe them out: it has to be known from which version the window types on.
 */

/** Notes that a version was laid over this device's own words, which were the version `before`. */
export function noteLaidOver(db: Database, item: string, hash: string, before: string): void {
  prepared(db, 'INSERT INTO own_laid_over (item, hash, before) VALUES (?, ?, ?)').run(item, hash, before);
}

/** What a window that reads the item now types on from; null while nothing was ever laid over it. */
export function readFrom(db: Database, item: string): string | null {
  const hash = prepared(db, 'SELECT hash FROM own_laid_over WHERE item = ? ORDER BY number DESC LIMIT 1')
    .pluck()
    .get(item);
  return typeof hash === 'string' ? hash : null;
}

/**
 * The version a window's words come from, when something was laid over them since it read `from`. Null when nothing was, and it simply
 * saves.
 */
export function typedFrom(db: Database, item: string, from: string | null): string | null {
  const before = prepared(
    db,
    `SELECT before FROM own_laid_over
     WHERE item = :item
       AND number > coalesce((SELECT max(number) FROM own_laid_over WHERE item = :item AND hash = :from), 0)
     ORDER BY number LIMIT 1`,
  )
    .pluck()
    .get({ item, from });
  return typeof before === 'string' ? before : null;
}

/** No window is open that could type on from anything: after an unlock, when what an earlier one could not save is saved. */
export function forgetLaidOver(db: Database): void {
  db.prepare('DELETE FROM own_laid_over').run();
}

import type { Database } from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** A value of the vault's own settings, or null when it was never set. */
export function readSetting(db: Database, key: string): string | null {
  const value = prepared(db, 'SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return typeof value === 'string' ? value : null;
}

export function writeSetting(db: Database, key: string, value: string): void {
  prepared(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

export function removeSetting(db: Database, key: string): void {
  prepared(db, 'DELETE FROM setting WHERE key = ?').run(key);
}

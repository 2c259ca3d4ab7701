import type { Database } from 'better-sqlite3';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { readSetting } from '../db/setting.ts';
import { listPairs } from '../items/pair.ts';

/** The names a person wants looked for before anything leaves. */
export function listedNames(db: Database): string[] {
  const stored = readSetting(db, 'settings.names');
  const names = settingsSchema.shape.names.safeParse(JSON.parse(stored ?? '[]'));
  return names.success ? names.data : [];
}

/** Listed names, and those of the people I am joined with and my own beside them: in a paper for others they point to somebody too. */
export function knownNames(db: Database): string[] {
  return [...listedNames(db), ...listPairs(db).flatMap((pair) => [pair.me.name, pair.other.name])];
}

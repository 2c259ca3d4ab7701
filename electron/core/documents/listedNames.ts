import type { Database } from 'better-sqlite3';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { readSetting } from '../db/setting.ts';

/** The names a person wants looked for before anything leaves. */
export function listedNames(db: Database): string[] {
  const stored = readSetting(db, 'settings.names');
  const names = settingsSchema.shape.names.safeParse(JSON.parse(stored ?? '[]'));
  return names.success ? names.data : [];
}

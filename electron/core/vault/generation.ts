import type { Database } from 'better-sqlite3';
import { readSetting, writeSetting } from '../db/setting.ts';
import { writeHeader } from './header.ts';
import { vaultSetting } from './settings.ts';
import type { OpenVault } from './vault.ts';

/**
 * Whether database and header stem from different times. The database is written first, so after a crash between the
 * two it may be one ahead; anything else means that one of the files was put back from an older copy.
 * `headerIsOld`: the header in use is vault.json.prev, which is behind by nature.
 */
export function isRolledBack(headerNumber: number, databaseNumber: number, headerIsOld: boolean): boolean {
  if (databaseNumber < headerNumber) return true;
  return !headerIsOld && databaseNumber > headerNumber + 1;
}

export function databaseGeneration(db: Database): number {
  return Number(readSetting(db, vaultSetting.generation) ?? '0');
}

/**
 * Moves both counters on by one, database first. When the last run died between the two, only the header catches up:
 * otherwise a second such crash would look like a rollback.
 */
export function advanceGeneration(open: OpenVault): void {
  const header = open.header.generation;
  const database = databaseGeneration(open.db);
  const next = database === header + 1 ? database : Math.max(header, database) + 1;
  if (next !== database) writeSetting(open.db, vaultSetting.generation, String(next));
  const moved = { ...open.header, generation: next };
  writeHeader(open.folder, moved);
  open.header = moved;
}

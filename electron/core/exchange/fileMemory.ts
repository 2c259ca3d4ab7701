import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import type { SealedFile } from './folder.ts';

/** What an unchanged file was found to be before: null when taken in, undefined when it was never looked at. */
export function knownCode(db: Database, space: string, file: SealedFile): string | null | undefined {
  const row = prepared(
    db,
    'SELECT size, changed_ms AS changed, code FROM folder_file WHERE space = ? AND name = ?',
  ).get(space, file.name) as { size: number; changed: number; code: string | null } | undefined;
  return row !== undefined && row.size === file.size && row.changed === file.changed ? row.code : undefined;
}

/** Notes what a file was found to be; it is looked at again when its size or time of change differs. */
export function rememberFile(
  db: Database,
  space: string,
  file: SealedFile,
  code: string | null,
  at: string,
): void {
  prepared(
    db,
    `INSERT INTO folder_file (space, name, size, changed_ms, code, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (space, name) DO UPDATE
     SET size = excluded.size, changed_ms = excluded.changed_ms, code = excluded.code, at = excluded.at`,
  ).run(space, file.name, file.size, file.changed, code, at);
}

/** Looks again at what came from devices that were not known then. */
export function forgetUnknownSenders(db: Database): void {
  db.prepare("DELETE FROM folder_file WHERE code = 'packet_unknown_sender'").run();
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databaseName, headerName } from './header.ts';

/** One finished backup: a folder with a header and a database. */
export type Backup = { readonly folder: string; readonly at: Date; readonly bytes: number };

/** `2026-11-22T184705`, UTC; a second backup within the same second gets `-2`. */
const folderName = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)(-\d+)?$/;

export function backupName(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(':', '');
}

/** The backups directly in `folder`, newest first. What is not one of our own finished backups is not listed. */
export function backupsIn(folder: string): Backup[] {
  return folderNames(folder)
    .map((name) => backupAt(join(folder, name)))
    .filter((backup) => backup !== null)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.folder.localeCompare(a.folder));
}

/**
 * The backups a person may mean by a folder: it may be one backup, one vault's backups, or the folder of all. Newest first.
 */
export function backupsUnder(folder: string): Backup[] {
  const itself = backupAt(folder);
  if (itself) return [itself];
  const deeper = folderNames(folder).flatMap((name) => backupsIn(join(folder, name)));
  return [...backupsIn(folder), ...deeper].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** The backup in exactly this folder, or null. Looks at names and sizes only. */
function backupAt(folder: string): Backup | null {
  const at = instantOf(basename(folder));
  const header = statSync(join(folder, headerName), { throwIfNoEntry: false });
  const database = statSync(join(folder, databaseName), { throwIfNoEntry: false });
  if (!at || !header?.isFile() || !database?.isFile()) return null;
  return { folder, at, bytes: header.size + database.size };
}

function instantOf(name: string): Date | null {
  const found = folderName.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function folderNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

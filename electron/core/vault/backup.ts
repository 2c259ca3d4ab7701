import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { openForReading } from '../db/open.ts';
import { type Backup, backupName, backupsIn } from './backupFolder.ts';
import { fsyncDirectory, fsyncFile, renameWithRetries, writeSmallFile } from '../files.ts';
import { databaseName, type Header, headerName, parseHeader, serialiseHeader } from './header.ts';
import { backupsToKeep } from './retention.ts';
import type { OpenVault } from './vault.ts';

const unfinished = '.making-';

/** Where the backups of one vault lie: `<backup folder>/<first eight letters of the vault's id>`. */
export function backupsOf(folder: string, vaultId: string): string {
  return join(folder, vaultId.slice(0, 8));
}

/**
 * Makes one backup, proves that it opens with the vault's key and holds as many rows, and only then gives it its name
 * and lets older ones go. Synchronous: 82 MB took 0.6 s. Throws `backup_unusable` when the copy does not hold, or the
 * disk's own error; an unfinished copy is removed and no older backup is touched.
 */
export function makeBackup(open: OpenVault, folder: string, now: Date): Backup {
  const home = backupsOf(folder, open.header.id);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  clearUnfinished(home);
  const name = freeName(home, backupName(now));
  const making = join(home, `${unfinished}${name}`);
  try {
    mkdirSync(making, { mode: 0o700 });
    copyInto(making, open, now);
    proveBackup(making, open);
    renameWithRetries(making, join(home, name));
    fsyncDirectory(home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  const made = backupsIn(home).find((backup) => backup.folder === join(home, name));
  if (!made) throw new AppError('backup_unusable', 'The backup is not where it was put.');
  thinOut(home);
  return made;
}

/** Throws `backup_unusable` unless header and database are exactly the pair that was written. Needs no key. */
export function readBackup(folder: string): Header {
  let header: Header;
  try {
    header = parseHeader(readFileSync(join(folder, headerName)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'newer_format') throw error;
    throw new AppError('backup_unusable', 'The header of this backup is damaged or missing.');
  }
  if (!header.backup || !sameFile(join(folder, databaseName), header.backup)) {
    throw new AppError('backup_unusable', 'The database of this backup is not complete.');
  }
  return header;
}

function copyInto(making: string, open: OpenVault, now: Date): void {
  const database = join(making, databaseName);
  // The path is a bound value. VACUUM INTO keeps the key and leaves out free pages and deleted text.
  open.db.prepare('VACUUM INTO ?').run(database);
  fsyncFile(database);
  const stored = readFileSync(database);
  const backup = { at: now.toISOString(), bytes: stored.length, sha256: sha256(stored) };
  writeSmallFile(join(making, headerName), serialiseHeader({ ...open.header, backup }));
}

function proveBackup(making: string, open: OpenVault): void {
  readBackup(making);
  const copy = openForReading(join(making, databaseName), open.key);
  try {
    const check = copy.pragma('quick_check', { simple: true });
    if (check !== 'ok') throw new AppError('backup_unusable', 'The backup does not pass its check.');
    if (countRows(copy) !== countRows(open.db)) {
      throw new AppError('backup_unusable', 'The backup does not hold every row.');
    }
  } finally {
    copy.close();
  }
}

function countRows(db: Database): number {
  const names = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all();
  return names.reduce<number>((sum, name) => {
    const quoted = `"${String(name).replaceAll('"', '""')}"`;
    return sum + Number(db.prepare(`SELECT count(*) FROM ${quoted}`).pluck().get());
  }, 0);
}

function thinOut(home: string): void {
  const backups = backupsIn(home);
  const kept = new Set(backupsToKeep(backups.map(({ at }) => at)).map((at) => at.getTime()));
  const seen = new Set<number>();
  for (const { folder, at } of backups) {
    // Of two within one second the later-named comes first and stays.
    if (kept.has(at.getTime()) && !seen.has(at.getTime())) seen.add(at.getTime());
    else rmSync(folder, { recursive: true, force: true });
  }
}

function clearUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(unfinished)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function freeName(home: string, wanted: string): string {
  let name = wanted;
  for (let number = 2; existsSync(join(home, name)); number += 1) name = `${wanted}-${number}`;
  return name;
}

function sameFile(path: string, expected: { bytes: number; sha256: string }): boolean {
  if (!existsSync(path)) return false;
  const stored = readFileSync(path);
  return stored.length === expected.bytes && sha256(stored) === expected.sha256;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

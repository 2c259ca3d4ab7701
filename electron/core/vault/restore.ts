import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import { isInUse } from '../db/open.ts';
import { readBackup } from './backup.ts';
import { backupName } from './backupFolder.ts';
import { copyDurably, fsyncDirectory, renameWithRetries, writeSmallFile } from '../files.ts';
import { databaseName, headerName, isVault, previousHeaderName, serialiseHeader } from './header.ts';
import { restoredMarker } from './unlock.ts';

/**
 * Puts a backup in the place of the vault in `vaultFolder`, which must be locked. What was there is moved aside and
 * its new place returned (null when there was none). Throws `backup_unusable`, `newer_format` or `already_open` and
 * has then changed nothing.
 */
export function restoreBackup(backup: string, vaultFolder: string, now: Date): string | null {
  readBackup(backup);
  refuseInUse(vaultFolder);
  const ready = readyFolder(vaultFolder);
  rmSync(ready, { recursive: true, force: true });
  mkdirSync(ready, { recursive: true, mode: 0o700 });
  try {
    copyDurably(join(backup, headerName), join(ready, headerName));
    copyDurably(join(backup, databaseName), join(ready, databaseName));
    // Checked again as copied: the backup may lie on a failing stick.
    const { backup: _, ...header } = readBackup(ready);
    const stored = serialiseHeader(header);
    writeSmallFile(join(ready, headerName), stored);
    writeSmallFile(join(ready, previousHeaderName), stored);
    // Written last: with it this folder is a whole vault, and `finishRestore` may put it in place after a crash.
    writeSmallFile(
      join(ready, restoredMarker),
      Buffer.from(`${JSON.stringify({ at: now.toISOString() })}\n`, 'utf8'),
    );
  } catch (error) {
    rmSync(ready, { recursive: true, force: true });
    throw error;
  }
  const aside = moveAside(vaultFolder, now);
  finishRestore(vaultFolder);
  return aside;
}

/** Completes a restore that a crash stopped between moving the old vault aside and putting the new one in its place. */
export function finishRestore(vaultFolder: string): void {
  const ready = readyFolder(vaultFolder);
  if (existsSync(vaultFolder) || !existsSync(join(ready, restoredMarker))) return;
  renameWithRetries(ready, vaultFolder);
  fsyncDirectory(dirname(vaultFolder));
}

function readyFolder(vaultFolder: string): string {
  return `${vaultFolder}.restoring`;
}

function refuseInUse(vaultFolder: string): void {
  const database = join(vaultFolder, databaseName);
  if (existsSync(database) && isInUse(database)) {
    throw new AppError('already_open', 'Another program has this vault open.');
  }
}

function moveAside(vaultFolder: string, now: Date): string | null {
  if (!existsSync(vaultFolder)) return null;
  const wanted = join(dirname(vaultFolder), asideName(vaultFolder, now));
  let aside = wanted;
  for (let number = 2; existsSync(aside); number += 1) aside = `${wanted}-${number}`;
  renameWithRetries(vaultFolder, aside);
  fsyncDirectory(dirname(vaultFolder));
  return isVault(aside) ? aside : null;
}

function asideName(vaultFolder: string, now: Date): string {
  return `${basename(vaultFolder)}-before-restore-${backupName(now)}`;
}

import { existsSync } from 'node:fs';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { failureCode } from '../failure.ts';
import { backupsOf, makeBackup } from '../vault/backup.ts';
import { type Backup, backupsIn, backupsUnder } from '../vault/backupFolder.ts';
import { systemCode } from '../files.ts';
import { closeVault } from '../vault/lock.ts';
import { refuseOutside, refuseUnsafePlace } from '../vault/place.ts';
import { backupFolder, vaultFolder, writePreferences } from '../vault/preferencesFile.ts';
import { restoreBackup } from '../vault/restore.ts';
import { dayOf } from '../vault/retention.ts';
import { sealCalls } from '../vault/sealed.ts';
import { openVault } from '../vault/vault.ts';

export function listBackups(deps: Deps, input: Input<'backups.list'>): Output<'backups.list'> {
  const folder = input.folder ?? backupFolder(deps.platform);
  return { folder, backups: backupsUnder(folder).map(asOutput) };
}

/** Where backups go, when the last one of this vault was made, and the code of what stopped the last attempt. */
export function backupState({ platform, vault }: Deps): Output<'backups.state'> {
  const folder = backupFolder(platform);
  const [last] = backupsIn(backupsOf(folder, openVault(vault.state).header.id));
  return { folder, lastAt: last?.at.toISOString() ?? null, failure: vault.state.backupFailure };
}

export function makeBackupNow(deps: Deps): Output<'backups.make'> {
  const { platform, vault } = deps;
  const open = openVault(vault.state);
  try {
    const made = makeBackup(open, backupFolder(platform), platform.now());
    vault.state.backupFailure = null;
    return asOutput(made);
  } catch (error) {
    const trouble = folderTrouble(error);
    vault.state.backupFailure = failureCode(trouble);
    throw trouble;
  }
}

/**
 * The automatic backup: one a day (UTC), tried after each unlock and every hour. Never throws; what went wrong is
 * said by `backups.state` until a backup works.
 */
export function backUpIfDue(deps: Deps): void {
  const { platform, vault, emit } = deps;
  if (!vault.state.open) return;
  try {
    const [last] = backupsIn(backupsOf(backupFolder(platform), vault.state.open.header.id));
    if (last && dayOf(last.at) >= dayOf(platform.now())) return;
    makeBackupNow(deps);
  } catch (error) {
    vault.state.backupFailure = failureCode(folderTrouble(error));
  }
  emit({ name: 'changed', topics: ['backups'] });
}

export function setBackupFolder({ platform }: Deps, { folder }: Input<'backups.setFolder'>) {
  if (!existsSync(folder)) throw new AppError('folder_missing', 'There is no such folder.');
  writePreferences(platform, { backupFolder: folder });
  return {};
}

/** Closes the vault if it is open, moves it aside and puts the backup in its place. */
export function restore(
  { platform, vault }: Deps,
  { folder }: Input<'backups.restore'>,
): Promise<Output<'backups.restore'>> {
  return vault.alone(async () => {
    const place = vaultFolder(platform);
    const { data, documents } = platform.paths;
    if (platform.tryOut) refuseOutside(folder, [data, documents]);
    refuseUnsafePlace(place);
    await sealWaiting(vault.state);
    closeVault(vault.state);
    return { movedAside: restoreBackup(folder, place, platform.now()) };
  });
}

/** Words that wait for room on the disk outlive the vault they were meant for: its backup can take them back. */
async function sealWaiting(state: Deps['vault']['state']): Promise<void> {
  if (!state.open) return;
  state.sealed = await sealCalls(state.open.db, state.waiting, state.sealed);
  state.waiting = [];
}

/** A stick pulled out or a folder that became a file has many codes of disk and database; a person has one remedy. */
function folderTrouble(error: unknown): unknown {
  if (failureCode(error) !== 'unexpected' || systemCode(error) === null) return error;
  return new AppError('file_unwritable', 'The backup folder cannot be written.');
}

function asOutput({ folder, at, bytes }: Backup): Output<'backups.make'> {
  return { folder, at: at.toISOString(), bytes };
}

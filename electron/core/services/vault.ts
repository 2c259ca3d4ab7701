import { dirname, join } from 'node:path';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import { readSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { signDeviceList } from '../exchange/identity.ts';
import { pendingLink, startLink } from '../exchange/linking.ts';
import { createVault } from '../vault/create.ts';
import { isVault } from '../vault/header.ts';
import { followNow } from '../items/followIndex.ts';
import { forgetLaidOver } from '../items/laidOver.ts';
import { tidyAfterUnlock } from '../items/tidy.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import { closeVault } from '../vault/lock.ts';
import { refuseOutside, refuseUnsafePlace } from '../vault/place.ts';
import { vaultFolder, writePreferences } from '../vault/preferencesFile.ts';
import { changePassphrase, codeIsWritten, codeToWriteDown, recoverVault } from '../vault/recover.ts';
import { finishRestore } from '../vault/restore.ts';
import type { OnRootOpen } from '../vault/rootKey.ts';
import { openSealed, sealCalls } from '../vault/sealed.ts';
import { vaultSetting } from '../vault/settings.ts';
import { passphraseStrength } from '../vault/strength.ts';
import { unlockVault } from '../vault/unlock.ts';
import { type OpenVault, openVault, type UnsavedCall } from '../vault/vault.ts';

export function vaultStatus({ platform, vault }: Deps): Output<'vault.status'> {
  const folder = vault.state.open?.folder ?? vaultFolder(platform);
  finishRestore(folder);
  const db = vault.state.open?.db;
  const has = (key: string) => db !== undefined && readSetting(db, key) !== null;
  const linking = db !== undefined && pendingLink(db) !== null;
  return {
    state: db ? 'open' : isVault(folder) ? 'locked' : 'none',
    name: db ? readSetting(db, vaultSetting.personName) : null,
    folder,
    tryOut: platform.tryOut,
    rolledBack: has(vaultSetting.rolledBack),
    restored: has(vaultSetting.restored),
    // A code to write down comes once, when the journal is here.
    recoveryCode: vault.state.open && !linking ? codeToWriteDown(vault.state.open) : null,
    linking,
  };
}

export function measureStrength(
  { vault }: Deps,
  { passphrase, name }: Input<'vault.strength'>,
): Promise<Output<'vault.strength'>> {
  return passphraseStrength(passphrase, [...knownNames(vault.state.open), ...(name ? [name] : [])]);
}

export function create(deps: Deps, input: Input<'vault.create'>): Promise<Output<'vault.create'>> {
  const { platform, vault } = deps;
  return vault.alone(async () => {
    if (vault.state.open) throw new AppError('vault_exists', 'A vault is open already.');
    const folder = input.folder ? join(input.folder, 'Twovoice vault') : join(platform.paths.data, 'vault');
    refusePlace(deps, folder);
    if (isVault(vaultFolder(platform))) {
      throw new AppError('vault_exists', 'This profile has a vault already.');
    }
    await refuseWeak(input.passphrase, [input.name]);
    const { open, recoveryCode } = await createVault({
      folder,
      name: input.name,
      passphrase: input.passphrase,
      random: (length) => platform.randomBytes(length),
      onRootOpen: async (db, root, moment) => {
        await signingDevices(deps, input.name)(db, root, moment);
        if (input.link === true) {
          const random = (length: number) => platform.randomBytes(length);
          await startLink(db, { name: input.name.slice(0, 60), now: platform.now(), random });
        }
      },
    });
    vault.state.open = open;
    writePreferences(platform, { vaultFolder: input.folder && folder, backupFolder: input.backupFolder });
    return { recoveryCode };
  });
}

export function unlock(deps: Deps, { passphrase }: Input<'vault.unlock'>): Promise<Output<'vault.unlock'>> {
  const { platform, vault } = deps;
  return vault.alone(async () => {
    const folder = lockedFolder(deps);
    vault.state.open = await unlockVault(folder, passphrase, platform.now());
    await takeBackSealed(deps);
    return {};
  });
}

export function recover(deps: Deps, input: Input<'vault.recover'>): Promise<Output<'vault.recover'>> {
  const { platform, vault } = deps;
  return vault.alone(async () => {
    const folder = lockedFolder(deps);
    await refuseWeak(input.newPassphrase, []);
    const { open, recoveryCode } = await recoverVault(folder, input.recoveryCode, input.newPassphrase, {
      now: platform.now(),
      random: (length) => platform.randomBytes(length),
      onRootOpen: signingDevices(deps, null),
    });
    vault.state.open = open;
    await takeBackSealed(deps);
    return { recoveryCode };
  });
}

export function renewPassphrase(
  { platform, vault }: Deps,
  { passphrase, newPassphrase }: Input<'vault.changePassphrase'>,
): Promise<Output<'vault.changePassphrase'>> {
  return vault.alone(async () => {
    const open = openVault(vault.state);
    await refuseWeak(newPassphrase, knownNames(open));
    await changePassphrase(open, passphrase, newPassphrase, (length) => platform.randomBytes(length));
    return {};
  });
}

/** The person typed a part of the code back from paper: it is kept nowhere from now on. */
export function recoveryCodeWritten({ vault }: Deps): Output<'vault.codeWritten'> {
  codeIsWritten(openVault(vault.state));
  return {};
}

/** Tries once more what could not be saved, seals what still cannot, and closes. The session ends the thread. */
export function lock(
  { platform, vault, call }: Deps,
  { unsaved }: Input<'vault.lock'>,
): Promise<Output<'vault.lock'>> {
  return vault.alone(async () => {
    const { state } = vault;
    if (!state.open) {
      if (unsaved.length > 0)
        throw new AppError('locked', 'The vault is locked; these words cannot be saved.');
      return {};
    }
    const left = await saveAgain(call, [...state.waiting, ...unsaved]);
    followNow({ platform, vault });
    state.sealed = await sealCalls(state.open.db, left, state.sealed);
    state.waiting = [];
    closeVault(state);
    return {};
  });
}

/** Saves words that waited for room on the disk; what still does not fit goes on waiting, in order. */
export async function saveWaiting({ vault, call }: Deps): Promise<void> {
  const { waiting } = vault.state;
  vault.state.waiting = [];
  vault.state.waiting = await saveAgain(call, waiting);
}

export async function chooseFolder(
  { platform }: Deps,
  { purpose }: Input<'vault.chooseFolder'>,
): Promise<Output<'vault.chooseFolder'>> {
  const startAt = purpose === 'vault' ? dirname(platform.paths.data) : platform.paths.documents;
  const title = dialogTitle(platform, `dialogs.${purpose}`);
  return { folder: await platform.chooseFolder({ title, startAt }) };
}

export async function hideWindow({ platform }: Deps): Promise<Output<'vault.hideWindow'>> {
  await platform.hideWindow();
  return {};
}

async function takeBackSealed(deps: Deps): Promise<void> {
  const { state } = deps.vault;
  await tidyAfterUnlock(deps);
  const { calls, rest } = await openSealed(deps.vault.db(), state.sealed);
  state.sealed = rest;
  state.waiting = calls;
  await saveWaiting(deps);
  if (state.waiting.length === 0) forgetLaidOver(deps.vault.db());
}

/** The calls that still fail for a reason that may pass. What the contract refuses can never be saved and is let go. */
async function saveAgain(call: Deps['call'], calls: readonly UnsavedCall[]): Promise<UnsavedCall[]> {
  const left: UnsavedCall[] = [];
  for (const { method, input } of calls) {
    // These would wait for the lock that is waiting for them.
    if (/^(vault|backups)\./.test(method)) continue;
    const result = await call(method, input);
    const hopeless = !result.ok && ['bad_input', 'unknown_method'].includes(result.error.code);
    if (!result.ok && !hopeless) left.push({ method, input });
  }
  return left;
}

function lockedFolder(deps: Deps): string {
  if (deps.vault.state.open) throw new AppError('already_open', 'The vault is open already.');
  const folder = vaultFolder(deps.platform);
  finishRestore(folder);
  refusePlace(deps, folder);
  return folder;
}

function refusePlace({ platform }: Deps, folder: string): void {
  if (platform.tryOut) refuseOutside(folder, [platform.paths.data]);
  refuseUnsafePlace(folder);
}

async function refuseWeak(passphrase: string, names: readonly string[]): Promise<void> {
  const { enough } = await passphraseStrength(passphrase, names);
  if (!enough) throw new AppError('weak_passphrase', 'This passphrase would be guessed too soon.');
}

function knownNames(open: OpenVault | null): string[] {
  const name = open && readSetting(open.db, vaultSetting.personName);
  return name ? [name] : [];
}

/** `name` null: the name the vault already has. */
function signingDevices({ platform }: Deps, name: string | null): OnRootOpen {
  return (db, root, { newDevice }) =>
    signDeviceList(db, root, {
      name: name ?? readSetting(db, vaultSetting.personName) ?? '',
      now: platform.now(),
      newDevice,
    });
}

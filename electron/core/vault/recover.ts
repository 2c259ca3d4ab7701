import { AppError } from '../../../shared/result.ts';
import { readSetting, removeSetting, writeSetting } from '../db/setting.ts';
import { loadHeader, writeHeaderForGood } from './header.ts';
import { readRecoveryCode, writeRecoveryCode } from './recoveryCode.ts';
import { dropOldRootWrap, type OnRootOpen, rewrapRootKey } from './rootKey.ts';
import { vaultSetting } from './settings.ts';
import { openWithKey } from './unlock.ts';
import type { OpenVault } from './vault.ts';
import { unwrapWithPassphrase, unwrapWithRecovery, wrapWithPassphrase, wrapWithRecovery } from './wrap.ts';

type Random = (length: number) => Uint8Array;

/**
 * Opens the vault with the recovery code alone, sets a new passphrase and replaces the code. A vault that was restored
 * or rolled back becomes a new device here. Throws `wrong_recovery_code` and whatever `unlockVault` throws.
 */
export async function recoverVault(
  folder: string,
  written: string,
  newPassphrase: string,
  options: { readonly now: Date; readonly random: Random; readonly onRootOpen: OnRootOpen },
): Promise<{ open: OpenVault; recoveryCode: string }> {
  const oldCode = readRecoveryCode(written);
  if (!oldCode) {
    throw new AppError(
      'wrong_recovery_code',
      'This is not a recovery code as it was written; check each letter.',
    );
  }
  const loaded = loadHeader(folder);
  const key = unwrapWithRecovery(loaded.header.recovery, oldCode, loaded.header.id);
  if (!key) throw new AppError('wrong_recovery_code', 'This recovery code does not open this vault.');
  const open = openWithKey(folder, loaded, key, options.now);
  try {
    const newCode = options.random(16);
    await replaceCode(open, { oldCode, newCode, newPassphrase }, options);
    return { open, recoveryCode: writeRecoveryCode(newCode) };
  } catch (error) {
    open.db.close();
    key.fill(0);
    throw error;
  }
}

/** Wraps the same key under a new passphrase. Throws `wrong_passphrase` when the present one is not right. */
export async function changePassphrase(
  open: OpenVault,
  present: string,
  next: string,
  random: Random,
): Promise<void> {
  const { header } = open;
  const key = await unwrapWithPassphrase(header.passphrase, present, header.id);
  if (!key) throw new AppError('wrong_passphrase', 'The present passphrase is not right.');
  key.fill(0);
  const passphrase = await wrapWithPassphrase(open.key, next, header.id, random);
  open.header = { ...open.header, passphrase };
  writeHeaderForGood(open.folder, open.header);
}

/** Database before header, old root wrap until last: at every moment the code that opens the header opens the root. */
async function replaceCode(
  open: OpenVault,
  codes: { oldCode: Uint8Array; newCode: Uint8Array; newPassphrase: string },
  { random, onRootOpen }: { random: Random; onRootOpen: OnRootOpen },
): Promise<void> {
  const { db, key, header } = open;
  const root = rewrapRootKey(db, codes.oldCode, codes.newCode, random);
  const newDevice = isCopy(open);
  await onRootOpen(db, root, { newDevice });
  writeSetting(db, vaultSetting.codeToWrite, writeRecoveryCode(codes.newCode));
  open.header = {
    ...header,
    passphrase: await wrapWithPassphrase(key, codes.newPassphrase, header.id, random),
    recovery: wrapWithRecovery(key, codes.newCode, header.id, random),
  };
  writeHeaderForGood(open.folder, open.header);
  dropOldRootWrap(db);
  if (!newDevice) return;
  for (const mark of marksOfACopy) removeSetting(db, mark);
}

const marksOfACopy = [vaultSetting.restored, vaultSetting.rolledBack, vaultSetting.toldAhead];

/** A vault put back from an earlier time has written packets it no longer knows of: it must not reuse its chain. */
function isCopy({ db }: OpenVault): boolean {
  return marksOfACopy.some((mark) => readSetting(db, mark) !== null);
}

/**
 * The recovery code that nobody has said they wrote down, or null. One that does not open this vault (a crash came
 * between noting it and using it) counts as none.
 */
export function codeToWriteDown({ db, header }: OpenVault): string | null {
  const written = readSetting(db, vaultSetting.codeToWrite);
  const code = written === null ? null : readRecoveryCode(written);
  const key = code ? unwrapWithRecovery(header.recovery, code, header.id) : null;
  key?.fill(0);
  return key ? written : null;
}

/** Forgets the code: the paper has it. */
export function codeIsWritten({ db }: OpenVault): void {
  removeSetting(db, vaultSetting.codeToWrite);
}

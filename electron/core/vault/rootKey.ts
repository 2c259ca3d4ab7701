import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import { recoveryWrapSchema } from './header.ts';
import { readRecoveryCode } from './recoveryCode.ts';
import { vaultSetting } from './settings.ts';
import { unwrapUnderCode, wrapUnderCode } from './wrap.ts';

/** The key a person's device list is signed with: in memory only while the vault is made or recovered. */
export type RootKey = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** Called when a vault is made or recovered and the root key is open. `newDevice`: this vault must write under a new device from now on. */
export type OnRootOpen = (
  db: Database,
  root: RootKey,
  moment: { readonly newDevice: boolean },
) => Promise<void>;

/** RFC 8410 section 7: a PKCS #8 Ed25519 private key is this prefix and the 32-byte seed. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const purpose = 'twovoice/root-key/v1';

/** Makes the root key and stores it encrypted under the recovery code, so that the open vault alone cannot use it. */
export function foundRootKey(
  db: Database,
  code: Uint8Array,
  random: (length: number) => Uint8Array,
): RootKey {
  const seed = random(32);
  const root = keepRootKey(db, seed, code, random);
  seed.fill(0);
  return root;
}

/** Stores a root key under a vault's recovery code, in the place of any it had: what a second device of a person does. */
export function keepRootKey(
  db: Database,
  seed: Uint8Array,
  code: Uint8Array,
  random: (length: number) => Uint8Array,
): RootKey {
  const root = rootFromSeed(seed);
  writeSetting(db, vaultSetting.rootPublic, root.publicKey.export({ format: 'jwk' }).x ?? '');
  writeSetting(db, vaultSetting.rootWraps, JSON.stringify([wrapUnderCode(seed, code, purpose, random)]));
  return root;
}

/**
 * The root key's 32-byte seed, for as long as the caller needs it (who overwrites it then). The code stays as it is: nobody
 * but its owner, at their own open vault, has typed it. Throws 'wrong_recovery_code'.
 */
export function openRootSeed(db: Database, writtenCode: string): Buffer {
  const code = readRecoveryCode(writtenCode);
  if (code !== null) {
    for (const wrap of readWraps(db)) {
      const seed = unwrapUnderCode(wrap, code, purpose);
      if (seed) return seed;
    }
  }
  throw new AppError('wrong_recovery_code', 'This recovery code does not open this vault.');
}

/**
 * Opens the root key with the old recovery code and stores it under the new one beside the old. The old wrap stays
 * until `dropOldRootWrap`, so that a crash before the header is replaced leaves the old code useful.
 */
export function rewrapRootKey(
  db: Database,
  oldCode: Uint8Array,
  newCode: Uint8Array,
  random: (length: number) => Uint8Array,
): RootKey {
  const wraps = readWraps(db);
  for (const wrap of wraps) {
    const seed = unwrapUnderCode(wrap, oldCode, purpose);
    if (!seed) continue;
    const root = rootFromSeed(seed);
    const renewed = wrapUnderCode(seed, newCode, purpose, random);
    seed.fill(0);
    writeSetting(db, vaultSetting.rootWraps, JSON.stringify([wrap, renewed]));
    return root;
  }
  throw new AppError('damaged_database', 'The root key does not open with this recovery code.');
}

export function dropOldRootWrap(db: Database): void {
  writeSetting(db, vaultSetting.rootWraps, JSON.stringify(readWraps(db).slice(-1)));
}

function readWraps(db: Database) {
  return z.array(recoveryWrapSchema).parse(JSON.parse(readSetting(db, vaultSetting.rootWraps) ?? '[]'));
}

/** Both halves of the root key. */
export function rootFromSeed(seed: Uint8Array): RootKey {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateHybridIdentity } from 'age-encryption';
import { AppError } from '../../../shared/result.ts';
import { migrate, newestSchema } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { createDatabase, openDatabase } from '../db/open.ts';
import { writeSetting } from '../db/setting.ts';
import { fsyncDirectory, renameWithRetries, writeSmallFile } from '../files.ts';
import {
  databaseName,
  type Header,
  headerName,
  isVault,
  previousHeaderName,
  serialiseHeader,
} from './header.ts';
import { writeRecoveryCode } from './recoveryCode.ts';
import { foundRootKey, type OnRootOpen } from './rootKey.ts';
import { vaultSetting } from './settings.ts';
import type { OpenVault } from './vault.ts';
import { wrapWithPassphrase, wrapWithRecovery } from './wrap.ts';

export type NewVault = {
  readonly folder: string;
  readonly name: string;
  readonly passphrase: string;
  readonly random: (length: number) => Uint8Array;
  readonly onRootOpen: OnRootOpen;
};

/**
 * Makes a vault beside its place and moves it there whole, so that a crash leaves either a vault or none. Returns it
 * open, with the recovery code, which the encrypted database keeps only until it was written down. Throws `vault_exists` when the folder holds anything.
 */
export async function createVault(wanted: NewVault): Promise<{ open: OpenVault; recoveryCode: string }> {
  const { folder, random } = wanted;
  refuseOccupied(folder);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });

  const key = Buffer.from(random(32));
  const code = random(16);
  const header = await newHeader(key, code, wanted);
  try {
    await fillDatabase(join(making, databaseName), key, code, wanted);
    const stored = serialiseHeader(header);
    writeSmallFile(join(making, headerName), stored);
    writeSmallFile(join(making, previousHeaderName), stored);
    if (existsSync(folder)) rmdirSync(folder);
    renameWithRetries(making, folder);
    fsyncDirectory(dirname(folder));
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  const db = openDatabase(join(folder, databaseName), key);
  return { open: { db, key, folder, header }, recoveryCode: writeRecoveryCode(code) };
}

function refuseOccupied(folder: string): void {
  if (isVault(folder)) throw new AppError('vault_exists', 'There is a vault in this folder already.');
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new AppError('vault_exists', 'The folder for the vault is not empty.');
  }
}

async function newHeader(key: Uint8Array, code: Uint8Array, wanted: NewVault): Promise<Header> {
  const id = newVaultId(wanted.random);
  return {
    format: 'twovoice-vault',
    version: 1,
    id,
    cipher: 'aegis-256',
    schema: newestSchema(migrations),
    generation: 1,
    passphrase: await wrapWithPassphrase(key, wanted.passphrase, id, wanted.random),
    recovery: wrapWithRecovery(key, code, id, wanted.random),
  };
}

async function fillDatabase(
  path: string,
  key: Uint8Array,
  code: Uint8Array,
  wanted: NewVault,
): Promise<void> {
  const db = createDatabase(path, key);
  try {
    migrate(db, migrations);
    writeSetting(db, vaultSetting.generation, '1');
    writeSetting(db, vaultSetting.personName, wanted.name);
    writeSetting(db, vaultSetting.sealing, await generateHybridIdentity());
    writeSetting(db, vaultSetting.codeToWrite, writeRecoveryCode(code));
    const root = foundRootKey(db, code, wanted.random);
    await wanted.onRootOpen(db, root, { newDevice: true });
  } finally {
    db.close();
  }
}

/** 128 random bits in 26 letters of lowercase base32 (RFC 4648 alphabet, most significant bit first, two zero bits last). */
function newVaultId(random: (length: number) => Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let number = BigInt(`0x${Buffer.from(random(16)).toString('hex')}`) << 2n;
  let id = '';
  for (let place = 0; place < 26; place += 1) {
    id = letters.charAt(Number(number & 31n)) + id;
    number >>= 5n;
  }
  return id;
}

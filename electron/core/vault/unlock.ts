import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/result.ts';
import { migrate, newestSchema, schemaOf } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openDatabase } from '../db/open.ts';
import { writeSetting } from '../db/setting.ts';
import { isDiskFull } from '../failure.ts';
import { fsyncDirectory } from '../files.ts';
import { advanceGeneration, databaseGeneration, isRolledBack } from './generation.ts';
import { databaseName, type Header, loadHeader, writeHeader } from './header.ts';
import { vaultSetting } from './settings.ts';
import type { OpenVault } from './vault.ts';
import { unwrapWithPassphrase } from './wrap.ts';

/** Left beside a vault that a restore put in place; the next unlock turns it into a setting. */
export const restoredMarker = 'restored.json';

/**
 * Opens the vault in `folder` with its passphrase. Throws `vault_missing`, `damaged_vault`, `newer_format`,
 * `wrong_passphrase`, `already_open` or `damaged_database`, and in each of these cases has changed nothing.
 */
export async function unlockVault(folder: string, passphrase: string, now: Date): Promise<OpenVault> {
  const loaded = loadHeader(folder);
  const { header } = loaded;
  refuseNewerSchema(header.schema);
  const key = await unwrapWithPassphrase(header.passphrase, passphrase, header.id);
  if (!key && loaded.fromPrevious) {
    // vault.json is unreadable, so nobody can say whether this passphrase is wrong or only newer than vault.json.prev.
    throw new AppError(
      'damaged_vault',
      'vault.json is damaged. vault.json.prev is whole, but this passphrase does not open it; an earlier one may.',
    );
  }
  if (!key) throw new AppError('wrong_passphrase', 'The passphrase does not open this vault.');
  return openWithKey(folder, loaded, key, now);
}

/** Opens the database with the unwrapped key, migrates it and moves the generation on. */
export function openWithKey(
  folder: string,
  { header, fromPrevious }: { header: Header; fromPrevious: boolean },
  key: Buffer,
  now: Date,
): OpenVault {
  const db = openDatabase(join(folder, databaseName), key);
  const open: OpenVault = { db, key, folder, header };
  try {
    refuseNewerSchema(schemaOf(db));
    raiseSchema(open);
    unlessDiskFull(() => {
      noteRollback(open, fromPrevious, now);
      advanceGeneration(open);
      noteRestore(open, now);
    });
    return open;
  } catch (error) {
    db.close();
    key.fill(0);
    throw error;
  }
}

/** A full disk must not keep anyone out: the counters catch up at the next unlock. */
function unlessDiskFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

function refuseNewerSchema(schema: number): void {
  const known = newestSchema(migrations);
  if (schema <= known) return;
  throw new AppError('newer_format', `The vault has schema ${schema}; this program knows ${known}.`);
}

/** Header first: an older program then refuses the vault by its header and never touches a half-known database. */
function raiseSchema(open: OpenVault): void {
  const known = newestSchema(migrations);
  if (open.header.schema < known) {
    open.header = { ...open.header, schema: known };
    writeHeader(open.folder, open.header);
  }
  migrate(open.db, migrations);
}

function noteRollback({ db, header }: OpenVault, headerIsOld: boolean, now: Date): void {
  if (isRolledBack(header.generation, databaseGeneration(db), headerIsOld)) {
    writeSetting(db, vaultSetting.rolledBack, now.toISOString());
  }
}

function noteRestore({ db, folder }: OpenVault, now: Date): void {
  const marker = join(folder, restoredMarker);
  if (!existsSync(marker)) return;
  writeSetting(db, vaultSetting.restored, now.toISOString());
  rmSync(marker);
  fsyncDirectory(folder);
}

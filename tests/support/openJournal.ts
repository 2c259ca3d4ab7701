import Database from 'better-sqlite3';
import { migrate } from '../../electron/core/db/migrate.ts';
import { migrations } from '../../electron/core/db/migrations/index.ts';
import { createDatabase } from '../../electron/core/db/open.ts';
import type { Deps } from '../../electron/core/deps.ts';
import { newId } from '../../electron/core/items/ids.ts';
import { lockedVault } from '../../electron/core/vault/vault.ts';
import { type TestPlatform, testPlatform } from './core.ts';

export type Journal = {
  readonly deps: Deps;
  readonly db: Database.Database;
  readonly platform: TestPlatform;
};

/**
 * The services over a database file of its own, without header and passphrase. `key` null makes it plaintext: so that a
 * test can read what lies in the file, and a benchmark can compare.
 */
export function openJournal(root: string, name: string, key: Uint8Array | null): Journal {
  const platform = testPlatform(root);
  const path = `${root}/${name}.db`;
  const db = key === null ? plaintextDatabase(path) : createDatabase(path, key);
  migrate(db, migrations);
  const me = newId(platform);
  const space = newId(platform);
  const now = platform.now().toISOString();
  db.prepare("INSERT INTO identity (id, name, state, card, added_at) VALUES (?, 'Nia', 'me', '{}', ?)").run(
    me,
    now,
  );
  db.prepare("INSERT INTO space (id, kind, folder, made_at) VALUES (?, 'self', NULL, ?)").run(space, now);
  db.prepare('INSERT INTO member (space, identity) VALUES (?, ?)').run(space, me);
  const vault = { ...lockedVault(null), db: () => db };
  const deps: Deps = {
    platform,
    vault,
    emit: () => {},
    call: () => Promise.reject(new Error('no dispatch here')),
  };
  return { deps, db, platform };
}

/** The pragmas of `db/open.ts` without the cipher. */
function plaintextDatabase(path: string): Database.Database {
  const db = new Database(path);
  for (const pragma of [
    'temp_store = MEMORY',
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'foreign_keys = ON',
  ]) {
    db.pragma(pragma);
  }
  return db;
}

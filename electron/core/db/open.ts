import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { readIfThere, systemCode, writeSmallFile } from '../files.ts';

/**
 * Opens the encrypted database for this process alone. `key` is the raw 32-byte key. Throws `already_open` when
 * another process holds it and `damaged_database` when it cannot be read with this key; neither changes a byte, but
 * that SQLite may carry whole pages from a log that a crash left into the damaged file.
 */
export function openDatabase(path: string, key: Uint8Array): Database.Database {
  return keepingLog(`${path}-wal`, () =>
    connect(path, key, (db) => {
      readOnce(db);
      makeDurable(db);
    }),
  );
}

/** Makes a new encrypted database; throws when the file is already there. */
export function createDatabase(path: string, key: Uint8Array): Database.Database {
  return connect(path, key, makeDurable, { create: true });
}

/** Opens a database at rest, such as a backup, without changing it. Throws `damaged_database`. */
export function openForReading(path: string, key: Uint8Array): Database.Database {
  return connect(path, key, readOnce, { readonly: true });
}

/** Whether another process has this database open. Needs no key: the lock comes before the first page is decrypted. */
export function isInUse(path: string): boolean {
  const db = new Database(path, { fileMustExist: true, readonly: true, timeout: 0 });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    db.close();
  }
}

function connect(
  path: string,
  key: Uint8Array,
  prepare: (db: Database.Database) => void,
  { create = false, readonly = false } = {},
): Database.Database {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { fileMustExist: !create, readonly, timeout: 0 });
    unlockPages(db, key);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw openFailure(error);
  }
}

/**
 * SQLite deletes a write-ahead log when it closes a database, also one it could not read. After a crash the log may
 * hold the newest words, so a refusal puts it back for whoever mends the file.
 */
function keepingLog<T>(log: string, open: () => T): T {
  const stored = readIfThere(log);
  try {
    return open();
  } catch (error) {
    if (stored && !existsSync(log)) writeSmallFile(log, stored);
    throw error;
  }
}

function unlockPages(db: Database.Database, key: Uint8Array): void {
  // SQLite3 Multiple Ciphers: the cipher and its variant are named before the key and never left to a default.
  db.pragma("cipher = 'aegis'");
  db.pragma("algorithm = 'aegis-256'");
  // The raw form x'…' skips its key derivation; ours is already 32 random bytes. Only ever in a pragma, never in a
  // file name: with URI names off, `file:…?key=` would create a file named with the key.
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
  // Sorting may spill; on disk the spill would be plaintext.
  db.pragma('temp_store = MEMORY');
  // One opener at a time, and no -shm file. Must be set before the first read to apply to the WAL.
  db.pragma('locking_mode = EXCLUSIVE');
}

/**
 * A wrong key or a damaged first page shows only when something is read. A file shorter than a page reads as an empty
 * database, which a vault never is: opening it would put a fresh, empty journal in the place of a lost one.
 */
function readOnce(db: Database.Database): void {
  if (db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) {
    throw new AppError('damaged_database', 'The vault database is cut short.');
  }
}

function makeDurable(db: Database.Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new AppError('unexpected', 'The database does not use a write-ahead log.');
  // This build defaults to NORMAL, which may lose the last commits at a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
}

function openFailure(error: unknown): unknown {
  if (isBusy(error)) return new AppError('already_open', 'Another program has this vault open.');
  const code = systemCode(error);
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) {
    return new AppError('damaged_database', 'The vault database is damaged.');
  }
  if (code === 'SQLITE_CANTOPEN') {
    return new AppError('damaged_database', 'The vault database is missing or cannot be read.');
  }
  return error;
}

function isBusy(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED';
}

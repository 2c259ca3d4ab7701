import type { Database } from 'better-sqlite3';

/** The open-or-locked vault of this thread. Services only ever use `db()`, which makes each of them lock-safe. */
export type Vault = {
  /** The open, decrypted database. Throws AppError('locked') while the vault is locked. */
  readonly db: () => Database;
};

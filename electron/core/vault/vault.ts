import type { Database } from 'better-sqlite3';
import { AppError, type ErrorCode } from '../../../shared/result.ts';
import type { Header } from './header.ts';

/** What an unlocked vault is, for the functions of this folder; services use `Vault.db()`. */
export type OpenVault = {
  readonly db: Database;
  readonly key: Buffer;
  /** The vault folder: vault.json, vault.json.prev, vault.db. */
  readonly folder: string;
  header: Header;
};

/** A call the window could not get saved. */
export type UnsavedCall = { readonly method: string; readonly input: unknown };

/** The open-or-locked vault of this thread. Services only ever use `db()`, which makes each of them lock-safe. */
export type Vault = {
  /** The open, decrypted database. Throws AppError('locked') while the vault is locked. */
  readonly db: () => Database;
  /** Runs what opens, closes or replaces the vault one at a time. Not to be nested. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly state: {
    open: OpenVault | null;
    /** Sealed words handed over by the last, locked thread that no vault has taken back yet. */
    sealed: Uint8Array | null;
    /** Words opened from `sealed` that still cannot be saved (a full disk), oldest first. */
    waiting: readonly UnsavedCall[];
    /** Why the last backup failed; null when it worked or none was tried. */
    backupFailure: ErrorCode | null;
  };
};

export function lockedVault(sealed: Uint8Array | null): Vault {
  const state: Vault['state'] = { open: null, sealed, waiting: [], backupFailure: null };
  let last: Promise<unknown> = Promise.resolve();
  return {
    state,
    db: () => openVault(state).db,
    alone: (work) => {
      const next = last.then(work, work);
      last = next.catch(() => {});
      return next;
    },
  };
}

/** The open vault; throws AppError('locked'). */
export function openVault(state: Vault['state']): OpenVault {
  if (!state.open) throw new AppError('locked', 'The vault is locked.');
  return state.open;
}

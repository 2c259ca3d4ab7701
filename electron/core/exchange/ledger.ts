import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';

/** What the ledger records: acts that give something away or bind somebody. Random ids and salted hashes only. */
export type LedgerAct = 'joined' | 'devices' | 'given' | 'consent' | 'signature' | 'export' | 'erasure';

/** What an export of a signed record is about: the newest record in it, by its hash. */
export function signedExportAbout(hash: string): string {
  return `signed record ${hash}`;
}

/** Appends to this device's hash chain: each entry's hash covers the one before. Call it inside the act's own transaction. */
export function appendLedger(
  db: Database,
  now: Date,
  act: LedgerAct,
  space: string | null,
  about: string,
): void {
  const last = db.prepare('SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1').get() as
    | { number: number; hash: string }
    | undefined;
  const salt = randomBytes(16).toString('base64');
  const previous = last?.hash ?? '';
  const number = (last?.number ?? 0) + 1;
  const bytes = toCanonical({
    number,
    at: now.toISOString(),
    act,
    space,
    about: sha256(`${salt}\n${about}`),
    salt,
    previous,
  });
  db.prepare('INSERT INTO ledger (number, previous, hash, bytes) VALUES (?, ?, ?, ?)').run(
    number,
    previous,
    sha256(bytes),
    bytes,
  );
}

/** The hash of the newest entry, or an empty string. It rides in every packet. */
export function ledgerHead(db: Database): string {
  const row = db.prepare('SELECT hash FROM ledger ORDER BY number DESC LIMIT 1').get() as
    | { hash: string }
    | undefined;
  return row?.hash ?? '';
}

/** The number of the first entry that does not follow from the one before, or null when the chain is whole. */
export function firstLedgerBreak(db: Database): number | null {
  let previous = '';
  for (const row of db
    .prepare('SELECT number, previous, hash, bytes FROM ledger ORDER BY number')
    .iterate() as Iterable<{
    number: number;
    previous: string;
    hash: string;
    bytes: string;
  }>) {
    if (row.previous !== previous || sha256(row.bytes) !== row.hash) return row.number;
    if ((JSON.parse(row.bytes) as { previous: string }).previous !== previous) return row.number;
    previous = row.hash;
  }
  return null;
}

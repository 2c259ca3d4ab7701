import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { hashSchema, idSchema, instantSchema } from '../../../shared/model/ids.ts';
import { type LedgerAct, ledgerActs } from '../../../shared/model/ledgerMeaning.ts';
import { prepared } from '../db/prepared.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';

const entrySchema = z
  .object({
    number: z.number().int().min(1),
    at: instantSchema,
    act: z.enum(ledgerActs),
    space: idSchema.nullable(),
    about: hashSchema,
    salt: z.string().max(40),
    previous: z.union([z.literal(''), hashSchema]),
  })
  .strict();

export type LedgerEntry = z.infer<typeof entrySchema> & { readonly hash: string };

/** What an export of a signed record is about: the newest record in it, by its hash. */
export function signedExportAbout(hash: string): string {
  return `signed record ${hash}`;
}

/** What exports of the ledger itself, of all private pages, and of one's own learning log are about. */
export const ledgerExportAbout = 'ledger';
export const pagesExportAbout = 'pages';
export const learningExportAbout = 'learning';

/** Appends to this device's hash chain: each entry's hash covers the one before. Call it inside the act's own transaction. */
export function appendLedger(
  db: Database,
  now: Date,
  act: LedgerAct,
  space: string | null,
  about: string,
): void {
  const last = prepared(db, 'SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1').get() as
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
  prepared(db, 'INSERT INTO ledger (number, previous, hash, bytes) VALUES (?, ?, ?, ?)').run(
    number,
    previous,
    sha256(bytes),
    bytes,
  );
}

/** The hash of the newest entry, or an empty string. It rides in every packet. */
export function ledgerHead(db: Database): string {
  const row = prepared(db, 'SELECT hash FROM ledger ORDER BY number DESC LIMIT 1').get() as
    | { hash: string }
    | undefined;
  return row?.hash ?? '';
}

/** Every entry that can be read, oldest first. */
export function readLedger(db: Database): LedgerEntry[] {
  const rows = prepared(db, 'SELECT bytes, hash FROM ledger ORDER BY number').all() as {
    bytes: string;
    hash: string;
  }[];
  return rows.flatMap(({ bytes, hash }) => {
    const entry = entryOf(bytes);
    return entry === null ? [] : [{ ...entry, hash }];
  });
}

/** The number of the first entry that does not follow from the one before, or null when the chain is whole. */
export function firstLedgerBreak(db: Database): number | null {
  const rows = prepared(db, 'SELECT number, previous, hash, bytes FROM ledger ORDER BY number').all() as {
    number: number;
    previous: string;
    hash: string;
    bytes: string;
  }[];
  const broken = firstChainBreak(rows.map((row) => row.bytes)) ?? rows.length;
  const askew = rows.findIndex(
    (row) => sha256(row.bytes) !== row.hash || parseLedgerEntry(row.bytes)?.previous !== row.previous,
  );
  return rows[askew === -1 ? broken : Math.min(broken, askew)]?.number ?? null;
}

/** Of entries in order: the index of the first that is none, or does not follow from the one before it; else null. */
export function firstChainBreak(entries: readonly string[]): number | null {
  let previous = '';
  for (const [index, bytes] of entries.entries()) {
    const entry = parseLedgerEntry(bytes);
    if (entry === null || entry.previous !== previous || entry.number !== index + 1) return index;
    previous = entry.hash;
  }
  return null;
}

/** Whether an entry was about this text. Nobody can tell from the entry alone. */
export function isAbout(entry: LedgerEntry, text: string): boolean {
  return sha256(`${entry.salt}\n${text}`) === entry.about;
}

/** An entry from its bytes, with their hash; null when they are not the canonical bytes of one. */
export function parseLedgerEntry(bytes: string): LedgerEntry | null {
  const entry = entryOf(bytes);
  return entry === null || toCanonical(entry) !== bytes ? null : { ...entry, hash: sha256(bytes) };
}

function entryOf(bytes: string): z.infer<typeof entrySchema> | null {
  try {
    return entrySchema.safeParse(JSON.parse(bytes)).data ?? null;
  } catch {
    return null;
  }
}

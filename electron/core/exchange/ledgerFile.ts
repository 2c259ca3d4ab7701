import { z } from 'zod';
import { toCanonical } from '../items/canonical.ts';
import { firstChainBreak, type LedgerEntry, parseLedgerEntry } from './ledger.ts';
import type { ReceivedHead } from './ledgerHeads.ts';

/** A ledger as one file for somebody else to check: ids and salted hashes, no words. See FORMAT.md. */
const fileSchema = z
  .object({
    format: z.literal(1),
    kind: z.literal('twovoice-ledger'),
    entries: z.array(z.string().max(2_000)).max(1_000_000),
  })
  .strict();

export function makeLedgerFile(entries: readonly string[]): Buffer {
  return Buffer.from(`${toCanonical({ format: 1, kind: 'twovoice-ledger', entries })}\n`, 'utf8');
}

/** What a ledger file comes to, held against the heads that this vault took in with its owner's packets. */
export type LedgerVerdict =
  /** Not a file of this kind. */
  | { readonly verdict: 'notALedger' }
  /** The chain itself does not hold, from this entry on. */
  | { readonly verdict: 'broken'; readonly number: number }
  /** It is whole, and no head that was told here is in it: nobody's here, or rewritten from before the first one. */
  | { readonly verdict: 'unknown' }
  /** Every head its owner told here is in it. `at`: when the newest of them came. */
  | { readonly verdict: 'whole'; readonly name: string; readonly at: string }
  /** It ends before heads that are held here: an older file, or one that was cut short. `at`: since when. */
  | { readonly verdict: 'ends'; readonly name: string; readonly at: string }
  /** A head that came here at this time is not in it, though the ledger goes on: something before it was changed. */
  | { readonly verdict: 'changed'; readonly name: string; readonly at: string };

export function checkLedgerFile(bytes: Uint8Array, received: readonly ReceivedHead[]): LedgerVerdict {
  const texts = readFile(bytes);
  if (texts === null) return { verdict: 'notALedger' };
  const broken = firstChainBreak(texts);
  if (broken !== null) return { verdict: 'broken', number: broken + 1 };
  const entries = texts.flatMap((text) => parseLedgerEntry(text) ?? []);
  const place = new Map(entries.map((entry, index) => [entry.hash, index]));
  const known = received.find((one) => place.has(one.head));
  if (known === undefined) return { verdict: 'unknown' };
  // One ledger is kept on one device; a person's other computer has another.
  const ofDevice = received.filter((one) => one.device === known.device);
  const { name } = known;
  const lost = ofDevice.filter((one) => !place.has(one.head));
  const first = lost[0];
  if (first === undefined) return { verdict: 'whole', name, at: ofDevice.at(-1)?.at ?? known.at };
  const goesOn = ofDevice.indexOf(first) < ofDevice.length - lost.length;
  const changed = goesOn || givesMore(entries, place, ofDevice);
  return { verdict: changed ? 'changed' : 'ends', name, at: first.at };
}

/**
 * Whether the file has, after the newest head that was told here, further entries of giving to a space shared with me that fit
 * none: the head of a packet is the entry right before its own. While heads I hold are missing, those packets cannot simply be
 * still on their way.
 */
function givesMore(
  entries: readonly LedgerEntry[],
  place: ReadonlyMap<string, number>,
  received: readonly ReceivedHead[],
): boolean {
  const spaces = new Set(received.map((one) => one.space));
  const newest = Math.max(...received.map((one) => place.get(one.head) ?? -1));
  return entries
    .slice(newest + 2)
    .some((entry) => entry.act === 'given' && entry.space !== null && spaces.has(entry.space));
}

function readFile(bytes: Uint8Array): readonly string[] | null {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const file = fileSchema.safeParse(JSON.parse(text)).data;
    return file === undefined ? null : file.entries;
  } catch {
    return null;
  }
}

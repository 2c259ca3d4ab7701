import { createHash } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { toCanonical } from '../items/canonical.ts';
import { bytesToId } from '../items/ids.ts';
import type { Card } from './card.ts';
import { numberToWords } from './wordList.ts';

/**
 * The six words two people compare, the same whichever card is named first: Argon2id (64 MiB, t=3, p=1) over both cards'
 * canonical bytes, 16 bytes read as one number, written in base 7,776. An impostor would have to find, at 65 ms a try,
 * a card that gives the same 77 bits.
 */
export async function compareWords(one: Card, other: Card): Promise<string[]> {
  const raw = await hashRaw(bothCards(one, other), {
    salt: Buffer.from('twovoice/words/v1'),
    memoryCost: 65_536,
    timeCost: 3,
    parallelism: 1,
    outputLen: 16,
  });
  return numberToWords(BigInt(`0x${raw.toString('hex')}`), 6);
}

/** The pair's space: both sides find the same id from the two cards, and nobody without them can. */
export function pairSpaceId(one: Card, other: Card): string {
  return bytesToId(createHash('sha256').update('twovoice/pair/v1\0').update(bothCards(one, other)).digest());
}

function bothCards(one: Card, other: Card): Buffer {
  return Buffer.from([toCanonical(one), toCanonical(other)].sort().join('\n'), 'utf8');
}

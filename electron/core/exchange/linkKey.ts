import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { AppError } from '../../../shared/result.ts';
import { numberToWords, wordList } from './wordList.ts';

/**
 * Six words of the fixed list, 77 random bits, to be read from one screen and typed at the other. 26 random bytes
 * leave no word more likely than another by more than 2^-130.
 */
export function newLinkWords(random: (length: number) => Uint8Array): string[] {
  return numberToWords(BigInt(`0x${Buffer.from(random(26)).toString('hex')}`), 6);
}

/** The six words out of what was typed: any case, any spacing. Throws 'link_words' when they are not six of the list. */
export function readLinkWords(typed: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,.;]+/u)
    .filter((word) => word !== '');
  if (words.length !== 6 || words.some((word) => !wordList.includes(word))) {
    throw new AppError('link_words', 'these are not six words of the list');
  }
  return words;
}

/** Argon2id (version 1.3, 64 MiB, t=3, p=1) over the words joined by single spaces, with the request's salt; 32 bytes. */
export function linkKey(words: readonly string[], salt: Uint8Array): Promise<Buffer> {
  return hashRaw(Buffer.from(words.join(' '), 'utf8'), {
    salt,
    memoryCost: 65_536,
    timeCost: 3,
    parallelism: 1,
    outputLen: 32,
  });
}

/** HMAC-SHA-256 over `twovoice/<purpose>/v1`, one zero byte, and the parts. */
export function linkMac(
  purpose: 'link-request' | 'link-answer',
  key: Uint8Array,
  parts: readonly (string | Uint8Array)[],
): Buffer {
  const mac = createHmac('sha256', key).update(`twovoice/${purpose}/v1\0`);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

export function isSameMac(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

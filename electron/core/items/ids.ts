import { hash } from 'node:crypto';
import type { Platform } from '../platform.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Lowercase base32 (RFC 4648 alphabet, no padding) of the first 130 bits: 26 characters, safe as a file name anywhere. */
export function bytesToId(bytes: Uint8Array): string {
  let id = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && id.length < 26) {
      bits -= 5;
      id += alphabet[(value >> bits) & 31];
    }
  }
  return id.padEnd(26, 'a');
}

/** A random id that tells nothing: no time, no owner, no order. */
export function newId(platform: Platform): string {
  return bytesToId(platform.randomBytes(17));
}

/** SHA-256 of UTF-8 text or bytes, lowercase hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

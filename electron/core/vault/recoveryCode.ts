import { createHash } from 'node:crypto';

/** Crockford's base32 digits: no I, L, O or U (https://www.crockford.com/base32.html). */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const purpose = 'twovoice/recovery-code/v1\0';

/**
 * Writes 16 random bytes as a recovery code: 140 bits in seven groups of four, the last 12 bits a checksum, so that a
 * slip of the pen is told from the code of another vault.
 */
export function writeRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== 16) throw new RangeError('A recovery code has 16 bytes.');
  let number = (BigInt(`0x${Buffer.from(secret).toString('hex')}`) << 12n) | BigInt(checksum(secret));
  let text = '';
  for (let place = 0; place < 28; place += 1) {
    text = digits.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * Reads a recovery code as people write it: any case, spaces and dashes anywhere, O for 0, I or L for 1. Null when it
 * is not a recovery code or its checksum does not hold.
 */
export function readRecoveryCode(written: string): Buffer | null {
  const text = written
    .replace(/[\s\p{Pd}_.]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== 28) return null;
  let number = 0n;
  for (const letter of text) {
    const digit = digits.indexOf(letter);
    if (digit < 0) return null;
    number = (number << 5n) | BigInt(digit);
  }
  const secret = Buffer.from((number >> 12n).toString(16).padStart(32, '0'), 'hex');
  return checksum(secret) === Number(number & 0xfffn) ? secret : null;
}

function checksum(secret: Uint8Array): number {
  return createHash('sha256').update(purpose, 'utf8').update(secret).digest().readUInt16BE(0) >> 4;
}

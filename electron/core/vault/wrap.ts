import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { AppError } from '../../../shared/result.ts';
import type { PassphraseWrap, RecoveryWrap } from './header.ts';
import { fromBase64, toBase64 } from './header.ts';

type Random = (length: number) => Uint8Array;

/** Argon2id's number in the library's const enum, which type stripping cannot read. */
const argon2id = 2;

/** 64 MiB, 3 passes, 1 lane: 65 ms on the machine it was chosen on, and RFC 9106's second recommendation. */
const costs = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

/** Wraps the 32-byte vault key under a passphrase, with a new salt and nonce each time. */
export async function wrapWithPassphrase(
  key: Uint8Array,
  passphrase: string,
  vaultId: string,
  random: Random,
): Promise<PassphraseWrap> {
  const salt = random(16);
  const nonce = random(12);
  const secret = await passphraseSecret(passphrase, { ...costs, salt });
  const wrapped = seal(secret, nonce, key, aboutKey('passphrase', vaultId));
  secret.fill(0);
  return {
    kdf: 'argon2id',
    ...costs,
    salt: toBase64(salt),
    nonce: toBase64(nonce),
    wrapped: toBase64(wrapped),
  };
}

/** The vault key, or null when the passphrase is not the one it was wrapped with. */
export async function unwrapWithPassphrase(
  wrap: PassphraseWrap,
  passphrase: string,
  vaultId: string,
): Promise<Buffer | null> {
  const secret = await passphraseSecret(passphrase, { ...wrap, salt: bytesOf(wrap.salt) });
  const key = open(secret, bytesOf(wrap.nonce), bytesOf(wrap.wrapped), aboutKey('passphrase', vaultId));
  secret.fill(0);
  return key;
}

/** Wraps the 32-byte vault key under the 16 random bytes of a recovery code. */
export function wrapWithRecovery(
  key: Uint8Array,
  code: Uint8Array,
  vaultId: string,
  random: Random,
): RecoveryWrap {
  return wrapUnderCode(key, code, aboutKey('recovery', vaultId), random);
}

/** The vault key, or null when the code is another vault's or was replaced. */
export function unwrapWithRecovery(wrap: RecoveryWrap, code: Uint8Array, vaultId: string): Buffer | null {
  return unwrapUnderCode(wrap, code, aboutKey('recovery', vaultId));
}

/**
 * Encrypts a 32-byte secret under a recovery code. HKDF and not Argon2id: the code has 128 random bits, which no
 * search can reach, so stretching would cost time and give nothing (RFC 5869 section 4).
 */
export function wrapUnderCode(
  secret: Uint8Array,
  code: Uint8Array,
  purpose: string,
  random: Random,
): RecoveryWrap {
  const salt = random(16);
  const nonce = random(12);
  const wrapped = seal(codeSecret(code, salt, purpose), nonce, secret, purpose);
  return { kdf: 'hkdf-sha256', salt: toBase64(salt), nonce: toBase64(nonce), wrapped: toBase64(wrapped) };
}

/** The secret, or null when this code did not wrap it for this purpose. */
export function unwrapUnderCode(wrap: RecoveryWrap, code: Uint8Array, purpose: string): Buffer | null {
  const secret = codeSecret(code, bytesOf(wrap.salt), purpose);
  return open(secret, bytesOf(wrap.nonce), bytesOf(wrap.wrapped), purpose);
}

function passphraseSecret(
  passphrase: string,
  options: { memoryKiB: number; passes: number; lanes: number; salt: Uint8Array },
): Promise<Buffer> {
  // NFC: keyboards differ in how they send ŵ or é, and the right passphrase must never be refused for that.
  return hashRaw(Buffer.from(passphrase.normalize('NFC'), 'utf8'), {
    algorithm: argon2id,
    memoryCost: options.memoryKiB,
    timeCost: options.passes,
    parallelism: options.lanes,
    salt: options.salt,
    outputLen: 32,
  });
}

function codeSecret(code: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', code, salt, purpose, 32));
}

/** Bound into the encryption, so that a wrap cannot be moved to another vault or another purpose. */
function aboutKey(by: 'passphrase' | 'recovery', vaultId: string): string {
  return `twovoice/vault-key/v1/${by}/${vaultId}`;
}

function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, about: string): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

function bytesOf(text: string): Buffer {
  const data = fromBase64(text);
  if (!data) throw new AppError('damaged_vault', 'The vault header holds a value that is not base64.');
  return data;
}

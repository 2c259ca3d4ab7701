import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';
import { readIfThere, writeSmallFile } from '../files.ts';

/** What this program writes; a vault with a higher number is refused untouched. */
const headerVersion = 1;
const largestHeader = 64 * 1024;

const bytes = (length: number) =>
  z.string().refine((text) => fromBase64(text)?.length === length, { message: `needs ${length} bytes` });

/**
 * Argon2id's stored costs are bounded on reading: lower ones would let a forged header weaken the passphrase, higher
 * ones would let it hang the machine. RFC 9106 section 4 recommends 64 MiB with 3 passes where memory is limited.
 */
const passphraseWrapSchema = z.strictObject({
  kdf: z.literal('argon2id'),
  memoryKiB: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(20),
  lanes: z.int().min(1).max(8),
  salt: bytes(16),
  nonce: bytes(12),
  wrapped: bytes(48),
});
export type PassphraseWrap = z.infer<typeof passphraseWrapSchema>;

export const recoveryWrapSchema = z.strictObject({
  kdf: z.literal('hkdf-sha256'),
  salt: bytes(16),
  nonce: bytes(12),
  wrapped: bytes(48),
});
export type RecoveryWrap = z.infer<typeof recoveryWrapSchema>;

const headerSchema = z.strictObject({
  format: z.literal('twovoice-vault'),
  version: z.literal(headerVersion),
  /** 128 random bits, lowercase base32; names nothing and nobody. */
  id: z.string().regex(/^[a-z2-7]{26}$/),
  cipher: z.literal('aegis-256'),
  /** The database's schema number, or a higher one while a migration is about to run. */
  schema: z.int().min(0),
  generation: z.int().min(0),
  passphrase: passphraseWrapSchema,
  recovery: recoveryWrapSchema,
  /** Only in the header of a backup: what its database file must be. */
  backup: z
    .strictObject({ at: z.string(), bytes: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
});
export type Header = z.infer<typeof headerSchema>;

const envelopeSchema = z.strictObject({ header: z.record(z.string(), z.unknown()), sha256: z.string() });

export const headerName = 'vault.json';
export const previousHeaderName = 'vault.json.prev';
export const databaseName = 'vault.db';

/** The one byte sequence a header is stored as: canonical JSON (RFC 8785), so that any changed byte shows. */
export function serialiseHeader(header: Header): Buffer {
  return serialiseEnvelope(header);
}

/**
 * Reads a header's bytes. Throws `damaged_vault` unless every byte is as it was written, and `newer_format` for an
 * intact header of a later version. The checksum is unkeyed: it finds damage, not tampering; AES-GCM finds that.
 */
export function parseHeader(stored: Uint8Array): Header {
  const envelope = envelopeSchema.safeParse(parseJson(stored));
  if (!envelope.success || !serialiseEnvelope(envelope.data.header).equals(stored)) {
    throw new AppError('damaged_vault', 'The vault header is damaged.');
  }
  const { format, version } = envelope.data.header;
  if (format === 'twovoice-vault' && typeof version === 'number' && version > headerVersion) {
    throw new AppError(
      'newer_format',
      `The vault header has version ${version}; this program reads ${headerVersion}.`,
    );
  }
  const header = headerSchema.safeParse(envelope.data.header);
  if (!header.success)
    throw new AppError('damaged_vault', 'The vault header holds values this program refuses.');
  return header.data;
}

export type LoadedHeader = {
  readonly header: Header;
  /** True when vault.json is damaged or gone and this is the one kept before it. */
  readonly fromPrevious: boolean;
};

/**
 * The header of the vault in `folder`. Falls back to `vault.json.prev` when vault.json is damaged. Throws
 * `vault_missing`, `damaged_vault` or `newer_format`; writes nothing.
 */
export function loadHeader(folder: string): LoadedHeader {
  if (!isVault(folder)) throw new AppError('vault_missing', 'There is no vault in this folder.');
  try {
    return { header: readHeader(join(folder, headerName)), fromPrevious: false };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'damaged_vault') throw error;
    return { header: readHeader(join(folder, previousHeaderName)), fromPrevious: true };
  }
}

/** Replaces vault.json, keeping an intact one as vault.json.prev first: after a crash one of the two is always whole. */
export function writeHeader(folder: string, header: Header): void {
  const path = join(folder, headerName);
  const present = readIfThere(path);
  if (present && isIntact(present)) writeSmallFile(join(folder, previousHeaderName), present);
  writeSmallFile(path, serialiseHeader(header));
}

/** Replaces both headers, so that a passphrase or recovery code that was replaced opens neither of them. */
export function writeHeaderForGood(folder: string, header: Header): void {
  writeHeader(folder, header);
  writeSmallFile(join(folder, previousHeaderName), serialiseHeader(header));
}

export function isVault(folder: string): boolean {
  return [headerName, previousHeaderName, databaseName].some((name) => existsSync(join(folder, name)));
}

/** URL-safe base64 without padding, as in RFC 4648 section 5. */
export function toBase64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64url');
}

/** The bytes, or null when the text is not exactly what `toBase64` writes. */
export function fromBase64(text: string): Buffer | null {
  const data = Buffer.from(text, 'base64url');
  return toBase64(data) === text ? data : null;
}

function readHeader(path: string): Header {
  const stored = readIfThere(path);
  if (!stored || stored.length > largestHeader) {
    throw new AppError('damaged_vault', 'The vault header is damaged or missing.');
  }
  return parseHeader(stored);
}

function isIntact(stored: Uint8Array): boolean {
  try {
    parseHeader(stored);
    return true;
  } catch {
    return false;
  }
}

function serialiseEnvelope(header: Record<string, unknown>): Buffer {
  const text = canonicalize(header) ?? '';
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return Buffer.from(`{"header":${text},"sha256":"${sha256}"}\n`, 'utf8');
}

function parseJson(stored: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(stored));
  } catch {
    return null;
  }
}

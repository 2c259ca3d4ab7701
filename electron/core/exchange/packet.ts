import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { hashSchema, idSchema } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';
import type { OwnDevice } from './identity.ts';
import { isSignedFor, publicKeyFromText, signFor } from './signature.ts';

/** Bounds on a packet: the file itself, and what it may unpack to. */
export const packetFileLimit = 32 * 2 ** 20;
const packetPayloadLimit = 64 * 2 ** 20;

/** `TVP` and the packet version; then a 64-byte signature; then the deflated payload. All of it inside age. */
const magic = Buffer.from([0x54, 0x56, 0x50, 0x01]);

export const payloadSchema = z.looseObject({
  format: z.number().int().min(1),
  minReader: z.number().int().min(1),
  space: idSchema,
  device: idSchema,
  recipients: z.array(idSchema).min(1).max(96),
  /** The number of the sender's device list. */
  list: z.number().int().min(1),
  seq: z.number().int().min(1),
  /** Hash of the sender's packet before this one in this space, or null for the first. */
  previous: hashSchema.nullable(),
  /** What the sender had taken in: device id to sequence number. */
  acks: z.record(idSchema, z.number().int().min(0)),
  /** Head of the sender's ledger. */
  head: z.string().max(64),
  /** Everything of the sender's in this space is said again from here on: a reader that misses earlier packets goes on. */
  checkpoint: z.boolean().optional(),
  /** Packets the sender misses: device id to the first number it has not got. */
  asks: z.record(idSchema, z.number().int().min(1)).optional(),
  revisions: z.array(z.object({ hash: hashSchema, bytes: z.string() }).strict()).max(100_000),
});
export type Payload = z.infer<typeof payloadSchema>;

const newerSchema = z.object({ minReader: z.number().int().min(2) });

export type SealedPacket = { readonly bytes: Uint8Array; readonly hash: string };
export type OpenedPacket = { readonly payload: Payload; readonly hash: string };

/** Compress, sign, encrypt. `hash` names the signed bytes; the next packet carries it as `previous`. */
export async function sealPacket(
  payload: Payload,
  device: OwnDevice,
  recipients: readonly string[],
): Promise<SealedPacket> {
  const packed = deflateRawSync(Buffer.from(toCanonical(payload), 'utf8'), { level: 9 });
  const signature = signFor('packet', device.sign, packed);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const bytes = await encrypter.encrypt(Buffer.concat([magic, signature, packed]));
  return { bytes, hash: sha256(packed) };
}

/**
 * Decrypts with this device's age identity (or one it had before), checks the signature before anything is unpacked, unpacks within bounds, parses. It judges only the packet
 * itself; whether it is the next of its chain is the caller's question. Throws an AppError whose code says what is wrong:
 * packet_not_for_me, packet_truncated, packet_bad_signature, packet_too_large, packet_malformed, newer_format.
 */
export async function openPacket(
  file: Uint8Array,
  ageIdentities: readonly string[],
  senderKey: string,
): Promise<OpenedPacket> {
  if (file.length > packetFileLimit)
    throw new AppError('packet_too_large', 'the packet file is larger than any packet');
  const plain = await decrypt(file, ageIdentities);
  if (plain.length < magic.length + 64 || !plain.subarray(0, 3).equals(magic.subarray(0, 3))) {
    throw new AppError('packet_malformed', 'this is not a packet');
  }
  if (plain[3] !== magic[3]) throw new AppError('newer_format', 'this packet was made by a newer Twovoice');
  const signature = plain.subarray(4, 68);
  const packed = plain.subarray(68);
  if (!isSignedFor('packet', publicKeyFromText(senderKey), packed, signature)) {
    throw new AppError('packet_bad_signature', 'the signature is not the sender’s');
  }
  return { payload: parsePayload(inflate(packed)), hash: sha256(packed) };
}

/**
 * What was sealed to one of these identities. Throws 'packet_not_for_me' when none of them is among the recipients, and
 * 'packet_truncated' for anything that is not a whole age file.
 */
export async function decrypt(file: Uint8Array, ageIdentities: readonly string[]): Promise<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of ageIdentities) decrypter.addIdentity(identity);
  try {
    return Buffer.from(await decrypter.decrypt(file));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) {
      throw new AppError('packet_not_for_me', 'the packet is sealed to somebody else');
    }
    throw new AppError('packet_truncated', 'the packet is cut short or damaged');
  }
}

function inflate(packed: Uint8Array): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: packetPayloadLimit });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError('packet_too_large', 'the packet unpacks to more than is allowed');
    throw new AppError('packet_malformed', 'the packet cannot be unpacked');
  }
}

function parsePayload(bytes: Buffer): Payload {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new AppError('packet_malformed', 'the packet holds no JSON');
  }
  if (newerSchema.safeParse(json).success)
    throw new AppError('newer_format', 'this packet was made by a newer Twovoice');
  const parsed = payloadSchema.safeParse(json);
  if (!parsed.success) throw new AppError('packet_malformed', 'the packet does not fit its format');
  return parsed.data;
}

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../../shared/result.ts';
import { isSameMac, linkMac } from './linkKey.ts';
import type { LinkRequest } from './linkRequest.ts';
import { linkRequestHash } from './linkRequest.ts';

/** Bounds on an answer: the file, and what it may unpack to. A journal of twenty years fits many times. */
export const linkAnswerLimit = 256 * 2 ** 20;
const linesLimit = 480 * 2 ** 20;

/** `TVA` and its version; then the 32-byte MAC; then the deflated lines. All of it inside age. */
const magic = Buffer.from([0x54, 0x56, 0x41, 0x01]);

/**
 * Seals lines of text to the device that asked, bound to its request by the key of the six words. Throws 'link_too_large'
 * when they are more than a new computer would take.
 */
export async function sealLinkAnswer(
  lines: readonly string[],
  request: LinkRequest,
  key: Uint8Array,
): Promise<Uint8Array> {
  const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  if (size > linesLimit) throw new AppError('link_too_large', 'the journal is too large for one answer');
  const packed = deflateRawSync(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8'));
  const encrypter = new Encrypter();
  encrypter.addRecipient(request.recipient);
  const sealed = await encrypter.encrypt(Buffer.concat([magic, macOf(packed, request, key), packed]));
  if (sealed.length > linkAnswerLimit)
    throw new AppError('link_too_large', 'the journal is too large for one answer');
  return sealed;
}

/**
 * Opens an answer with the device's age identity; the MAC is checked before anything is unpacked. Throws 'not_a_link',
 * 'newer_format', 'link_other_request' (sealed to another device, or made for another request or with other words),
 * 'link_damaged' (cut short or changed) or 'link_too_large'.
 */
export async function openLinkAnswer(
  file: Uint8Array,
  ageIdentity: string,
  request: LinkRequest,
  key: Uint8Array,
): Promise<string[]> {
  if (file.length > linkAnswerLimit)
    throw new AppError('link_too_large', 'no answer is as large as this file');
  const plain = await decrypt(file, ageIdentity);
  if (plain.length < magic.length + 32 || !plain.subarray(0, 3).equals(magic.subarray(0, 3))) {
    throw new AppError('not_a_link', 'this file is not an answer of the other computer');
  }
  if (plain[3] !== magic[3]) throw new AppError('newer_format', 'this answer was made by a newer Twovoice');
  const mac = plain.subarray(4, 36);
  const packed = plain.subarray(36);
  if (!isSameMac(mac, macOf(packed, request, key))) {
    throw new AppError('link_other_request', 'this answer was made for another request');
  }
  const text = inflate(packed).toString('utf8');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new AppError('link_damaged', 'the answer does not end where it should');
  return lines;
}

function macOf(packed: Uint8Array, request: LinkRequest, key: Uint8Array): Buffer {
  return linkMac('link-answer', key, [Buffer.from(linkRequestHash(request), 'hex'), packed]);
}

async function decrypt(file: Uint8Array, ageIdentity: string): Promise<Buffer> {
  const isAge = Buffer.from(file.subarray(0, 22)).toString('latin1').startsWith('age-encryption.org/v1\n');
  if (!isAge) throw new AppError('not_a_link', 'this file is not an answer of the other computer');
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity);
  try {
    return Buffer.from(await decrypter.decrypt(file));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) {
      throw new AppError('link_other_request', 'this answer is sealed to another computer');
    }
    throw new AppError('link_damaged', 'the answer is cut short or damaged');
  }
}

function inflate(packed: Uint8Array): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: linesLimit });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError('link_too_large', 'the answer unpacks to more than is allowed');
    throw new AppError('link_damaged', 'the answer cannot be unpacked');
  }
}

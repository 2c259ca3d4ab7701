import { createHash, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema, words } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { bytesToId } from '../items/ids.ts';
import { isTextSignedFor, signFor } from './signature.ts';

const keyText = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const signatureText = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/** A person's devices, signed by their root key; a higher number replaces a lower one. */
export const deviceListSchema = z
  .object({
    format: z.literal(1),
    root: keyText,
    number: z.number().int().min(1),
    devices: z
      .array(
        z
          .object({ id: idSchema, sign: keyText, recipient: z.string().regex(/^age1[a-z0-9]{50,4000}$/) })
          .strict(),
      )
      .min(1)
      .max(8),
  })
  .strict();
export type DeviceList = z.infer<typeof deviceListSchema>;

export const cardSchema = z
  .object({
    format: z.literal(1),
    kind: z.literal('twovoice-card'),
    name: words(200).min(1),
    /** 16 random bytes: two cards of the same keys still make another pair and other words. */
    salt: z.string().regex(/^[A-Za-z0-9+/]{22}==$/),
    madeAt: instantSchema,
    list: deviceListSchema,
    listSignature: signatureText,
    device: idSchema,
    signature: signatureText,
  })
  .strict();
export type Card = z.infer<typeof cardSchema>;

/** An identity's id: the first 130 bits of SHA-256 over `twovoice/identity/v1`, a zero byte and the root public key. */
export function identityId(rootText: string): string {
  return keyId('identity', rootText);
}

/** A device's id, likewise from its signing key. */
export function deviceId(signText: string): string {
  return keyId('device', signText);
}

/**
 * Reads a device list from its canonical JSON, or gives null when it is none, a device's id is not the hash of its key, or the
 * root key in it did not sign it.
 */
export function readDeviceList(text: string, signature: string): DeviceList | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const list = deviceListSchema.safeParse(json).data;
  if (list === undefined || toCanonical(list) !== text) return null;
  return isHonestList(list, signature) ? list : null;
}

/** Signs a card over the canonical JSON of everything but its own signature. */
export function signCard(card: Omit<Card, 'signature'>, key: KeyObject): Card {
  const signature = signFor('card', key, Buffer.from(toCanonical(card))).toString('base64');
  return { ...card, signature };
}

/**
 * Reads a contact card file and checks both its signatures: the root's over the device list, a listed device's over the
 * card. Throws 'not_a_card' for anything else, 'newer_format' for a card of a newer program.
 */
export function readCard(text: string): Card {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('not_a_card', 'this file is not a contact card');
  }
  const format = z
    .object({ kind: z.literal('twovoice-card'), format: z.number().int().min(2) })
    .safeParse(json);
  if (format.success) throw new AppError('newer_format', 'this card was made by a newer Twovoice');
  const parsed = cardSchema.safeParse(json);
  if (!parsed.success) throw new AppError('not_a_card', 'this file is not a contact card');
  const card = parsed.data;
  const { signature, ...unsigned } = card;
  const device = card.list.devices.find((entry) => entry.id === card.device);
  const honest =
    device !== undefined &&
    isHonestList(card.list, card.listSignature) &&
    isTextSignedFor('card', device.sign, toCanonical(unsigned), signature);
  if (!honest) throw new AppError('not_a_card', 'this card was changed after it was made');
  return card;
}

function isHonestList(list: DeviceList, signature: string): boolean {
  return (
    list.devices.every((entry) => entry.id === deviceId(entry.sign)) &&
    isTextSignedFor('device-list', list.root, toCanonical(list), signature)
  );
}

function keyId(what: 'identity' | 'device', text: string): string {
  const hash = createHash('sha256').update(`twovoice/${what}/v1\0`).update(Buffer.from(text, 'base64'));
  return bytesToId(hash.digest());
}

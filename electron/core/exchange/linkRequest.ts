import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { instantSchema, words } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';
import { isSameMac, linkKey, linkMac } from './linkKey.ts';
import { isSignedFor, publicKeyFromText, signFor } from './signature.ts';

/** A request is a small text; anything larger is none. */
export const linkRequestLimit = 20_000;

const linkRequestSchema = z
  .object({
    format: z.literal(1),
    kind: z.literal('twovoice-link-request'),
    /** What the person calls the new computer. */
    name: words(60).min(1),
    at: instantSchema,
    salt: z.string().regex(/^[A-Za-z0-9+/]{22}==$/),
    /** The new device's Ed25519 public key. */
    sign: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
    recipient: z.string().regex(/^age1[a-z0-9]{50,4000}$/),
    signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
    mac: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  })
  .strict();
export type LinkRequest = z.infer<typeof linkRequestSchema>;

/** What a request says before it is signed. */
export type LinkAsk = Omit<LinkRequest, 'format' | 'kind' | 'signature' | 'mac'>;

/** Signs with the new device's own key (damage shows without the words) and proves with the words' key whose it is. */
export async function makeLinkRequest(
  ask: LinkAsk,
  device: KeyObject,
  sixWords: readonly string[],
): Promise<LinkRequest> {
  const unsigned = { format: 1, kind: 'twovoice-link-request', ...ask } as const;
  const signature = signFor('link-request', device, Buffer.from(toCanonical(unsigned))).toString('base64');
  const signed = { ...unsigned, signature };
  const key = await linkKey(sixWords, Buffer.from(ask.salt, 'base64'));
  return { ...signed, mac: linkMac('link-request', key, [toCanonical(signed)]).toString('base64') };
}

/** Names one request; its answer is bound to it. SHA-256 over its canonical JSON. */
export function linkRequestHash(request: LinkRequest): string {
  return sha256(toCanonical(request));
}

/**
 * Reads a request file. Throws 'not_a_link' for anything else or one that was changed, 'newer_format' for a newer one.
 * Whose it is, only the six words tell: `checkLinkWords`.
 */
export function readLinkRequest(text: string): LinkRequest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('not_a_link', 'this file is not a request of a new computer');
  }
  const newer = z.object({ kind: z.literal('twovoice-link-request'), format: z.number().int().min(2) });
  if (newer.safeParse(json).success) {
    throw new AppError('newer_format', 'this request was made by a newer Twovoice');
  }
  const parsed = linkRequestSchema.safeParse(json);
  if (!parsed.success || !isWhole(parsed.data)) {
    throw new AppError('not_a_link', 'this file is not a request of a new computer, or it was changed');
  }
  return parsed.data;
}

/** The key that both computers now share. Throws 'link_words' when the words are not the ones the request was made with. */
export async function checkLinkWords(request: LinkRequest, sixWords: readonly string[]): Promise<Buffer> {
  const { mac, ...signed } = request;
  const key = await linkKey(sixWords, Buffer.from(request.salt, 'base64'));
  if (!isSameMac(linkMac('link-request', key, [toCanonical(signed)]), Buffer.from(mac, 'base64'))) {
    throw new AppError('link_words', 'these words do not belong to this request');
  }
  return key;
}

function isWhole({ mac: _, signature, ...unsigned }: LinkRequest): boolean {
  try {
    return isSignedFor(
      'link-request',
      publicKeyFromText(unsigned.sign),
      Buffer.from(toCanonical(unsigned)),
      Buffer.from(signature, 'base64'),
    );
  } catch {
    return false;
  }
}

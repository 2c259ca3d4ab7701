import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a signature is for; each purpose has its own prefix, so that no signature can stand in for another. */
export type Purpose = 'device-list' | 'card' | 'packet' | 'record' | 'export' | 'link-request';

/** Every signature covers `twovoice/<purpose>/v1`, one zero byte, and the payload. */
function toBeSigned(purpose: Purpose, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`twovoice/${purpose}/v1\0`, 'utf8'), payload]);
}

/** Ed25519, 64 bytes. */
export function signFor(purpose: Purpose, key: KeyObject, payload: Uint8Array): Buffer {
  return sign(null, toBeSigned(purpose, payload), key);
}

export function isSignedFor(
  purpose: Purpose,
  key: KeyObject,
  payload: Uint8Array,
  signature: Uint8Array,
): boolean {
  return signature.length === 64 && verify(null, toBeSigned(purpose, payload), key, signature);
}

/**
 * As `isSignedFor`, with key and signature as base64. Never throws; false also for text that is not the one base64 of its
 * bytes, so that no character of a signature can be changed without being noticed.
 */
export function isTextSignedFor(
  purpose: Purpose,
  keyText: string,
  payload: string,
  signatureText: string,
): boolean {
  const signature = Buffer.from(signatureText, 'base64');
  if (signature.toString('base64') !== signatureText) return false;
  try {
    return isSignedFor(purpose, publicKeyFromText(keyText), Buffer.from(payload, 'utf8'), signature);
  } catch {
    return false;
  }
}

/** A public key from its 32 raw bytes in base64. Throws on anything else. */
export function publicKeyFromText(text: string): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(text, 'base64').toString('base64url') },
    format: 'jwk',
  });
}

/** The 32 raw bytes of an Ed25519 public key in base64. */
export function publicKeyToText(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

export function privateKeyFromText(text: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
}

export function privateKeyToText(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

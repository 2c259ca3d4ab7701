import { generateKeyPairSync } from 'node:crypto';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { openPacket, sealPacket } from '../../electron/core/exchange/packet.ts';
import { publicKeyToText } from '../../electron/core/exchange/signature.ts';
import { bytesToId } from '../../electron/core/items/ids.ts';
import { AppError } from '../../shared/result.ts';

export type SmallPacket = {
  readonly bytes: Uint8Array;
  /** Why these bytes are refused in its place; null when they are not. Anything but a reason of ours is thrown. */
  refusal(bytes: Uint8Array): Promise<string | null>;
};

/** A packet without revisions, sealed to one hybrid recipient. */
export async function smallPacket(): Promise<SmallPacket> {
  const keys = generateKeyPairSync('ed25519');
  const senderKey = publicKeyToText(keys.publicKey);
  const identity = await generateHybridIdentity();
  const id = bytesToId(Buffer.alloc(17, 7));
  const payload = {
    ...{ format: 1, minReader: 1, space: id, device: id, recipients: [id], list: 1, seq: 1, previous: null },
    ...{ acks: {}, head: '', revisions: [] },
  };
  const device = { id, sign: keys.privateKey, ageIdentity: identity, retired: [] };
  const { bytes } = await sealPacket(payload, device, [await identityToRecipient(identity)]);
  async function refusal(changed: Uint8Array): Promise<string | null> {
    try {
      await openPacket(changed, [identity], senderKey);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }
  return { bytes, refusal };
}

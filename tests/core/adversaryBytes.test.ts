import { generateKeyPairSync } from 'node:crypto';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, expect, test } from 'vitest';
import { openPacket, sealPacket } from '../../electron/core/exchange/packet.ts';
import { publicKeyToText } from '../../electron/core/exchange/signature.ts';
import { bytesToId } from '../../electron/core/items/ids.ts';
import { AppError } from '../../shared/result.ts';

let whole: Uint8Array;
let identity: string;
let senderKey: string;

beforeAll(async () => {
  const keys = generateKeyPairSync('ed25519');
  senderKey = publicKeyToText(keys.publicKey);
  identity = await generateHybridIdentity();
  const id = bytesToId(Buffer.alloc(17, 7));
  const sealed = await sealPacket(
    {
      format: 1,
      minReader: 1,
      space: id,
      device: id,
      recipients: [id],
      list: 1,
      seq: 1,
      previous: null,
      acks: {},
      head: '',
      revisions: [],
    },
    { id, sign: keys.privateKey, ageIdentity: identity, retired: [] },
    [await identityToRecipient(identity)],
  );
  whole = sealed.bytes;
  expect((await openPacket(whole, [identity], senderKey)).hash).toBe(sealed.hash);
});

/** Why a packet is refused; null when it is not. Anything but one of our own reasons is a fault. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    await openPacket(bytes, [identity], senderKey);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test('a packet cut short is refused as such at every single length', async () => {
  for (let length = 0; length < whole.length; length += 1) {
    expect(await refusal(whole.subarray(0, length)), `${length} bytes`).toBe('packet_truncated');
  }
});

test('a packet with any one byte changed is refused, whichever it is', async () => {
  const codes = new Set<string | null>();
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const code = await refusal(changed);
    expect(code, `byte ${at}`).toMatch(/^packet_(truncated|not_for_me)$/);
    codes.add(code);
  }
  // A changed stanza looks like one for somebody else; everything else like a damaged file.
  expect(codes).toEqual(new Set(['packet_truncated', 'packet_not_for_me']));
}, 60_000);

test('bytes after the end of a packet are refused', async () => {
  for (const more of [1, 16, 1000])
    expect(await refusal(Buffer.concat([whole, Buffer.alloc(more)]))).toBe('packet_truncated');
});

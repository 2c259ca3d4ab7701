import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { generateKeyPairSync } from 'node:crypto';
import type { OwnDevice } from '../../electron/core/exchange/identity.ts';
import { openPacket, type Payload, sealPacket } from '../../electron/core/exchange/packet.ts';
import { publicKeyToText } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { bytesToId, sha256 } from '../../electron/core/items/ids.ts';

let sender: OwnDevice;
let senderKey: string;
let receiver: string;
let recipient: string;

beforeAll(async () => {
  const keys = generateKeyPairSync('ed25519');
  senderKey = publicKeyToText(keys.publicKey);
  receiver = await generateHybridIdentity();
  recipient = await identityToRecipient(receiver);
  sender = { id: bytesToId(new Uint8Array(17)), sign: keys.privateKey, ageIdentity: receiver, retired: [] };
});

const id = fc.uint8Array({ minLength: 17, maxLength: 17 }).map(bytesToId);
const hash = fc.string().map(sha256);
const words = fc.string({ unit: 'grapheme', maxLength: 300 });
const payload: fc.Arbitrary<Payload> = fc.record({
  format: fc.constant(1),
  minReader: fc.constant(1),
  space: id,
  device: id,
  recipients: fc.array(id, { minLength: 1, maxLength: 5 }),
  list: fc.integer({ min: 1, max: 50 }),
  seq: fc.integer({ min: 1, max: 1e9 }),
  previous: fc.option(hash),
  acks: fc.dictionary(id, fc.integer({ min: 0, max: 1e6 })),
  head: hash,
  revisions: fc.array(words.map((text) => ({ hash: sha256(text), bytes: toCanonical({ text }) }))),
});

test('whatever a packet carries arrives as it was, for its receiver', async () => {
  await fc.assert(
    fc.asyncProperty(payload, async (sent) => {
      const sealed = await sealPacket(sent, sender, [recipient]);
      const opened = await openPacket(sealed.bytes, [receiver], senderKey);
      expect(toCanonical(opened.payload)).toBe(toCanonical(sent));
      expect(opened.hash).toBe(sealed.hash);
    }),
    { numRuns: 60 },
  );
});

test('no byte of a packet can be changed without it being refused', async () => {
  const sent = fc.sample(payload, { numRuns: 1, seed: 7 })[0];
  if (sent === undefined) throw new Error('no payload');
  const { bytes } = await sealPacket(sent, sender, [recipient]);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ flip;
      await expect(openPacket(changed, [receiver], senderKey)).rejects.toMatchObject({ name: 'AppError' });
    }),
    { numRuns: 150 },
  );
});

test('an id is 26 letters and digits that are safe as a file name anywhere, and another for other bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 17, maxLength: 17 }),
      fc.uint8Array({ minLength: 17, maxLength: 17 }),
      (one, other) => {
        expect(bytesToId(one)).toMatch(/^[a-z2-7]{26}$/);
        const sameBits = Buffer.compare(one.subarray(0, 16), other.subarray(0, 16)) === 0;
        if (!sameBits) expect(bytesToId(one)).not.toBe(bytesToId(other));
      },
    ),
  );
});

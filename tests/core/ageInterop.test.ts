import { createHash, generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OwnDevice } from '../../electron/core/exchange/identity.ts';
import { openPacket, type Payload, sealPacket } from '../../electron/core/exchange/packet.ts';
import { isSignedFor, publicKeyFromText, publicKeyToText } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { bytesToId, sha256 } from '../../electron/core/items/ids.ts';
import { readAgeVector } from '../support/ageVector.ts';
import { bech32, bech32Bytes } from '../support/bech32.ts';
import { temporaryFolder } from '../support/core.ts';
import { debianAge } from '../support/debianAge.ts';
import { packed, packetPlain } from '../support/packetBytes.ts';
import ageVectors from '../vectors/age.json' with { type: 'json' };
import xWing from '../vectors/x-wing.json' with { type: 'json' };

const folder = temporaryFolder();
const age = debianAge(folder);
const passphrase = 'seven heron walked over Penarth bridge';
let device: OwnDevice;
let senderKey: string;
let identity: string;
let recipient: string;

beforeAll(async () => {
  const keys = generateKeyPairSync('ed25519');
  senderKey = publicKeyToText(keys.publicKey);
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  device = { id: bytesToId(new Uint8Array(17)), sign: keys.privateKey, ageIdentity: identity, retired: [] };
});
afterAll(() => rmSync(folder, { recursive: true }));

function somePayload(): Payload {
  const bytes = toCanonical({ text: 'Gwenllian said: “â, ŵ, 𝛼”' });
  return {
    format: 1,
    minReader: 1,
    space: device.id,
    device: device.id,
    recipients: [device.id],
    list: 1,
    seq: 1,
    previous: null,
    acks: {},
    head: '',
    revisions: [{ hash: sha256(bytes), bytes }],
  };
}

describe("Debian's age", () => {
  test('opens a packet sealed to its X25519 recipient, and finds in it what FORMAT.md says', async () => {
    const sealed = await sealPacket(somePayload(), device, [recipient]);
    const plain = age.open(sealed.bytes, identity);
    expect(plain.subarray(0, 4)).toEqual(Buffer.from('TVP\u0001', 'latin1'));
    const deflated = plain.subarray(68);
    expect(sha256(deflated)).toBe(sealed.hash);
    expect(isSignedFor('packet', publicKeyFromText(senderKey), deflated, plain.subarray(4, 68))).toBe(true);
    expect(inflateRawSync(deflated).toString('utf8')).toBe(toCanonical(somePayload()));
  });

  test('makes a packet of the same bytes that is taken in here', async () => {
    const deflated = packed(somePayload());
    const sealed = age.seal(packetPlain(deflated, device.sign), recipient);
    const opened = await openPacket(sealed, [identity], senderKey);
    expect(opened).toEqual({ payload: somePayload(), hash: sha256(deflated) });
  });

  test('opens an archive sealed here with a passphrase, and the other way round', async () => {
    const archive = Buffer.from(toCanonical(somePayload()));
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(15);
    const sealed = await encrypter.encrypt(archive);
    expect(await age.openWithPassphrase(sealed, passphrase)).toEqual(archive);
    await expect(age.openWithPassphrase(sealed, `${passphrase}.`)).rejects.toThrow('age ended with 1');

    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const theirs = await age.sealWithPassphrase(archive, passphrase);
    expect(Buffer.from(await decrypter.decrypt(theirs))).toEqual(archive);
  });
});

describe('the published vectors of age', () => {
  const vectors = Object.entries(ageVectors.files).map(([name, base64]) => ({
    name,
    ...readAgeVector(base64),
  }));
  const kinds = ['hybrid', 'x25519', 'scrypt', 'stanza', 'hmac', 'stream'];

  test('are all here: those of hybrid, X25519 and passphrase recipients, of headers and of streams', () => {
    const count = (kind: string) => vectors.filter((vector) => vector.name.startsWith(kind)).length;
    expect(kinds.map(count)).toEqual([18, 14, 25, 14, 8, 25]);
    expect(vectors.filter((vector) => vector.expect === 'success').map((vector) => vector.name)).toEqual(
      expect.arrayContaining(['hybrid', 'hybrid_and_x25519', 'hybrid_grease', 'hybrid_multiple_recipients']),
    );
  });

  test.each(vectors)('$name: $expect', async (vector) => {
    const decrypter = new Decrypter();
    for (const one of vector.identities) decrypter.addIdentity(one);
    for (const one of vector.passphrases) decrypter.addPassphrase(one);
    const opening = decrypter.decrypt(vector.file);
    if (vector.expect !== 'success') {
      await expect(opening).rejects.toThrow(
        vector.expect === 'no match' ? /^no identity matched/ : /^(?!no identity matched)/,
      );
      return;
    }
    expect(
      createHash('sha256')
        .update(await opening)
        .digest('hex'),
    ).toBe(vector.payload);
  });

  test.each(vectors.filter((vector) => vector.identities.length > 0 && vector.passphrases.length === 0))(
    '$name is judged as a packet would be',
    async ({ expect: expected, file, identities }) => {
      const code =
        expected === 'success'
          ? 'packet_malformed'
          : expected === 'no match'
            ? 'packet_not_for_me'
            : 'packet_truncated';
      await expect(openPacket(file, identities, senderKey)).rejects.toMatchObject({ code });
    },
  );
});

test.each(xWing.vectors)(
  'a hybrid identity of 32 bytes has the public key of X-Wing: $seed',
  async (vector) => {
    const text = bech32('AGE-SECRET-KEY-PQ-', Buffer.from(vector.seed, 'hex')).toUpperCase();
    const publicKey = bech32Bytes(await identityToRecipient(text)).toString('hex');
    expect(publicKey).toHaveLength(2 * 1216);
    expect(publicKey.startsWith(vector.pkStart)).toBe(true);
    expect(publicKey.endsWith(vector.pkEnd)).toBe(true);
  },
);

import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Card, deviceId, signCard } from '../../electron/core/exchange/card.ts';
import { myCard, ownDevice } from '../../electron/core/exchange/identity.ts';
import { publicKeyToText, signFor } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { type Adversary, adversary } from '../support/adversary.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let evil: Adversary;

beforeEach(async () => {
  pair = await joinedPair();
  evil = adversary(pair.supervisor, pair.supervisee, pair.space, pair.folder);
});
afterEach(() => pair.close());

const victimDb = () => pair.supervisee.session().deps.vault.db();
const attackersCard = () => myCard(pair.supervisor.session().deps.vault.db());

/** Lays a device list file that the victim can open, and looks. */
async function laid(name: string, card: unknown, magic = 'TVL\u0001') {
  const encrypter = new Encrypter();
  encrypter.addRecipient(evil.victim);
  const plain = Buffer.concat([Buffer.from(magic, 'latin1'), Buffer.from(toCanonical(card))]);
  return look(name, await encrypter.encrypt(plain));
}

async function look(name: string, bytes: Uint8Array) {
  mkdirSync(evil.folder, { recursive: true });
  const path = join(evil.folder, name);
  writeFileSync(path, bytes);
  await pair.supervisee.call('exchange.sync', {});
  const { exchange } = await pair.supervisee.call('pairs.get', { space: pair.space });
  rmSync(path);
  return exchange.setAside.filter((file) => file.name.endsWith(`/${name}`)).map((file) => file.code);
}

/** A card whose root is whoever asks, with the attacker's device on it. */
function cardOfStranger(number: number): Card {
  const root = generateKeyPairSync('ed25519');
  const { devices } = attackersCard().list;
  const list = { format: 1 as const, root: publicKeyToText(root.publicKey), number, devices };
  return signCard(
    {
      ...{ format: 1, kind: 'twovoice-card', name: 'Sioned Example', salt: attackersCard().salt },
      ...{ madeAt: attackersCard().madeAt, list, device: evil.device.id },
      listSignature: signFor('device-list', root.privateKey, Buffer.from(toCanonical(list))).toString(
        'base64',
      ),
    },
    evil.device.sign,
  );
}

const believed = () => victimDb().prepare('SELECT id FROM device WHERE active = 1 ORDER BY id').pluck().all();

test('a list of somebody who is not in this space is set aside, and nobody new is believed', async () => {
  const before = believed();
  expect(await laid('list-2.age', cardOfStranger(2))).toEqual(['packet_unknown_sender']);
  expect(believed()).toEqual(before);
});

test('a list with another device on it, under the old signature, is set aside as not signed by its person', async () => {
  const before = believed();
  const card = attackersCard();
  const sign = publicKeyToText(generateKeyPairSync('ed25519').publicKey);
  const added = { id: deviceId(sign), sign, recipient: card.list.devices[0]?.recipient ?? '' };
  const list = { ...card.list, number: 2, devices: [...card.list.devices, added] };
  const { signature: _, ...unsigned } = { ...card, list };
  expect(await laid('list-2.age', signCard(unsigned, evil.device.sign))).toEqual(['packet_bad_signature']);
  expect(believed()).toEqual(before);
});

test('a list of mine that I never made does not take my own devices from me', async () => {
  const mine = myCard(victimDb());
  const list = { ...mine.list, number: 9, devices: attackersCard().list.devices };
  const { signature: _, ...unsigned } = { ...mine, list, device: evil.device.id };
  expect(await laid('list-9.age', signCard(unsigned, evil.device.sign))).toEqual(['packet_bad_signature']);
  expect(myCard(victimDb())).toEqual(mine);
  expect(believed()).toContain(ownDevice(victimDb()).id);
});

test('a list under another number or in another device’s folder does not belong there', async () => {
  expect(await laid('list-7.age', attackersCard())).toEqual(['packet_wrong_order']);
  const card = myCard(victimDb());
  expect(await laid('list-1.age', card)).toEqual(['packet_wrong_order']);
});

test('an old list said again changes nothing and is nothing to wonder at', async () => {
  const before = believed();
  expect(await laid('list-1.age', attackersCard())).toEqual([]);
  expect(believed()).toEqual(before);
});

test('a list that is cut short, no list, of a newer program or larger than any is set aside, each in its own words', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(evil.victim);
  const whole = await encrypter.encrypt(Buffer.from(`TVL\u0001${toCanonical(attackersCard())}`, 'latin1'));
  expect(await look('list-2.age', whole.subarray(0, whole.length - 9))).toEqual(['packet_truncated']);
  expect(await laid('list-3.age', attackersCard(), 'TVP\u0001')).toEqual(['packet_malformed']);
  expect(await laid('list-4.age', attackersCard(), 'TVL\u0002')).toEqual(['newer_format']);
  expect(await look('list-5.age', Buffer.alloc(200_001))).toEqual(['packet_too_large']);
  await evil.lay(evil.payload([evil.revision({})]));
  await pair.supervisee.call('exchange.sync', {});
  expect(statementsOf(victimDb(), 'session', pair.space)).toHaveLength(1);
});

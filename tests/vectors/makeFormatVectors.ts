import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, identityToRecipient } from 'age-encryption';
import { type Card, deviceId, identityId, signCard } from '../../electron/core/exchange/card.ts';
import { compareWords, pairSpaceId } from '../../electron/core/exchange/compareWords.ts';
import { type Payload, sealPacket } from '../../electron/core/exchange/packet.ts';
import { publicKeyToText, signFor } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { bytesToId, sha256 } from '../../electron/core/items/ids.ts';
import { bech32 } from '../support/bech32.ts';

// Writes format.json: the worked example of FORMAT.md, from fixed keys. Run by hand, only when the format itself gets a new version:
// `node tests/vectors/makeFormatVectors.ts`. Sealing is random, so `file` differs each time; everything else comes out the same.

const madeAt = '2026-11-22T09:00:00.000Z';
const seedOf = (what: string) => createHash('sha256').update(`twovoice test vector: ${what}`).digest();

function privateKey(seed: Uint8Array): KeyObject {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
}

async function person(name: string) {
  const [rootSeed, deviceSeed, ageSeed] = ['root', 'device', 'age'].map((what) => seedOf(`${name} ${what}`));
  if (rootSeed === undefined || deviceSeed === undefined || ageSeed === undefined)
    throw new Error('three seeds');
  const root = privateKey(rootSeed);
  const sign = privateKey(deviceSeed);
  const ageIdentity = bech32('AGE-SECRET-KEY-PQ-', ageSeed).toUpperCase();
  const rootText = publicKeyToText(createPublicKey(root));
  const signText = publicKeyToText(createPublicKey(sign));
  const id = deviceId(signText);
  const list = {
    format: 1 as const,
    root: rootText,
    number: 1,
    devices: [{ id, sign: signText, recipient: await identityToRecipient(ageIdentity) }],
  };
  const card: Card = signCard(
    {
      format: 1,
      kind: 'twovoice-card',
      name,
      salt: seedOf(`${name} salt`).subarray(0, 16).toString('base64'),
      madeAt,
      list,
      listSignature: signFor('device-list', root, Buffer.from(toCanonical(list))).toString('base64'),
      device: id,
    },
    sign,
  );
  const keys = {
    rootSeed: rootSeed.toString('base64'),
    deviceSeed: deviceSeed.toString('base64'),
    ageSeed: ageSeed.toString('base64'),
    ageIdentity,
  };
  return { keys, identity: identityId(rootText), device: id, card, sign };
}

const nia = await person('Nia Example');
const amir = await person('Amir Ŵyn');
const space = pairSpaceId(nia.card, amir.card);

const statement = (item: string, body: unknown, parents: string[]) => {
  const bytes = toCanonical({
    format: 1,
    minReader: 1,
    item,
    kind: 'session',
    space,
    subject: null,
    parents,
    at: madeAt,
    by: nia.identity,
    body,
  });
  return { hash: sha256(bytes), bytes };
};
const item = bytesToId(seedOf('item'));
const first = statement(item, { date: '2026-11-24' }, []);
const second = statement(item, { date: '2026-12-01' }, [first.hash]);

let previousEntry = '';
const ledger = (['joined', 'given', 'consent'] as const).map((act, index) => {
  const salt = seedOf(`salt ${index}`).subarray(0, 16).toString('base64');
  const about = `what ${act} was about`;
  const bytes = toCanonical({
    number: index + 1,
    at: madeAt,
    act,
    space,
    about: sha256(`${salt}\n${about}`),
    salt,
    previous: previousEntry,
  });
  previousEntry = sha256(bytes);
  return { aboutText: about, bytes, hash: previousEntry };
});

const recipients = [nia, amir].map(({ device, card }) => ({
  id: device,
  recipient: card.list.devices[0]?.recipient ?? '',
}));
let previous: string | null = null;
const packets = [];
for (const [index, revisions] of [[first], [second]].entries()) {
  const payload: Payload = {
    format: 1,
    minReader: 1,
    space,
    device: nia.device,
    recipients: recipients.map(({ id }) => id),
    list: 1,
    seq: index + 1,
    previous,
    acks: index === 0 ? {} : { [amir.device]: 1 },
    head: ledger[index]?.hash ?? '',
    revisions,
  };
  const own = { id: nia.device, sign: nia.sign, ageIdentity: nia.keys.ageIdentity, retired: [] };
  const sealed = await sealPacket(
    payload,
    own,
    recipients.map(({ recipient }) => recipient),
  );
  previous = sealed.hash;
  packets.push({
    path: `${space}/${nia.device}/${payload.seq}.age`,
    payload,
    hash: sealed.hash,
    file: Buffer.from(sealed.bytes).toString('base64'),
  });
}

const encrypter = new Encrypter();
for (const { recipient } of recipients) encrypter.addRecipient(recipient);
const listPlain = Buffer.concat([Buffer.from('TVL\u0001', 'latin1'), Buffer.from(toCanonical(nia.card))]);
const people = [nia, amir].map(({ keys, identity, device, card }) => ({ keys, identity, device, card }));
writeFileSync(
  join(import.meta.dirname, 'format.json'),
  `${JSON.stringify(
    {
      what: 'The worked example of electron/core/exchange/FORMAT.md, version 1. The keys are nobody’s. Made by makeFormatVectors.ts.',
      people,
      words: await compareWords(nia.card, amir.card),
      space,
      revisions: [first, second],
      packets,
      listFile: {
        path: `${space}/${nia.device}/list-1.age`,
        file: Buffer.from(await encrypter.encrypt(listPlain)).toString('base64'),
      },
      ledger,
    },
    null,
    2,
  )}\n`,
);

import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Card, deviceId, identityId, signCard } from '../../electron/core/exchange/card.ts';
import { makeInvite } from '../../electron/core/exchange/circleInvite.ts';
import { myCard, storeDevices } from '../../electron/core/exchange/identity.ts';
import { publicKeyToText, signFor } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { adversary } from '../support/adversary.ts';
import { joinedCircle, type TestCircle } from '../support/circle.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { joinTwo } from '../support/pair.ts';

let circle: TestCircle;
let amir: TestCore;
let nia: TestCore;
let meeting: string;
let round: string;

beforeEach(async () => {
  circle = await joinedCircle();
  [amir, nia] = circle.invited as [TestCore, TestCore];
  const { founder, space } = circle;
  const made = await founder.call('circles.createMeeting', {
    space,
    title: 'After the inspection',
    date: '2026-11-24',
    questions: ['How do you arrive?'],
  });
  meeting = made.meeting;
  await circle.sync();
  round = (await founder.call('circles.meeting', { meeting })).view.rounds[0]?.round ?? '';
});
afterEach(() => circle.close());

const dbOf = (person: TestCore) => person.session().deps.vault.db();
const cardOf = (person: TestCore) => myCard(dbOf(person));
const turn = (text: string) => ({ text, passed: false, asked: 'How do you arrive?' });

async function heardBy(person: TestCore) {
  await person.call('exchange.sync', {});
  const { view } = await person.call('circles.meeting', { meeting });
  return view.rounds.map((one) => one.seats.map((seat) => seat.turns.map((said) => said.text)));
}

test('a packet of somebody who is in no seat of this circle is set aside, though they are joined with its founder', async () => {
  const { founder, space, folder, root } = circle;
  const tomos = await startCoreWithVault({ root: `${root}/tomos`, name: 'Tomos Example' });
  await joinTwo(founder, tomos, { root, folder });
  const evil = adversary(tomos, founder, space, folder);
  await evil.lay(
    evil.payload([evil.revision({ kind: 'circleTurn', subject: round, body: turn('Let me in.') })]),
  );
  expect(await heardBy(founder)).toEqual([[[], [], []]]);
  const { exchange } = await founder.call('circles.get', { space });
  expect(exchange.setAside).toMatchObject([{ code: 'packet_unknown_sender' }]);
  tomos.close();
});

test('a turn in another’s name, or over another’s words, is refused and its sender told', async () => {
  const { founder, space, folder } = circle;
  const { item } = await founder.call('circles.saveTurn', { round, text: 'My own words.' });
  const { mine } = await founder.call('circles.meeting', { meeting });
  await founder.call('circles.showTurn', { item, stamp: mine[0]?.stamp ?? '' });
  await circle.sync();
  const evil = adversary(amir, nia, space, folder);
  const by = await circle.identityOf(founder);
  const forged = evil.revision({ kind: 'circleTurn', subject: round, by, body: turn('Put in her mouth.') });
  const stolen = evil.revision({ kind: 'circleTurn', subject: round, item, body: turn('Written over.') });
  const honest = evil.revision({ kind: 'circleTurn', subject: round, body: turn('Amir’s own.') });
  await evil.lay(evil.payload([forged, stolen, honest]));
  expect(await heardBy(nia)).toEqual([[['Amir’s own.'], [], ['My own words.']]]);
  await amir.call('exchange.sync', {});
  const { exchange } = await amir.call('circles.get', { space });
  expect(exchange.refused.map((one) => [one.hash, one.code]).sort()).toEqual(
    [
      [forged.hash, 'revision_not_owner'],
      [stolen.hash, 'revision_not_owner'],
    ].sort(),
  );
  // Everybody reads the notice; it is about what Amir sent and about nobody else.
  await founder.call('exchange.sync', {});
  expect((await founder.call('circles.get', { space })).exchange.refused).toEqual([]);
});

test('a member can neither rename the circle, ask in another’s meeting, nor hang words onto words', async () => {
  const { founder, space, folder } = circle;
  const { item } = await founder.call('circles.saveTurn', { round, text: 'My own words.' });
  const { mine } = await founder.call('circles.meeting', { meeting });
  await founder.call('circles.showTurn', { item, stamp: mine[0]?.stamp ?? '' });
  await circle.sync();
  const [founding] = statementsOf(dbOf(amir), 'circle', space);
  const evil = adversary(amir, nia, space, folder);
  await evil.lay(
    evil.payload([
      evil.revision({ kind: 'circle', body: { ...founding?.body, name: 'Amir’s circle' } }),
      evil.revision({ kind: 'circleRound', subject: meeting, body: { question: 'Who was it?', place: 0 } }),
      evil.revision({ kind: 'circleTurn', subject: item, body: turn('A reply.') }),
      evil.revision({ kind: 'circleTurn', subject: meeting, body: turn('A comment.') }),
    ]),
  );
  expect(await heardBy(nia)).toEqual([[[], [], ['My own words.']]]);
  expect(await nia.call('circles.get', { space })).toMatchObject({ name: 'Duty team' });
});

test('words said in a pair about a circle’s round are no part of the circle', async () => {
  const { founder, folder } = circle;
  const [pair] = (await founder.call('pairs.list', {})).pairs;
  const evil = adversary(founder, amir, pair?.space ?? '', folder);
  await evil.lay(
    evil.payload([evil.revision({ kind: 'circleTurn', subject: round, body: turn('Only for you.') })]),
  );
  expect(await heardBy(amir)).toEqual([[[], [], []]]);
});

/** The founder's vault, with a program of its own, sends Nia these invitations; returns what her window lists. */
async function inviteNia(bodies: readonly unknown[]) {
  const { founder, folder } = circle;
  const pairs = (await founder.call('pairs.list', {})).pairs;
  const space = pairs.find((pair) => pair.other.name === 'Nia Example')?.space ?? '';
  const evil = adversary(founder, nia, space, folder);
  await evil.lay(evil.payload(bodies.map((body) => evil.revision({ kind: 'circleInvite', body }))));
  await nia.call('exchange.sync', {});
  return (await nia.call('circles.list', {})).invitations;
}

/** An invitation that holds, by the founder, of these cards. */
function inviteOf(cards: readonly Card[], founder: string) {
  const people = cards.map((card) => ({ identity: identityId(card.list.root), card }));
  return makeInvite({ founder, name: 'Another circle', salt: 'AAAAAAAAAAAAAAAAAAAAAA==', people });
}

test('an invitation with a changed card, other people than its id says, or another founder does not hold', async () => {
  const cards = [cardOf(circle.founder), cardOf(amir), cardOf(nia)] as const;
  const sioned = await circle.identityOf(circle.founder);
  const sound = inviteOf(cards, sioned);
  const [a, b, c] = sound.cards as [string, string, string];
  const stranger = toCanonical(madeCard([]));
  const bad = [
    { ...sound, cards: [a, b.replace('Amir', 'Umar'), c] },
    { ...sound, cards: [a, b, c, stranger] },
    { ...sound, cards: [a, stranger, c] },
    { ...sound, cards: [a, b, b] },
    { ...sound, cards: [a, c, 'not a card'] },
    { ...sound, salt: 'BAAAAAAAAAAAAAAAAAAAAA==' },
    inviteOf(cards, await circle.identityOf(amir)),
    inviteOf([cards[0], cards[1], madeCard([])], sioned),
  ];
  const listed = await inviteNia([sound, ...bad]);
  expect(listed).toHaveLength(bad.length + 1);
  const unsound = listed.filter(({ people }) => people === null);
  expect(unsound).toHaveLength(bad.length);
  for (const { invite } of unsound) {
    await expect(nia.call('circles.join', { invite, folder: null })).rejects.toMatchObject({
      code: 'invite_unsound',
    });
  }
  expect((await nia.call('circles.list', {})).circles).toHaveLength(1);
});

test('a card that lists somebody else’s device brings that device to nobody', async () => {
  const [sioned, amirs, nias] = [cardOf(circle.founder), cardOf(amir), cardOf(nia)];
  const thief = madeCard(amirs.list.devices);
  const [listed] = await inviteNia([inviteOf([sioned, thief, nias], identityId(sioned.list.root))]);
  expect(listed?.people).not.toBeNull();
  await expect(
    nia.call('circles.join', { invite: listed?.invite ?? '', folder: null }),
  ).rejects.toMatchObject({ code: 'invite_unsound' });
  expect((await nia.call('circles.list', {})).circles).toHaveLength(1);

  const device = amirs.list.devices[0]?.id;
  const active = () =>
    dbOf(nia).prepare('SELECT identity, active FROM device WHERE id = ?').get(device) as object;
  dbOf(nia).prepare('UPDATE device SET active = 0 WHERE id = ?').run(device);
  storeDevices(dbOf(nia), identityId(sioned.list.root), {
    ...sioned.list,
    devices: [...sioned.list.devices, ...amirs.list.devices],
  });
  expect(active()).toEqual({ identity: identityId(amirs.list.root), active: 0 });
});

/** A sound card of nobody, which also lists these devices. */
function madeCard(also: Card['list']['devices']): Card {
  const root = generateKeyPairSync('ed25519');
  const keys = generateKeyPairSync('ed25519');
  const sign = publicKeyToText(keys.publicKey);
  const recipient = cardOf(amir).list.devices[0]?.recipient ?? '';
  const list = {
    format: 1 as const,
    root: publicKeyToText(root.publicKey),
    number: 1,
    devices: [{ id: deviceId(sign), sign, recipient }, ...also],
  };
  const listSignature = signFor('device-list', root.privateKey, Buffer.from(toCanonical(list)));
  return signCard(
    {
      format: 1,
      kind: 'twovoice-card',
      name: 'Amir Example',
      salt: 'CAAAAAAAAAAAAAAAAAAAAA==',
      madeAt: '2026-11-22T09:00:00.000Z',
      list,
      listSignature: listSignature.toString('base64'),
      device: deviceId(sign),
    },
    keys.privateKey,
  );
}

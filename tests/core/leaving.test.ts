import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { nameIt, openRepair } from '../support/repairs.ts';

let pair: TestPair;
let space: string;
const open: { close(): void }[] = [];

beforeEach(async () => {
  pair = await joinedPair();
  space = pair.space;
}, 60_000);
afterEach(() => {
  for (const core of open.splice(0)) core.close();
  pair.close();
});

/** Supervision, with a topic both see. */
async function session(): Promise<string> {
  const made = await pair.supervisee.call('sessions.create', { space, date: '2026-11-22' });
  const input = { session: made.session, item: null, title: 'What both said' };
  const { item } = await pair.supervisee.call('sessions.saveTopic', input);
  const { mine } = await pair.supervisee.call('sessions.get', { session: made.session });
  await pair.supervisee.call('sessions.show', { item, stamp: mine[0]?.stamp ?? '' });
  await pair.sync();
  return made.session;
}

const begins = (core: TestCore) => core.tryCall('sessions.create', { space, date: '2026-11-29' });
const ended = { error: { code: 'pair_ended' } };

async function writeWords(core: TestCore, keeps: string): Promise<string> {
  const { leaving } = await core.call('leaving.begin', { space, handsOver: true });
  await core.call('leaving.save', { leaving, words: { keeps, gives: '', destroys: '' } });
  await core.call('leaving.show', { leaving });
  await pair.sync();
  return leaving;
}

async function bothSign(leaving: string): Promise<void> {
  const { stamp } = await pair.supervisor.call('signing.preview', { root: leaving });
  await pair.supervisor.call('signing.propose', { root: leaving, note: '', stamp });
  await pair.sync();
  const { open: proposed } = await pair.supervisee.call('signing.state', { root: leaving });
  const read = await pair.supervisee.call('signing.read', { proposal: proposed?.proposal ?? '' });
  await pair.supervisee.call('signing.sign', {
    proposal: proposed?.proposal ?? '',
    hash: read.hash,
    note: '',
  });
  await pair.sync();
}

test('A pair ends once both have signed what each keeps, gives and destroys; the joint record stays', async () => {
  const made = await session();
  const leaving = await writeWords(pair.supervisee, 'My pages');
  expect(await writeWords(pair.supervisor, 'The joint record')).toBe(leaving);
  expect((await pair.supervisor.call('leaving.get', { space })).leaving?.said).toMatchObject({
    supervisee: { keeps: 'My pages' },
    supervisor: { keeps: 'The joint record' },
  });
  expect((await pair.supervisor.call('leaving.get', { space })).how).toBeNull();
  await bothSign(leaving);
  const all = { act: 'ended', person: null, from: null, until: null, words: '', limit: 10 } as const;
  for (const core of [pair.supervisor, pair.supervisee]) {
    expect(await core.call('leaving.get', { space })).toMatchObject({ how: 'agreed' });
    expect(await begins(core)).toMatchObject(ended);
    const { view } = await core.call('sessions.get', { session: made });
    expect(JSON.stringify(view)).toContain('What both said');
    expect((await core.call('pairs.get', { space })).endedAt).not.toBeNull();
    expect((await core.call('ledger.list', all)).lines).toHaveLength(1);
  }
});

test('Words under a leaving change until they are signed, and then no more', async () => {
  const leaving = await writeWords(pair.supervisee, 'My pages');
  await writeWords(pair.supervisee, 'My pages and my lines');
  await bothSign(leaving);
  const words = { keeps: 'Everything', gives: '', destroys: '' };
  expect(await pair.supervisee.tryCall('leaving.save', { leaving, words })).toMatchObject({
    error: { code: 'already_signed' },
  });
  expect(await pair.supervisee.tryCall('leaving.takeBack', { leaving })).toMatchObject({
    error: { code: 'already_signed' },
  });
});

test('An ending that was begun can be taken back, and the pair goes on', async () => {
  const leaving = await writeWords(pair.supervisee, 'My pages');
  await pair.supervisee.call('leaving.takeBack', { leaving });
  await pair.sync();
  expect((await pair.supervisor.call('leaving.get', { space })).leaving).toBeNull();
  expect(await begins(pair.supervisor)).toMatchObject({ ok: true });
});

test('One person can leave alone: the other learns that they left, and nothing of why', async () => {
  const made = await session();
  await pair.supervisee.call('leaving.leave', { space });
  expect(await begins(pair.supervisee)).toMatchObject(ended);
  await pair.sync();
  expect((await pair.supervisor.call('leaving.get', { space })).how).toBe('leftByThem');
  expect((await pair.supervisee.call('leaving.get', { space })).how).toBe('leftByMe');
  expect(await begins(pair.supervisor)).toMatchObject(ended);
  const shown = pair.supervisor
    .session()
    .deps.vault.db()
    .prepare("SELECT shown.body FROM shown JOIN item ON item.id = shown.item WHERE item.kind = 'left'")
    .pluck()
    .all();
  expect(shown).toEqual(['{}']);
  expect((await pair.supervisor.call('sessions.get', { session: made })).session).toBe(made);
  expect(await pair.supervisee.tryCall('leaving.leave', { space })).toMatchObject(ended);
});

/** Amir lost his vault and made another; both have swapped cards again. */
async function returned() {
  const amir = await startCoreWithVault({ name: 'Amir Example' });
  open.push(amir);
  const card = join(amir.root, 'amir-again.twovoice-card');
  const sioned = join(amir.root, 'sioned.twovoice-card');
  await amir.call('contacts.exportCard', { path: card });
  await pair.supervisor.call('contacts.exportCard', { path: sioned });
  const { contact } = await pair.supervisor.call('contacts.takeCard', { path: card });
  const { contact: theirs } = await amir.call('contacts.takeCard', { path: sioned });
  if (contact === null || theirs === null) throw new Error('a card was not taken in');
  return { amir, identity: contact.identity, supervisor: theirs.identity, words: theirs.words };
}

test('Somebody who lost their vault goes on in a new pair once the words were compared; the old one stays readable', async () => {
  const made = await session();
  const rupture = await nameIt(pair);
  expect((await openRepair(pair.supervisor, rupture)).acts).toContain('reply');
  const { amir, identity, supervisor, words } = await returned();
  const { space: next } = await pair.supervisor.call('pairs.join', {
    identity,
    words,
    role: 'supervisor',
    folder: pair.folder,
    continues: space,
  });
  await amir.call('pairs.join', { identity: supervisor, words, role: 'supervisee', folder: pair.folder });
  for (let round = 0; round < 3; round += 1) {
    for (const core of [pair.supervisor, amir]) await core.call('exchange.sync', {});
  }
  const views = (await pair.supervisor.call('pairs.list', {})).pairs;
  expect(views.map(({ space: id, isReplaced }) => [id, isReplaced])).toEqual(
    expect.arrayContaining([
      [space, true],
      [next, false],
    ]),
  );
  expect((await pair.supervisor.call('leaving.get', { space })).how).toBe('replaced');
  expect((await pair.supervisor.call('leaving.get', { space: next })).earlier).toBe('mine');
  expect((await amir.call('leaving.get', { space: next })).earlier).toBe('theirs');
  const { view } = await pair.supervisor.call('sessions.get', { session: made });
  expect(JSON.stringify(view)).toContain('What both said');
  // What would reach nobody is not offered, and the words stay readable.
  const repair = await openRepair(pair.supervisor, rupture);
  expect([repair.isReplaced, repair.acts, repair.isGateDue]).toEqual([true, [], false]);
  expect(repair.named.state).toBe('shown');
  expect(await begins(pair.supervisor)).toMatchObject(ended);
  expect(await amir.tryCall('sessions.create', { space: next, date: '2026-11-29' })).toMatchObject({
    ok: true,
  });
});

test('After that nothing from the lost vault is believed any more', async () => {
  const { identity, words } = await returned();
  const input = { identity, words, role: 'supervisor', folder: null, continues: space } as const;
  await pair.supervisor.call('pairs.join', input);
  const made = await pair.supervisee.call('sessions.create', { space, date: '2026-12-01' });
  await pair.sync();
  expect(await pair.supervisor.tryCall('sessions.get', made)).toMatchObject({ error: { code: 'not_found' } });
});

test('A card alone replaces nobody: without the same six words everything stays as it was', async () => {
  const { identity, words } = await returned();
  const wrong = [...words.slice(0, 5), words[5] === 'abacus' ? 'zoom' : 'abacus'];
  const input = { identity, words: wrong, role: 'supervisor', folder: null, continues: space } as const;
  expect(await pair.supervisor.tryCall('pairs.join', input)).toMatchObject({
    error: { code: 'words_differ' },
  });
  expect(await pair.supervisor.call('pairs.get', { space })).toMatchObject({
    endedAt: null,
    isReplaced: false,
  });
  expect(await begins(pair.supervisor)).toMatchObject({ ok: true });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { unsaidMoment } from '../../shared/model/moment.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { pageOf, writePage } from '../support/pages.ts';
import { joinedPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function person(): Promise<TestCore> {
  const core = await startCoreWithVault();
  open.push(core);
  return core;
}

const gp = { whose: 'mine', name: 'The surgery', reach: '01632 960000', when: 'until six' } as const;
const line = { whose: 'organisation', name: 'Staff line', reach: '01632 960001', when: 'at night' } as const;

test('sources of help are kept in the order they were written, changed, taken away and put back', async () => {
  const core = await person();
  const { item } = await core.call('care.save', { item: null, ...gp });
  core.platform.advance(1000);
  const { item: second } = await core.call('care.save', { item: null, ...line });
  await core.call('care.save', { item, ...gp, when: 'until half past six' });
  await core.call('care.remove', { item: second });
  expect((await core.call('care.list', {})).sources).toEqual([{ item, ...gp, when: 'until half past six' }]);
  await core.call('care.restore', { item: second });
  expect((await core.call('care.list', {})).sources.map(({ name }) => name)).toEqual([
    'The surgery',
    'Staff line',
  ]);
});

test('a source without a name, of nobody, or not well formed is refused; nothing is changed', async () => {
  const core = await person();
  const { item } = await core.call('care.save', { item: null, ...gp });
  const before = await core.call('care.list', {});
  for (const wrong of [{ name: ' ' }, { whose: 'theirs' }, { reach: 'a\0b' }, { when: 'w'.repeat(501) }]) {
    for (const target of [null, item]) {
      const result = await core.tryCall('care.save', { item: target, ...gp, ...wrong });
      expect(result).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    }
  }
  const { item: page } = await core.call('pages.create', { date: '2026-11-22', promptSet: null });
  expect(await core.tryCall('care.save', { item: page, ...gp })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(await core.call('care.list', {})).toEqual(before);
});

test('whatever is written, the foot of each page and the sources of help say the same, and nothing is said unasked', async () => {
  const core = await person();
  await core.call('care.save', { item: null, ...gp });
  const said = async () =>
    JSON.stringify([await core.call('settings.get', {}), await core.call('care.list', {})]);
  const before = await said();
  const events = core.events.length;
  await writePage(core, 'I cannot go on. I want to die. He hit me. Samaritans.');
  await core.call('moments.save', {
    ...unsaidMoment,
    item: null,
    at: null,
    feelings: ['hopeless', 'unsafe'],
  });
  expect(await said()).toBe(before);
  const unasked = core.events
    .slice(events)
    .flatMap((event) => (event.name === 'changed' ? event.topics : []));
  expect(unasked).not.toContain('care');
  expect(unasked).not.toContain('settings');
});

test('nothing that stays with a person, no list and no source of help is in a packet, nor in an export of pages but their ends', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const me = pair.supervisee;
  await me.call('vault.codeWritten', {});
  const { session } = await me.call('sessions.create', { space: pair.space, date: '2026-11-24' });
  const { item: topic } = await me.call('sessions.saveTopic', { session, item: null, title: 'The visit' });
  const draft = (await me.call('sessions.get', { session })).mine.find((one) => one.item === topic);
  await me.call('sessions.show', { item: topic, stamp: draft?.stamp ?? '' });
  const canaries = ['words', 'inBodyWords', 'helped', 'askedFor', 'askedOf', 'given', 'givenBy', 'whoKnows'];
  const said = Object.fromEntries(canaries.map((field) => [field, `canary-${field}`]));
  await me.call('feelings.change', {
    add: [{ family: 'heavy', word: 'canary-own-word' }],
    hide: ['canary-own-word'],
  });
  await me.call('moments.save', {
    ...unsaidMoment,
    ...said,
    item: null,
    at: null,
    topic,
    inBody: ['shouldersAndBack'],
    feelings: ['canary-own-word', 'onGuard'],
  });
  await me.call('care.save', {
    item: null,
    whose: 'mine',
    name: 'canary-name',
    reach: 'canary-reach',
    when: 'canary-when',
  });
  const page = await writePage(me, 'A page');
  const ending = { stays: 'canary-stays', waits: 'canary-waits', heldBy: 'canary-heldBy' };
  await me.call('pages.save', { item: page, body: { ...pageOf('A page'), ending } });
  await pair.sync();

  // Both vaults know the topic; only one knows how it was.
  expect((await pair.supervisor.call('sessions.get', { session })).view.topics).toHaveLength(1);
  expect((await me.call('moments.list', { page: null, topic })).moments).toMatchObject([{ topic, session }]);
  expect((await pair.supervisor.call('moments.list', { page: null, topic })).moments).toEqual([]);
  const seen = await packetsSeenBy(pair.supervisor, pair.folder);
  expect(seen.join('')).toContain('The visit');
  for (const word of ['canary', 'shouldersAndBack', 'onGuard']) expect(seen.join('')).not.toContain(word);

  const path = join(me.root, 'pages.json');
  await me.call('pages.export', { path });
  const out = readFileSync(path, 'utf8');
  expect([...new Set(out.match(/canary-\w+/g))].sort()).toEqual([
    'canary-heldBy',
    'canary-stays',
    'canary-waits',
  ]);
  const sources = await me.call('evidence.sources', { from: 'pages', after: null });
  expect(JSON.stringify(sources)).toContain('A page');
  expect(JSON.stringify(sources)).not.toContain('canary');
});

test('a moment noted at a topic leads back to its session, and stands alone when the topic is no more', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const me = pair.supervisor;
  await me.call('vault.codeWritten', {});
  const { session } = await me.call('sessions.create', { space: pair.space, date: '2026-11-24' });
  const { item: topic } = await me.call('sessions.saveTopic', { session, item: null, title: 'Not shown' });
  const kept = { ...unsaidMoment, item: null, at: null, words: 'heavy', topic };
  await me.call('moments.save', kept);
  await me.call('moments.save', { ...kept, topic: null, words: 'elsewhere' });
  expect((await me.call('moments.list', { page: null, topic })).moments).toMatchObject([
    { words: 'heavy', session },
  ]);
  expect((await me.call('moments.list', { page: null })).moments).toHaveLength(2);
  await me.call('sessions.discard', { item: topic });
  expect((await me.call('moments.list', { page: null, topic })).moments).toMatchObject([
    { words: 'heavy', topic, session: null },
  ]);
});

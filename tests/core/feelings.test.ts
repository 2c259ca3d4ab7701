import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { unsaidMoment } from '../../shared/model/moment.ts';
import { startCoreWithVault, type TestCore, temporaryFolder } from '../support/core.ts';
import { linkDevice } from '../support/devices.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function person(root = temporaryFolder()): Promise<TestCore & { recoveryCode: string }> {
  const core = await startCoreWithVault({ root });
  open.push(core);
  return core;
}

async function wordsOf(core: TestCore): Promise<{ own: string[]; hidden: string[] }> {
  const { families } = await core.call('feelings.list', {});
  const words = families.flatMap((family) => family.words);
  return {
    own: words.filter((one) => one.isOwn).map((one) => one.word),
    hidden: words.filter((one) => one.isHidden).map((one) => one.word),
  };
}

test('words are put in, hidden, put back and taken off; a moment keeps the word it was written with', async () => {
  const core = await person();
  await core.call('feelings.change', { add: [{ family: 'heavy', word: 'hiraeth' }], hide: ['jealous'] });
  const { item } = await core.call('moments.save', {
    ...unsaidMoment,
    item: null,
    at: null,
    feelings: ['hiraeth', 'jealous', 'noWord'],
  });
  expect(await wordsOf(core)).toEqual({ own: ['hiraeth'], hidden: ['jealous'] });
  await core.call('feelings.change', { hide: ['hiraeth'], putBack: ['jealous'] });
  expect(await wordsOf(core)).toEqual({ own: ['hiraeth'], hidden: ['hiraeth'] });
  await core.call('feelings.change', { remove: ['hiraeth'] });
  expect(await wordsOf(core)).toEqual({ own: [], hidden: [] });
  const { moments } = await core.call('moments.list', { page: null });
  expect(moments).toMatchObject([{ item, feelings: ['hiraeth', 'jealous', 'noWord'] }]);
  // And it can be changed later without losing the word.
  const { session: _, ...body } = moments[0] ?? { session: null, ...unsaidMoment, item, at: '' };
  await core.call('moments.save', { ...body, item, words: 'later' });
  expect((await core.call('moments.list', { page: null })).moments[0]?.feelings).toContain('hiraeth');
});

test('a change of the list that cannot be made whole is not made at all', async () => {
  const core = await person();
  await core.call('feelings.change', { add: [{ family: 'heavy', word: 'hiraeth' }], hide: ['jealous'] });
  const before = await core.call('feelings.list', {});
  const added = { family: 'lifted', word: 'wobbly' };
  const refused: object[] = [
    { add: [added, { family: 'heavy', word: 'Hiraeth' }] },
    { add: [added, { family: 'heavy', word: 'tired' }] },
    { add: [added], hide: ['noWord'] },
    { add: [added], hide: ['not there'] },
    { add: [added], putBack: ['sad'] },
    { remove: ['hiraeth', 'sad'] },
    { add: [{ family: 'none of ours', word: 'wobbly' }] },
    { add: [{ family: 'heavy', word: 'two\nlines' }] },
    { more: [] },
  ];
  for (const input of refused) {
    expect(await core.tryCall('feelings.change', input), JSON.stringify(input)).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  }
  expect(await core.call('feelings.list', {})).toEqual(before);
});

test('what two computers did to the list, to care and to a page’s end apart joins on both, with nothing to choose', async () => {
  const root = temporaryFolder();
  const laptop = await person(join(root, 'laptop'));
  const { core: desk } = await linkDevice(laptop, join(root, 'desk'));
  open.push(desk);
  mkdirSync(join(root, 'own'));
  const both = [laptop, desk];
  for (const core of both) await core.call('devices.setFolder', { folder: join(root, 'own') });
  async function meet() {
    for (const core of both) core.platform.advance(60_000);
    for (let round = 0; round < 3; round += 1) {
      for (const core of both) await core.call('exchange.sync', {});
    }
  }
  const { item } = await laptop.call('pages.create', { date: '2026-11-22', promptSet: null });
  const { body } = await laptop.call('pages.get', { item });
  await laptop.call('pages.save', { item, body: { ...body, title: 'The visit' } });
  await meet();

  await laptop.call('feelings.change', { add: [{ family: 'heavy', word: 'hiraeth' }], hide: ['sad'] });
  desk.platform.advance(1000);
  await desk.call('feelings.change', { add: [{ family: 'heavy', word: 'Hiraeth' }], hide: ['sad', 'glad'] });
  await laptop.call('care.save', { item: null, whose: 'mine', name: 'Dilys', reach: '', when: 'evenings' });
  await desk.call('care.save', { item: null, whose: 'organisation', name: 'Duty', reach: '', when: '' });
  await laptop.call('pages.save', { item, body: { ...body, title: 'The visit on Friday' } });
  const ending = { stays: 'the worry', waits: 'the letter', heldBy: 'duty' };
  await desk.call('pages.save', { item, body: { ...body, title: 'The visit', ending } });
  await meet();
  for (const core of both) {
    expect(await wordsOf(core)).toMatchObject({ own: ['hiraeth'], hidden: ['sad', 'glad'] });
    expect((await core.call('care.list', {})).sources.map(({ name }) => name)).toEqual(['Dilys', 'Duty']);
    expect((await core.call('pages.get', { item })).body).toMatchObject({
      title: 'The visit on Friday',
      ending,
    });
    expect((await core.call('devices.conflicts', {})).conflicts).toEqual([]);
  }
  // Put back and taken off on one of them: whatever the other did as well goes too.
  await laptop.call('feelings.change', { putBack: ['sad'], remove: ['hiraeth'] });
  await meet();
  for (const core of both) expect(await wordsOf(core)).toEqual({ own: [], hidden: ['glad'] });
}, 60_000);

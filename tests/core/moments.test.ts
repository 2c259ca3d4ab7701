import { afterEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import { moreWords, unsaidMoment } from '../../shared/model/moment.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
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

const checkIn: Input<'moments.save'> = {
  ...unsaidMoment,
  item: null,
  at: null,
  pleasant: -2,
  stirred: 3,
  feelings: ['worried', 'noWord'],
  words: 'after the visit',
};

test('a check-in is kept as it was said, at the time it was said, and is there after a crash', async () => {
  const core = await person();
  const { item } = await core.call('moments.save', checkIn);
  core.crash();
  await core.call('vault.unlock', { passphrase: 'seven heron walked over Penarth bridge' });
  const { moments } = await core.call('moments.list', { page: null });
  expect(moments).toEqual([{ ...checkIn, item, at: '2026-11-22T09:00:00.000Z', session: null }]);
});

test('every part of a check-in may stay unsaid, but one that says nothing is not kept', async () => {
  const core = await person();
  const unsaid = { ...checkIn, pleasant: null, stirred: null, feelings: [], words: ' ' };
  expect(await core.tryCall('moments.save', unsaid)).toMatchObject({
    ok: false,
    error: { code: 'bad_input' },
  });
  await core.call('moments.save', { ...unsaid, stirred: 0 });
  await core.call('moments.save', { ...unsaid, words: 'tired' });
  await core.call('moments.save', { ...unsaid, feelings: ['tired'] });
  expect((await core.call('moments.list', { page: null })).moments).toHaveLength(3);
});

test('a place outside the plane, a word that is none, two places at once, and a time to come are refused; nothing is changed', async () => {
  const core = await person();
  const { item } = await core.call('moments.save', checkIn);
  const before = await core.call('moments.list', { page: null });
  const refused: [object, string][] = [
    [{ pleasant: 5 }, 'bad_input'],
    [{ pleasant: -4.5 }, 'bad_input'],
    [{ stirred: 0.5 }, 'bad_input'],
    [{ stirred: '3' }, 'bad_input'],
    [{ feelings: ['worried', 'worried'] }, 'bad_input'],
    [{ feelings: ['two\nlines'] }, 'bad_input'],
    [{ feelings: [' '] }, 'bad_input'],
    [{ feelings: ['\ud800'] }, 'bad_input'],
    [{ feelings: ['w'.repeat(61)] }, 'bad_input'],
    [{ inBody: ['heart rate'] }, 'bad_input'],
    [{ inBody: ['chest', 'chest'] }, 'bad_input'],
    [{ whoKnows: 'a\0b' }, 'bad_input'],
    [{ page: 'p'.repeat(26), topic: 't'.repeat(26) }, 'bad_input'],
    [{ words: 'a\0b' }, 'bad_input'],
    [{ words: '\ud800' }, 'bad_input'],
    [{ at: '2026-11-22T09:00:00.001Z' }, 'date_in_future'],
    [{ at: '2026-02-30T09:00:00.000Z' }, 'bad_input'],
    [{ more: 'unknown' }, 'bad_input'],
  ];
  for (const [change, code] of refused) {
    for (const target of [null, item]) {
      const result = await core.tryCall('moments.save', { ...checkIn, item: target, ...change });
      expect(result, JSON.stringify(change)).toMatchObject({ ok: false, error: { code } });
    }
  }
  expect(await core.call('moments.list', { page: null })).toEqual(before);
});

test('each part alone is enough to be kept: the body, what helped, support, who knows', async () => {
  const core = await person();
  const unsaid = { ...unsaidMoment, item: null, at: null };
  for (const part of moreWords) await core.call('moments.save', { ...unsaid, [part]: 'a word' });
  await core.call('moments.save', { ...unsaid, inBody: ['nowhere'] });
  expect((await core.call('moments.list', { page: null })).moments).toHaveLength(moreWords.length + 1);
  const nothing = { ...unsaid, whoKnows: ' ', page: 'p'.repeat(26) };
  expect(await core.tryCall('moments.save', nothing)).toMatchObject({ error: { code: 'bad_input' } });
});

test('a check-in that was kept before there were more parts still reads, with those unsaid', async () => {
  const core = await person();
  const { item } = await core.call('moments.save', checkIn);
  const { pleasant, stirred, feelings, words, page } = checkIn;
  const body = { at: '2026-05-14T09:00:00.000Z', pleasant, stirred, feelings, words, page };
  const db = core.session().deps.vault.db();
  db.prepare('UPDATE working_copy SET body = ? WHERE item = ?').run(JSON.stringify(body), item);
  expect((await core.call('moments.list', { page: null })).moments).toEqual([
    { ...unsaidMoment, ...body, item, session: null },
  ]);
  // What an older window had not saved when it locked is taken in as well.
  await core.lock([{ method: 'moments.save', input: { ...body, item, words: 'typed before' } }]);
  await core.call('vault.unlock', { passphrase: 'seven heron walked over Penarth bridge' });
  expect((await core.call('moments.list', { page: null })).moments).toMatchObject([
    { words: 'typed before' },
  ]);
});

test('changing a check-in keeps its time; one on a page is found by that page', async () => {
  const core = await person();
  const page = 'pppppppppppppppppppppppppp';
  const { item } = await core.call('moments.save', checkIn);
  core.platform.advance(60_000);
  await core.call('moments.save', { ...checkIn, item, words: 'changed' });
  const onPage = await core.call('moments.save', { ...checkIn, page });
  expect((await core.call('moments.list', { page })).moments).toMatchObject([{ item: onPage.item, page }]);
  expect((await core.call('moments.list', { page: null })).moments).toMatchObject([
    { item: onPage.item },
    { item, words: 'changed', at: '2026-11-22T09:00:00.000Z' },
  ]);
});

test('a check-in that is deleted can be put back; one that is erased cannot', async () => {
  const core = await person();
  const { item } = await core.call('moments.save', checkIn);
  await core.call('moments.remove', { item });
  expect((await core.call('moments.list', { page: null })).moments).toEqual([]);
  await core.call('moments.restore', { item });
  expect((await core.call('moments.list', { page: null })).moments).toHaveLength(1);
  await core.call('moments.erase', { item });
  expect(await core.tryCall('moments.restore', { item })).toMatchObject({ error: { code: 'not_found' } });
});

test('a check-in in one vault leaves the shared folder and the other vault as if nobody had been asked', async () => {
  const pair = await joinedPair();
  open.push(pair);
  await pair.sync();
  const folder = folderBytes(pair.folder);
  const other = folderBytes(pair.supervisor.root);
  const { item } = await pair.supervisee.call('moments.save', checkIn);
  await pair.supervisee.call('moments.erase', { item });
  await pair.supervisee.call('moments.save', checkIn);
  await pair.supervisee.call('exchange.sync', {});
  expect(folderBytes(pair.folder)).toEqual(folder);
  expect(folderBytes(pair.supervisor.root)).toEqual(other);
});

test('another kind of item is not to be had through these calls', async () => {
  const core = await person();
  const { item } = await core.call('ruptures.notice', {});
  for (const method of ['moments.remove', 'moments.restore', 'moments.erase', 'episodes.erase']) {
    expect(await core.tryCall(method, { item })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  }
  expect(await core.tryCall('moments.save', { ...checkIn, item })).toMatchObject({
    error: { code: 'not_found' },
  });
});

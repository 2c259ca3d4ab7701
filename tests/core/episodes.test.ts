import { afterEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function person(): Promise<TestCore> {
  const core = await startCoreWithVault();
  open.push(core);
  return core;
}

const oneWord: Input<'episodes.save'> = {
  item: null,
  at: null,
  what: 'helpless',
  weight: null,
  kinds: [],
  obstacles: [],
  said: null,
  more: '',
  askAgain: 'never',
};

test('one word is an episode, and it is there after a crash', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', oneWord);
  core.crash();
  await core.call('vault.unlock', { passphrase });
  expect((await core.call('episodes.list', {})).episodes).toEqual([
    { ...oneWord, item, at: '2026-11-22T09:00:00.000Z', ratings: [], askNow: false },
  ]);
});

test('a weight outside 0 to 10, an unknown kind, no words, and a time to come are refused; nothing is changed', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, weight: 10, kinds: ['tension'] });
  const before = await core.call('episodes.list', {});
  const refused: [object, string][] = [
    [{ weight: 11 }, 'bad_input'],
    [{ weight: -1 }, 'bad_input'],
    [{ weight: 4.5 }, 'bad_input'],
    [{ kinds: ['injury'] }, 'bad_input'],
    [{ obstacles: ['weather'] }, 'bad_input'],
    [{ said: 'shouted' }, 'bad_input'],
    [{ askAgain: 'daily' }, 'bad_input'],
    [{ what: ' \n' }, 'bad_input'],
    [{ what: 'x'.repeat(20_001) }, 'bad_input'],
    [{ at: '2027-01-01T00:00:00.000Z' }, 'date_in_future'],
    [{ ratings: [] }, 'bad_input'],
  ];
  for (const [change, code] of refused) {
    for (const target of [null, item]) {
      const result = await core.tryCall('episodes.save', { ...oneWord, item: target, ...change });
      expect(result, JSON.stringify(change)).toMatchObject({ ok: false, error: { code } });
    }
  }
  const again = await core.tryCall('episodes.answerAgain', { item, weight: 11 });
  expect(again).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  expect(await core.call('episodes.list', {})).toEqual(before);
});

test('it asks again only when that was wanted, from the day that was chosen, and once', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, weight: 7, askAgain: 'week' });
  const asks = async () => (await core.call('episodes.list', {})).episodes[0]?.askNow;
  core.platform.setNow('2026-11-29T08:59:59.000Z');
  expect(await asks()).toBe(false);
  core.platform.setNow('2026-11-29T09:00:00.000Z');
  expect(await asks()).toBe(true);
  await core.call('episodes.answerAgain', { item, weight: 4 });
  expect((await core.call('episodes.list', {})).episodes).toMatchObject([
    { weight: 7, askAgain: 'never', askNow: false, ratings: [{ at: '2026-11-29T09:00:00.000Z', weight: 4 }] },
  ]);
});

test('"not today" when asked again keeps no rating and asks no more', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, askAgain: 'month' });
  core.platform.setNow('2026-12-31T09:00:00.000Z');
  await core.call('episodes.answerAgain', { item, weight: null });
  expect((await core.call('episodes.list', {})).episodes).toMatchObject([{ ratings: [], askAgain: 'never' }]);
});

test('an episode that is deleted can be put back; one whose words were all taken out again leaves nothing', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', oneWord);
  await core.call('episodes.remove', { item });
  expect((await core.call('episodes.list', {})).episodes).toEqual([]);
  await core.call('episodes.restore', { item });
  await core.call('episodes.save', { ...oneWord, item, what: 'changed' });
  expect((await core.call('episodes.list', {})).episodes).toMatchObject([{ what: 'changed' }]);
  await core.call('episodes.erase', { item });
  expect((await core.call('episodes.list', {})).episodes).toEqual([]);
  const db = core.session().deps.vault.db();
  expect(db.prepare("SELECT count(*) AS n FROM working_copy WHERE body LIKE '%helpless%'").get()).toEqual({
    n: 0,
  });
});

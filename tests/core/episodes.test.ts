import { afterEach, expect, test } from 'vitest';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';
import { oneWord } from '../support/episode.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function person(): Promise<TestCore> {
  const core = await startCoreWithVault();
  open.push(core);
  return core;
}

test('one word is an episode, and it is there after a crash', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', oneWord);
  core.crash();
  await core.call('vault.unlock', { passphrase });
  expect((await core.call('episodes.list', {})).episodes).toEqual([
    {
      ...oneWord,
      item,
      at: '2026-11-22T09:00:00.000Z',
      ratings: [],
      saidOn: null,
      askFrom: null,
      carriedTo: [],
      askNow: false,
    },
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
    [{ carriedTo: [] }, 'bad_input'],
    [{ kinds: ['notSure', 'tension'] }, 'bad_input'],
    [{ kinds: ['tension', 'tension'] }, 'bad_input'],
    [{ people: ['Gwen Example'] }, 'bad_input'],
    [{ stake: 'x'.repeat(20_001) }, 'bad_input'],
  ];
  for (const [change, code] of refused) {
    for (const target of [null, item]) {
      const result = await core.tryCall('episodes.save', { ...oneWord, item: target, ...change });
      expect(result, JSON.stringify(change)).toMatchObject({ ok: false, error: { code } });
    }
  }
  expect(await core.call('episodes.list', {})).toEqual(before);
});

const first = async (core: TestCore) => (await core.call('episodes.list', {})).episodes[0];
const asks = async (core: TestCore) => {
  const { asks: isAsking } = await core.call('episodes.anyAsks', {});
  expect((await first(core))?.askNow).toBe(isAsking);
  return isAsking;
};

test('it asks again only when that was wanted, from the day that was chosen, and once answered no more', async () => {
  const core = await person();
  // Of three weeks ago, noted today: a week counts from the choosing.
  const at = '2026-11-01T09:00:00.000Z';
  const { item } = await core.call('episodes.save', { ...oneWord, at, weight: 7 });
  core.platform.setNow('2027-06-01T12:00:00.000Z');
  expect(await asks(core)).toBe(false);
  core.platform.setNow('2026-11-22T12:00:00.000Z');
  await core.call('episodes.save', { ...oneWord, item, weight: 7, askAgain: 'week' });
  core.platform.setNow('2026-11-28T12:00:00.000Z');
  expect(await asks(core)).toBe(false);
  // Changing something else does not begin the week anew.
  await core.call('episodes.save', { ...oneWord, item, weight: 7, askAgain: 'week', more: 'and tired' });
  core.platform.setNow('2026-11-29T12:00:00.000Z');
  expect(await asks(core)).toBe(true);
  await core.call('episodes.rate', { item, weight: 4, at: null });
  expect(await asks(core)).toBe(false);
  expect(await first(core)).toMatchObject({
    weight: 7,
    askAgain: 'never',
    askFrom: null,
    ratings: [{ at: '2026-11-29T12:00:00.000Z', weight: 4 }],
  });
});

test('at one, four and twelve weeks: each is asked in its turn, also after "Not today", which keeps no more than never asked', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, askAgain: 'oneFourTwelve' });
  core.platform.setNow('2026-11-29T12:00:00.000Z');
  expect(await asks(core)).toBe(true);
  await core.call('episodes.notToday', { item });
  expect(await asks(core)).toBe(false);
  const putAway = await first(core);
  expect(putAway).toMatchObject({ ratings: [], askAgain: 'fourTwelve', askFrom: '2026-11-22' });
  core.platform.setNow('2026-12-20T12:00:00.000Z');
  expect(await asks(core)).toBe(true);
  await core.call('episodes.rate', { item, weight: 3, at: null });
  expect(await asks(core)).toBe(false);
  core.platform.setNow('2027-02-14T12:00:00.000Z');
  expect(await asks(core)).toBe(true);
  await core.call('episodes.notToday', { item });
  core.platform.setNow('2030-02-14T12:00:00.000Z');
  expect(await asks(core)).toBe(false);
  expect(await first(core)).toMatchObject({ askAgain: 'never', askFrom: null, ratings: [{ weight: 3 }] });
});

test('how heavy it is can be said at any time and taken back; what is still to be asked stays', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, askAgain: 'month' });
  core.platform.advance(86_400_000);
  const { at } = await core.call('episodes.rate', { item, weight: 0, at: null });
  await core.call('episodes.rate', { item, weight: 9, at: '2026-11-22T18:00:00.000Z' });
  await core.call('episodes.rate', { item, weight: 10, at });
  expect(await first(core)).toMatchObject({
    askAgain: 'month',
    ratings: [
      { at: '2026-11-22T18:00:00.000Z', weight: 9 },
      { at, weight: 10 },
    ],
  });
  await core.call('episodes.unrate', { item, at });
  expect((await first(core))?.ratings).toEqual([{ at: '2026-11-22T18:00:00.000Z', weight: 9 }]);
  expect(await core.tryCall('episodes.unrate', { item, at })).toMatchObject({ error: { code: 'not_found' } });
});

test('a weight off the scale, before the episode or still to come, and an episode moved behind what followed it are refused; nothing is changed', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, said: 'couldNot', askAgain: 'week' });
  core.platform.setNow('2026-12-01T12:00:00.000Z');
  await core.call('episodes.rate', { item, weight: 5, at: '2026-11-25T09:00:00.000Z' });
  await core.call('episodes.saidSince', { item, said: true });
  core.platform.setNow('2026-12-05T12:00:00.000Z');
  const before = await core.call('episodes.list', {});
  const refused: [string, object, string][] = [
    ['episodes.rate', { weight: 11, at: null }, 'bad_input'],
    ['episodes.rate', { weight: -1, at: null }, 'bad_input'],
    ['episodes.rate', { weight: 4.5, at: null }, 'bad_input'],
    ['episodes.rate', { weight: null, at: null }, 'bad_input'],
    ['episodes.rate', { weight: 4, at: '2026-11-22T08:59:59.999Z' }, 'dates_out_of_order'],
    ['episodes.rate', { weight: 4, at: '2026-12-05T12:00:00.001Z' }, 'date_in_future'],
    ['episodes.save', { ...oneWord, at: '2026-11-26T09:00:00.000Z' }, 'dates_out_of_order'],
    ['episodes.save', { ...oneWord, at: '2026-12-06T09:00:00.000Z' }, 'date_in_future'],
  ];
  for (const [method, input, code] of refused) {
    expect(await core.tryCall(method, { ...input, item }), JSON.stringify(input)).toMatchObject({
      ok: false,
      error: { code },
    });
  }
  expect(await core.call('episodes.list', {})).toEqual(before);
  await core.call('episodes.unrate', { item, at: '2026-11-25T09:00:00.000Z' });
  const behind = { ...oneWord, item, at: '2026-12-03T12:00:00.000Z' };
  expect(await core.tryCall('episodes.save', behind)).toMatchObject({
    error: { code: 'dates_out_of_order' },
  });
  await core.call('episodes.saidSince', { item, said: false });
  await core.call('episodes.save', behind);
});

test('said after all: how it was then stays as it was, and it can be taken back', async () => {
  const core = await person();
  const { item } = await core.call('episodes.save', { ...oneWord, said: 'couldNot', saidTo: 'the manager' });
  await core.call('episodes.saidSince', { item, said: true });
  expect(await first(core)).toMatchObject({ said: 'couldNot', saidOn: '2026-11-22' });
  await core.call('episodes.saidSince', { item, said: false });
  expect(await first(core)).toMatchObject({ said: 'couldNot', saidOn: null });
  await core.call('episodes.save', { ...oneWord, item, said: 'said' });
  expect(await core.tryCall('episodes.saidSince', { item, said: true })).toMatchObject({
    error: { code: 'bad_input' },
  });
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

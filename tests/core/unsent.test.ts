import { afterEach, beforeEach, expect, test } from 'vitest';
import { passphrase } from '../support/core.ts';
import { oneWord } from '../support/episode.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { nameIt } from '../support/repairs.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

const fields = [
  { name: 'now', text: 'harder' },
  { name: 'words', text: 'canary-half-a-sentence' },
];

test('what is typed in a form that sends at once is there after a lock, for each form and repair of its own, and leaves with nothing', async () => {
  const { supervisee, supervisor, folder, sync } = pair;
  const about = await nameIt(pair);
  const before = [folderBytes(folder), folderBytes(supervisor.root)];
  await supervisee.call('unsent.save', { form: 'check', about, fields: [] });
  await supervisee.call('unsent.save', { form: 'check', about, fields });
  await supervisee.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisor.root)]).toEqual(before);
  await supervisee.lock();
  await supervisee.call('vault.unlock', { passphrase });
  expect(await supervisee.call('unsent.get', { form: 'check', about })).toEqual({ fields });
  expect(await supervisee.call('unsent.get', { form: 'check', about: null })).toEqual({ fields: null });
  expect(await supervisee.call('unsent.get', { form: 'reopen', about })).toEqual({ fields: null });
  await sync();
  expect(await supervisor.call('unsent.get', { form: 'check', about })).toEqual({ fields: null });
});

test('once it is sent or put away nothing of it is left, and a form nobody knows is refused', async () => {
  const { supervisee } = pair;
  await supervisee.call('unsent.save', { form: 'phrase', about: null, fields });
  await supervisee.call('unsent.throwAway', { form: 'phrase', about: null });
  await supervisee.call('unsent.throwAway', { form: 'phrase', about: null });
  expect(await supervisee.call('unsent.get', { form: 'phrase', about: null })).toEqual({ fields: null });
  const rows = supervisee
    .session()
    .deps.vault.db()
    .prepare('SELECT count(*) FROM item WHERE kind = ?')
    .pluck();
  expect(rows.get('unsent')).toBe(0);
  expect(await supervisee.tryCall('unsent.save', { form: 'letter', about: null, fields })).toMatchObject({
    error: { code: 'bad_input' },
  });
});

test('what was typed about an episode goes when the episode is erased, and not what was typed about another', async () => {
  const { supervisee } = pair;
  const [one, other] = [
    await supervisee.call('episodes.save', oneWord),
    await supervisee.call('episodes.save', { ...oneWord, what: 'cornered' }),
  ];
  for (const { item } of [one, other])
    await supervisee.call('unsent.save', { form: 'offer', about: item, fields });
  await supervisee.call('episodes.erase', one);
  expect(await supervisee.call('unsent.get', { form: 'offer', about: one.item })).toEqual({ fields: null });
  expect(await supervisee.call('unsent.get', { form: 'offer', about: other.item })).toEqual({ fields });
});

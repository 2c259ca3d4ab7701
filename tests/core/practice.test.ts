import { afterEach, expect, test } from 'vitest';
import { scenarios } from '../../shared/reflection/practice.ts';
import { catalogues, languages } from '../../shared/i18n/index.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

const open: TestPair[] = [];
afterEach(() => {
  for (const pair of open.splice(0)) pair.close();
});

const said = { begin: 'canary-begin', tell: 'canary-tell', ask: 'canary-ask' };

test('a rehearsal is in no list, chart, search or folder of what really happened, and thrown away it leaves no trace', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const { supervisee, supervisor, folder, sync } = pair;
  await sync();
  const before = [folderBytes(folder), folderBytes(supervisor.root)];
  const { item } = await supervisee.call('practice.start', { scenario: 'cutShort' });
  await supervisee.call('practice.save', { item, manner: 'hurt', said, upTo: 'ask', after: 'canary-after' });
  expect((await supervisee.call('practice.list', {})).rehearsals).toMatchObject([
    { item, scenario: 'cutShort', manner: 'hurt', said, upTo: 'ask', after: 'canary-after' },
  ]);
  await supervisee.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisor.root)]).toEqual(before);
  const elsewhere = [
    await supervisee.call('ruptures.list', {}),
    await supervisee.call('moments.list', { page: null }),
    await supervisee.call('episodes.list', {}),
    await supervisee.call('pages.list', { before: null, upTo: null, limit: 100 }),
    await supervisee.call('evidence.sources', { from: 'pages', after: null }),
    await supervisee.call('ledger.list', {
      act: null,
      person: null,
      from: null,
      until: null,
      words: '',
      limit: 100,
    }),
  ];
  expect(JSON.stringify(elsewhere)).not.toContain('canary');
  await supervisee.call('practice.throwAway', { item });
  expect((await supervisee.call('practice.list', {})).rehearsals).toEqual([]);
  const db = supervisee.session().deps.vault.db();
  const left = db.prepare('SELECT count(*) FROM item WHERE id = ?').pluck().get(item);
  expect(left).toBe(0);
});

test('a rehearsal keeps its scenario, and what does not fit is refused with nothing changed', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const { supervisee } = pair;
  const { item } = await supervisee.call('practice.start', { scenario: 'sharpWords' });
  await supervisee.call('practice.save', { item, manner: 'listens', said, upTo: 'begin', after: '' });
  const before = await supervisee.call('practice.get', { item });
  const sound = { item, manner: 'listens', said, upTo: 'begin', after: '' };
  for (const change of [
    { scenario: 'cutShort' },
    { manner: 'kind' },
    { upTo: 'after' },
    { after: 'a'.repeat(5001) },
  ]) {
    expect(await supervisee.tryCall('practice.save', { ...sound, ...change })).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  }
  expect(await supervisee.tryCall('practice.start', { scenario: 'other' })).toMatchObject({ ok: false });
  expect(await supervisee.call('practice.get', { item })).toEqual(before);
});

test('every scenario has somebody to be, somebody to talk with and nine answers, in both languages', () => {
  for (const language of languages) {
    const { practice } = catalogues[language];
    for (const scenario of scenarios) {
      const keys = Object.keys(practice).filter((key) => key.startsWith(`reply.${scenario}.`));
      expect(keys, `${language} ${scenario}`).toHaveLength(9);
      expect(practice[`scenario.${scenario}.me`]).not.toBe(practice[`scenario.${scenario}.them`]);
    }
  }
});

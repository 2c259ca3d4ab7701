import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSql } from '../../electron/core/services/pages.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { pageOf, writePage } from '../support/pages.ts';
import { passphrase } from '../support/core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await startCoreWithVault();
});
afterEach(() => core.close());

async function listed(): Promise<string[]> {
  const { pages } = await core.call('pages.list', { before: null, upTo: null, limit: 200 });
  return pages.map((page) => page.excerpt);
}

test('A page with the core questions has four labelled sections, each kept under its question', async () => {
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: 'core' });
  const { body } = await core.call('pages.get', { item });
  expect(body.sections.map((section) => section.prompt)).toEqual([
    'happened',
    'thinking',
    'affected',
    'needed',
  ]);
});

test('What was saved is there after a crash', async () => {
  const item = await writePage(core, 'A hard visit on the Rhymney road');
  core.crash();
  await core.call('vault.unlock', { passphrase });
  const { body } = await core.call('pages.get', { item });
  expect(body).toEqual(pageOf('A hard visit on the Rhymney road'));
});

test('Pages are listed newest by their own date, whenever they were written, a piece at a time', async () => {
  await writePage(core, 'middle', '2026-05-14');
  await writePage(core, 'newest', '2026-11-01');
  await writePage(core, 'oldest', '1999-12-31');
  await writePage(core, 'middle, later that day', '2026-05-14');
  expect(await listed()).toEqual(['newest', 'middle, later that day', 'middle', 'oldest']);
  const first = await core.call('pages.list', { before: null, upTo: null, limit: 3 });
  expect(first.more).toBe(true);
  const rest = await core.call('pages.list', { before: first.pages[2]?.place ?? 0, upTo: null, limit: 3 });
  expect(rest).toMatchObject({ more: false, pages: [{ excerpt: 'oldest' }] });
  const upTo = await core.call('pages.list', { before: null, upTo: '2026-05-14', limit: 1 });
  expect(upTo.pages[0]?.excerpt).toBe('middle, later that day');
});

test('A page moves in the list when its date is changed', async () => {
  const item = await writePage(core, 'moved', '2026-01-01');
  await writePage(core, 'stays', '2026-06-01');
  await core.call('pages.save', { item, body: pageOf('moved', '2026-12-01') });
  expect(await listed()).toEqual(['moved', 'stays']);
});

test('The list reads its index backwards and sorts nothing', async () => {
  const plan = core.session().deps.vault.db().prepare(`EXPLAIN QUERY PLAN ${listSql}`).all(1, 1) as {
    detail: string;
  }[];
  const steps = plan.map((step) => step.detail).join('\n');
  expect(steps).toMatch(/SEARCH page USING INDEX \S+ \(place<\?\)/);
  expect(steps).not.toContain('TEMP B-TREE');
});

test('A removed page is in neither list nor search, and comes back whole when it is put back', async () => {
  const item = await writePage(core, 'The kettle at the office');
  await core.call('pages.remove', { item });
  expect(await listed()).toEqual([]);
  expect(await found('kettle')).toEqual([]);
  expect(await core.tryCall('pages.save', { item, body: pageOf('x') })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
  const { pages } = await core.call('pages.removed', {});
  expect(pages).toMatchObject([
    { item, excerpt: 'The kettle at the office', erasedFrom: '2026-12-22T09:00:00.000Z' },
  ]);
  await core.call('pages.putBack', { item });
  expect(await listed()).toEqual(['The kettle at the office']);
  expect(await found('kettle')).toEqual([item]);
});

test('A removed page is erased at the first unlock after thirty days, and not before', async () => {
  const item = await writePage(core, 'To be let go');
  const kept = await writePage(core, 'To be kept');
  await core.call('pages.remove', { item });
  core.platform.advance(29 * 86_400_000);
  await reopen();
  expect((await core.call('pages.removed', {})).pages).toHaveLength(1);
  core.platform.advance(86_400_000);
  await reopen();
  expect((await core.call('pages.removed', {})).pages).toEqual([]);
  expect(await core.tryCall('pages.get', { item })).toMatchObject({ error: { code: 'not_found' } });
  expect((await core.call('pages.get', { item: kept })).body.sections).toHaveLength(1);
});

test('A page keeps one earlier version a day, to be read and to be forgotten', async () => {
  const item = await writePage(core, 'Monday, first try');
  await core.call('pages.save', { item, body: pageOf('Monday, as it ended') });
  core.platform.advance(86_400_000);
  await core.call('pages.save', { item, body: pageOf('Tuesday, first try') });
  await core.call('pages.save', { item, body: pageOf('Tuesday, as it ended') });
  core.platform.advance(86_400_000);
  await core.call('pages.save', { item, body: pageOf('Wednesday') });
  const { versions } = await core.call('pages.versions', { item });
  const texts = await Promise.all(
    versions.map(async ({ number }) => (await core.call('pages.version', { item, number })).body),
  );
  expect(texts).toEqual([pageOf('Tuesday, as it ended'), pageOf('Monday, as it ended')]);
  expect(await core.call('pages.forgetEarlier', { item })).toEqual({ forgotten: 2 });
  expect(await core.call('pages.versions', { item })).toEqual({ versions: [] });
  expect((await core.call('pages.get', { item })).body).toEqual(pageOf('Wednesday'));
});

test('Locked right after a change, the vault holds nothing of the old words in its search index', async () => {
  const item = await writePage(core, 'quillwortmarker');
  await found('quillwortmarker');
  await core.call('pages.save', { item, body: pageOf('said otherwise') });
  await core.lock();
  await core.call('vault.unlock', { passphrase });
  const db = core.session().deps.vault.db();
  db.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')");
  const terms = db.prepare('SELECT term FROM temp.terms').all();
  expect(JSON.stringify(terms)).not.toContain('quillwort');
  expect(await found('otherwise')).toEqual([item]);
});

test('A page left without a word is dropped; a page with a word is not', async () => {
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: 'core' });
  expect(await core.call('pages.dropIfBlank', { item })).toEqual({ dropped: true });
  const written = await writePage(core, 'x');
  expect(await core.call('pages.dropIfBlank', { item: written })).toEqual({ dropped: false });
  expect(await listed()).toEqual(['x']);
});

test('Lines to choose from are the paragraphs that say something, with their number on the page', async () => {
  const item = await writePage(core, 'First\n\n  \nSecond ');
  expect(await core.call('pages.lines', { item })).toEqual({
    lines: [
      { index: 0, text: 'First' },
      { index: 3, text: 'Second' },
    ],
  });
});

test('A full disk is said, nothing saved before is lost, and saving goes on when there is room', async () => {
  const item = await writePage(core, 'Before the disk was full');
  const db = core.session().deps.vault.db();
  const pages = db.pragma('page_count', { simple: true });
  db.pragma(`max_page_count = ${pages}`);
  const long = pageOf('A long text that needs room. '.repeat(20_000));
  expect(await core.tryCall('pages.save', { item, body: long })).toMatchObject({
    error: { code: 'disk_full' },
  });
  expect((await core.call('pages.get', { item })).body).toEqual(pageOf('Before the disk was full'));
  expect(await found('before')).toEqual([item]);
  db.pragma('max_page_count = 1073741823');
  await core.call('pages.save', { item, body: long });
  expect((await core.call('pages.get', { item })).body).toEqual(long);
  expect(await found('needs room')).toEqual([item]);
});

test('Another kind of item, an unknown id and a body out of shape are refused and change nothing', async () => {
  const item = await writePage(core, 'As it was');
  const unknown = 'a'.repeat(26);
  const refused = [
    ['pages.get', { item: unknown }, 'not_found'],
    ['pages.save', { item: unknown, body: pageOf('x') }, 'not_found'],
    ['pages.erase', { item: unknown }, 'not_found'],
    ['pages.save', { item, body: { ...pageOf('x'), sections: [] } }, 'bad_input'],
    ['pages.save', { item, body: pageOf('lone surrogate \ud800') }, 'bad_input'],
    ['pages.save', { item, body: pageOf('x', '2026-02-30') }, 'bad_input'],
    ['pages.list', { before: null, upTo: null, limit: 100_000 }, 'bad_input'],
  ] as const;
  for (const [method, input, code] of refused) {
    expect(await core.tryCall(method, input), method).toMatchObject({ ok: false, error: { code } });
  }
  expect(await listed()).toEqual(['As it was']);
});

async function found(query: string): Promise<string[]> {
  const { results } = await core.call('search.find', {
    query,
    language: 'en-GB',
    order: 'newest',
    before: null,
    limit: 20,
  });
  return results.map((result) => result.item);
}

async function reopen(): Promise<void> {
  await core.lock();
  await core.call('vault.unlock', { passphrase });
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Output } from '../../shared/contract/index.ts';
import { pagesExportSchema } from '../../shared/contract/pages.ts';
import type { PageBody } from '../../shared/model/page.ts';
import { corpusPath, readCorpus } from '../support/corpus.ts';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';
import { writePage } from '../support/pages.ts';

let core: TestCore;
beforeEach(async () => {
  core = await startCoreWithVault();
});
afterEach(() => core.close());

function file(text: string | Uint8Array): string {
  const path = join(core.root, 'in.jsonl');
  writeFileSync(path, text);
  return path;
}

async function count(): Promise<number> {
  let before: number | null = null;
  let total = 0;
  for (;;) {
    const { pages, more }: Output<'pages.list'> = await core.call('pages.list', {
      before,
      upTo: null,
      limit: 200,
    });
    total += pages.length;
    before = pages.at(-1)?.place ?? null;
    if (!more) return total;
  }
}

async function exportAll(name = 'out.json'): Promise<z.infer<typeof pagesExportSchema>> {
  const path = join(core.root, name);
  await core.call('pages.export', { path });
  return pagesExportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The first event of the import that has brought in something but not all. */
async function underWay(batch: string): Promise<void> {
  for (;;) {
    const last = core.events.at(-1);
    if (last?.name === 'progress' && last.batch === batch && last.done > 0 && last.done < last.total) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('Nine years of a diary come in, newest by their own date first, and go out byte for byte the same', async () => {
  const corpus = readCorpus();
  expect(await core.call('pages.import', { batch: 'diary', path: corpusPath })).toEqual({
    imported: corpus.length,
  });
  const progress = core.events.filter((event) => event.name === 'progress');
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.at(-1)).toMatchObject({ batch: 'diary', done: corpus.length, total: corpus.length });
  const { pages } = await core.call('pages.list', { before: null, upTo: null, limit: 2 });
  expect(pages.map((page) => page.date)).toEqual(['1669-06-10', '1669-06-09']);
  const out = await exportAll();
  const byDate = corpus.toSorted((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  );
  expect(out.pages.map(({ date, text }) => ({ date, text }))).toEqual(byDate);
}, 60_000);

test('Our own export comes in again as it was: titles, questions, formatting', async () => {
  const rich: PageBody = {
    date: '2026-03-01',
    title: 'A title',
    promptSet: 'core',
    sections: [
      {
        prompt: 'happened',
        prose: {
          format: 1,
          blocks: [
            { type: 'heading', spans: [{ text: 'Head' }] },
            { type: 'bullet', spans: [{ text: 'one ' }, { text: 'bold', marks: ['bold'] }] },
          ],
        },
      },
      { prompt: 'needed', prose: { format: 1, blocks: [] } },
    ],
  };
  const { item } = await core.call('pages.create', { date: rich.date, promptSet: 'core' });
  await core.call('pages.save', { item, body: rich });
  await writePage(core, 'Plain\r\nwith a carriage return', '2025-01-01');
  const out = await exportAll();
  await core.call('pages.erase', { item });
  await core.call('pages.import', { batch: 'again', path: join(core.root, 'out.json') });
  const { pages } = await core.call('pages.list', { before: null, upTo: null, limit: 1 });
  expect((await core.call('pages.get', { item: pages[0]?.item ?? '' })).body).toEqual(rich);
  const again = await exportAll('again.json');
  expect(again.pages.filter((page) => page.date === '2025-01-01')).toHaveLength(2);
  expect(again.pages[0]).toEqual(out.pages[0]);
});

test('An empty journal exports to an empty list, which imports to nothing', async () => {
  expect((await exportAll()).pages).toEqual([]);
  expect(await core.call('pages.import', { batch: 'b', path: join(core.root, 'out.json') })).toEqual({
    imported: 0,
  });
});

test('An import that is stopped leaves nothing, and what was there before stays', async () => {
  const mine = await writePage(core, 'Mine, from before');
  const importing = core.tryCall('pages.import', { batch: 'b', path: corpusPath });
  await underWay('b');
  await core.call('pages.cancelImport', { batch: 'b' });
  expect(await count()).toBe(1);
  expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect((await find('lord')).results).toEqual([]);
  expect((await core.call('pages.get', { item: mine })).at).toBeDefined();
  const left = core.session().deps.vault.db().prepare('SELECT count(*) AS n FROM item').get();
  expect(left).toEqual({ n: 1 });
});

test('Other calls get their turn while an import runs', async () => {
  const importing = core.call('pages.import', { batch: 'b', path: corpusPath });
  await underWay('b');
  const item = await writePage(core, 'Typed meanwhile');
  expect(core.events.filter((event) => event.name === 'progress').at(-1)?.done).toBeLessThan(3413);
  await core.call('pages.cancelImport', { batch: 'b' });
  await importing.catch(() => {});
  expect((await find('meanwhile')).results.map((result) => result.item)).toEqual([item]);
});

test('After a crash in the middle, the next unlock clears away what came in', async () => {
  const importing = core.tryCall('pages.import', { batch: 'b', path: corpusPath });
  await underWay('b');
  core.crash();
  expect(await importing).toMatchObject({ ok: false });
  await core.call('vault.unlock', { passphrase });
  expect(await count()).toBe(0);
  const left = core.session().deps.vault.db().prepare('SELECT count(*) AS n FROM item').get();
  expect(left).toEqual({ n: 0 });
});

test('A full disk in the middle leaves nothing once there is room, and says so', async () => {
  const db = core.session().deps.vault.db();
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 800}`);
  expect(await core.tryCall('pages.import', { batch: 'b', path: corpusPath })).toMatchObject({
    error: { code: 'disk_full' },
  });
  await core.lock();
  await core.call('vault.unlock', { passphrase });
  expect(await count()).toBe(0);
});

test('A second import under the same batch id is an import of its own', async () => {
  const path = file('{"date":"2026-01-01","text":"one"}\n{"date":"2026-01-01","text":"one"}\n');
  expect(await core.call('pages.import', { batch: 'b', path })).toEqual({ imported: 2 });
  expect(await core.call('pages.import', { batch: 'b', path })).toEqual({ imported: 2 });
  await core.call('pages.cancelImport', { batch: 'b' });
  expect(await count()).toBe(4);
});

test('The first bad line is named by its number, and nothing comes in', async () => {
  const good = '{"date":"2026-01-01","text":"one"}';
  const bad: [string | Uint8Array, RegExp][] = [
    [`${good}\n{"date":"2026-01-01"}\n`, /^line 2: .*text/],
    [`${good}\n\n{"date":"2026-02-30","text":"x"}`, /^line 3: .*date/],
    [`${good}\nnot json\n${good}`, /^line 2: /],
    [`[1,2]`, /^line 1: /],
    [`${good}\n{"date":"2026-01-01","text":"nul \\u0000"}`, /^line 2: .*text/],
    [`${good}\n{"date":"2026-01-01","text":"\\ud800"}`, /^line 2: .*text/],
    [Buffer.concat([Buffer.from(`${good}\n`), Buffer.from([0x22, 0xff, 0x22])]), /^line 2: .*UTF-8/],
    [
      `{"format":"twovoice-pages/1","exportedAt":"x","pages":[\n{"date":"2026-01-01","text":"cut"},`,
      /^line 2: /,
    ],
    [`${good}\n{"date":"2026-01-01","text":"${'\\n'.repeat(50_001)}"}`, /^line 2: /],
  ];
  for (const [text, message] of bad) {
    const result = await core.tryCall('pages.import', { batch: 'b', path: file(text) });
    expect(result, String(message)).toMatchObject({ ok: false, error: { code: 'bad_line' } });
    expect(result.ok ? '' : result.error.message).toMatch(message);
  }
  expect(await count()).toBe(0);
});

test('A byte-order mark, carriage returns and blank lines at the ends are no obstacle', async () => {
  const path = file(
    '\ufeff{"date":"2026-01-01","text":"one"}\r\n\r\n{"date":"2026-01-02","text":"two"}\r\n\n',
  );
  expect(await core.call('pages.import', { batch: 'b', path })).toEqual({ imported: 2 });
});

test('A file that is not there, and a person who changes their mind, change nothing', async () => {
  expect(await core.tryCall('pages.import', { batch: 'b', path: '/nowhere/at all' })).toMatchObject({
    error: { code: 'file_unreadable' },
  });
  expect(await core.call('pages.import', { batch: 'b', path: null })).toEqual({ imported: null });
  expect(await core.call('pages.export', { path: null })).toEqual({ path: null, exported: 0 });
});

test('An export that cannot be written leaves no half of a file', async () => {
  await writePage(core, 'something');
  const path = join(core.root, 'no such folder', 'out.json');
  expect(await core.tryCall('pages.export', { path })).toMatchObject({ error: { code: 'file_unwritable' } });
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(core.root).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('Removed pages and earlier versions are not in an export', async () => {
  const item = await writePage(core, 'removed words');
  await core.call('pages.remove', { item });
  await writePage(core, 'kept words');
  expect((await exportAll()).pages.map((page) => page.text)).toEqual(['kept words']);
});

function find(query: string) {
  return core.call('search.find', { query, language: 'en-GB', order: 'newest', before: null, limit: 20 });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { pageOf } from '../support/pages.ts';

let core: TestCore;
beforeEach(async () => {
  core = await startCoreWithVault();
});
afterEach(() => core.close());

const ending = { stays: 'the quillwort', waits: 'the letter to housing', heldBy: 'duty, K.' };

async function put(text: string, ended: object = { ending }): Promise<string> {
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: null });
  await core.call('pages.save', { item, body: { ...pageOf(text), ...ended } });
  return item;
}

async function found(query: string): Promise<number> {
  const input = { query, language: 'en-GB', order: 'newest', before: null, limit: 10 } as const;
  return (await core.call('search.find', input)).results.length;
}

test('what was put down at a page’s end is kept, found, remembered by day and erased with the page', async () => {
  const item = await put('A long day');
  expect((await core.call('pages.get', { item })).body.ending).toEqual(ending);
  expect(await found('quillwort')).toBe(1);
  core.platform.advance(86_400_000);
  await core.call('pages.save', { item, body: pageOf('A long day') });
  expect((await core.call('pages.get', { item })).body).toEqual(pageOf('A long day'));
  expect(await found('quillwort')).toBe(0);
  const { versions } = await core.call('pages.versions', { item });
  const { body } = await core.call('pages.version', { item, number: versions[0]?.number ?? 0 });
  expect(body.ending).toEqual(ending);
  await core.call('pages.erase', { item });
  expect(await core.tryCall('pages.version', { item, number: 1 })).toMatchObject({ ok: false });
});

test('a page whose only words are at its end is not blank, and those words are no line to choose from it', async () => {
  const item = await put('');
  expect(await core.call('pages.dropIfBlank', { item })).toEqual({ dropped: false });
  expect(await core.call('pages.lines', { item })).toEqual({ lines: [] });
  const { pages } = await core.call('pages.list', { before: null, upTo: null, limit: 10 });
  expect(pages).toMatchObject([{ item, excerpt: '' }]);
});

test('a page goes out with its ending and comes in with it; one of before has none', async () => {
  await put('Ended');
  await put('Not ended', {});
  const path = join(core.root, 'out.json');
  await core.call('pages.export', { path });
  expect(readFileSync(path, 'utf8').match(/"ending"/g)).toHaveLength(1);
  const other = await startCoreWithVault();
  try {
    await other.call('pages.import', { batch: 'all', path });
    const { pages } = await other.call('pages.list', { before: null, upTo: null, limit: 10 });
    const bodies = pages.map(async ({ item }) => (await other.call('pages.get', { item })).body);
    expect(await Promise.all(bodies)).toEqual([pageOf('Not ended'), { ...pageOf('Ended'), ending }]);
  } finally {
    other.close();
  }
});

test('an ending that is none is refused, and the page stays as it was', async () => {
  const item = await put('A long day');
  const before = await core.call('pages.get', { item });
  const wrong = [{ stays: 'only this' }, { ...ending, heldBy: 'a\0b' }, { ...ending, more: '' }, 'a word'];
  for (const bad of wrong) {
    const body = { ...pageOf('changed'), ending: bad };
    expect(await core.tryCall('pages.save', { item, body })).toMatchObject({ error: { code: 'bad_input' } });
  }
  expect(await core.call('pages.get', { item })).toEqual(before);
});

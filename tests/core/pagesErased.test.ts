import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as pages from '../../electron/core/services/pages.ts';
import { exportPages } from '../../electron/core/services/exportPages.ts';
import { findPages } from '../../electron/core/services/search.ts';
import { temporaryFolder } from '../support/core.ts';
import { type Journal, openJournal } from '../support/openJournal.ts';
import { pageOf } from '../support/pages.ts';

/*
 * The same services over a plaintext file, so that a test can look for a word in every byte that SQLite left on the
 * disk: tables, index, free space and log.
 */
let folder: string;
let journal: Journal;
beforeEach(() => {
  folder = temporaryFolder();
  journal = openJournal(folder, 'plain', null);
});
afterEach(() => {
  journal.db.close();
  rmSync(folder, { recursive: true });
});

const marker = 'quillwortmarker';

function write(text: string): string {
  const { item } = pages.createPage(journal.deps, { date: '2026-11-22', promptSet: null });
  pages.savePage(journal.deps, { item, body: pageOf(text) });
  return item;
}

function find(query: string): number {
  const input = { query, language: 'en-GB', order: 'newest', before: null, limit: 20 } as const;
  return findPages(journal.deps, input).results.length;
}

function filesWith(word: string): string[] {
  return readdirSync(folder).filter((name) => {
    const path = join(folder, name);
    return name.includes('.') && readFileSync(path).includes(word);
  });
}

function terms(): string[] {
  journal.db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'search', 'row')");
  return (journal.db.prepare('SELECT term FROM temp.terms').all() as { term: string }[]).map(
    (row) => row.term,
  );
}

/** Enough other pages for the index to have several levels. */
function fill(): void {
  for (let day = 10; day < 30; day += 1) {
    for (let page = 0; page < 20; page += 1) write(`Neighbouring words ${day} ${page} quillwort quillworts`);
  }
}

test('After a page is erased none of its words is left in any byte of the vault’s files', () => {
  fill();
  const item = write(`Something with ${marker} in it`);
  expect(find(marker)).toBe(1);
  journal.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(filesWith(marker)).toEqual(['plain.db']);
  pages.erasePage(journal.deps, { item });
  expect(find(marker)).toBe(0);
  expect(terms()).not.toContain(marker);
  expect(terms()).toContain('quillwort');
  expect(filesWith(marker)).toEqual([]);
});

test('Words typed, deleted and typed over are in no file after “Forget earlier versions”, nor in an export', async () => {
  fill();
  const item = write(`Monday ${marker}`);
  expect(find(marker)).toBe(1);
  journal.platform.advance(86_400_000);
  pages.savePage(journal.deps, { item, body: pageOf(`Tuesday ${marker} and more`) });
  pages.savePage(journal.deps, { item, body: pageOf('Tuesday, said otherwise') });
  expect(find(marker)).toBe(0);
  expect(terms()).not.toContain(marker);
  // The earlier version of Monday still holds it: that is what forgetting is for.
  const { versions } = pages.listVersions(journal.deps, { item });
  expect(versions).toHaveLength(1);
  const path = join(folder, 'all.json');
  await exportPages(journal.deps, { path });
  expect(readFileSync(path, 'utf8')).not.toContain(marker);
  pages.forgetEarlier(journal.deps, { item });
  // A backup is such a copy (vault/backup.ts).
  journal.db.exec(`VACUUM INTO '${join(folder, 'backup.db')}'`);
  expect(filesWith(marker)).toEqual([]);
  expect(find('otherwise')).toBe(1);
});

test('A moment after the first change a page’s old words have left the index, and come back changed when another is written', async () => {
  const item = write(`Yesterday ${marker}`);
  const other = write('Another page');
  expect(find(marker)).toBe(1);
  pages.savePage(journal.deps, { item, body: pageOf('Today otherwise') });
  expect(terms()).toContain(marker);
  await vi.waitFor(() => expect(terms()).not.toContain(marker));
  expect(terms()).not.toContain('otherwise');
  pages.savePage(journal.deps, { item: other, body: pageOf('Another, changed') });
  await vi.waitFor(() => expect(terms()).toContain('otherwise'));
  await vi.waitFor(() => expect(terms()).not.toContain('another'));
  expect(find('changed')).toBe(1);
});

test('Hundreds of pages changed in one breath are all found', () => {
  const items = Array.from({ length: 260 }, (_, index) => write(`page number${index}`));
  for (const [index, item] of items.entries()) {
    pages.savePage(journal.deps, { item, body: pageOf(`changed to digit${index}`) });
  }
  for (const index of [0, 59, 130, 259]) expect(find(`digit${index} `)).toBe(1);
  expect(find('number5 ')).toBe(0);
});

test('Words typed and deleted on the same day leave no earlier version at all', () => {
  const item = write(`Now ${marker}`);
  pages.savePage(journal.deps, { item, body: pageOf('Now something else') });
  expect(pages.listVersions(journal.deps, { item }).versions).toEqual([]);
  expect(find(marker)).toBe(0);
  journal.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(filesWith(marker)).toEqual([]);
});

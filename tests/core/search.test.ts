import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveDraft } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import { rebuildProjections } from '../../electron/core/items/projections.ts';
import { bestSql, findPages, newestSql, toMatch } from '../../electron/core/services/search.ts';
import type { Output } from '../../shared/contract/index.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { readCorpus } from '../support/corpus.ts';
import { temporaryFolder } from '../support/core.ts';
import { type Journal, openJournal } from '../support/openJournal.ts';
import { pageOf } from '../support/pages.ts';

let folder: string;
let journal: Journal;

function open(): void {
  folder = temporaryFolder();
  journal = openJournal(folder, 'journal', Buffer.alloc(32, 7));
}

function close(): void {
  journal.db.close();
  rmSync(folder, { recursive: true });
}

function add(text: string, date = '2026-05-14', title = ''): string {
  const space = whoAmI(journal.db).selfSpace;
  return saveDraft(journal.deps, { kind: 'page', space, body: pageOf(text, date, title) });
}

type Options = {
  language?: 'en-GB' | 'cy';
  order?: 'newest' | 'best';
  before?: number | null;
  limit?: number;
};

function find(query: string, options: Options = {}): Output<'search.find'> {
  return findPages(journal.deps, {
    query,
    language: 'en-GB',
    order: 'newest',
    before: null,
    limit: 20,
    ...options,
  });
}

function items(query: string, options: Options = {}): string[] {
  return find(query, options).results.map((result) => result.item);
}

function marked(query: string, options: Options = {}): string[] {
  return find(query, options).results.flatMap((result) =>
    result.snippet.filter((part) => part.isMatch).map((part) => part.text),
  );
}

describe('On a journal of a few pages', () => {
  beforeEach(open);
  afterEach(close);

  test('All words must be there; words in quotation marks must stand in a row', () => {
    const both = add('The kettle and the visit');
    add('The kettle');
    const row = add('A visit. The kettle, and the visit again');
    expect(new Set(items('visit kettle '))).toEqual(new Set([both, row]));
    expect(items('"and the visit again"')).toEqual([row]);
    expect(items('“the visit again”')).toEqual([row]);
  });

  test('The word being typed finds what it begins, from three letters on', () => {
    const item = add('Supervision at two');
    expect(items('sup')).toEqual([item]);
    expect(items('su')).toEqual([]);
    expect(items('sup ')).toEqual([]);
    expect(items('two superv')).toEqual([item]);
    expect(marked('superv')).toEqual(['Supervision']);
  });

  test('Case and diacritics make no difference, in either direction', () => {
    const item = add('Café ac ŵyn yn y tŷ');
    for (const query of ['cafe ', 'CAFÉ ', 'cafe\u0301 ', 'wyn ', 'tŷ ', 'ty ']) {
      expect(items(query), query).toEqual([item]);
    }
    expect(marked('wyn ')).toEqual(['ŵyn']);
  });

  test('Two Chinese characters are found inside a run, and a run that is not there is not', () => {
    const item = add('今天我去看望一个家庭。很难。');
    expect(items('看望')).toEqual([item]);
    expect(marked('看望')).toEqual(['看望']);
    expect(items('望看')).toEqual([]);
    const mixed = add('2026年の記録');
    expect(items('2026年')).toEqual([mixed]);
    expect(items('記録')).toEqual([mixed]);
    const korean = add('오늘은 힘들었다');
    expect(items('힘들')).toEqual([korean]);
  });

  test('In Welsh a word finds its mutated forms and they find it; in English they do not', () => {
    const forms = ['cath', 'gath', 'chath', 'nghath'];
    const made = forms.map((form) => add(`Y ${form} yn y tŷ`));
    for (const form of forms) {
      expect(new Set(items(`${form} `, { language: 'cy' })), form).toEqual(new Set(made));
    }
    expect(items('gath ')).toEqual([made[1]]);
    const garden = add('Roedd yr ardd yn wlyb');
    expect(items('gardd ', { language: 'cy' })).toEqual([garden]);
    expect(marked('gardd ', { language: 'cy' })).toEqual(['ardd']);
    expect(items('"gardd"', { language: 'cy' })).toEqual([]);
  });

  test('Nothing a person types is search syntax or an error', () => {
    const item = add('NEAR the office OR not, mother’s 50% "quoted" * text:x');
    for (const query of [
      '"',
      '""',
      '*',
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      'near(the',
      'text:',
      'a^b',
      '-',
      "mother's",
      '50%',
      '{a b}',
      '"unended',
      '" OR "',
      'x\0y',
      '\ud800',
      '+++',
      '\\',
      "';--",
      '🙂',
      ' ',
      '',
    ]) {
      expect(() => find(query), query).not.toThrow();
    }
    expect(items('near or not')).toEqual([item]);
    expect(items("mother's")).toEqual([item]);
    expect(items('quoted*')).toEqual([item]);
  });

  test('A snippet is the text as it was written, markup included, around the first match', () => {
    add(`${'before '.repeat(40)}<img src=x onerror=alert(1)> marker <b>bold</b>${' after'.repeat(60)}`);
    const [result] = find('marker ').results;
    const text = result?.snippet.map((part) => part.text).join('') ?? '';
    expect(text).toContain('<img src=x onerror=alert(1)> marker <b>bold</b>');
    expect(text.length).toBeLessThan(320);
    expect(text).toMatch(/^… before.*after …$/);
    expect(marked('marker ')).toEqual(['marker']);
  });

  test('A title is found, and the snippet then is the beginning of the page', () => {
    const item = add('Nothing of that word here', '2026-05-14', 'Lantern');
    expect(find('lantern ').results).toMatchObject([
      { item, title: 'Lantern', snippet: [{ text: 'Nothing of that word here', isMatch: false }] },
    ]);
  });

  test('What is being written is found at once, what was deleted in it is not', () => {
    const item = add('First kettle');
    const other = add('Other teapot');
    const space = whoAmI(journal.db).selfSpace;
    for (const text of ['Second saucepan', 'Third saucer']) {
      saveDraft(journal.deps, { kind: 'page', item, space, body: pageOf(text) });
    }
    saveDraft(journal.deps, { kind: 'page', item: other, space, body: pageOf('Other colander') });
    expect(items('saucer ')).toEqual([item]);
    expect(items('colander ')).toEqual([other]);
    expect([...items('kettle '), ...items('saucepan '), ...items('teapot ')]).toEqual([]);
  });

  test('Lists and search made anew from the items are the same as before', () => {
    for (const day of ['2026-05-14', '2026-05-14', '2026-05-13', '2026-05-14']) add(`kettle of ${day}`, day);
    const rows = () => journal.db.prepare('SELECT * FROM page ORDER BY place').all();
    const before = { rows: rows(), found: find('kettle ') };
    rebuildProjections(journal.db);
    expect({ rows: rows(), found: find('kettle ') }).toEqual(before);
  });

  test('The newest come first, and a list goes on where it stopped, without a gap or a repeat', () => {
    const made = Array.from({ length: 45 }, (_, index) =>
      add('common', `2026-${String(1 + (index % 12)).padStart(2, '0')}-01`),
    );
    const seen: string[] = [];
    let before: number | null = null;
    for (;;) {
      const { results, more } = find('common ', { before });
      seen.push(...results.map((result) => `${result.date} ${result.item}`));
      before = results.at(-1)?.place ?? null;
      if (!more) break;
    }
    expect(seen.map((line) => line.slice(0, 10))).toEqual(
      seen
        .map((line) => line.slice(0, 10))
        .toSorted()
        .reverse(),
    );
    expect(new Set(seen.map((line) => line.slice(11)))).toEqual(new Set(made));
    expect(seen).toHaveLength(45);
  });

  test('“Best” puts the page that is most about the words first', () => {
    const about = add('kettle kettle kettle', '2020-01-01');
    add(`${'word '.repeat(300)} kettle`, '2026-01-01');
    expect(items('kettle ', { order: 'best' })[0]).toBe(about);
  });
});

describe('On a diary of nine years', () => {
  beforeAll(() => {
    open();
    journal.db.transaction(() => {
      for (const entry of readCorpus()) add(entry.text, entry.date);
    })();
  }, 60_000);
  afterAll(close);

  test('Every entry is found by words of its own, among the newest or further down', () => {
    const lost = readCorpus().filter((entry) => {
      const words = entry.text.match(/[\p{L}\p{N}]+(?:[^\p{L}\p{N}]+[\p{L}\p{N}]+){5}/u)?.[0] ?? entry.text;
      return !datesOf(`"${words.replace(/["“”„«»]/g, ' ')}"`, entry.date).includes(entry.date);
    });
    expect(lost.map((entry) => entry.date)).toEqual([]);
  }, 60_000);

  /** Dates of the matches, newest first, at least as far down as `date`. */
  function datesOf(query: string, date: string): string[] {
    const dates: string[] = [];
    for (let before: number | null = null; ; ) {
      const { results, more } = find(query, { before, limit: 50 });
      dates.push(...results.map((result) => result.date));
      before = results.at(-1)?.place ?? null;
      if (!more || (dates.at(-1) ?? '') < date) return dates;
    }
  }

  test('The newest twenty of a common word come from walking the index backwards, without sorting', () => {
    const plan = planOf(newestSql, [toMatch(parseQuery('the lord', 'en-GB')), 1e15, 21]);
    expect(plan).toEqual([
      // M: by the words. <: from the last place on. The index itself goes backwards.
      expect.stringMatching(/^SCAN search VIRTUAL TABLE INDEX \d+:M1<$/),
      'SEARCH search_text USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH page USING INDEX sqlite_autoindex_page_1 (item=?)',
    ]);
  });

  test('The best twenty are ranked by the index itself, without sorting whole rows', () => {
    const plan = planOf(bestSql, [toMatch(parseQuery('the lord', 'en-GB')), 20]);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });

  test('A match is always marked in its snippet', () => {
    for (const query of ['turkey ', 'my lord ', '"to bed"', 'coff', 'rycaut']) {
      for (const result of find(query).results) {
        expect(
          result.snippet.some((part) => part.isMatch),
          query,
        ).toBe(true);
      }
    }
  });

  function planOf(sql: string, values: unknown[]): string[] {
    const rows = journal.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return rows.map((row) => row.detail);
  }
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCoreWithVault, type TestCore } from '../support/core.ts';

let core: TestCore;
beforeAll(async () => {
  // The desktop's printer: what it is given to print is what a test reads.
  core = await startCoreWithVault({ printToPdf: async (html) => Buffer.from(html, 'utf8') });
  await core.call('learning.save', {
    item: null,
    type: 'deepDive',
    date: '2026-05-14',
    hours: 18.25,
    what: 'Three days, "in the round"\n=HYPERLINK("x")',
    changed: '=1+1',
    withWhom: 'K7',
    taughtBy: '',
  });
  await core.call('learning.save', { ...reading, item: null });
}, 60_000);
afterAll(() => core.close());

const reading = {
  type: null,
  date: '2025-01-02',
  hours: null,
  what: 'A paper <on> circles',
  changed: '',
  withWhom: '',
  taughtBy: 'M2',
} as const;
const exports = () =>
  core
    .session()
    .deps.vault.db()
    .prepare("SELECT count(*) FROM ledger WHERE bytes LIKE '%export%'")
    .pluck()
    .get();

describe('the learning log as a file', () => {
  test('holds exactly what was previewed, oldest first, in the language asked for, and runs nothing', async () => {
    const part = { year: null, language: 'cy' } as const;
    const { columns, rows, seen } = await core.call('learning.preview', part);
    expect(columns).toEqual([
      'Diwrnod',
      'Math o ddysgu',
      'Oriau',
      'Beth oedd',
      'Beth newidiodd yn fy ffordd o weithio',
      'Gyda phwy',
      'Pwy oedd yn ei ddysgu',
    ]);
    expect(rows).toEqual([
      ['2025-01-02', '', '', 'A paper <on> circles', '', '', 'M2'],
      [
        '2026-05-14',
        'Tri diwrnod manwl',
        '18.25',
        'Three days, "in the round"\n=HYPERLINK("x")',
        "'=1+1",
        'K7',
        '',
      ],
    ]);
    const path = join(core.root, 'log.csv');
    await core.call('learning.export', { ...part, format: 'csv', seen, path });
    const cells = (row: readonly string[]) =>
      `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
    expect(readFileSync(path, 'utf8')).toBe(`\uFEFF${[columns, ...rows].map(cells).join('')}`);
    const all = { act: 'export', person: null, from: null, until: null, words: '', limit: 10 } as const;
    expect((await core.call('ledger.list', all)).lines).toMatchObject([
      { sentence: 'You saved as a file: your learning log.' },
    ]);
  });

  test('can be one year of it, and a print with the same cells', async () => {
    const part = { year: '2025', language: 'en-GB' } as const;
    const { rows, seen } = await core.call('learning.preview', part);
    expect(rows).toHaveLength(1);
    const path = join(core.root, 'log.pdf');
    await core.call('learning.export', { ...part, format: 'pdf', seen, path });
    const html = readFileSync(path, 'utf8');
    expect(html).toContain('<th>Kind of learning</th>');
    expect(html).toContain('<td>A paper &lt;on&gt; circles</td>');
    expect(html).not.toContain('2026-05-14');
  });

  test('gives its lines to a review as words of one’s own', async () => {
    const { groups } = await core.call('evidence.sources', { from: 'learning', after: null });
    expect(groups.map(({ date, lines }) => [date, lines.map(({ text }) => text)])).toEqual([
      ['2026-05-14', ['Three days, "in the round"', '=HYPERLINK("x")', '=1+1']],
      ['2025-01-02', ['A paper <on> circles']],
    ]);
    await core.call('evidence.choose', { source: groups[1]?.key ?? '', text: 'A paper <on> circles' });
    expect((await core.call('evidence.list', {})).lines).toMatchObject([
      { text: 'A paper <on> circles', mine: true, wordsOf: null },
    ]);
    await core.call('kept.remove', { item: groups[1]?.key ?? '' });
    await expect(
      core.call('evidence.choose', { source: groups[1]?.key ?? '', text: 'A paper <on> circles' }),
    ).rejects.toMatchObject({ code: 'not_evidence' });
    await core.call('kept.restore', { item: groups[1]?.key ?? '' });
  });

  test('is not written when it is no longer what was seen, goes nowhere else, or nobody chose a place', async () => {
    const part = { year: null, language: 'en-GB' } as const;
    const before = exports();
    const { seen } = await core.call('learning.preview', part);
    expect(await core.call('learning.export', { ...part, format: 'csv', seen, path: null })).toEqual({
      path: null,
    });
    const path = join(core.root, 'unwritten.csv');
    await core.call('learning.save', { ...reading, item: null, changed: 'more' });
    for (const format of ['csv', 'pdf'] as const) {
      await expect(
        core.call('learning.export', { ...part, format, seen, path: path.replace('.csv', `.${format}`) }),
      ).rejects.toMatchObject({ code: 'conflict' });
    }
    const { seen: newest } = await core.call('learning.preview', part);
    for (const wrong of ['log.csv', join(core.root, 'log.txt')]) {
      await expect(
        core.call('learning.export', { ...part, format: 'csv', seen: newest, path: wrong }),
      ).rejects.toMatchObject({ code: 'bad_input' });
    }
    await expect(
      core.call('learning.export', {
        ...part,
        format: 'csv',
        seen: newest,
        path: join(core.root, 'no', 'log.csv'),
      }),
    ).rejects.toMatchObject({ code: 'file_unwritable' });
    expect(existsSync(path)).toBe(false);
    expect(exports()).toBe(before);
  });
});

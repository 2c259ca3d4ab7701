import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeCell, toCsv } from '../../electron/core/documents/csv.ts';
import { learningBodySchema, learningTypes, sumHours } from '../../shared/model/learning.ts';

const entry = {
  type: 'circle',
  date: '2026-05-14',
  hours: 1.5,
  what: '',
  changed: '',
  withWhom: '',
  taughtBy: '',
} as const;

describe('hours of learning', () => {
  test('are quarters from 0 to 200, or not said', () => {
    for (const hours of [null, 0, 0.25, 7.5, 199.75, 200]) {
      expect(learningBodySchema.safeParse({ ...entry, hours }).success, String(hours)).toBe(true);
    }
    for (const hours of [-0.25, 0.1, 1.3, 200.25, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '1']) {
      expect(learningBodySchema.safeParse({ ...entry, hours }).success, String(hours)).toBe(false);
    }
  });

  test('are summed by kind and calendar year, newest year first; what was not said counts nowhere', () => {
    expect(
      sumHours([
        entry,
        { ...entry, hours: 0.25, date: '2026-12-31' },
        { ...entry, hours: 3, date: '2025-01-01' },
        { ...entry, type: 'reading', hours: null },
        { ...entry, type: null, hours: 0.5 },
      ]),
    ).toEqual({
      years: ['2026', '2025'],
      rows: [
        { type: 'circle', hours: [1.75, 3] },
        { type: null, hours: [0.5, null] },
      ],
      totals: [2.25, 3],
    });
    expect(sumHours([{ ...entry, hours: null }])).toEqual({ years: [], rows: [], totals: [] });
  });

  test('of all kinds together are those of each kind, to the quarter, however many there are', () => {
    const one = fc.record({
      type: fc.constantFrom(...learningTypes, null),
      date: fc.constantFrom('2024-02-29', '2025-06-01', '2026-12-31'),
      hours: fc.option(fc.integer({ min: 0, max: 800 }).map((quarters) => quarters / 4)),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 200 }), (entries) => {
        const { years, rows, totals } = sumHours(entries);
        expect(years).toEqual([...years].sort().reverse());
        totals.forEach((total, index) => {
          expect(rows.reduce((sum, { hours }) => sum + (hours[index] ?? 0), 0)).toBe(total);
          expect(Number.isInteger(total * 4)).toBe(true);
        });
        const all = entries.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
        expect(totals.reduce((sum, total) => sum + total, 0)).toBe(all);
      }),
    );
  });
});

describe('a table as CSV', () => {
  test('begins with a mark for Excel, ends lines as RFC 4180 says, and keeps line breaks and quotation marks inside a cell', () => {
    expect(
      toCsv([
        ['Day', 'Say "so"'],
        ['2026-05-14', 'one\ntwo, three'],
      ]),
    ).toBe('\uFEFF"Day","Say ""so"""\r\n"2026-05-14","one\ntwo, three"\r\n');
  });

  test('reads back as the same cells, whatever is in them', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', '=') }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1 }), (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows);
      }),
    );
  });

  test('holds no cell that a spreadsheet would run, and loses no letter of what was written', () => {
    for (const text of [
      '=1+1',
      '+44',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      ';=1',
      '＝1',
      '-',
      '=cmd|"/c calc"!A0',
    ])
      expect(safeCell(text), text).toBe(`'${text}`);
    for (const text of ['', 'a=b', '1.25', '2026-05-14', '“=”', "'quoted'"])
      expect(safeCell(text)).toBe(text);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const safe = safeCell(text);
        expect(safe).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(safe === text || safe === `'${text}`).toBe(true);
      }),
    );
  });
});

/** Written here from RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 1;
  while (at < csv.length) {
    let cell = '';
    at += 1;
    while (csv[at] !== '"' || csv[at + 1] === '"') {
      cell += csv[at];
      at += csv[at] === '"' ? 2 : 1;
    }
    rows.at(-1)?.push(cell);
    at += 1;
    if (csv[at] === ',') at += 1;
    else {
      at += 2;
      rows.push([]);
    }
  }
  rows.pop();
  return rows;
}

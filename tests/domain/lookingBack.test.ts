import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/model/civilDays.ts';
import { binRows, isTooFew, rangeOf, spreadOf } from '../../shared/model/lookingBack.ts';

const rows = (from: string, days: number, step = 1) =>
  Array.from({ length: Math.ceil(days / step) }, (_, index) => ({ day: addDays(from, index * step) }));

test('fewer than three points are too few to draw', () => {
  expect([0, 1, 2, 3].map(isTooFew)).toEqual([true, true, true, false]);
});

test('the last 90 days and the last year count today in; everything begins with the first day there is', () => {
  expect(rangeOf('quarter', [], '2026-11-22')).toEqual({ from: '2026-08-25', to: '2026-11-22' });
  expect(rangeOf('year', [], '2024-12-31')).toEqual({ from: '2024-01-02', to: '2024-12-31' });
  expect(rangeOf('all', ['2020-05-01', '2019-02-28', '2021-01-01'], '2026-11-22')).toEqual({
    from: '2019-02-28',
    to: '2026-11-22',
  });
  expect(rangeOf('all', [], '2026-11-22')).toBeNull();
});

test('a mark is a day while days can be told apart, then a week from Monday, then a month', () => {
  expect(binRows(rows('2026-01-01', 130)).unit).toBe('day');
  const weeks = binRows(rows('2026-01-01', 365));
  expect(weeks.unit).toBe('week');
  expect(weeks.bins[0]).toMatchObject({ from: '2025-12-29', to: '2026-01-04' });
  expect(weeks.bins[0]?.rows).toHaveLength(4);
  const months = binRows(rows('2016-01-01', 3653, 2));
  expect(months.unit).toBe('month');
  expect(months.bins).toHaveLength(120);
  expect(months.bins[1]).toMatchObject({ from: '2016-02-01', to: '2016-02-29' });
  // Few days over a long time stay days.
  expect(binRows(rows('2016-01-01', 3653, 40)).unit).toBe('day');
});

test('gathering loses no row, puts none twice, and keeps each within its days', () => {
  const some = fc.array(
    fc.integer({ min: -20_000, max: 20_000 }).map((days) => ({ day: addDays('2000-02-29', days) })),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(some, (all) => {
      const { bins } = binRows(all);
      expect(bins.flatMap((bin) => bin.rows).map((row) => row.day)).toEqual(all.map((row) => row.day).sort());
      for (const [index, bin] of bins.entries()) {
        expect(bin.rows.every((row) => row.day >= bin.from && row.day <= bin.to)).toBe(true);
        expect(index === 0 || (bins[index - 1]?.to ?? '') < bin.from).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test('of some figures the lowest, the middle and the highest are told, never an average', () => {
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([3])).toEqual({ low: 3, middle: 3, high: 3 });
  expect(spreadOf([4, -4, 1, 3])).toEqual({ low: -4, middle: 1, high: 4 });
});

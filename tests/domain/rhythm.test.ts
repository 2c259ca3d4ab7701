import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addSpan,
  expectedWindows,
  intervalOn,
  rhythmSchema,
  stepsSchema,
} from '../../shared/model/rhythm.ts';
import { findStandard, standards } from '../../shared/standards/index.ts';

const employers = findStandard({ id: 'lga-employers-5', version: '2020' });
if (employers === null) throw new Error('the standard for employers is not there');

test('each standard names its source, its date and both languages, and the employer standard says what it is known for', () => {
  for (const standard of standards) {
    expect(standard.source['en-GB']).not.toBe(standard.source.cy);
    expect(standard.date <= '2026-11-22').toBe(true);
  }
  expect(standards.map((one) => [one.id, one.minutes])).toEqual([
    ['lga-employers-5', 90],
    ['monthly-hour', 60],
  ]);
  expect(employers.steps.map((step) => `${step.every.count} ${step.every.unit}`)).toEqual([
    '1 week',
    '2 week',
    '1 month',
  ]);
});

test('from a first day in January: six weekly windows, fortnights to six months, then months', () => {
  const rhythm = { from: '2026-01-05', steps: employers.steps };
  const windows = expectedWindows(rhythm, '2026-09-30');
  expect(windows.map((one) => one.from)).toEqual([
    '2026-01-05',
    '2026-01-12',
    '2026-01-19',
    '2026-01-26',
    '2026-02-02',
    '2026-02-09',
    '2026-02-16',
    '2026-03-02',
    '2026-03-16',
    '2026-03-30',
    '2026-04-13',
    '2026-04-27',
    '2026-05-11',
    '2026-05-25',
    '2026-06-08',
    '2026-06-22',
    '2026-07-05',
    '2026-08-05',
    '2026-09-05',
  ]);
  // 22 June to 5 July is 13 days: a window of its own.
  expect(windows.find((one) => one.from === '2026-06-22')?.to).toBe('2026-07-05');
});

test('a rest of a step shorter than half its interval belongs to the window before, whenever one looks', () => {
  const steps = stepsSchema.parse([
    { every: { unit: 'week', count: 2 }, until: { unit: 'week', count: 5 } },
    { every: { unit: 'month', count: 1 }, until: null },
  ]);
  const short = stepsSchema.parse([
    { every: { unit: 'month', count: 1 }, until: { unit: 'week', count: 10 } },
    { every: { unit: 'month', count: 2 }, until: null },
  ]);
  // One week of two is half: a window of its own.
  expect(expectedWindows({ from: '2026-03-02', steps }, '2026-04-10')).toEqual([
    { from: '2026-03-02', to: '2026-03-16' },
    { from: '2026-03-16', to: '2026-03-30' },
    { from: '2026-03-30', to: '2026-04-06' },
    { from: '2026-04-06', to: '2026-05-06' },
  ]);
  // 2 May to 11 May is nine days of a month.
  for (const until of ['2026-04-02', '2026-05-10', '2026-05-11']) {
    expect(expectedWindows({ from: '2026-03-02', steps: short }, until)[1]).toEqual({
      from: '2026-04-02',
      to: '2026-05-11',
    });
  }
});

test.each([
  ['2026-01-31', { unit: 'month', count: 1 }, '2026-02-28'],
  ['2028-01-31', { unit: 'month', count: 1 }, '2028-02-29'],
  ['2026-01-31', { unit: 'month', count: 2 }, '2026-03-31'],
  ['2026-12-31', { unit: 'month', count: 2 }, '2027-02-28'],
  ['2026-08-30', { unit: 'month', count: 6 }, '2027-02-28'],
  // The clocks change on 29 March and 25 October 2026.
  ['2026-03-23', { unit: 'week', count: 1 }, '2026-03-30'],
  ['2026-10-19', { unit: 'week', count: 1 }, '2026-10-26'],
  ['2026-10-25', { unit: 'month', count: 1 }, '2026-11-25'],
] as const)('%s and %o is %s', (date, span, expected) => {
  expect(addSpan(date, span)).toBe(expected);
});

test('months from the end of January stay at the end of the month', () => {
  const steps = stepsSchema.parse([{ every: { unit: 'month', count: 1 }, until: null }]);
  expect(expectedWindows({ from: '2026-01-31', steps }, '2026-06-30').map((one) => one.from)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
  ]);
});

test('the interval on a day is that of its step, and none before the first day', () => {
  const rhythm = { from: '2026-01-05', steps: employers.steps };
  expect(intervalOn(rhythm, '2026-01-04')).toBe(null);
  expect(intervalOn(rhythm, '2026-02-15')).toEqual({ unit: 'week', count: 1 });
  expect(intervalOn(rhythm, '2026-02-16')).toEqual({ unit: 'week', count: 2 });
  expect(intervalOn(rhythm, '2026-07-05')).toEqual({ unit: 'month', count: 1 });
});

test('steps that do not end later than the one before, or an open step that is not last, are refused', () => {
  const week = { unit: 'week', count: 1 } as const;
  const refused = [
    [],
    [{ every: week, until: week }],
    [
      { every: week, until: null },
      { every: week, until: null },
    ],
    [
      { every: week, until: { unit: 'month', count: 2 } },
      { every: week, until: { unit: 'week', count: 8 } },
      { every: week, until: null },
    ],
  ];
  for (const steps of refused) expect(stepsSchema.safeParse(steps).success).toBe(false);
});

test('a first day outside 1970 to 2199 is refused, so that counting its windows ends', () => {
  const from = (date: string) =>
    rhythmSchema.safeParse({ from: date, steps: employers.steps, minutes: 90 }).success;
  expect(['1970-01-01', '2199-12-31'].map(from)).toEqual([true, true]);
  expect(['1969-12-31', '0001-01-01', '2200-01-01', '9999-12-31'].map(from)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

const span = fc.record({
  unit: fc.constantFrom('week' as const, 'month' as const),
  count: fc.integer({ min: 1, max: 6 }),
});
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
const rhythm = fc
  .record({
    from: day,
    minutes: fc.constant(60),
    steps: fc
      .tuple(fc.array(fc.record({ every: span, until: span }), { maxLength: 3 }), span)
      .map(([first, every]) => [...first, { every, until: null }]),
  })
  .filter((one) => rhythmSchema.safeParse(one).success);

test('windows follow one another without a gap or an overlap, and looking later never changes an earlier one', () => {
  fc.assert(
    fc.property(rhythm, day, fc.integer({ min: 0, max: 200 }), (one, until, more) => {
      const windows = expectedWindows(one, until);
      for (const [index, window] of windows.entries()) {
        expect(window.from < window.to).toBe(true);
        expect(window.from).toBe(index === 0 ? one.from : windows[index - 1]?.to);
      }
      expect(expectedWindows(one, addDays(until, more)).slice(0, windows.length)).toEqual(windows);
      if (until >= one.from) expect((windows.at(-1)?.to ?? '') > until).toBe(true);
    }),
  );
});

function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

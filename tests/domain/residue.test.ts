import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../shared/model/civilDays.ts';
import {
  floorNotes,
  floorOn,
  floorStretches,
  floorWindows,
  hasEased,
  hasFloorRisen,
  type NotedWeight,
  residueCurve,
  residueOf,
  seasonOf,
} from '../../shared/model/residue.ts';
import vectors from '../vectors/residue.json' with { type: 'json' };

/** The civil day of an instant in a zone, by the platform's own calendar. */
function daysIn(zone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => format.format(new Date(instant)).split('/').reverse().join('-');
}

const noted = (pairs: readonly (readonly (string | number)[])[]): NotedWeight[] =>
  pairs.map(([day, weight]) => ({ day: String(day), weight: Number(weight) }));

describe('the residue of an episode', () => {
  test.each(vectors.curves)('$name', ({ zone, episode, curve, residue, eased }) => {
    const found = residueCurve(episode, daysIn(zone));
    expect(found).toEqual(noted(curve));
    expect(residueOf(found)).toBe(residue);
    expect(hasEased(found)).toBe(eased);
  });

  test('has one figure a day, in the order of days, and its last is the last that was noted', () => {
    const instant = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const weight = fc.integer({ min: 0, max: 10 });
    const episodes = fc.record({
      at: instant,
      weight: fc.option(weight),
      ratings: fc.array(fc.record({ at: instant, weight }), { maxLength: 12 }),
    });
    const dayOf = daysIn('Europe/London');
    fc.assert(
      fc.property(episodes, (episode) => {
        const curve = residueCurve(episode, dayOf);
        const days = curve.map((one) => one.day);
        expect(days).toEqual([...new Set(days)].sort());
        const all = [...(episode.weight === null ? [] : [episode]), ...episode.ratings];
        const latest = all
          .map((one) => one.at)
          .sort()
          .at(-1);
        const last = all.filter((one) => one.at === latest).at(-1);
        expect(residueOf(curve)).toBe(last?.weight ?? null);
      }),
    );
  });
});

test('a floor of these days is made of what was noted in them and in the 89 days before', () => {
  const notes = noted([
    ['2026-01-01', 5],
    ['2026-01-02', 4],
    ['2026-04-01', 3],
    ['2026-05-01', 2],
    ['2026-05-02', 1],
  ]);
  // The 89th day before 1 April is 2 January.
  expect(floorNotes(notes, { from: '2026-04-01', to: '2026-05-01' })).toBe(3);
  expect(floorNotes([], { from: '2026-04-01', to: '2026-05-01' })).toBe(0);
});

describe('the floor', () => {
  test.each(vectors.windows)('$name', ({ today, noted: pairs, windows, risen }) => {
    const found = floorWindows(noted(pairs), today);
    expect(found).toEqual(windows.map(([from, to, floor, notes]) => ({ from, to, floor, notes })));
    expect(hasFloorRisen(found)).toBe(risen);
  });

  const today = '2028-03-01';
  const notes = fc.array(
    fc.record({
      day: fc.integer({ min: -900, max: 0 }).map((days) => addDays(today, days)),
      weight: fc.integer({ min: 0, max: 10 }),
    }),
    { maxLength: 30 },
  );

  test('of every day is the lowest of the ninety days up to it, whether asked by the day or by stretches', () => {
    fc.assert(
      fc.property(notes, (weights) => {
        const stretches = floorStretches(weights, today);
        for (let day = dayNumber(today) - 910; day <= dayNumber(today); day += 7) {
          const civil = addDays(today, day - dayNumber(today));
          const stretch = stretches.find((one) => one.from <= civil && one.to >= civil);
          expect(stretch?.floor ?? null, civil).toBe(floorOn(weights, civil));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('stretches follow each other, never overlap, and two that touch differ', () => {
    fc.assert(
      fc.property(notes, (weights) => {
        const stretches = floorStretches(weights, today);
        stretches.forEach((one, index) => {
          expect(one.from <= one.to).toBe(true);
          const before = stretches[index - 1];
          if (before === undefined) return;
          expect(before.to < one.from).toBe(true);
          if (addDays(before.to, 1) === one.from) expect(before.floor).not.toBe(one.floor);
        });
      }),
    );
  });

  test('never falls because a heavier weight was noted, and never rises because a lighter one was', () => {
    const added = fc.record({
      day: fc.integer({ min: -80, max: 0 }).map((days) => addDays(today, days)),
      weight: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(notes, added, (weights, one) => {
        const before = floorOn(weights, today);
        const after = floorOn([...weights, one], today);
        expect(after).toBe(before === null ? one.weight : Math.min(before, one.weight));
      }),
    );
  });

  test('a window is named by the season its middle day is in', () => {
    expect(seasonOf({ from: '2026-02-26' })).toBe('spring');
    expect(seasonOf({ from: '2026-01-02' })).toBe('winter');
    expect(seasonOf({ from: '2025-11-20' })).toBe('winter');
    expect(seasonOf({ from: '2026-05-27' })).toBe('summer');
    expect(seasonOf({ from: '2026-09-01' })).toBe('autumn');
  });
});

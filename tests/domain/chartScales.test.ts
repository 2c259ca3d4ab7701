import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayScale, lengthScale, nearestPlace, valueScale } from '../../renderer/charts/scales.ts';
import { addDays } from '../../shared/model/civilDays.ts';

const day = fc.integer({ min: -10_000, max: 30_000 }).map((days) => addDays('1970-01-01', days));

test('every day is as wide as every other, leap days and clock changes among them, and lies within the drawing', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), fc.nat(4000), (from, length, nth) => {
      const scale = dayScale({ from, to: addDays(from, length) }, [30, 700]);
      const one = addDays(from, nth % (length + 1));
      expect(scale.edge(addDays(one, 1)) - scale.edge(one)).toBeCloseTo(670 / (length + 1), 6);
      expect(scale.place(one)).toBeGreaterThan(30);
      expect(scale.place(one)).toBeLessThan(700);
      expect(scale.days).toBe(length + 1);
    }),
  );
});

test('the marked days lie within, in order, each once', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), (from, length) => {
      const to = addDays(from, length);
      const ticks = dayScale({ from, to }, [0, 700]).ticks(7);
      expect(ticks).toEqual([...new Set(ticks)].sort());
      expect(ticks.every((one) => one >= from && one <= to)).toBe(true);
    }),
  );
});

test('a stretch of days has its mark in its middle', () => {
  const scale = dayScale({ from: '2026-01-01', to: '2026-01-10' }, [0, 100]);
  expect(scale.place('2026-01-01', '2026-01-10')).toBeCloseTo(50);
  expect(scale.place('2026-01-03')).toBeCloseTo(25);
});

test('a higher figure stands higher, and nothing has no length', () => {
  const y = valueScale([-4, 4], [20, 120]);
  expect([y(4), y(0), y(-4)]).toEqual([20, 70, 120]);
  expect(lengthScale(8, 200)(2)).toBe(50);
  expect(lengthScale(0, 200)(0)).toBe(0);
});

test('a press reads the point nearest to it', () => {
  const places = [
    { x: 10, y: 10 },
    { x: 20, y: 90 },
    { x: 200, y: 10 },
  ];
  expect(nearestPlace(places, { x: 14, y: 60 })).toBe(1);
  expect(nearestPlace(places, { x: 150, y: 0 })).toBe(2);
  expect(nearestPlace([], { x: 0, y: 0 })).toBeNull();
});

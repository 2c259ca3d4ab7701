import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogues } from '../../shared/i18n/index.ts';
import { feelings, feelingFamilies } from '../../shared/model/feelings.ts';
import {
  momentBodySchema,
  type Placed,
  placeFromKey,
  placeFromPoint,
  placeWord,
  pointFromPlace,
  unplaced,
} from '../../shared/model/moment.ts';

const step = fc.integer({ min: -4, max: 4 });

test('pointer, arrow keys and two sliders reach every place of the plane and mean the same by it', () => {
  fc.assert(
    fc.property(step, step, (pleasant, stirred) => {
      const bySliders = { pleasant, stirred };
      const point = pointFromPlace(bySliders);
      if (point === null) throw new Error('a place has a point');
      expect(placeFromPoint(point.x, point.y)).toEqual(bySliders);
      const keys = [
        'Enter',
        ...Array<string>(Math.abs(pleasant)).fill(pleasant > 0 ? 'ArrowRight' : 'ArrowLeft'),
        ...Array<string>(Math.abs(stirred)).fill(stirred > 0 ? 'ArrowUp' : 'ArrowDown'),
      ];
      const byKeys = keys.reduce<Placed>((place, key) => placeFromKey(place, key) ?? place, unplaced);
      expect(byKeys).toEqual(bySliders);
    }),
    { numRuns: 200 },
  );
});

test('wherever it is pressed, also outside, the plane answers with a place that can be kept', () => {
  const anywhere = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(anywhere, anywhere, (x, y) => {
      const place = placeFromPoint(x, y);
      const body = { at: '2026-05-14T09:00:00.000Z', ...place, feelings: [], words: '', page: null };
      expect(momentBodySchema.safeParse(body).success).toBe(true);
      // A minus zero would be another value in some comparisons.
      expect(Object.is(place.pleasant, -0) || Object.is(place.stirred, -0)).toBe(false);
    }),
  );
});

test('keys stop at the edges, Delete takes the place back, and letters are left alone', () => {
  expect(placeFromKey({ pleasant: 4, stirred: -4 }, 'ArrowRight')).toEqual({ pleasant: 4, stirred: -4 });
  expect(placeFromKey({ pleasant: 4, stirred: -4 }, 'ArrowDown')).toEqual({ pleasant: 4, stirred: -4 });
  expect(placeFromKey({ pleasant: 1, stirred: 1 }, 'Delete')).toEqual(unplaced);
  expect(placeFromKey(unplaced, 'a')).toBeNull();
  expect(placeFromKey(unplaced, 'ArrowUp')).toEqual({ pleasant: 0, stirred: 1 });
});

test('every step of the plane is said in words, the middle as neither', () => {
  expect([-4, -3, -2, -1, 0, 1, 2, 3, 4].map((value) => placeWord('pleasant', value))).toEqual([
    'veryUnpleasant',
    'veryUnpleasant',
    'unpleasant',
    'littleUnpleasant',
    'neither',
    'littlePleasant',
    'pleasant',
    'veryPleasant',
    'veryPleasant',
  ]);
  expect(placeWord('stirred', 0)).toBe('between');
});

test('every feeling has one word of its own in both languages', () => {
  for (const language of ['en-GB', 'cy'] as const) {
    const words: Record<string, string> = catalogues[language].feelings;
    for (const { family } of feelingFamilies) expect(words[`family.${family}`]).toBeTruthy();
    const shown = feelings.map((key) => words[key]);
    expect(shown).not.toContain(undefined);
    expect(new Set(shown).size).toBe(feelings.length);
  }
});

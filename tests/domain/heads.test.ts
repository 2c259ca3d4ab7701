import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestorsOf, headsOf, type Version } from '../../shared/model/heads.ts';

const history = fc
  .array(fc.tuple(fc.nat(3), fc.subarray([1, 2, 3])), { minLength: 1, maxLength: 12 })
  .map((steps): Version[] =>
    steps.map(([clock, back], index) => ({
      hash: `h${String(index).padStart(2, '0')}`,
      at: `2026-01-0${clock + 1}`,
      parents: back
        .filter((step) => index - step >= 0)
        .map((step) => `h${String(index - step).padStart(2, '0')}`),
    })),
  );

test('what an item shows is the same whatever order its versions came in', () => {
  fc.assert(
    fc.property(history, fc.nat(), (versions, seed) => {
      const shuffled = [...versions].sort((a, b) => hash(a.hash, seed) - hash(b.hash, seed));
      expect(headsOf(shuffled)).toEqual(headsOf(versions));
    }),
  );
});

test('there is always a version to show, and none that another replaces', () => {
  fc.assert(
    fc.property(history, (versions) => {
      const heads = headsOf(versions).map((version) => version.hash);
      expect(heads.length).toBeGreaterThan(0);
      for (const version of versions) {
        for (const parent of version.parents) expect(heads).not.toContain(parent);
      }
    }),
  );
});

test('a later clock wins, then the greater hash; what a version replaces is found through all its forebears', () => {
  const versions: Version[] = [
    { hash: 'a', at: '2026-01-01', parents: [] },
    { hash: 'b', at: '2026-01-03', parents: ['a'] },
    { hash: 'c', at: '2026-01-02', parents: ['a'] },
    { hash: 'd', at: '2026-01-03', parents: ['a'] },
  ];
  expect(headsOf(versions).map((version) => version.hash)).toEqual(['d', 'b', 'c']);
  expect(
    [...ancestorsOf([...versions, { hash: 'e', at: '', parents: ['b', 'c', 'gone'] }], 'e')].sort(),
  ).toEqual(['a', 'b', 'c', 'gone']);
});

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, seed % 97);
}

import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterEach, test } from 'vitest';
import { separateFolders } from '../support/courier.ts';
import { expectSameEverywhere, interleaving, takeStep } from '../support/interleaving.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

const pairs: TestPair[] = [];
afterEach(() => {
  for (const pair of pairs.splice(0)) pair.close();
});

test('whatever order, part or copy the files of two people arrive in, both end up with the same', async () => {
  await fc.assert(
    fc.asyncProperty(interleaving({ minLength: 10, maxLength: 60 }), async (steps) => {
      const pair = await joinedPair();
      pairs.push(pair);
      const { space, folder } = pair;
      const ends = await separateFolders(dirname(folder), folder, space, [pair.supervisor, pair.supervisee]);
      for (const step of steps) await takeStep(ends, space, step);
      await expectSameEverywhere(ends, space);
    }),
    { numRuns: 10 },
  );
}, 120_000);

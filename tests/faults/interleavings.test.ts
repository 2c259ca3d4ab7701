import fc from 'fast-check';
import { afterEach, test } from 'vitest';
import {
  circleApart,
  type Gathering,
  pairApart,
  pairOnThreeComputers,
  repairApart,
} from '../support/gathering.ts';
import { expectSameEverywhere, interleaving, takeStep } from '../support/interleaving.ts';

const open: Gathering[] = [];
afterEach(() => {
  for (const gathering of open.splice(0)) gathering.close();
});

test.each([
  ['two people', pairApart],
  ['a supervisor and a supervisee with two computers', pairOnThreeComputers],
  ['a circle of three', circleApart],
  ['two people who mend', repairApart],
])('long interleavings, losses and repeats among %s end in the same everywhere', async (_who, gather) => {
  await fc.assert(
    fc.asyncProperty(interleaving({ minLength: 40, maxLength: 250 }), async (steps) => {
      const gathering = await gather();
      open.push(gathering);
      for (const step of steps) await takeStep(gathering, step);
      await expectSameEverywhere(gathering);
      open.pop()?.close();
    }),
    { numRuns: 40 },
  );
});

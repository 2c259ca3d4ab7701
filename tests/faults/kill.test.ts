import { expect, test } from 'vitest';
import { killInTheMiddle } from '../support/killing.ts';
import { joinedPair } from '../support/pair.ts';

test.each([1, 2, 3])(
  'killed forty times in the middle of taking in and of sending, nothing is lost or doubled (%i)',
  async (seed) => {
    const pair = await joinedPair();
    await killInTheMiddle(pair, 40, seed);
    expect((await pair.supervisee.call('vault.status', {})).state).toBe('open');
    pair.close();
  },
);

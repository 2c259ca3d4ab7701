import { afterEach, beforeEach, test } from 'vitest';
import { killInTheMiddle } from '../support/killing.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

test('killed in the middle of taking in and of sending, a vault loses nothing, doubles nothing and goes on', async () => {
  await killInTheMiddle(pair, 6, 11);
}, 180_000);

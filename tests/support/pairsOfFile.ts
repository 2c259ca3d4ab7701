import { afterEach } from 'vitest';
import { joinedPair, type TestPair } from './pair.ts';

/** Two people for a test, as often as one asks, and closed after it. To be called once at the head of a file of tests. */
export function pairsOfFile(): (now?: string) => Promise<TestPair> {
  const open: TestPair[] = [];
  afterEach(() => {
    for (const made of open.splice(0)) made.close();
  });
  return async (now) => {
    const made = await joinedPair(now);
    open.push(made);
    return made;
  };
}

import { setImmediate } from 'node:timers/promises';
import { type CommitDeps, inOneTransaction } from './commit.ts';

/** A chunk may hold the vault thread for 50 ms, its commit to the disk included. */
const workMs = 30;

/**
 * Does long work in transactions of a few tens of milliseconds each, so that typing and other calls get in between.
 * `after` runs between two chunks with how many are done; what it throws ends the work, and what was done stays.
 */
export async function inChunks<T>(
  deps: CommitDeps,
  all: readonly T[],
  work: (one: T) => void,
  after: (done: number) => void = () => {},
): Promise<void> {
  let done = 0;
  while (done < all.length) {
    const until = performance.now() + workMs;
    inOneTransaction(deps, () => {
      do {
        work(all[done] as T);
        done += 1;
      } while (done < all.length && performance.now() < until);
    });
    after(done);
    await setImmediate();
  }
}

/** The same for work that touches no database: it yields every few tens of milliseconds. */
export async function breathing<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let until = performance.now() + workMs;
  for (const one of all) {
    work(one);
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + workMs;
  }
}

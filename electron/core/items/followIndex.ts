import { isDiskFull } from '../failure.ts';
import { type CommitDeps, inOneTransaction } from './commit.ts';
import { followOne, indexOne, waitingPages } from './waitingPages.ts';

/** After this pause without a save the search index follows. */
const pauseMs = 300;

const timers = new WeakMap<CommitDeps['vault'], NodeJS.Timeout>();

/** Lets the search index follow what was saved, a little at a time, once no save comes for a moment. */
export function followSoon(deps: CommitDeps): void {
  clearTimeout(timers.get(deps.vault));
  const timer = setTimeout(() => follow(deps), pauseMs);
  timer.unref();
  timers.set(deps.vault, timer);
}

/** Everything that still waits, at once: before the vault is closed. A full disk leaves it to the next unlock. */
export function followNow(deps: CommitDeps): void {
  unlessDiskFull(() => {
    while (inOneTransaction(deps, () => followOne(deps.vault.db())));
  });
}

/** Every changed page into the index, the one being written too: before a search. On a full disk the search does without. */
export function indexAll(deps: CommitDeps): void {
  const db = deps.vault.db();
  unlessDiskFull(() => {
    while (waitingPages(db).length > 0 && inOneTransaction(deps, () => indexOne(db)));
  });
}

function follow(deps: CommitDeps): void {
  try {
    if (!deps.vault.db().open) return;
  } catch {
    // Locked meanwhile: locking has seen to it, or the next unlock will.
    return;
  }
  unlessDiskFull(() => {
    if (inOneTransaction(deps, () => followOne(deps.vault.db()))) setImmediate(() => follow(deps));
  });
}

function unlessDiskFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

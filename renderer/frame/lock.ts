import { flushAll, forgetAll } from '../autosave.ts';
import { call } from '../api.ts';

/** Of the 2 s the shell waits at most (DESIGN.md, Lock), what saving may take before the rest is handed over sealed. */
const flushWithin = 1500;

let locking: Promise<void> | null = null;

/**
 * Saves what is not saved, hands over what could not be, and locks. Asked twice (button and sleep together) it locks
 * once. Rejects with a CallError when the vault did not lock; nothing is dropped then.
 */
export function lockNow(): Promise<void> {
  locking ??= lock().finally(() => {
    locking = null;
  });
  return locking;
}

async function lock(): Promise<void> {
  const unsaved = await flushAll(flushWithin);
  await call('vault.lock', { unsaved: [...unsaved] });
  forgetAll();
}

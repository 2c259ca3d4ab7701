import type { AppEvent } from '../shared/events.ts';
import type { VaultThread } from './vaultThread.ts';

/** Why the shell locks by itself; `button` and `idle` start in the window. */
export type LockReason = Extract<AppEvent, { name: 'flush' }>['reason'];

/** How long the window has to save what is being typed, and then the vault to close. */
const LOCK_WITHIN_MS = 2_000;

/**
 * Makes the shell's own lock: asks the window to save and lock, closes the vault itself when two seconds pass without,
 * and ends the thread when even that gets no answer. Resolves when no vault is open. Two reasons at once lock once.
 */
export function createLock(
  vault: VaultThread,
  tell: (event: AppEvent) => void,
  within: number = LOCK_WITHIN_MS,
): (reason: LockReason) => Promise<void> {
  let locking: Promise<void> | null = null;

  async function lock(reason: LockReason): Promise<void> {
    const gone = vault.gone();
    if (!(await isOpen(vault, within))) return;
    tell({ name: 'flush', reason });
    if (await happensWithin(gone, within)) return;
    void vault.call('vault.lock', { unsaved: [] });
    if (await happensWithin(gone, within)) return;
    vault.terminate();
    await gone;
  }

  return (reason) => {
    locking ??= lock(reason).finally(() => {
      locking = null;
    });
    return locking;
  };
}

/** A thread too busy to say is taken for open: locking a locked vault does no harm. */
async function isOpen(vault: VaultThread, within: number): Promise<boolean> {
  const status = vault.call('vault.status', {});
  if (!(await happensWithin(status, within))) return true;
  const result = await status;
  if (!result.ok) return false;
  const { value } = result;
  return typeof value === 'object' && value !== null && 'state' in value && value.state === 'open';
}

async function happensWithin(event: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  void event.then(() => resolve(true));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

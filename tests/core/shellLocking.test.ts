import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createLock, type LockReason } from '../../electron/locking.ts';
import { keepVaultThread, type VaultThread } from '../../electron/vaultThread.ts';
import type { AppEvent } from '../../shared/events.ts';

const WITHIN_MS = 150;

const threads: VaultThread[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.stop()));
  vi.restoreAllMocks();
});

/** A vault, its lock, and a window that saves and locks when `saves` is true. */
async function openVault(saves: boolean): Promise<{
  vault: VaultThread;
  lock: (reason: LockReason) => Promise<void>;
  told: AppEvent[];
  calls: string[];
}> {
  const told: AppEvent[] = [];
  const calls: string[] = [];
  const kept = keepVaultThread({
    entry: join(import.meta.dirname, '../support/obedientThread.js'),
    start: { paths: { data: '/d', documents: '/e' }, tryOut: false, locale: 'en-GB' },
    answer: async () => null,
    onEvent: () => undefined,
    onLocked: () => undefined,
  });
  const vault: VaultThread = {
    ...kept,
    call: (method, input) => {
      calls.push(method);
      return kept.call(method, input);
    },
  };
  threads.push(kept);
  const tell = (event: AppEvent) => {
    told.push(event);
    if (saves) void kept.call('vault.lock', { unsaved: [] });
  };
  await vault.call('vault.unlock', {});
  return { vault, lock: createLock(vault, tell, WITHIN_MS), told, calls };
}

async function stateOf(vault: VaultThread): Promise<unknown> {
  const status = await vault.call('vault.status', {});
  return status.ok ? status.value : status.error.code;
}

test('The window is asked to save, and when it locks in time the shell does nothing more', async () => {
  const { vault, lock, told, calls } = await openVault(true);
  await lock('sleep');
  expect(told).toEqual([{ name: 'flush', reason: 'sleep' }]);
  expect(calls).not.toContain('vault.lock');
  expect(await stateOf(vault)).toEqual({ state: 'locked' });
});

test('A window that does not answer is not waited for longer than its time', async () => {
  const { vault, lock, calls } = await openVault(false);
  const started = performance.now();
  await lock('screen');
  expect(performance.now() - started).toBeGreaterThanOrEqual(WITHIN_MS - 5);
  expect(performance.now() - started).toBeLessThan(WITHIN_MS * 4);
  expect(calls).toContain('vault.lock');
  expect(await stateOf(vault)).toEqual({ state: 'locked' });
});

test('A vault thread that answers nothing is ended all the same', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { vault, lock } = await openVault(false);
  await vault.call('deaf', {});
  await lock('sleep');
  expect(await stateOf(vault)).toEqual({ state: 'locked' });
});

test('Where nothing is open, nobody is asked to save', async () => {
  const { lock, told } = await openVault(true);
  await lock('sleep');
  await lock('close');
  expect(told).toHaveLength(1);
});

test('Sleep and a locked screen at once ask once', async () => {
  const { lock, told } = await openVault(true);
  await Promise.all([lock('sleep'), lock('screen')]);
  expect(told).toEqual([{ name: 'flush', reason: 'sleep' }]);
});

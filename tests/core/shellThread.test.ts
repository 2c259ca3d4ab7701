import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { keepVaultThread, type VaultThread, type VaultThreadOptions } from '../../electron/vaultThread.ts';
import type { AppEvent } from '../../shared/events.ts';
import { AppError } from '../../shared/result.ts';

const threads: VaultThread[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.stop()));
  vi.restoreAllMocks();
});

function keep(changes: Partial<VaultThreadOptions> = {}): {
  vault: VaultThread;
  events: AppEvent[];
  locked: () => number;
} {
  const events: AppEvent[] = [];
  let locks = 0;
  const vault = keepVaultThread({
    entry: join(import.meta.dirname, '../support/obedientThread.js'),
    start: { paths: { data: '/d', documents: '/e' }, tryOut: false, locale: 'cy' },
    answer: async () => '/chosen',
    onEvent: (event) => events.push(event),
    onLocked: () => {
      locks += 1;
    },
    ...changes,
  });
  threads.push(vault);
  return { vault, events, locked: () => locks };
}

const bytes = new Uint8Array([1, 2, 3]);

test('What the core says reaches the window, and its replies their callers', async () => {
  const { vault, events } = keep();
  const [status] = await Promise.all([vault.call('vault.status', {}), vault.call('say', {})]);
  expect(status).toEqual({ ok: true, value: { state: 'locked' } });
  expect(events).toEqual([{ name: 'changed', topics: ['pages'] }]);
});

test('The core’s question is put to the desktop and the answer given back', async () => {
  const asked: unknown[] = [];
  const { vault } = keep({
    answer: async (what, input) => {
      asked.push(what, input);
      return '/chosen';
    },
  });
  expect(await vault.call('ask', { title: 'Where' })).toEqual({
    ok: true,
    value: { ok: true, value: '/chosen' },
  });
  expect(asked).toEqual(['chooseFolder', { title: 'Where' }]);
});

test('A desktop that fails answers with its code, and with nothing of what it was told', async () => {
  const { vault } = keep({
    answer: async () => {
      throw new AppError('disk_full', 'a line from a journal');
    },
  });
  expect(await vault.call('ask', {})).toEqual({
    ok: true,
    value: { ok: false, error: { code: 'disk_full', message: 'The desktop could not do chooseFolder.' } },
  });
});

test('A lock answers its own call with success and every other with locked, and a new thread takes over', async () => {
  const { vault, locked } = keep();
  const waiting = vault.call('never answered', {});
  expect(await vault.call('vault.lock', {})).toEqual({ ok: true, value: {} });
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'locked' } });
  expect(locked()).toBe(1);
  expect(await vault.call('vault.status', {})).toMatchObject({ ok: true });
});

test('Sealed words are handed on until an unlock has put them back, and never after', async () => {
  const { vault } = keep();
  await vault.call('vault.lock', { sealed: bytes });
  expect(await vault.call('sealed', {})).toEqual({ ok: true, value: bytes });
  await vault.call('vault.lock', {});
  expect(await vault.call('sealed', {})).toEqual({ ok: true, value: bytes });
  await vault.call('vault.unlock', {});
  await vault.call('vault.lock', {});
  expect(await vault.call('sealed', {})).toEqual({ ok: true, value: null });
});

test('A crash before the unlock does not lose sealed words, and tells nobody what the thread was doing', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { vault, locked } = keep();
  await vault.call('vault.lock', { sealed: bytes });
  expect(await vault.call('die', {})).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  expect(locked()).toBe(2);
  expect(await vault.call('sealed', {})).toEqual({ ok: true, value: bytes });
  expect(logged).toHaveBeenCalled();
  expect(JSON.stringify(logged.mock.calls)).not.toContain('a line from a journal');
});

test('A thread that cannot start is tried three times and then given up, with an answer to every call', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { vault, locked } = keep({
    start: { paths: { data: '/d', documents: '/e' }, tryOut: true, locale: 'cy' },
  });
  await expect.poll(locked).toBe(2);
  await expect
    .poll(() => vault.call('vault.status', {}))
    .toMatchObject({ ok: false, error: { code: 'unexpected' } });
  expect(locked()).toBe(2);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dispatch } from '../../electron/core/dispatch.ts';
import { contract } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/result.ts';
import { passphrase, startCore, type TestCore } from '../support/core.ts';

let core: TestCore;

beforeEach(() => {
  core = startCore();
});

afterEach(() => {
  vi.restoreAllMocks();
  core.close();
});

test('a call that does not exist is unknown, also one named like a property of every object', async () => {
  for (const method of ['vault.nothing', '', 'constructor', '__proto__', 'toString']) {
    expect(await core.tryCall(method, {})).toMatchObject({ ok: false, error: { code: 'unknown_method' } });
  }
});

test('every call refuses what is no input at all, names the field and never what it held', async () => {
  const canary = 'Canary words of a journal';
  for (const method of Object.keys(contract)) {
    for (const input of [
      null,
      canary,
      [canary],
      { [canary]: canary },
      { folder: 5, passphrase: { canary } },
    ]) {
      const result = await core.tryCall(method, input);
      expect(result, method).toMatchObject({ ok: false });
      expect(JSON.stringify(result)).not.toContain('anary');
    }
  }
  expect(await core.tryCall('preferences.set', { theme: canary })).toEqual({
    ok: false,
    error: { code: 'bad_input', message: 'preferences.set: theme was refused (invalid_value).' },
  });
});

test('text that is not whole Unicode is refused as a passphrase', async () => {
  expect(await core.tryCall('vault.unlock', { passphrase: 'half \ud83d' })).toMatchObject({
    error: { code: 'bad_input' },
  });
});

test('before the unlock everything but the vault, its backups and the preferences is locked', async () => {
  const results = {
    status: await core.tryCall('vault.status', {}),
    backups: await core.tryCall('backups.list', { folder: null }),
    preferences: await core.tryCall('preferences.get', {}),
  };
  for (const result of Object.values(results)) expect(result.ok).toBe(true);
  for (const method of ['contacts.list', 'pairs.list', 'backups.make', 'backups.state']) {
    expect(await core.tryCall(method, {}), method).toMatchObject({ error: { code: 'locked' } });
  }
});

test('a success says what it changed, a failure and a read say nothing', async () => {
  await core.call('preferences.set', { theme: 'dark' });
  expect(core.events).toEqual([{ name: 'changed', topics: ['settings'] }]);
  await core.call('preferences.get', {});
  await core.tryCall('preferences.set', { theme: 'purple' });
  await core.tryCall('vault.unlock', { passphrase });
  expect(core.events).toHaveLength(1);
});

test('a value the contract does not know does not leave', async () => {
  await core.call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null });
  expect(Object.keys(await core.call('preferences.get', {})).sort()).toEqual(
    ['language', 'lockAfterMinutes', 'theme', 'writingFont'].sort(),
  );
});

test('a bug is unexpected, and neither its answer nor the log quotes what was written', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const quoting = {
    ...core.session().deps,
    vault: {
      ...core.session().deps.vault,
      db: () => {
        throw new TypeError('cannot read "Canary words\n of a journal"');
      },
    },
  };
  const result = await dispatch(quoting, 'contacts.list', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  const logged = log.mock.calls.flat().join('\n');
  expect(logged).toContain('TypeError in contacts.list');
  expect(logged).toContain('dispatch.test.ts');
  expect(logged + JSON.stringify(result)).not.toContain('anary');
  expect(logged).not.toContain('of a journal');
});

test('troubles of disk and database have their own codes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = (error: unknown) => ({
    ...core.session().deps,
    vault: {
      ...core.session().deps.vault,
      db: () => {
        throw error;
      },
    },
  });
  const codes = {
    SQLITE_FULL: 'disk_full',
    ENOSPC: 'disk_full',
    EACCES: 'file_unwritable',
    SQLITE_CORRUPT_VTAB: 'damaged_database',
    SQLITE_NOTADB: 'damaged_database',
    SQLITE_CONSTRAINT: 'unexpected',
  };
  for (const [system, code] of Object.entries(codes)) {
    const error = Object.assign(new Error('Canary'), { code: system });
    const result = await dispatch(failing(error), 'contacts.list', {});
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(result)).not.toContain('Canary');
  }
  const own = await dispatch(failing(new AppError('not_found', 'There is none.')), 'contacts.list', {});
  expect(own).toEqual({ ok: false, error: { code: 'not_found', message: 'There is none.' } });
});

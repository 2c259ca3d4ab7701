import { afterEach, expect, test } from 'vitest';
import { passphrase, startCoreWithVault } from '../support/core.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const core of open.splice(0)) core.close();
});

async function person() {
  const core = await startCoreWithVault();
  open.push(core);
  return core;
}

test('a recovery code nobody wrote down is there again after the next unlock, and opens the vault', async () => {
  const core = await person();
  core.crash();
  expect(await core.call('vault.status', {})).toMatchObject({ recoveryCode: null });
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ recoveryCode: core.recoveryCode });
  await core.lock();
  await core.call('vault.recover', { recoveryCode: core.recoveryCode, newPassphrase: passphrase });
});

test('once it is on paper the vault keeps the recovery code nowhere', async () => {
  const core = await person();
  await core.call('vault.codeWritten', {});
  expect(await core.call('vault.status', {})).toMatchObject({ recoveryCode: null });
  const rows = core.session().deps.vault.db().prepare('SELECT value FROM setting').pluck().all() as string[];
  expect(rows.some((value) => value.includes(core.recoveryCode))).toBe(false);
});

test('a code that was replaced is the one to write down; the old one opens nothing', async () => {
  const core = await person();
  await core.lock();
  const { recoveryCode } = await core.call('vault.recover', {
    recoveryCode: core.recoveryCode,
    newPassphrase: passphrase,
  });
  expect(await core.call('vault.status', {})).toMatchObject({ recoveryCode });
  await core.lock();
  expect(
    await core.tryCall('vault.recover', { recoveryCode: core.recoveryCode, newPassphrase: passphrase }),
  ).toMatchObject({ error: { code: 'wrong_recovery_code' } });
});

import type { Page } from '@playwright/test';
import { type App, launchApp } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';

const PASSPHRASE = 'seven quiet herons cross the estuary';

/** Makes a vault through the bridge: what is tested here is the shell, not the door. */
async function createVault(app: App): Promise<void> {
  const made = await call(app.page, 'vault.create', {
    name: 'Rhian',
    passphrase: PASSPHRASE,
    folder: null,
    backupFolder: null,
  });
  expect(made).toMatchObject({ ok: true });
}

function call(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(([name, value]) => window.bridge.call(name, value), [method, input] as const);
}

async function expectLocked(page: Page): Promise<void> {
  await expect
    .poll(() => call(page, 'vault.status', {}).catch(() => null), { timeout: 15_000 })
    .toMatchObject({ ok: true, value: { state: 'locked', name: null } });
}

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`On ${event} the vault locks, the page is replaced, and the passphrase opens it again`, async ({
    launch,
  }) => {
    const app = await launch();
    await createVault(app);
    await app.page.evaluate(() => {
      document.title = 'A line from a journal';
      Object.assign(window, { kept: 'a line from a journal' });
    });
    await app.emit(event);
    await expectLocked(app.page);
    await expect.poll(() => app.page.evaluate(() => 'kept' in window)).toBe(false);
    expect(await app.page.title()).toBe('Twovoice');
    expect(await call(app.page, 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  });
}

test('A page too busy to save or to leave is locked and replaced all the same', async ({ launch }) => {
  const app = await launch();
  await createVault(app);
  const reloaded = app.page.waitForEvent('load', { timeout: 20_000 }).catch(() => undefined);
  void app.page
    .evaluate(() => {
      for (;;) performance.now();
    })
    .catch(() => undefined);
  await app.emit('suspend');
  await reloaded;
  await expectLocked(app.page);
});

test('Closing the window locks the vault and ends the app; the next start finds it whole', async ({
  launch,
}) => {
  const app = await launch();
  await createVault(app);
  await app.close();
  const again = await app.relaunch();
  await expectLocked(again.page);
  expect(await call(again.page, 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
});

test('After a kill the next start is not told that the vault is already open', async ({ launch }) => {
  const app = await launch();
  await createVault(app);
  await app.kill();
  const again = await app.relaunch();
  expect(await call(again.page, 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
});

test('Two apps on one profile: the second is told that the vault is already open', async ({ launch }) => {
  const first = await launch();
  test.skip(first.driver === 'electron', 'A real Electron lets no second app start on a profile.');
  await createVault(first);
  const second = await launchApp({ data: first.data });
  expect(await call(second.page, 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    ok: false,
    error: { code: 'already_open' },
  });
  await second.kill();
});

test('Nothing of a session is written to main’s output', async ({ launch }) => {
  const app = await launch();
  await createVault(app);
  await call(app.page, 'vault.unlock', { passphrase: 'a line from a journal' });
  await app.emit('suspend');
  await expectLocked(app.page);
  expect(app.output()).toBe('');
  expect(app.refusedRequests()).toEqual([]);
});

test('A window taken away from under the app locks the vault and ends the app', async ({ launch }) => {
  const app = await launch();
  await createVault(app);
  await app.page.close();
  await app.ended;
  const again = await app.relaunch();
  await expectLocked(again.page);
  expect(await call(again.page, 'vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoViolations } from '../support/axe.ts';
import { freshFolder } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault, unlock, windowPassphrase, writeDownCode } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

test('The first screen speaks both languages, and says what is missing instead of standing shut', async ({
  launch,
}, info) => {
  const { page } = await launch();
  await page.getByRole('heading', { name: t('vault.create.title') }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Cymraeg' }).click();
  await page.getByRole('heading', { name: cy('vault.create.title') }).waitFor();
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await expectNoViolations(page);
  await picture(page, info, 'welcome-cy');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: t('vault.create.submit') }).click();
  await expect(page.getByText(t('vault.create.name.missing'))).toBeVisible();
  await page.getByLabel(t('vault.create.name'), { exact: true }).fill('Mair Example');
  await page.getByLabel(t('vault.create.passphrase'), { exact: true }).fill('Mair Example 1');
  await expect(page.getByText(t('errors.weak_passphrase'))).toBeVisible();
  await page.getByLabel(t('vault.create.again'), { exact: true }).fill('Mair Exampel 1');
  await page.getByRole('button', { name: t('vault.create.submit') }).click();
  await expect(page.getByText(t('vault.create.againDiffers'))).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, 'welcome-missing');
});

test('A vault is made where the person chose, and its code is checked from paper', async ({
  launch,
}, info) => {
  const app = await launch();
  const { page } = app;
  const backups = await freshFolder('backups');
  await page.getByRole('button', { name: t('vault.create.where') }).click();
  app.answerDialogs([backups]);
  await page.getByRole('button', { name: t('vault.create.choose.backups') }).click();
  await expect(page.getByText(backups)).toBeVisible();
  await page.getByLabel(t('vault.create.name'), { exact: true }).fill('Mair Example');
  await page.getByLabel(t('vault.create.passphrase'), { exact: true }).fill(windowPassphrase);
  await page.getByLabel(t('vault.create.again'), { exact: true }).fill(windowPassphrase);
  await expect(page.getByText(t('vault.strength.strong'))).toBeVisible();
  await page.getByRole('button', { name: t('vault.create.submit') }).click();
  await page.getByRole('heading', { name: t('vault.code.title') }).waitFor();
  await expectNoViolations(page);
  await picture(page, info, 'code', 'window');
  const groups = await page.locator('ol li > span:first-child').allInnerTexts();
  await page.getByRole('button', { name: t('vault.code.done') }).click();
  const asked = groups.length - 1;
  await expect(page.getByText(groups[0] ?? '')).toHaveCount(0);
  const field = page.getByLabel(t('vault.code.confirm', { number: asked }));
  await field.fill('0000');
  await field.press('Enter');
  await expect(page.getByText(t('vault.code.differs', { number: asked }))).toBeVisible();
  await expectNoViolations(page);
  await field.fill((groups[asked - 1] ?? '').toLowerCase());
  await field.press('Enter');
  await page.getByRole('heading', { name: t('today.title') }).waitFor();
  await expect.poll(() => readdirSync(backups).length).toBeGreaterThan(0);
});

test('A wrong passphrase is said plainly and changes nothing; the right one opens', async ({
  launch,
}, info) => {
  const app = await launch();
  const { page } = app;
  await makeVault(page, { name: 'Mair Example' });
  await page.keyboard.press('Control+l');
  const field = page.getByLabel(t('vault.unlock.passphrase'), { exact: true });
  await expect(field).toBeFocused();
  await expectNoViolations(page);
  await picture(page, info, 'unlock', 'window');
  const before = filesOf(app.data);
  await page.keyboard.type('not my passphrase');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('errors.wrong_passphrase'))).toBeVisible();
  await expectNoViolations(page);
  expect(filesOf(app.data)).toEqual(before);
  // What was typed is selected, so that typing again replaces it.
  await page.keyboard.type(windowPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: t('today.title') }).waitFor();
});

test('The recovery code opens the vault without the passphrase, and is replaced', async ({
  launch,
}, info) => {
  const app = await launch();
  const { page } = app;
  const code = await makeVault(page, { name: 'Mair Example' });
  await page.keyboard.press('Control+l');
  const recover = async (used: string) => {
    await page.getByRole('button', { name: t('vault.unlock.recover') }).click();
    await page.getByLabel(t('vault.recover.code'), { exact: true }).fill(used);
    await page
      .getByLabel(t('vault.create.passphrase'), { exact: true })
      .fill('nine slow otters under Pontypridd');
    await page.getByLabel(t('vault.create.again'), { exact: true }).fill('nine slow otters under Pontypridd');
    await page.getByRole('button', { name: t('vault.recover.submit') }).click();
  };
  await recover(code.toLowerCase());
  await page.getByRole('heading', { name: t('vault.code.title') }).waitFor();
  // The window closes before anything was written down: the same new code is shown again.
  const reopened = await app.relaunch();
  const passphrase = reopened.page.getByLabel(t('vault.unlock.passphrase'), { exact: true });
  await passphrase.fill('nine slow otters under Pontypridd');
  await reopened.page.keyboard.press('Enter');
  expect(await writeDownCode(reopened.page)).not.toBe(code);
  await reopened.page.keyboard.press('Control+l');
  await reopened.page.getByRole('button', { name: t('vault.unlock.recover') }).click();
  await expectNoViolations(reopened.page);
  await picture(reopened.page, info, 'recover');
  await reopened.page.getByLabel(t('vault.recover.code'), { exact: true }).fill(code);
  await reopened.page.getByLabel(t('vault.create.passphrase'), { exact: true }).fill(windowPassphrase);
  await reopened.page.getByLabel(t('vault.create.again'), { exact: true }).fill(windowPassphrase);
  await reopened.page.getByRole('button', { name: t('vault.recover.submit') }).click();
  await expect(reopened.page.getByText(t('errors.wrong_recovery_code'))).toBeVisible();
});

test('A backup is restored in one step, and the vault that was there is moved aside', async ({
  launch,
}, info) => {
  const app = await launch();
  const { page } = app;
  await makeVault(page, { name: 'Mair Example' });
  await goTo(page, t('frame.settings'));
  const organisation = page.getByLabel(t('settings.organisation.label'));
  await organisation.fill('Before the backup');
  await page.getByText(t('common.saved.saved')).waitFor();
  await page.getByRole('button', { name: t('settings.backups.make') }).click();
  await page.getByText(t('settings.backups.made')).waitFor();
  await organisation.fill('After the backup');
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: t('vault.unlock.restore') }).click();
  await page
    .getByRole('button', { name: t('vault.restore.confirm') })
    .first()
    .waitFor();
  await expectNoViolations(page);
  await picture(page, info, 'restore', 'window');
  await page
    .getByRole('button', { name: t('vault.restore.confirm') })
    .first()
    .click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: t('common.cancel') })).toBeFocused();
  await expectNoViolations(page);
  await picture(page, info, 'restore-ask', 'window');
  await dialog.getByRole('button', { name: t('vault.restore.confirm') }).click();
  await expect(page.getByText(t('vault.restore.done'))).toBeVisible();
  await unlock(page);
  await expect(page.getByText(t('frame.restored'))).toBeVisible();
  await goTo(page, t('frame.settings'));
  await expect(page.getByLabel(t('settings.organisation.label'))).toHaveValue('Before the backup');
});

/** Every file under a folder with its bytes, in order of path. */
function filesOf(folder: string): { path: string; bytes: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)).toString('base64') }));
}

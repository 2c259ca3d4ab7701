import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault, unlock, windowPassphrase } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Walk-through 1: locked at 9 pm, keyboard only, one word is kept within a minute of unlocking and is there after a kill', async ({
  launch,
}, info) => {
  const first = await launch();
  await makeVault(first.page, { name: 'Nia Example' });
  const app = await first.relaunch();
  const { page } = app;
  await page.getByLabel(t('vault.unlock.passphrase'), { exact: true }).waitFor();
  const unlocked = Date.now();
  await page.keyboard.type(windowPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();
  await openEpisode(page);
  await page.keyboard.type('helpless');
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('1-what.png') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: t('episodes.kept.enough') })).toBeFocused();
  expect(Date.now() - unlocked).toBeLessThan(60_000);
  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.place.moments'));
  await expect(again.page.getByText('helpless', { exact: true })).toBeVisible();
});

test('All three questions by keyboard, then "Kept.", with nothing preselected but not being asked again', async ({
  launch,
}, info) => {
  const { page } = await launch();
  await makeVault(page, { name: 'Nia Example' });
  await openEpisode(page);
  await page.keyboard.type('The plan changed without her.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const weight = page.getByRole('radiogroup', { name: t('episodes.weight.label') });
  await expect(weight.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(weight.getByRole('radio')).toHaveCount(11);
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('2-weight.png') });
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(weight.getByRole('radio', { name: '7', exact: true })).toBeChecked();
  await page.getByRole('button', { name: t('episodes.next') }).press('Enter');
  const kind = page.getByRole('radiogroup', { name: t('episodes.kind.label') });
  await expect(kind.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(kind.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('3-kind.png') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('episodes.kept.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('episodes.kept.enough') })).toBeFocused();
  await expect(page.getByRole('radio', { name: t('episodes.again.never') })).toBeChecked();
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('4-kept.png') });
  await page.getByRole('button', { name: t('episodes.kept.more') }).press('Enter');
  await page.getByLabel(t('episodes.obstacle.policy')).press('Space');
  await page.getByLabel(t('episodes.more.more')).fill('Nobody asked her.');
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('5-more.png') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, t('frame.place.moments'));
  await expect(page.getByText(t('episodes.kind.tension'))).toBeVisible();
  await expect(page.getByText(t('episodes.list.weight', { weight: 7 }))).toBeVisible();
  await expect(page.getByText('Nobody asked her.')).toBeVisible();
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('6-list.png'), fullPage: true });
});

test('Keys typed the moment after the shortcut land in the box', async ({ launch }) => {
  const { page } = await launch();
  await makeVault(page, { name: 'Nia Example' });
  // What the dialog is made of is loaded once the window is at rest.
  await page.waitForTimeout(2000);
  await page.keyboard.press('Control+Shift+M');
  await page.keyboard.type('all of these letters');
  await expect(page.getByLabel(t('episodes.what.label'))).toHaveValue('all of these letters');
});

test('Escape asks nothing and keeps what was typed; what was typed and taken out again leaves nothing', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await makeVault(page, { name: 'Nia Example' });
  await openEpisode(page);
  await page.keyboard.type('half a senten');
  await page.keyboard.press('Escape');
  await expect(page.getByText(t('episodes.closed'))).toBeVisible();
  await openEpisode(page);
  const what = page.getByLabel(t('episodes.what.label'));
  await what.fill('never mind');
  await expect(page.getByText(t('common.saved.saved'))).toBeVisible();
  await what.fill('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, t('frame.place.moments'));
  await expect(page.getByText('half a senten')).toBeVisible();
  await expect(page.getByText('never mind')).toHaveCount(0);
});

test('What is being typed into an episode survives a kill a second later', async ({ launch }) => {
  const app = await launch();
  await makeVault(app.page, { name: 'Nia Example' });
  await openEpisode(app.page);
  await app.page.keyboard.type('not yet finis');
  await app.page.waitForTimeout(1000);
  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.place.moments'));
  await expect(again.page.getByText('not yet finis')).toBeVisible();
});

test('An episode is changed, deleted and put back', async ({ launch }) => {
  const { page } = await launch();
  await makeVault(page, { name: 'Nia Example' });
  await goTo(page, t('frame.place.moments'));
  await page.getByRole('button', { name: t('episodes.open') }).click();
  await expect(page.getByLabel(t('episodes.what.label'))).toBeFocused();
  await page.keyboard.type('first words');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: t('episodes.kept.enough') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByText(t('common.edit'), { exact: true }).click();
  await page.getByLabel(t('episodes.what.label')).fill('other words');
  await page.getByRole('button', { name: t('common.done') }).click();
  await page.getByText(t('common.delete'), { exact: true }).click();
  await expect(page.getByText('other words')).toHaveCount(0);
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(page.getByText('other words')).toBeVisible();
});

/** By its keys, from wherever one is; the cursor waits in the first field. */
async function openEpisode(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  const dialog = page.getByRole('dialog', { name: t('episodes.title') });
  await expect(dialog.getByLabel(t('episodes.what.label'))).toBeFocused();
}

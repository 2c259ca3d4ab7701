import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

test('The same three lines are at the foot of every page, and a person’s own replace them everywhere', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  const foot = page.getByRole('contentinfo');
  await expect(foot).toContainText(t('help.default.helpLine'));
  await makeVault(page, { name: 'Mair Example' });
  const places = (['today', 'pages', 'moments', 'supervision', 'repair', 'lookingBack', 'year'] as const).map(
    (place) => t(`frame.place.${place}`),
  );
  for (const place of [...places, t('frame.help'), t('frame.settings')]) {
    await goTo(page, place);
    await page.getByRole('heading', { level: 1, name: place }).waitFor();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(foot).toContainText(t('help.default.helpLine'));
    await expect(foot).toContainText(t('help.default.limits'));
    await expect(foot).toContainText(t('help.default.routePast'));
    await expectNoViolations(page);
    await picture(page, info, place);
  }
  await page.getByLabel(t('settings.texts.helpLine')).fill('Ring the duty desk on extension 4.');
  await expect(foot).toContainText('Ring the duty desk on extension 4.');
  await goTo(page, t('frame.place.today'));
  await expect(foot).toContainText('Ring the duty desk on extension 4.');
  expect(await page.title()).toBe('Twovoice');
});

test('Language and theme change at once and are there after a restart', async ({ launch }) => {
  const app = await openOwnVault(launch);
  await goTo(app.page, t('frame.settings'));
  await app.page.getByText(t('settings.theme.dark'), { exact: true }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.page.getByText('Cymraeg', { exact: true }).click();
  await app.page.getByRole('heading', { level: 1, name: cy('settings.title') }).waitFor();
  await expectNoViolations(app.page);
  const again = await app.relaunch();
  await again.page.getByRole('heading', { name: cy('vault.unlock.title') }).waitFor();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('What is typed a moment before locking, or a second before a kill, is there afterwards', async ({
  launch,
}) => {
  const app = await openOwnVault(launch);
  await goTo(app.page, t('frame.settings'));
  await app.page.getByLabel(t('settings.names.label')).fill('Blodwen Example');
  await app.page.keyboard.press('Control+l');
  await unlock(app.page);
  await goTo(app.page, t('frame.settings'));
  const names = app.page.getByLabel(t('settings.names.label'));
  await expect(names).toHaveValue('Blodwen Example');
  await names.press('Control+End');
  await names.pressSequentially('\nGwil Example');
  await app.page.waitForTimeout(1000);
  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.settings'));
  await expect(again.page.getByLabel(t('settings.names.label'))).toHaveValue('Blodwen Example\nGwil Example');
});

test('After three idle minutes a veil covers everything and gives nothing away; space comes back', async ({
  launch,
}, info) => {
  const { page } = await openOwnVault(launch);
  await goTo(page, t('frame.help'));
  await page.clock.install();
  await goTo(page, t('frame.settings'));
  await page.getByRole('heading', { level: 1, name: t('frame.settings') }).waitFor();
  await page.clock.fastForward('03:02');
  await expect(page.getByRole('heading', { name: t('frame.veil.title') })).toBeVisible();
  await expect(page.getByRole('heading', { name: t('settings.title') })).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await picture(page, info, 'veil', 'window');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t('frame.veil.title') })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: t('frame.veil.title') })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: t('settings.title') })).toBeVisible();
  await page.clock.fastForward('20:02');
  await page.getByRole('heading', { name: t('vault.unlock.title') }).waitFor();
});

test('One key hides the window', async ({ launch }) => {
  const app = await openOwnVault(launch);
  await app.page.keyboard.press('F9');
  await expect.poll(async () => JSON.stringify(await app.inspect())).toContain('"minimised":true');
});

test('In a narrow window the places fold away and every page still reads', async ({ launch }, info) => {
  const { page } = await openOwnVault(launch);
  await page.setViewportSize({ width: 480, height: 800 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.getByRole('button', { name: t('frame.nav.open'), exact: true }).click();
  await page.getByRole('link', { name: t('frame.help'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('help.title') }).waitFor();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expectNoViolations(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await picture(page, info, 'narrow');
});

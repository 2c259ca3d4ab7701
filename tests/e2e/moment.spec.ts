import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { openJoined } from '../support/pairWindows.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');
const said = t('moments.plane.value', {
  pleasant: t('moments.place.littleUnpleasant'),
  stirred: t('moments.place.veryStirred'),
});

test('Pointer, arrow keys and two sliders place a check-in alike, and it says itself in words', async ({
  launch,
}, info) => {
  const app = await launch();
  const { page } = app;
  await makeVault(page, { name: 'Nia Example' });
  await goTo(page, t('frame.place.moments'));
  await expect(page.getByText(t('moments.empty'))).toBeVisible();
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('0-empty.png'), fullPage: true });

  await open(page);
  const plane = page.getByRole('slider', { name: t('moments.plane.label') });
  await expect(plane).toHaveAttribute('aria-valuetext', t('moments.plane.none'));
  const box = await plane.boundingBox();
  if (box === null) throw new Error('the plane is not on the screen');
  // The middle of the place one step left of the middle and three steps up.
  await page.mouse.click(box.x + (box.width * 3) / 8, box.y + box.height / 8);
  await expect(plane).toHaveAttribute('aria-valuetext', said);
  await page.getByLabel(t('moments.checkIn.words')).fill('by pointer');
  await page.getByRole('button', { name: t('moments.feelings.open') }).click();
  await page.getByRole('button', { name: t('feelings.family.uneasy') }).click();
  await page.getByLabel(t('feelings.worried')).check();
  await page.getByLabel(t('feelings.noWord')).check();
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('1-check-in-light.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: info.outputPath('1-check-in-dark.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: null });
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();

  await open(page);
  await plane.focus();
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await expect(plane).toHaveAttribute('aria-valuetext', said);
  await page.getByLabel(t('moments.checkIn.words')).fill('by keys');
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();

  await open(page);
  await page.getByRole('button', { name: t('moments.plane.sliders') }).click();
  await page.getByLabel(t('moments.plane.pleasant'), { exact: true }).press('ArrowLeft');
  const stirred = page.getByLabel(t('moments.plane.stirred'), { exact: true });
  for (let step = 0; step < 3; step += 1) await stirred.press('ArrowRight');
  await expect(plane).toHaveAttribute('aria-valuetext', said);
  await page.getByLabel(t('moments.checkIn.words')).fill('by sliders');
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();

  await expect(page.getByText(said)).toHaveCount(3);
  await expect(page.getByText(`${t('feelings.worried')} and ${t('feelings.noWord')}`)).toBeVisible();
  await expectNoViolations(page);
  await page.screenshot({ path: info.outputPath('2-list-light.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: info.outputPath('2-list-dark.png'), fullPage: true });

  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.place.moments'));
  await expect(again.page.getByText(said)).toHaveCount(3);
});

test('A check-in is changed, taken back to unplaced, deleted and put back', async ({ launch }) => {
  const { page } = await launch();
  await makeVault(page, { name: 'Nia Example' });
  await goTo(page, t('frame.place.moments'));
  await open(page);
  const plane = page.getByRole('slider', { name: t('moments.plane.label') });
  await plane.press('Enter');
  await expect(plane).toHaveAttribute(
    'aria-valuetext',
    t('moments.plane.value', { pleasant: t('moments.place.neither'), stirred: t('moments.place.between') }),
  );
  await page.getByLabel(t('moments.checkIn.words')).fill('flat');
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();
  await page.getByText(t('common.edit'), { exact: true }).click();
  await plane.press('Delete');
  await expect(plane).toHaveAttribute('aria-valuetext', t('moments.plane.none'));
  await page.getByRole('button', { name: t('common.done') }).click();
  await expect(page.getByText(t('moments.place.neither'))).toHaveCount(0);
  await page.getByText(t('common.delete'), { exact: true }).click();
  await expect(page.getByText('flat', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(page.getByText('flat', { exact: true })).toBeVisible();
});

test('A check-in on a private page stands on that page, and in the list with the way back to it', async ({
  launch,
}) => {
  const { page } = await launch();
  await makeVault(page, { name: 'Nia Example' });
  await page.getByRole('button', { name: t('today.write') }).click();
  await page.getByRole('textbox').last().fill('A page of its own.');
  await open(page);
  await page.getByLabel(t('moments.checkIn.words')).fill('on the page');
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();
  await expect(page.getByText('on the page')).toBeVisible();
  await expectNoViolations(page);
  await goTo(page, t('frame.place.moments'));
  await page.getByText(t('moments.list.onPage')).click();
  await expect(page.getByText('A page of its own.')).toBeVisible();
  await expect(page.getByText('on the page')).toBeVisible();
});

test('Walk-through 5: after "Not today" the shared folder and the other vault are byte-equal to never asked', async ({
  launch,
}) => {
  const { supervisor, supervisee, folder } = await openJoined(launch);
  const { page } = supervisee;
  await goTo(page, t('frame.place.moments'));
  // Both look into the folder every two seconds; what joining still had to say is through after a few rounds.
  await page.waitForTimeout(6000);
  const before = [folderBytes(folder), folderBytes(join(supervisor.data))];
  await open(page);
  await page.getByRole('slider', { name: t('moments.plane.label') }).press('ArrowLeft');
  await page.getByLabel(t('moments.checkIn.words')).fill('canary-not-today');
  await expect(page.getByText(t('common.saved.saved'))).toBeVisible();
  await page.getByRole('button', { name: t('moments.checkIn.notToday') }).click();
  await expect(page.getByText(t('moments.empty'))).toBeVisible();
  await page.waitForTimeout(5000);
  expect([folderBytes(folder), folderBytes(join(supervisor.data))]).toEqual(before);
});

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('moments.checkIn.open') }).click();
}

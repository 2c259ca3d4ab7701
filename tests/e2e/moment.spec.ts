import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { newPage, openPage, writingBox } from '../support/pageWindow.ts';
import { openJoined } from '../support/pairWindows.ts';
import { picture, pictures } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');
const said = t('moments.plane.value', {
  pleasant: t('moments.place.littleUnpleasant'),
  stirred: t('moments.place.veryStirred'),
});

test('Pointer, arrow keys and two sliders place a check-in alike, and it says itself in words', async ({
  launch,
}, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  await goTo(page, t('frame.place.moments'));
  await expect(page.getByText(t('moments.empty'))).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, '0-empty');

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
  await pictures(page, info, '1-check-in');
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
  await pictures(page, info, '2-list');

  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.place.moments'));
  await expect(again.page.getByText(said)).toHaveCount(3);
});

test('A check-in is changed, taken back to unplaced, deleted and put back', async ({ launch }) => {
  const { page } = await openOwnVault(launch);
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
  const { page } = await openOwnVault(launch);
  await page.getByRole('button', { name: t('today.write') }).click();
  await writingBox(page).fill('A page of its own.');
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

test('More is said when it is wanted, in words of one’s own; the list of feelings is made one’s own and usual again', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { page } = await openOwnVault(launch);
  await goTo(page, t('frame.place.moments'));
  await open(page);
  await page.getByRole('button', { name: t('moments.more.open') }).click();
  await page.getByLabel(t('moments.body.chest')).check();
  await page.getByLabel(t('moments.body.jawAndThroat')).check();
  await page.getByLabel(t('moments.more.inBodyWords')).fill('tight, like a lid');
  await page.getByLabel(t('moments.more.helped')).fill('the walk back along the river');
  await page.getByRole('button', { name: t('moments.more.support') }).click();
  for (const part of ['askedFor', 'askedOf', 'given', 'givenBy', 'whoKnows'] as const) {
    await page.getByLabel(t(`moments.more.${part}`), { exact: true }).fill(`said: ${part}`);
  }

  await page.getByRole('button', { name: t('moments.feelings.open') }).click();
  await page.getByRole('button', { name: t('moments.list.change') }).click();
  await page.getByLabel(t('moments.list.family')).selectOption(t('feelings.family.heavy'));
  const own = page.getByLabel(t('moments.list.own'));
  await own.fill('Tired');
  await own.press('Enter');
  await expect(page.getByText(t('moments.list.there'))).toBeVisible();
  await own.fill('hiraeth');
  await own.press('Enter');
  const shown = page.getByRole('group', { name: t('moments.list.shown') });
  await expect(shown.getByLabel('hiraeth')).toBeChecked();
  await shown.getByLabel(t('feelings.numb')).click();
  await expect(shown.getByLabel(t('feelings.numb'))).not.toBeChecked();
  await page.getByRole('button', { name: t('feelings.family.heavy') }).click();
  const heavy = page.getByRole('group', { name: t('feelings.family.heavy') });
  await expect(heavy.getByLabel(t('feelings.numb'))).toHaveCount(0);
  await heavy.getByLabel('hiraeth').check();
  await expectNoViolations(page);
  await pictures(page, info, '3-more');

  await page.getByRole('button', { name: t('moments.list.usual') }).click();
  await expect(shown.getByLabel('hiraeth')).toHaveCount(0);
  await expect(page.getByRole('group', { name: t('moments.feelings.unlisted') })).toContainText('hiraeth');
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(shown.getByLabel('hiraeth')).toBeChecked();
  await expect(shown.getByLabel(t('feelings.numb'))).not.toBeChecked();
  await page.getByRole('button', { name: t('moments.list.takeOff', { word: 'hiraeth' }) }).click();
  await expect(shown.getByLabel('hiraeth')).toHaveCount(0);
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();

  await expect(page.getByText('hiraeth', { exact: true })).toBeVisible();
  await expect(
    page.getByText(`${t('moments.body.jawAndThroat')}, ${t('moments.body.chest')}: tight, like a lid`),
  ).toBeVisible();
  await expect(page.getByText('said: whoKnows')).toBeVisible();
  await pictures(page, info, '4-kept');

  await goTo(page, t('frame.settings'));
  await page.getByText('Cymraeg', { exact: true }).click();
  await goTo(page, cy('frame.place.moments'));
  await expect(page.getByText('hiraeth', { exact: true })).toBeVisible();
  await page.getByText(cy('common.edit'), { exact: true }).click();
  await page.getByRole('button', { name: cy('moments.feelings.open') }).click();
  await page.getByRole('button', { name: cy('feelings.family.heavy') }).click();
  await expectNoViolations(page);
  await pictures(page, info, '5-welsh');
});

test('An evening page ends: put down by keyboard alone, it is saved, the window hidden, and Today is what comes back', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const app = await openOwnVault(launch);
  const { page } = app;
  const toHelp = async () => {
    await goTo(page, t('frame.help'));
    await page.getByRole('heading', { level: 1, name: t('help.title') }).waitFor();
    await page.getByRole('heading', { name: t('care.title') }).waitFor();
    await page.getByText('01632 960001').waitFor();
    const foot = await page.locator('footer').evaluate((node) => node.outerHTML);
    return [foot, await page.getByRole('main').textContent()];
  };
  await goTo(page, t('frame.settings'));
  await page.getByRole('button', { name: t('care.add.organisation') }).click();
  await page.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(page.getByText(t('care.name.needed'))).toBeVisible();
  await page.getByLabel(t('care.name'), { exact: true }).fill('Staff line');
  await page.getByLabel(t('care.reach'), { exact: true }).fill('01632 960001');
  await page.getByLabel(t('care.when'), { exact: true }).fill('At night and on Sundays');
  await page.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(page.getByText('At night and on Sundays')).toBeVisible();
  await expectNoViolations(page);
  await pictures(page, info, '6-care-settings');
  const before = await toHelp();
  await expectNoViolations(page);
  await pictures(page, info, '7-help');

  await page.clock.setFixedTime(new Date(2026, 4, 14, 17, 59));
  await newPage(page);
  const ending = page.getByRole('button', { name: t('pages.ending.title') });
  await expect(ending).toHaveAttribute('aria-expanded', 'false');
  await page.clock.setFixedTime(new Date(2026, 4, 14, 18, 0));
  await newPage(page);
  await expect(ending).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.type('I cannot go on like this. I want it to stop.');
  await page.getByLabel(t('pages.ending.stays')).focus();
  await page.keyboard.type('the sound of the door');
  await page.keyboard.press('Tab');
  await page.keyboard.type('the letter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('duty');
  // From the top: the bar of writing tools stays in sight, and covers whatever happens to have been scrolled under it.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoViolations(page);
  await pictures(page, info, '8-ending');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: t('pages.ending.putDown') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => JSON.stringify(await app.inspect())).toContain('"minimised":true');
  await expect(page.getByRole('main')).not.toContainText('the sound of the door');
  await expect(page.getByRole('button', { name: t('today.write') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('today.recent.title') })).toBeVisible();
  await expect(page.getByText('I cannot go on')).toBeHidden();

  // Nothing that was written changes what help says, or where.
  expect(await toHelp()).toEqual(before);
  await openPage(page, 'I cannot go on');
  await expect(page.getByLabel(t('pages.ending.stays'))).toHaveValue('the sound of the door');
  await expect(page.getByLabel(t('pages.ending.heldBy'))).toHaveValue('duty');
});

test('Walk-through 5: after "Not today" the shared folder and the other vault are byte-equal to never asked', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
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

  // The same at a topic of a session, folded until it is wanted, and not there at all with somebody at the keyboard.
  await session.newSession(page, 'supervisee', '2027-05-14');
  await session.addTopic(page, 'The visit');
  await expect(page.getByRole('button', { name: t('moments.checkIn.open') })).toHaveCount(0);
  await page.getByRole('button', { name: t('moments.topic.title') }).click();
  await open(page);
  await page.getByLabel(t('moments.checkIn.words')).fill('canary-at-the-topic');
  await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();
  await expect(page.getByText('canary-at-the-topic')).toBeVisible();
  await expectNoViolations(page);
  await pictures(page, info, '9-topic');
  await goTo(page, t('frame.place.moments'));
  await page.getByText(t('moments.list.atTopic')).click();
  await session.sessionHeading(page).waitFor();
  await page.getByRole('button', { name: t('sessions.together.open') }).click();
  await page.getByRole('button', { name: t('sessions.together.start') }).click();
  await page.getByRole('region', { name: t('sessions.together.banner') }).waitFor();
  await session.addTopic(page, 'In the room');
  await expect(page.getByRole('button', { name: t('moments.topic.title') })).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('canary');
});

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('moments.checkIn.open') }).click();
}

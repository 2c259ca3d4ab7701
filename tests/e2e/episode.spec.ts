import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import { newSession, openSession, openTopic, show, unfold, voiceOf } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo, unlock, windowPassphrase } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Walk-through 1: locked at 9 pm, keyboard only, one word is kept within a minute of unlocking and is there after a kill, and so is what was being typed', async ({
  launch,
}, info) => {
  const first = await openOwnVault(launch);
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
  await picture(page, info, '1-what', 'window');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: t('episodes.kept.enough') })).toBeFocused();
  expect(Date.now() - unlocked).toBeLessThan(60_000);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openEpisode(page);
  await page.keyboard.type('not yet finis');
  await page.waitForTimeout(1000);
  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await goTo(again.page, t('frame.place.moments'));
  await expect(again.page.getByText('helpless', { exact: true })).toBeVisible();
  await expect(again.page.getByText('not yet finis')).toBeVisible();
});

test('All three questions by keyboard, then "Kept.", with nothing preselected but not being asked again; more is folded', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { page } = await openOwnVault(launch);
  await goTo(page, t('frame.settings'));
  await page.getByLabel(t('settings.names.label')).fill('Gwen');
  await expect(page.getByText(t('common.saved.saved'))).toBeVisible();
  await openEpisode(page);
  await page.keyboard.type('The plan changed without her.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const weight = page.getByRole('radiogroup', { name: t('episodes.weight.label') });
  await expect(weight.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(weight.getByRole('radio')).toHaveCount(11);
  await expectNoViolations(page);
  await picture(page, info, '2-weight', 'window');
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(weight.getByRole('radio', { name: '7', exact: true })).toBeChecked();
  await page.getByRole('button', { name: t('episodes.next') }).press('Enter');
  const kind = page.getByRole('radiogroup', { name: t('episodes.kind.label') });
  await expect(kind.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(kind.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectNoViolations(page);
  await picture(page, info, '3-kind', 'window');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('episodes.kept.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('episodes.kept.enough') })).toBeFocused();
  await expect(page.getByRole('radio', { name: t('episodes.again.never') })).toBeChecked();
  await expectNoViolations(page);
  await picture(page, info, '4-kept', 'window');
  await page.getByRole('button', { name: t('episodes.kept.more') }).press('Enter');
  await expect(page.getByLabel(t('episodes.more.more'))).toBeFocused();
  await page.keyboard.type('Nobody asked her.');
  await expect(page.getByLabel(t('episodes.more.stake'), { exact: true })).toBeHidden();
  await picture(page, info, '5-more-folded', 'window');
  await unfold(page, t('episodes.group.kinds'));
  await page.getByLabel(t('episodes.kind.dilemma')).press('Space');
  await unfold(page, t('episodes.more.obstacles'));
  await page.getByLabel(t('episodes.obstacle.policy')).press('Space');
  await page.getByLabel(t('episodes.obstacle.other')).press('Space');
  await page.getByLabel(t('episodes.more.obstacleWords')).fill('a locked door');
  await unfold(page, t('episodes.group.stake'));
  await page.getByLabel(t('episodes.more.stake'), { exact: true }).fill('Her say in it.');
  await unfold(page, t('episodes.group.people'));
  await page.getByLabel(t('episodes.people.label')).fill('K, the-younger-one, Gwen');
  await expect(page.getByText(t('episodes.people.named', { names: 'Gwen' }))).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, '5-more', 'window');
  await page.getByLabel(t('episodes.obstacle.resources')).scrollIntoViewIfNeeded();
  await picture(page, info, '5-more-above', 'window');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, t('frame.place.moments'));
  await expect(page.getByText(t('episodes.kind.tension'))).toBeVisible();
  await expect(page.getByText(t('episodes.kind.dilemma'))).toBeVisible();
  await expect(page.getByText(t('episodes.list.weight', { weight: 7 }))).toBeVisible();
  await expect(page.getByText('Nobody asked her.')).toBeVisible();
  await page.getByRole('button', { name: t('episodes.list.rest') }).click();
  await expect(page.getByText('Her say in it.')).toBeVisible();
  await expect(
    page.getByText(t('episodes.list.people', { codes: 'K, the-younger-one, Gwen' })),
  ).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, '6-list');
});

test('Keys typed the moment after the shortcut land in the box; Escape asks nothing and keeps them; taken out again they leave nothing; what was kept is changed, deleted, put back and weighed anew', async ({
  launch,
}, info) => {
  const { page } = await openOwnVault(launch);
  // What the dialog is made of is loaded once the window is at rest.
  await page.waitForTimeout(2000);
  await page.keyboard.press('Control+Shift+M');
  await page.keyboard.type('all of these letters');
  await expect(page.getByLabel(t('episodes.what.label'))).toHaveValue('all of these letters');
  await page.getByLabel(t('episodes.what.label')).fill('');
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

  await page.getByText(t('common.edit'), { exact: true }).click();
  await page.getByLabel(t('episodes.what.label')).fill('other words');
  await page.getByRole('button', { name: t('common.done') }).click();
  await page.getByText(t('common.delete'), { exact: true }).click();
  await expect(page.getByText('other words')).toHaveCount(0);
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(page.getByText('other words')).toBeVisible();

  await page.getByText(t('episodes.rate.open')).press('Enter');
  const weight = page.getByRole('radiogroup', { name: t('episodes.weight.label') });
  await expect(weight.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: t('episodes.keep') }).press('Enter');
  await expect(page.getByText(t('episodes.rate.open'))).toBeFocused();
  const takeBack = page.getByText(t('episodes.rate.takeBack'), { exact: true });
  await takeBack.click();
  await expect(takeBack).toHaveCount(0);

  await page.getByText(t('common.edit'), { exact: true }).click();
  for (const title of ['stake', 'kinds', 'people'] as const) await unfold(page, t(`episodes.group.${title}`));
  await page.getByLabel(t('episodes.kind.dilemma')).press('Space');
  await page.getByLabel(t('episodes.kind.notSure')).press('Space');
  await expect(page.getByLabel(t('episodes.kind.dilemma'))).not.toBeChecked();
  await page.getByLabel(t('episodes.again.oneFourTwelve')).check({ force: true });
  await expectNoViolations(page);
  await picture(page, info, '7-edit');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, info, '7-edit-dark');
  await page.getByRole('button', { name: t('common.done') }).click();
  await expect(page.getByText(t('episodes.kind.notSure'))).toBeVisible();
});

test('What could not be said is taken to a session: unshown words of mine there, with nothing of where they came from', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const { page } = supervisee;
  await newSession(page, 'supervisee', '2031-05-14');
  await openEpisode(page);
  await page.keyboard.type('I saw it at the panel. canary-name');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: t('episodes.kept.more') }).click();
  await unfold(page, t('episodes.more.said'));
  await page.getByLabel(t('episodes.said.couldNot')).check({ force: true });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, t('frame.place.moments'));
  await page.getByRole('button', { name: t('episodes.offer.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('episodes.offer.title') });
  const put = dialog.getByRole('button', { name: t('episodes.offer.put') });
  await expect(put).toBeDisabled();
  await dialog.getByLabel(t('episodes.offer.session')).selectOption({ index: 1 });
  await dialog.getByLabel(t('episodes.offer.topicName')).fill('The panel');
  const words = dialog.getByLabel(t('episodes.offer.words'));
  await expect(words).toHaveValue('I saw it at the panel. canary-name');
  await words.fill('I saw it at the panel and said nothing.');
  // Away by Escape, the words are there again.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: t('episodes.offer.open') }).click();
  await dialog.getByLabel(t('episodes.offer.session')).selectOption({ index: 1 });
  await expect(dialog.getByLabel(t('episodes.offer.topicName'))).toHaveValue('The panel');
  await expect(words).toHaveValue('I saw it at the panel and said nothing.');
  await expectNoViolations(page);
  await picture(page, info, 'offer', 'window');
  await put.click();
  await expect(dialog).toHaveCount(0);
  await picture(page, info, 'offered');
  await page
    .getByRole('link', {
      name: t('episodes.offer.carried', { name: people.supervisor, date: '14 May 2031' }),
    })
    .click();
  await openTopic(page, 'The panel');
  const box = voiceOf(page, 'supervisee');
  await box.getByRole('button', { name: t('sessions.write') }).click();
  await expect(box.getByRole('textbox')).toHaveValue('I saw it at the panel and said nothing.');
  await show(page, box, people.supervisor);

  const hers = supervisor.page;
  await openSession(hers, 'supervisor', '14 May 2031');
  await openTopic(hers, 'The panel');
  await expect(voiceOf(hers, 'supervisee')).toContainText('I saw it at the panel and said nothing.');
  expect(await hers.getByRole('main').textContent()).not.toContain('canary');

  await goTo(page, t('frame.settings'));
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  const cy = text('cy');
  await goTo(page, cy('frame.place.moments'));
  await page.getByRole('button', { name: cy('episodes.saidSince.button') }).click();
  await expect(page.getByText(/^Wedi'i ddweud ers hynny, ar \d/)).toBeVisible();
  await expect(page.getByRole('button', { name: cy('episodes.offer.open') })).toHaveCount(0);
  await page.getByText(cy('common.edit'), { exact: true }).click();
  for (const title of ['stake', 'kinds', 'people'] as const)
    await unfold(page, cy(`episodes.group.${title}`));
  await expectNoViolations(page);
  await picture(page, info, 'edit-cy');
});

/** By its keys, from wherever one is; the cursor waits in the first field. */
async function openEpisode(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  const dialog = page.getByRole('dialog', { name: t('episodes.title') });
  await expect(dialog.getByLabel(t('episodes.what.label'))).toBeFocused();
}

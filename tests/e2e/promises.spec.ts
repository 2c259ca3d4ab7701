import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture.ts';
import { joinThroughWindows, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

async function promise(page: Page, words: string, other: string): Promise<void> {
  await page.getByRole('button', { name: t('sessions.promise.add') }).click();
  await page.getByLabel(t('sessions.promise.text')).fill(words);
  await session.show(page, page.locator('main'), other);
}

test('Promises of every session stand in one ledger, and a supervisor prepares from it', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee } = await joinThroughWindows(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await session.addTopic(him, 'Leave');
  await session.addTopic(him, 'The visit on Tuesday');
  for (const title of ['Leave', 'The visit on Tuesday']) {
    await session.openTopic(him, title);
    await him
      .locator('main')
      .getByRole('button', { name: t('common.show'), exact: true })
      .click();
    await session.confirmShow(him, people.supervisor);
  }
  await him.getByRole('button', { name: t('sessions.topics.order') }).click();
  await him.getByRole('button', { name: t('sessions.topics.up', { title: 'The visit on Tuesday' }) }).click();
  const down = him.getByRole('button', { name: t('sessions.topics.down', { title: 'Leave' }) });
  await expect(down).toBeDisabled();
  await look(him, info, 'topics-in-order');
  await him.getByRole('button', { name: t('common.done'), exact: true }).click();

  await session.openSession(her, 'supervisor', '14 May 2027');
  const topics = her.getByRole('navigation', { name: t('sessions.topics') }).getByRole('button');
  await expect(topics.filter({ hasText: /Leave|visit/ })).toHaveText(['The visit on Tuesday', 'Leave']);

  await session.openTopic(her, t('sessions.part.beforeWeGo'));
  await promise(her, 'Ask for a second worker.', people.supervisee);
  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await promise(him, 'Ring the school on Monday.', people.supervisor);
  await him.getByText('Ask for a second worker.').first().waitFor();

  // A quiet time stands back on both sides, and nothing counts down.
  await session.openTopic(her, t('sessions.part.arriving'));
  await session.openTopic(him, t('sessions.part.arriving'));
  await her.getByText(t('sessions.arriving.youFirst')).waitFor();
  await him.getByText(t('moments.checkIn.onlyYou')).waitFor();
  const colour = (page: Page) =>
    page
      .locator('article')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  const before = await colour(him);
  await her.getByRole('button', { name: t('sessions.arriving.quiet') }).click();
  await her
    .getByRole('radio', { name: t('sessions.quiet.minutes_other', { count: 15 }), exact: true })
    .check({ force: true });
  await her.getByRole('button', { name: t('sessions.quiet.begin') }).click();
  await expect(him.getByText(/Quiet until \d\d:\d\d\./)).toBeVisible();
  for (const page of [her, him]) {
    await expect.poll(() => colour(page)).not.toBe(before);
    await expect(page.getByRole('timer')).toHaveCount(0);
  }
  await look(him, info, 'quiet');

  await him.getByRole('button', { name: t('sessions.date.change') }).click();
  await him.getByRole('dialog').getByLabel(t('sessions.new.date')).fill('2027-05-15');
  await him.getByRole('button', { name: t('sessions.date.save') }).click();
  await him.getByText(t('sessions.date.is', { date: '15 May 2027' })).waitFor();

  await session.openPair(him, 'supervisee');
  await him.getByRole('link', { name: t('promises.all') }).click();
  await him.getByRole('heading', { name: t('promises.title', { name: people.supervisor }) }).waitFor();
  await him.getByRole('button', { name: t('sessions.promise.sayWhat') }).click();
  await him
    .getByRole('radio', { name: t('sessions.promise.state.changed') })
    .last()
    .check({ force: true });
  await him.getByLabel(t('sessions.promise.why')).fill('They rang first.');
  await him.getByRole('button', { name: t('common.show'), exact: true }).click();
  await him.getByRole('heading', { name: t('promises.settled') }).waitFor();
  await expect(him.getByText(`${t('promises.state.changed')}: They rang first.`)).toBeVisible();
  await look(him, info, 'ledger');
  const whose = him.getByRole('radiogroup', { name: t('promises.whose') });
  await whose.getByRole('radio', { name: people.supervisor }).check({ force: true });
  await expect(him.getByText('They rang first.')).toHaveCount(0);
  await expect(him.getByText('Ask for a second worker.')).toBeVisible();
  const which = him.getByRole('radiogroup', { name: t('promises.state') });
  await which.getByRole('radio', { name: t('promises.state.kept') }).check({ force: true });
  await him.getByText(t('promises.none')).waitFor();

  await goTo(her, t('pairs.title'));
  await her.getByRole('link', { name: t('preparation.open') }).click();
  await her.getByRole('heading', { name: t('preparation.title') }).waitFor();
  await expect(her.locator('main')).toContainText('The visit on Tuesday');
  await expect(her.locator('main')).toContainText('Ask for a second worker.');
  await expect(her.locator('main')).not.toContainText('Ring the school');
  await her.getByLabel(t('preparation.note', { name: people.supervisee })).fill('Ask how he slept.');
  await expect(her.locator('[data-save-state="saved"]')).toHaveText(t('common.saved.saved'));
  await look(her, info, 'preparation');

  await goTo(her, t('frame.settings'));
  await her.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await her.getByRole('heading', { name: cy('settings.title') }).waitFor();
  await goTo(her, cy('pairs.title'));
  await her.getByRole('link', { name: cy('preparation.open') }).click();
  await her.getByRole('heading', { name: cy('preparation.title') }).waitFor();
  await look(her, info, 'preparation-cy');
  await her.getByRole('link', { name: cy('preparation.next', { date: '15 Mai 2027' }) }).click();
  await her.getByText(cy('sessions.arriving.youFirst')).waitFor();
  await expect(her.getByText(/^Tawelwch tan/)).toBeVisible();
  await look(her, info, 'arriving-quiet-cy');
});

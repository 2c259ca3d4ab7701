import type { Page, TestInfo } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { joinThroughWindows, people } from '../support/pairWindows.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
const date = '14 May 2027';

/** A picture of the whole page in both themes, and axe on it. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: info.outputPath(`${name}-${theme}.png`), fullPage: true });
  }
  await expectNoViolations(page);
}

test('A session in two voices: topics, a line from a private page, a difference, a decision, promises', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await joinThroughWindows(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await look(him, info, 'arriving');
  await session.addTopic(him, 'The visit on Tuesday');
  const box = await session.type(him, 'supervisee', 'DELETED marker');
  await box.getByRole('textbox').fill('I was afraid on the stairs.');
  await look(him, info, 'only-you-see-it');
  await box.getByRole('button', { name: t('common.show'), exact: true }).click();
  const dialog = him.getByRole('dialog', { name: t('sessions.show.title', { name: people.supervisor }) });
  await expect(dialog).toContainText('I was afraid on the stairs.');
  await expect(dialog).toContainText('The visit on Tuesday');
  await look(him, info, 'show');
  await session.confirmShow(him, people.supervisor);

  await session.openSession(her, 'supervisor', date);
  await session.openTopic(her, 'The visit on Tuesday');
  await expect(session.voiceOf(her, 'supervisee')).toContainText('I was afraid on the stairs.');
  await session.type(her, 'supervisor', 'I should have come with you.');
  // Nothing of a draft crosses: not the words, not that there are any.
  await expect(session.voiceOf(him, 'supervisor')).toContainText(t('sessions.notShown'));
  await session.show(her, session.voiceOf(her, 'supervisor'), people.supervisee);
  await expect(session.voiceOf(him, 'supervisor')).toContainText('I should have come with you.');

  await her.getByRole('radio', { name: t('sessions.stance.agree') }).click({ force: true });
  await him.getByRole('radio', { name: t('sessions.stance.differ') }).click({ force: true });
  await him.getByText(t('sessions.stance.youDiffer')).waitFor();
  const difference = him.locator('section').filter({
    has: him.getByRole('heading', { name: t('sessions.difference.title') }),
  });
  await difference.getByRole('button', { name: t('sessions.difference.write') }).click();
  await difference.getByLabel(t('sessions.difference.account')).fill('It was not safe for one person.');
  await difference.getByLabel(t('sessions.difference.nextStep')).fill('Two of us next time.');
  await session.show(him, difference, people.supervisor);

  await her.getByRole('button', { name: t('sessions.decision.add') }).click();
  await her.getByLabel(t('sessions.decision.text')).fill('Joint visits until June.');
  await her.getByRole('radio', { name: t('sessions.decision.who.supervisor') }).check({ force: true });
  await session.show(her, her.locator('main'), people.supervisee);
  await expect(him.getByText(t('sessions.decision.becauseNotSaid'))).toBeVisible();

  for (const [page, other, words] of [
    [him, people.supervisor, 'Ring the school on Monday.'],
    [her, people.supervisee, 'Ask for a second worker.'],
  ] as const) {
    await page.getByRole('button', { name: t('sessions.promise.add') }).click();
    await page.getByLabel(t('sessions.promise.text')).fill(words);
    await session.show(page, page.locator('main'), other);
  }
  await expect(him.getByText('Ask for a second worker.')).toBeVisible();
  await look(him, info, 'topic');
  await look(her, info, 'topic-supervisor');
  await her.setViewportSize({ width: 640, height: 900 });
  await her.screenshot({ path: info.outputPath('topic-narrow.png'), fullPage: true });
  await her.setViewportSize({ width: 1280, height: 800 });

  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await look(him, info, 'before-we-go');

  await session.newSession(her, 'supervisor', '2027-05-28');
  await session.openTopic(her, t('sessions.part.promises'));
  await her.getByRole('button', { name: t('sessions.promise.sayWhat') }).click();
  await her.getByRole('radio', { name: t('sessions.promise.state.changed') }).check({ force: true });
  await her.getByLabel(t('sessions.promise.why')).fill('The team said no for now.');
  await her.getByRole('button', { name: t('common.show'), exact: true }).click();
  await session.openSession(him, 'supervisee', '28 May 2027');
  await session.openTopic(him, t('sessions.part.promises'));
  await expect(him.getByText('The team said no for now.')).toBeVisible();
  await look(him, info, 'last-promises');
  await session.openPair(him, 'supervisee');
  await look(him, info, 'pair');
  expect([...supervisor.refusedRequests(), ...supervisee.refusedRequests()]).toEqual([]);
});

import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look, picture } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
const date = '14 May 2027';

/** A private page with these lines, made as the pages of the window are. */
async function makePage(page: Page, lines: readonly string[]): Promise<void> {
  const results = await page.evaluate(async (texts) => {
    const made = await window.bridge.call('pages.create', { date: '2027-05-13', promptSet: null });
    const { item } = (made as { value: { item: string } }).value;
    const blocks = texts.map((text) => ({ type: 'paragraph', spans: [{ text }] }));
    const body = {
      date: '2027-05-13',
      title: 'After the visit',
      promptSet: null,
      sections: [{ prompt: null, prose: { format: 1, blocks } }],
    };
    return [made, await window.bridge.call('pages.save', { item, body })];
  }, lines);
  expect(results).toMatchObject([{ ok: true }, { ok: true }]);
}

test('A session in two voices: topics, a line from a private page, a difference, a decision, promises', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await look(him, info, 'arriving');
  await session.addTopic(him, 'The visit on Tuesday');
  const box = await session.type(him, 'supervisee', 'DELETED marker');
  await box.getByRole('textbox').fill('I was afraid on the stairs.');
  // Looked at only when asked; what he says of himself is left alone.
  await box.getByRole('button', { name: t('language.open') }).click();
  await expect(box.getByText(t('language.none'))).toBeVisible();
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
  const ofHers = await session.type(her, 'supervisor', 'I should have come');
  await makePage(her, ['PRIVATE I was cross with the team.', 'with you, and I said so.']);
  await ofHers.getByRole('button', { name: t('sessions.offer.open') }).click();
  const offer = her.getByRole('dialog', { name: t('sessions.offer.title') });
  await offer.getByLabel(t('sessions.offer.page')).selectOption({ index: 1 });
  await offer.getByLabel('with you, and I said so.').check();
  await look(her, info, 'offer-a-line');
  await offer.getByRole('button', { name: t('sessions.offer.add') }).click();
  await expect(ofHers.getByRole('textbox')).toHaveValue('I should have come\nwith you, and I said so.');
  // Nothing of a draft crosses: not the words, not that there are any.
  await expect(session.voiceOf(him, 'supervisor')).toContainText(t('sessions.notShown'));
  await session.show(her, session.voiceOf(her, 'supervisor'), people.supervisee);
  await expect(session.voiceOf(him, 'supervisor')).toContainText('with you, and I said so.');

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
  await picture(her, info, 'topic-narrow');
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
  for (const page of [him, her]) {
    await expect(page.locator('body')).not.toContainText('PRIVATE');
  }
  const seen = await him.evaluate(() => window.bridge.call('sessions.lines', { space: null }));
  expect(JSON.stringify(seen)).toContain('and I said so');
  expect(JSON.stringify(seen)).not.toMatch(/PRIVATE|DELETED/);
  expect([...supervisor.refusedRequests(), ...supervisee.refusedRequests()]).toEqual([]);
});

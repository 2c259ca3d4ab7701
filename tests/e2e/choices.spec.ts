import type { Locator, Page } from '@playwright/test';
import { type Feature, features } from '../../shared/model/choice.ts';
import type { Where } from '../../shared/model/placement.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { windowPassphrase } from '../support/vaultWindow.ts';

const t = text('en-GB');

function choiceButton(page: Page, key: 'suggest' | 'turnOn', feature: Feature, name: string): Locator {
  return page.getByRole('button', {
    name: `${t(`choices.${key}`, { name })}: ${t(`choices.${feature}.title`)}`,
  });
}

/** Unfolds the placing of the open session or decision and says where it stood. */
async function place(page: Page, where: Where): Promise<void> {
  await session.unfold(page, t('choices.placement.title'));
  const words = page.getByRole('radiogroup', { name: t('choices.placement.mine') });
  await words.getByRole('radio', { name: t(`choices.where.${where}.what`) }).click({ force: true });
  await page.getByText(t('choices.placement.private')).waitFor();
}

test('What both turn on: a blind placement opens on both sides at once, a pulse is shown together, topics are weighed in topics', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await session.addTopic(him, 'The visit on Tuesday');
  await session.speak(him, 'supervisee', 'I was afraid on the stairs.');
  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await expect(him.getByText(t('choices.placement.title'))).toHaveCount(0);

  await session.openPair(her, 'supervisor');
  await session.unfold(her, t('choices.title'));
  for (const feature of features) await choiceButton(her, 'suggest', feature, people.supervisee).click();
  await expect(her.getByText(t('choices.suggested', { name: people.supervisee }))).toHaveCount(3);
  await look(her, info, 'suggested');
  await session.openPair(him, 'supervisee');
  await session.unfold(him, t('choices.title'));
  await expect(him.getByText(t('choices.suggestedToYou', { name: people.supervisor }))).toHaveCount(3);
  await look(him, info, 'suggested-to-you');
  for (const feature of features) await choiceButton(him, 'turnOn', feature, people.supervisor).click();
  await expect(him.getByText(t('choices.isOn'))).toHaveCount(3);
  await expect(her.getByText(t('choices.isOn'))).toHaveCount(3);
  await her.getByRole('rowheader', { name: '14 May 2027' }).waitFor();
  await look(her, info, 'balance');

  for (const [page, role] of [
    [him, 'supervisee'],
    [her, 'supervisor'],
  ] as const) {
    await session.openSession(page, role, '14 May 2027');
    await session.openTopic(page, t('sessions.part.beforeWeGo'));
  }
  await place(him, 'to');
  await look(him, info, 'placed-alone');
  await him.getByRole('button', { name: t('choices.placement.seal', { name: people.supervisor }) }).click();
  await him.getByText(t('choices.placement.sealed', { where: t('choices.where.to') })).waitFor();
  await look(him, info, 'sealed');
  await place(her, 'with');
  // Longer than the exchange's own rhythm: his seal is here, and nothing of it shows.
  await her.waitForTimeout(5_000);
  await expect(her.locator('main')).not.toContainText(t('choices.placement.sealed', { where: '' }).trim());
  await her.getByRole('button', { name: t('choices.placement.seal', { name: people.supervisee }) }).click();
  for (const page of [him, her]) {
    const placed = page.locator('article').filter({ hasText: t('choices.where.to.what') });
    await expect(placed).toContainText(people.supervisee);
    await expect(page.locator('article').filter({ hasText: t('choices.where.with.what') })).toContainText(
      people.supervisor,
    );
  }
  await look(her, info, 'placed-both');

  for (const page of [him, her]) {
    await page.getByRole('button', { name: t('choices.pulse.title') }).click();
  }
  await him.getByLabel(t('choices.pulse.room')).press('ArrowLeft');
  await him.getByLabel(t('choices.pulse.ground')).press('ArrowRight');
  await look(him, info, 'pulse');
  await him.getByRole('button', { name: t('choices.pulse.give') }).click();
  await him.getByText(t('choices.pulse.given', { name: people.supervisor })).waitFor();
  await her.getByLabel(t('choices.pulse.weight')).press('End');
  await her.getByRole('button', { name: t('choices.pulse.give') }).click();
  for (const page of [him, her]) {
    const row = page.getByRole('row', { name: t('choices.pulse.weight') });
    await expect(row).toContainText(t('choices.level.fully'));
    await expect(row).toContainText(t('common.field.unset'));
  }
  await look(him, info, 'pulse-both');

  // One laptop: nothing blind on a screen that two people see.
  await her.getByRole('button', { name: t('sessions.together.open') }).click();
  await her.getByRole('button', { name: t('sessions.together.start') }).click();
  await her.getByRole('region', { name: t('sessions.together.banner') }).waitFor();
  await session.openTopic(her, t('sessions.part.beforeWeGo'));
  await expect(her.getByText(t('choices.placement.title'))).toHaveCount(0);
  await expect(her.getByText(t('choices.pulse.title'))).toHaveCount(0);
  await her.getByRole('button', { name: t('sessions.together.leave') }).click();
  await her
    .getByLabel(t('sessions.together.passphrase', { name: people.supervisor }), { exact: true })
    .fill(windowPassphrase);
  await her.keyboard.press('Enter');
  expect([...supervisor.refusedRequests(), ...supervisee.refusedRequests()]).toEqual([]);
});

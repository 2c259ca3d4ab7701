import type { App } from '../support/app.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** The practitioner alone in the evening: a check-in, and an episode kept in under a minute. */
export async function evening(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  await goTo(page, t('frame.place.moments'));
  // The page before has a button of the same name.
  await page.getByRole('heading', { level: 1, name: t('frame.place.moments') }).waitFor();
  await stage.step('check-in', supervisee, async () => {
    await page.getByRole('button', { name: t('moments.checkIn.open') }).click();
    const plane = page.getByRole('slider', { name: t('moments.plane.label') });
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp']) await plane.press(key);
    await page
      .getByLabel(t('moments.checkIn.words'))
      .fill(`Still hearing the stairs. ${stage.canary('moment.words')}`);
  });
  await stage.step('check-in-kept', supervisee, async () => {
    await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();
    await page.getByText(stage.canary('moment.words')).waitFor();
  });
  await stage.step('episode-what', supervisee, async () => {
    await page.keyboard.press('Control+Shift+M');
    await page
      .getByLabel(t('episodes.what.label'))
      .fill(`The plan changed without her. ${stage.canary('episode.what')}`);
  });
  await stage.step('episode-weight', supervisee, async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const weight = page.getByRole('radiogroup', { name: t('episodes.weight.label') });
    await weight.waitFor();
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  });
  await stage.step('episode-kept', supervisee, async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: t('episodes.kept.more') }).click();
    await page.getByRole('button', { name: t('episodes.more.obstacles') }).click();
    await page.getByLabel(t('episodes.obstacle.policy')).check();
    await page
      .getByLabel(t('episodes.more.more'))
      .fill(`Nobody asked her. ${stage.canary('episode.moreWords')}`);
    for (const group of ['group.stake', 'group.people', 'more.said'] as const) {
      await page.getByRole('button', { name: t(`episodes.${group}`) }).click();
    }
    const privateWords = ['stake', 'wanted', 'done', 'saidTo', 'supportAsked', 'supportGiven'] as const;
    for (const name of [...privateWords, 'organisationAsk'] as const) {
      await page
        .getByLabel(t(`episodes.more.${name}`))
        .last()
        .fill(stage.canary(`episode.${name}`));
    }
    await page.getByLabel(t('episodes.people.label')).fill(stage.canary('episode.people'));
    await page.getByLabel(t('episodes.obstacle.other')).check();
    await page.getByLabel(t('episodes.more.obstacleWords')).fill(stage.canary('episode.obstacleWords'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText(stage.canary('episode.what')).waitFor();
  });
}

import type { App } from '../support/app.ts';
import { expectSaved, newPage, writingBox } from '../support/pageWindow.ts';
import { unfold } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import { writeMarked } from './markers.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** Whom to turn to, the organisation's formal routes, a moment said in full, words looked at, and the end of an evening. */
export async function inward(stage: Stage, supervisee: App): Promise<void> {
  await whomToTurnTo(stage, supervisee);
  await momentInFull(stage, supervisee);
  await pageOfAnEvening(stage, supervisee);
}

async function whomToTurnTo(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  await goTo(page, t('frame.settings'));
  await stage.step('care-sources', supervisee, async () => {
    for (const [whose, name] of [
      ['mine', 'My sister'],
      ['organisation', 'Staff line'],
    ] as const) {
      await page.getByRole('button', { name: t(`care.add.${whose}`) }).click();
      await writeMarked(stage, page, `care.${whose}`, {
        name: [t('care.name'), name],
        reach: [t('care.reach'), '01632 960001'],
        when: [t('care.when'), 'At night and on Sundays'],
      });
      await page.getByRole('button', { name: t('common.save'), exact: true }).click();
      await page.getByText(stage.canary(`care.${whose}.when`)).waitFor();
    }
  });
  await stage.step('formal-routes', supervisee, async () => {
    await writeMarked(stage, page, 'settings', {
      formalRoutes: [t('settings.texts.formalRoutes'), 'Ring the dignity line.\nOr write to the union.'],
    });
    await page.getByText(t('common.saved.saved')).first().waitFor();
  });
  await stage.step('help-and-limits', supervisee, async () => {
    await goTo(page, t('frame.help'));
    // The page before holds the same words.
    await page.getByRole('heading', { level: 1, name: t('frame.help') }).waitFor();
    await page.getByText(stage.canary('care.mine.reach')).scrollIntoViewIfNeeded();
    await page.getByText(stage.canary('settings.formalRoutes')).waitFor();
  });
}

/** Everything beyond the first step, and a word for it that is on nobody else's list. */
async function momentInFull(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  const ownWord = stage.canary('moment.ownFeeling');
  await goTo(page, t('frame.place.moments'));
  await page.getByRole('heading', { level: 1, name: t('frame.place.moments') }).waitFor();
  await stage.step('moment-own-word', supervisee, async () => {
    await page.getByRole('button', { name: t('moments.checkIn.open') }).click();
    await page.getByRole('slider', { name: t('moments.plane.label') }).press('ArrowDown');
    await page.getByRole('button', { name: t('moments.feelings.open') }).click();
    await page.getByRole('button', { name: t('moments.list.change') }).click();
    await page.getByLabel(t('moments.list.family')).selectOption(t('feelings.family.heavy'));
    await page.getByLabel(t('moments.list.own')).fill(ownWord);
    await page.getByLabel(t('moments.list.own')).press('Enter');
    await page
      .getByRole('group', { name: t('moments.list.shown') })
      .getByLabel(ownWord)
      .waitFor();
    await page.getByRole('button', { name: t('moments.list.change') }).click();
    await page.getByRole('button', { name: t('feelings.family.heavy') }).click();
    await page
      .getByRole('group', { name: t('feelings.family.heavy') })
      .getByLabel(ownWord)
      .check();
  });
  await stage.step('moment-more', supervisee, async () => {
    await page.getByRole('button', { name: t('moments.more.open') }).click();
    await page.getByLabel(t('moments.body.chest')).check();
    await page.getByRole('button', { name: t('moments.more.support') }).click();
    await writeMarked(stage, page, 'moment', {
      inBodyWords: [t('moments.more.inBodyWords'), 'Tight, like a lid.'],
      helped: [t('moments.more.helped'), 'The walk back along the river.'],
      askedFor: [t('moments.more.askedFor'), 'Ten minutes.'],
      askedOf: [t('moments.more.askedOf'), 'M'],
      given: [t('moments.more.given'), 'A cup of tea.'],
      givenBy: [t('moments.more.givenBy'), 'T2'],
      whoKnows: [t('moments.more.whoKnows'), 'Nobody yet.'],
    });
  });
  await stage.step('moment-more-kept', supervisee, async () => {
    await page.getByRole('button', { name: t('moments.checkIn.keep') }).click();
    await page.getByText(stage.canary('moment.whoKnows')).scrollIntoViewIfNeeded();
    await page.getByText(ownWord, { exact: true }).waitFor();
  });
}

async function pageOfAnEvening(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  await newPage(page);
  await stage.step('page-words-looked-at', supervisee, async () => {
    await writingBox(page).fill(
      `The mother did not engage with the safety plan. ${stage.canary('page.lookedAt')}`,
    );
    await expectSaved(page);
    await page.getByRole('button', { name: t('language.open') }).click();
    await page.getByText(t('language.kind.blaming')).waitFor();
    await page.getByRole('region', { name: t('language.reads') }).waitFor();
  });
  await page.getByRole('button', { name: t('language.open') }).click();
  await stage.step('page-put-down', supervisee, async () => {
    await unfold(page, t('pages.ending.title'));
    await writeMarked(stage, page, 'page', {
      stays: [t('pages.ending.stays'), 'The sound of the door.'],
      waits: [t('pages.ending.waits'), 'The letter.'],
      heldBy: [t('pages.ending.heldBy'), 'Duty'],
    });
    await expectSaved(page);
    await page.getByLabel(t('pages.ending.heldBy')).scrollIntoViewIfNeeded();
  });
  await stage.step('come-back-to-today', supervisee, async () => {
    await page.getByRole('button', { name: t('pages.ending.putDown') }).click();
    await page.getByRole('button', { name: t('today.write') }).waitFor();
  });
}

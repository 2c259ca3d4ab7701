import { people } from '../support/pairWindows.ts';
import { expectSaved } from '../support/pageWindow.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { App } from '../support/app.ts';
import type { Cast } from './bringPeople.ts';
import { sessionDay, topic } from './session.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** What surrounds the words: questions the pair made, how a decision was made, and a note begun in the corridor. */
export async function aroundTheWords(stage: Stage, cast: Cast): Promise<void> {
  const him = cast.supervisee.page;
  await stage.step('way-in-of-our-own', cast.supervisee, async () => {
    await session.openPair(him, 'supervisee');
    await him.getByRole('button', { name: t('ways.make') }).click();
    const name = him.getByLabel(t('ways.name'), { exact: true });
    await stage.typeAndDelete('way in, typed and deleted before Show', name);
    await name.fill('When it goes too fast');
    await him
      .getByLabel(t('ways.questions'), { exact: true })
      .fill('What would slow look like here?\nWho is waiting for whom?');
    await him.getByRole('button', { name: t('common.show'), exact: true }).click();
    await session.confirmShow(him, people.supervisor);
  });
  await stage.step('way-in-chosen', cast.supervisee, async () => {
    await session.openSession(him, 'supervisee', sessionDay.shown);
    await session.openTopic(him, topic);
    await him.getByRole('button', { name: t('ways.others') }).click();
    await him.getByLabel(t('ways.choose')).selectOption({ label: 'When it goes too fast' });
    await him.getByText('Who is waiting for whom?').waitFor();
  });
  await stage.step('fair-process', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('ways.fair.title') }).click();
    await him
      .getByRole('radiogroup', { name: t('ways.fair.heard') })
      .getByRole('radio', { name: t('ways.fair.answer.partly') })
      .check({ force: true });
    await him.getByRole('button', { name: t('sessions.show.confirm', { name: people.supervisor }) }).click();
    await him.getByText(t('ways.fair.shown')).scrollIntoViewIfNeeded();
  });
  await stage.step('corridor-begun', cast.supervisee, async () => {
    await him.keyboard.press('Control+Shift+K');
    const words = him.getByLabel(t('corridor.words'));
    await words.fill(`Between two doors. ${stage.canary('corridor record, never shown')}`);
    await him.getByRole('dialog').locator('[data-save-state="saved"]').waitFor();
  });
  await him.keyboard.press('Escape');
  await him.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** A sheet for a family group conference, with what the family said. */
export async function formalWork(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  await stage.step('sheet-for-a-meeting', supervisee, async () => {
    await goTo(page, t('frame.place.pages'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('meetings.title') })
      .click();
    await page.getByLabel(t('meetings.type')).selectOption('familyGroup');
    await page.getByRole('button', { name: t('meetings.begin') }).click();
    for (const [prompt, words] of [
      ['formal.before.with', `The school is fixed; Sundays are not. ${stage.canary('sheet.before')}`],
      ['formal.theirWords', `We decide where Sunday is. ${stage.canary('sheet.theirWords')}`],
    ] as const) {
      await page.getByRole('textbox', { name: t(`reflection.prompt.${prompt}`), exact: true }).click();
      await page.keyboard.type(words);
    }
    await expectSaved(page);
  });
}

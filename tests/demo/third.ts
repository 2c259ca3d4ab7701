import type { Locator, Page } from '@playwright/test';
import type { App } from '../support/app.ts';
import { atWindow, joinWindowless } from '../support/circleWindows.ts';
import { people } from '../support/pairWindows.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import { type Boxes, writeMarked } from './markers.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');
const person = 'Nia Example';
/** Words that are shown to the third person, by the supervisee. */
export const shownToThird = 'I felt small in that meeting.';
type Three = Cast & { readonly third: App };

/** Both agree on a third person, who comes to this repair, sees what is shown to her there, and goes when one of them ends it. */
export async function withAThird(stage: Stage, cast: Cast): Promise<void> {
  const three = { ...cast, third: await stage.open('third') };
  await makeVault(three.third.page, { name: person });
  const at = { root: three.third.data, folder: stage.exchange };
  await joinWindowless(cast.supervisor.page, atWindow(three.third.page), at);
  await ask(stage, three);
  await comeIn(stage, three);
  await speak(stage, three);
  await end(stage, three);
  await three.third.close();
}

async function ask(stage: Stage, { supervisor, supervisee }: Three): Promise<void> {
  const [her, him] = [supervisor.page, supervisee.page];
  await her.getByRole('button', { name: t('third.suggest.open') }).click();
  await her.getByLabel(t('third.suggest.who')).selectOption({ label: person });
  await her.getByRole('button', { name: t('third.suggest.send', { name: people.supervisee }) }).click();
  const yes = him.getByRole('button', { name: t('third.theirs.yes', { person }) });
  await stage.step('third-suggested', supervisee, () => yes.scrollIntoViewIfNeeded());
  await yes.click();
  await her.getByRole('button', { name: t('third.ask.open', { person }) }).click();
  const dialog = her.getByRole('dialog', { name: t('third.ask.title', { person }) });
  await stage.step('third-asked', supervisor, async () => {
    supervisor.answerDialogs([stage.exchange]);
    await dialog.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
    await dialog.getByText(stage.exchange).waitFor();
  });
  await dialog.getByRole('button', { name: t('third.ask.open', { person }) }).click();
  await titleOf(her).waitFor();
}

async function comeIn(stage: Stage, { supervisee, third }: Three): Promise<void> {
  await goTo(third.page, t('ruptures.title'));
  const invitation = third.page.getByRole('region', {
    name: t('third.invite.title', { from: people.supervisor }),
  });
  await stage.step('third-invited', third, () => invitation.waitFor());
  await supervisee.page.getByRole('button', { name: t('third.comeIn') }).click();
  for (const [app, place] of [
    [third, invitation],
    [supervisee, supervisee.page.getByRole('main')],
  ] as const) {
    app.answerDialogs([stage.exchange]);
    await place.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
    await place.getByText(stage.exchange).waitFor();
    await place.getByRole('button', { name: t('third.comeIn') }).click();
    await titleOf(app.page).waitFor();
  }
}

/** His account and her words as the third person are shown; what else is begun stays with whoever began it. */
async function speak(stage: Stage, { supervisor, supervisee, third }: Three): Promise<void> {
  const [her, him] = [supervisor.page, supervisee.page];
  const his = voiceOf(him, people.supervisee);
  await writeButton(his).first().click();
  await stage.step('third-preview', supervisee, async () => {
    await saySomethingElse(stage, his, 'account for three', {
      howItWas: [t('ruptures.talking.howItWas'), shownToThird],
      myPart: [t('ruptures.talking.myPart'), 'I went quiet, and did not say why.'],
    });
    await his.getByRole('button', { name: t('third.preview') }).click();
    await him.getByRole('dialog').getByText(shownToThird).waitFor();
  });
  await showToBoth(him);
  await writeButton(his).click();
  await writeMarked(stage, his, 'need for three, never shown', {
    need: [t('ruptures.agree.need'), 'To be asked.'],
    iWill: [t('ruptures.agree.iWill'), 'I will say when I am lost.'],
  });
  const hers = voiceOf(her, people.supervisor);
  await writeButton(hers).first().click();
  await writeMarked(stage, hers, 'account for three, never shown', {
    howItWas: [t('ruptures.talking.howItWas'), 'The room was full.'],
    myPart: [t('ruptures.talking.myPart'), 'I did not look up.'],
  });
  const theirs = voiceOf(third.page, person);
  await writeButton(theirs).click();
  await saySomethingElse(stage, theirs, 'words of the third person', {
    heard: [t('third.words.heard'), 'One of you was in a hurry, and one of you went quiet.'],
    nextStep: [t('third.words.nextStep'), 'Ten minutes on Friday, with the door shut.'],
  });
  await theirs.getByRole('button', { name: t('third.preview') }).click();
  await showToBoth(third.page);
  await stage.step('third-words-of-three', third, async () => {
    await third.page.getByText(shownToThird).waitFor();
    await her.getByText('Ten minutes on Friday, with the door shut.').waitFor();
  });
}

async function end(stage: Stage, { supervisor, supervisee, third }: Three): Promise<void> {
  await supervisee.page.getByRole('button', { name: t('third.end.open') }).click();
  await supervisee.page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('third.end.confirm') })
    .click();
  await stage.step('third-ended', third, async () => {
    for (const { page } of [supervisor, third]) {
      await page.getByRole('button', { name: t('third.end.open') }).waitFor({ state: 'hidden' });
    }
  });
  for (const { page } of [supervisor, supervisee]) {
    await page.getByRole('link', { name: t('third.page.toRepair') }).click();
    await page.getByText(t('third.space.with', { person })).waitFor();
  }
}

/** Fills boxes with what will be shown, after a marker word was typed into each and deleted again. */
async function saySomethingElse(stage: Stage, place: Locator, kind: string, boxes: Boxes): Promise<void> {
  for (const [field, [label, words]] of Object.entries(boxes)) {
    const box = place.getByLabel(label);
    await stage.typeAndDelete(`${kind}.${field}, typed and deleted before Show`, box);
    await box.fill(words);
  }
}

async function showToBoth(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('third.show') }).click();
  await dialog.waitFor({ state: 'hidden' });
}

function titleOf(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: t('third.title') });
}

function voiceOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name: t('common.voice.of', { name }) });
}

function writeButton(place: Locator): Locator {
  return place.getByRole('button', { name: t('ruptures.talking.write'), exact: true });
}

import type { Page } from '@playwright/test';
import type { App } from '../support/app.ts';
import * as repair from '../support/ruptureWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import { writeMarked } from './markers.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

const boxes = {
  statement: {
    feeling: 'Small.',
    happened: 'Twice on Tuesday I was cut short.',
    effect: 'I stopped bringing things.',
    ask: 'To finish my sentence.',
  },
  apology: {
    did: 'I spoke over you.',
    landed: 'You went quiet.',
    shouldHave: 'I should have waited.',
    will: 'I will wait.',
    askNothing: 'You owe me nothing for this.',
  },
} as const;

/** Finds words in the form that is asked for, box by box and then as one; leaves them there, for nobody yet. */
export async function findWords(stage: Stage, page: Page, form: keyof typeof boxes): Promise<void> {
  await page.getByRole('button', { name: t('builtWords.open') }).click();
  await page.getByRole('radio', { name: t(`builtWords.form.${form}`) }).click({ force: true });
  for (const [part, words] of Object.entries(boxes[form])) {
    const label = t(`builtWords.box.${part}` as 'builtWords.box.feeling');
    await writeMarked(stage, page, form, { [part]: [label, words] });
  }
  await page.getByRole('button', { name: t('builtWords.put'), exact: true }).click();
  const put = await page.getByLabel(t('builtWords.words'), { exact: true }).inputValue();
  await writeMarked(stage, page, form, { words: [t('builtWords.words'), put] });
}

export async function leaveWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('builtWords.close') }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Words of apology, found on the page of repairs, about nothing that was named. */
export async function wordsOfApology(stage: Stage, supervisor: App): Promise<void> {
  const { page } = supervisor;
  await goTo(page, t('ruptures.title'));
  await stage.step('words-of-apology', supervisor, () => findWords(stage, page, 'apology'));
  await leaveWords(page);
}

/** What else may be said of what was noticed. */
export async function noticeMore(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('button', { name: t('ruptures.noticed.more') }).click();
  await page.getByRole('button', { name: t('ruptures.noticed.steady'), exact: true }).click();
  await writeMarked(stage, page, 'rupture.noticed', {
    affected: [t('ruptures.noticed.affected'), 'K1'],
    steadying: [t('ruptures.noticed.steadying'), 'A walk first.'],
  });
  await page.getByLabel(t('ruptures.sign.sharpWords')).check();
  await page.getByRole('radio', { name: t('ruptures.shape.movingAway') }).click({ force: true });
}

/** The one to whom something was named writes a note of her own about it, and comes back. */
export async function ownNote(stage: Stage, supervisor: App): Promise<void> {
  const { page } = supervisor;
  await page.getByRole('button', { name: t('ruptures.note.write') }).click();
  await stage.step('repair-own-note', supervisor, async () => {
    await page.getByRole('button', { name: t('ruptures.noticed.steady'), exact: true }).click();
    await writeMarked(stage, page, 'note on what was named', {
      what: [t('ruptures.noticed.what'), 'I did not see it.'],
      steadying: [t('ruptures.noticed.steadying'), 'To ring first.'],
    });
    await page.locator('[data-save-state="saved"]').first().waitFor();
  });
  await page.getByRole('link', { name: t('ruptures.noticed.toRepair') }).click();
}

/** A rupture between agencies: who is part of it and what they said, the agency, the words both use, and the mending. */
export async function betweenAgencies(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  const party = stage.canary('wider rupture.party');
  await goTo(page, t('ruptures.title'));
  await page.getByRole('button', { name: t('widerRuptures.begin') }).click();
  await stage.step('wider-rupture-voices', supervisee, async () => {
    await page.getByRole('radio', { name: t('widerRuptures.setting.agency') }).click({ force: true });
    await page.getByRole('button', { name: t('widerRuptures.more') }).click();
    await writeMarked(stage, page, 'wider rupture', {
      what: [t('widerRuptures.what'), 'Two plans for one family.'],
      affected: [t('widerRuptures.affected'), 'K1, who packed twice.'],
    });
    await page.getByLabel(t('widerRuptures.parties.code')).fill(`${party}, M1`);
    await page.getByRole('button', { name: t('widerRuptures.parties.add'), exact: true }).click();
    await page.getByRole('button', { name: t('widerRuptures.parties.heard.of', { code: party }) }).click();
    await writeMarked(stage, page, 'wider rupture', {
      said: [t('widerRuptures.parties.said', { code: party }), 'We were told after the meeting.'],
    });
    await page.getByText(t('widerRuptures.parties.notHeard'), { exact: true }).scrollIntoViewIfNeeded();
  });
  await stage.step('wider-rupture-agency', supervisee, async () => {
    await page.getByRole('button', { name: t('widerRuptures.words.add') }).click();
    await writeMarked(stage, page, 'wider rupture', {
      agency: [t('widerRuptures.agency.name'), 'Agency B'],
      protocol: [t('widerRuptures.agency.protocol'), 'Whoever changes a plan rings the same day.'],
      word: [t('widerRuptures.words.word'), 'urgent'],
      meaning: [t('widerRuptures.words.meaning'), 'Today for us, this week for them.'],
    });
  });
  await stage.step('wider-rupture-settled', supervisee, async () => {
    await repair.answerGateWithNo(page);
    await writeMarked(stage, page, 'wider rupture', {
      needed: [t('widerRuptures.step.needed'), 'One plan.'],
      agreed: [t('widerRuptures.step.agreed'), 'Agency B rings.'],
      now: [t('widerRuptures.step.now'), 'They do ring.'],
    });
    await page.getByRole('radio', { name: t('ruptures.settle.mended') }).click({ force: true });
    await page.getByText(t('widerRuptures.state.settled'), { exact: true }).waitFor();
  });
  await stage.step('wider-rupture-came-back', supervisee, async () => {
    await page.getByRole('button', { name: t('ruptures.reopen.open') }).click();
    await writeMarked(stage, page, 'wider rupture', {
      cameBack: [t('ruptures.reopen.words'), 'No call on Tuesday.'],
    });
    await page.getByRole('button', { name: t('ruptures.pause.pickUp') }).click();
    await page.getByRole('button', { name: t('ruptures.earlier') }).click();
    await page.getByText(stage.canary('wider rupture.cameBack')).scrollIntoViewIfNeeded();
  });
}

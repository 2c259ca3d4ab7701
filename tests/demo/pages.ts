import { join } from 'node:path';
import type { App } from '../support/app.ts';
import { expectSaved, newPage } from '../support/pageWindow.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** Private writing: a year of pages brought in, a page under the four core questions, and words found again. */
export async function privatePages(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  await stage.step('pages-a-year', supervisee, async () => {
    await goTo(page, t('frame.place.pages'));
    await page.getByRole('button', { name: t('pages.filesTitle') }).click();
    supervisee.answerDialogs([join(import.meta.dirname, 'year.jsonl')]);
    await page.getByRole('button', { name: t('pages.bring.button') }).click();
    await page.getByText(t('pages.bring.done_other', { count: 24 })).waitFor();
  });
  await stage.step('page-core-questions', supervisee, async () => {
    await newPage(page);
    await page.getByLabel(t('pages.questions'), { exact: true }).selectOption('core');
    const answers = {
      happened: `The plan changed and nobody had told her. ${stage.canary('page.text')}`,
      thinking: 'That I had promised. Fy mod i wedi addo.',
      affected: 'Her, her sister, and whoever she trusts next.',
      needed: 'To say it myself, this week, before the letter comes.',
    } as const;
    for (const [question, answer] of Object.entries(answers)) {
      const prompt = t(`reflection.prompt.${question as keyof typeof answers}`);
      await page.getByRole('textbox', { name: prompt, exact: true }).click();
      await page.keyboard.type(answer);
    }
    await page
      .getByLabel(t('pages.titleField'))
      .fill(`After the strategy meeting ${stage.canary('page.title')}`);
    await expectSaved(page);
  });
  await stage.step('find', supervisee, async () => {
    await page.keyboard.press('Control+k');
    await page.getByLabel(t('find.field')).fill('stairs');
    await page.locator('main mark').first().waitFor();
  });
  await stage.step('names-to-look-out-for', supervisee, async () => {
    await goTo(page, t('frame.settings'));
    await page.getByLabel(t('settings.names.label')).fill(`Mrs Fictional\n${stage.canary('settings.names')}`);
    await page.getByText(t('common.saved.saved')).first().waitFor();
  });
}

/** The same window in Welsh. */
export async function inWelsh(stage: Stage, supervisee: App): Promise<void> {
  const { page } = supervisee;
  const cy = text('cy');
  await stage.step('in-welsh', supervisee, async () => {
    await goTo(page, t('frame.settings'));
    await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
    await page
      .getByRole('navigation')
      .getByRole('link', { name: cy('frame.place.today'), exact: true })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
}

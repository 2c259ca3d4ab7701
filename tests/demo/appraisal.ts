import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { people } from '../support/pairWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import { lines } from './session.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** Lines chosen through the year, the other's consent, the identifier check, what leaves, and the four documents. */
export async function appraisal(stage: Stage, cast: Cast): Promise<void> {
  const him = cast.supervisee.page;
  await goTo(him, t('frame.place.year'));
  await stage.step('year-choose-lines', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('evidence.choose'), exact: true }).click();
    await him.getByRole('radio', { name: t('evidence.choose.sessions') }).check({ force: true });
    for (const line of Object.values(lines)) {
      await him.getByRole('button', { name: t('evidence.choose.line', { text: line }) }).click();
    }
  });
  await stage.step('year-chosen', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('common.done') }).click();
    const mine = him.getByRole('article').filter({ hasText: lines.his });
    await mine.getByRole('button', { name: t('evidence.line.tags') }).click();
    await mine.getByRole('checkbox', { name: 'Values and ethics' }).check();
    await mine.getByText('· Values and ethics').waitFor();
  });
  await stage.step('pack-gathered', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('packs.begin') }).click();
    await him.getByRole('button', { name: t('packs.begin.submit'), exact: true }).click();
    await him.getByRole('button', { name: t('packs.details.title') }).click();
    await him.getByLabel('Service', { exact: true }).fill('Children and families, Aberexample, CF10 1BH');
    await him.getByLabel('Manager', { exact: true }).fill('Jo Example');
    await him.getByRole('button', { name: t('packs.details.title') }).click();
    await him
      .getByLabel(t('packs.section.text'))
      .first()
      .fill('A year of learning to slow down. Blwyddyn o ddysgu arafu.');
    for (const line of Object.values(lines)) {
      const author = line === lines.his ? people.supervisee : people.supervisor;
      await putLine(him, author, line);
    }
  });
  await consent(stage, cast);
  await handOver(stage, cast);
}

async function consent(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await stage.step('consent-asked', cast.supervisor, async () => {
    for (const line of [lines.hers, lines.hersUnanswered]) {
      const name = t('packs.ask.label', { name: people.supervisor, text: line.slice(0, 60) });
      await him.getByRole('button', { name }).click();
      await him
        .getByRole('dialog')
        .getByRole('button', { name: t('packs.ask', { name: people.supervisor }) })
        .click();
      await him.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await goTo(her, t('frame.place.year'));
    await her.getByText(lines.hersUnanswered).waitFor();
    await her
      .getByRole('button', { name: t('evidence.asked.yes') })
      .first()
      .waitFor();
  });
  await stage.step('consent-given', cast.supervisee, async () => {
    await her
      .getByText(lines.hers, { exact: true })
      .locator('xpath=..')
      .getByRole('button', { name: t('evidence.asked.yes') })
      .click();
    await him.getByText(t('packs.consent.included', { name: people.supervisor })).waitFor();
  });
}

async function handOver(stage: Stage, cast: Cast): Promise<void> {
  const him = cast.supervisee.page;
  await stage.step('identifier-check', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('packs.preview') }).click();
    await him.getByText(t('packs.check.found')).waitFor();
  });
  await stage.step('exactly-what-leaves', cast.supervisee, async () => {
    await him.getByText(t('packs.check.keep.postcode')).click();
    await him.getByRole('button', { name: t('packs.check.submit') }).click();
    await him.getByText(t('packs.check.passed')).waitFor();
    await him.getByTestId('paper').scrollIntoViewIfNeeded();
  });
  await stage.step('handed-over', cast.supervisee, async () => {
    for (const format of ['docx', 'pdf', 'html', 'json'] as const) {
      const file = join(stage.out, `appraisal.${format}`);
      cast.supervisee.answerDialogs([file]);
      const name = t('packs.handOver.saveAs', { format: t(`packs.handOver.${format}`) });
      await him.getByRole('button', { name }).click();
      await him.getByText(t('packs.handOver.done', { path: file })).waitFor();
    }
  });
}

async function putLine(page: Page, author: string, line: string): Promise<void> {
  await page
    .getByLabel(t('packs.section.line'))
    .first()
    .selectOption({ label: `${author}: ${line}` });
  await page
    .getByRole('button', { name: t('packs.section.put') })
    .first()
    .click();
  await page.getByRole('article').filter({ hasText: line }).waitFor();
}

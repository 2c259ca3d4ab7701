import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { type App, freshFolder } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import { textOfPdf } from '../support/documentText.ts';
import { expect, test } from '../support/fixture.ts';
import { people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import { openPair } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');
const charts = [
  'impact',
  'weights',
  'floor',
  'kinds',
  'obstacles',
  'said',
  'time',
  'indicator-relationships',
];

test('Looking back: every chart says what it shows, is read point by point and as a table, in any contrast, on paper and in Welsh', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const root = await freshFolder('past');
  const folder = await freshFolder('shared');
  const program = join(import.meta.dirname, '../support/makePastVaults.ts');
  await promisify(execFile)(process.execPath, [program, root, folder]);
  const app = await launch({ data: join(root, 'supervisee/data') });
  const { page } = app;
  await unlock(page);
  await goTo(page, t('lookingBack.title'));
  await openFolds(page, t);
  for (const name of charts) {
    const chart = page.locator(`[data-chart="${name}"]`);
    // A sentence about these data: it holds how many, or from when to when.
    await expect(chart.getByRole('img')).toHaveAccessibleName(/\d/);
    await readsByKeyboard(page, chart);
  }

  const impact = page.locator('[data-chart="impact"]');
  await impact.getByRole('button', { name: t('charts.table') }).click();
  await expect(impact.getByRole('row')).toHaveCount(1 + 50);
  await impact.getByRole('button', { name: t('charts.table.after') }).click();
  await expect(impact.getByRole('status')).toHaveText(t('charts.table.part', { from: 51, to: 90, all: 90 }));
  await impact.getByRole('button', { name: t('charts.table') }).click();
  await page.getByText(/^The floor seems higher than in (spring|summer|autumn|winter)\.$/).waitFor();
  await page.getByRole('button', { name: t('lookingBack.floor.from') }).click();
  await photograph(page, info);
  await print(app, join(folder, 'looking-back.pdf'));
  // In a short stretch there is too little of some; it says so and the table stays.
  await page.getByRole('radio', { name: t('lookingBack.range.quarter') }).check({ force: true });
  const said = page.locator('[data-chart="said"]');
  await expect(said).toContainText(t('charts.tooFew'));
  await expect(said.getByRole('slider')).toHaveCount(0);
  await said.getByRole('button', { name: t('charts.table') }).click();
  await expect(said.getByRole('row').nth(1)).toBeVisible();
  await picture(page, info, 'too-little');

  await tellAStory(page, info);

  await goTo(page, t('frame.settings'));
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  const cy = text('cy');
  await goTo(page, cy('lookingBack.title'));
  await openFolds(page, cy);
  await picture(page, info, 'welsh');
  expect(app.refusedRequests()).toEqual([]);
});

async function openFolds(page: Page, words: typeof t): Promise<void> {
  for (const fold of ['floor', 'kinds', 'said'] as const) {
    await page.getByRole('button', { name: words(`lookingBack.${fold}`), exact: true }).click();
  }
  await page.locator('[data-chart="indicator-relationships"]').getByRole('img').waitFor();
}

/** Focus, the ends, a step: each time other words, the same for the screen reader and the eye. */
async function readsByKeyboard(page: Page, chart: Locator): Promise<void> {
  const slider = chart.getByRole('slider');
  await slider.focus();
  const heard = new Set<string | null>();
  for (const key of ['Home', 'ArrowRight', 'End']) {
    await page.keyboard.press(key);
    const words = await slider.getAttribute('aria-valuetext');
    await expect(
      chart
        .locator('figure > p, p')
        .filter({ hasText: words ?? '' })
        .first(),
    ).toBeVisible();
    heard.add(words);
  }
  expect(heard.size).toBeGreaterThan(1);
}

/** On the pair's page: a story and a number, seen as the other will see it, shown, and taken back. */
async function tellAStory(page: Page, info: TestInfo): Promise<void> {
  await openPair(page, 'supervisee');
  await page.getByRole('button', { name: t('indicators.title') }).click();
  await page.getByRole('button', { name: `${t('indicators.write')}: ${t('indicators.takingPart')}` }).click();
  await page.getByLabel(t('indicators.story')).fill('The family chose the day and the room.');
  await page.getByRole('radio', { name: '7', exact: true }).check({ force: true });
  await page.getByRole('button', { name: t('common.show'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('indicators.show.title', { name: people.supervisor }) });
  await expect(dialog).toContainText('The family chose the day and the room.');
  await expect(dialog).toContainText('7 of 10');
  await picture(page, info, 'preview', 'window');
  await dialog
    .getByRole('button', { name: t('indicators.show.confirm', { name: people.supervisor }) })
    .click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: t('indicators.pick.open') }).click();
  await expectNoViolations(page);
  await picture(page, info, 'pair');
  await page
    .getByRole('button', { name: new RegExp(`^${t('indicators.takeBack')}: `) })
    .last()
    .click();
  await expect(page.getByLabel(t('indicators.story'))).toHaveValue('The family chose the day and the room.');
}

/** The PDF that the Print button makes holds what is open, and no controls. */
async function print({ page, answerDialogs }: App, path: string): Promise<void> {
  answerDialogs([path]);
  await page.getByRole('button', { name: t('lookingBack.print'), exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: path })).toBeVisible({ timeout: 20_000 });
  // Semibold words come out of a PDF without the spaces between them.
  const bare = (words: string) => words.replace(/\s+/g, '');
  const paper = bare(textOfPdf(readFileSync(path)));
  expect(paper).toContain(bare('How it was for you on 90 occasions'));
  expect(paper).toContain(bare(t('episodes.kind.tension')));
  expect(paper).toContain(bare('They rang me first, not the duty line.'));
  expect(paper).not.toContain(bare(t('charts.go')));
  expect(paper).not.toContain(bare(t('lookingBack.range')));
}

/** In each way it may be seen. */
async function photograph(page: Page, info: TestInfo): Promise<void> {
  const shoot = (look: string) => picture(page, info, look);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await shoot(colorScheme);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  await shoot('forced-colors');
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  await shoot('print');
  await page.emulateMedia({ media: null });
  await expectNoViolations(page);
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync, strFromU8 } from 'fflate';
import type { Input, Method, Output } from '../../shared/contract/index.ts';
import type { App } from '../support/app.ts';
import {
  structureOfPdf,
  textOfHtml,
  textOfJson,
  textOfPdf,
  textOfWord,
  plain,
} from '../support/documentText.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');

const kept = 'You stayed with the family when the easy thing was to leave.';
const declined = 'You were slow to tell me that you were worried.';
const takenBack = 'I should have asked you sooner how you were.';
const own = 'I asked for time before the visit and used it to listen.';
const private_ = 'I wrote the chronology with the mother.';
const shortened = 'I wrote it with the mother.';

test('A year of chosen lines is handed over: a line declined and one taken back leave no trace in any file', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee } = await openJoined(launch);
  await sayAndShow(supervisor, supervisee);
  const { page } = supervisee;
  const see = (name: string, app: App = supervisee) => look(app.page, info, name);

  await goTo(page, t('frame.place.year'));
  await expect(page.getByText(t('evidence.chosen.empty'))).toBeVisible();
  await see('1-my-year-empty');
  await page.getByRole('button', { name: t('evidence.choose'), exact: true }).click();
  await chooseLine(page, private_);
  await page.getByRole('radio', { name: t('evidence.choose.sessions') }).check({ force: true });
  for (const line of [own, kept, declined, takenBack]) await chooseLine(page, line);
  await see('2-choose-lines');
  await page.getByRole('button', { name: t('common.done') }).click();

  await page.getByRole('button', { name: t('evidence.line.changeLabel', { text: private_ }) }).click();
  await page.getByLabel(t('evidence.line.text')).fill(shortened);
  await page.getByRole('button', { name: t('evidence.line.keep') }).click();
  await expect(page.getByLabel(t('evidence.line.text'))).toHaveCount(0);
  const mine = page.getByRole('article').filter({ hasText: own });
  await mine.getByRole('button', { name: t('evidence.line.tags') }).click();
  await mine.getByRole('checkbox', { name: 'Values and ethics' }).check();
  await expect(mine.getByText('· Values and ethics')).toBeVisible();
  await see('3-chosen-lines');

  await page.getByRole('button', { name: t('packs.begin') }).click();
  await see('4-begin');
  await page.getByRole('button', { name: t('packs.begin.submit'), exact: true }).click();
  await page.getByRole('button', { name: t('packs.details.title') }).click();
  await page.getByLabel('Service', { exact: true }).fill('Children and families, CF10 1BH');
  await page.getByLabel('Manager', { exact: true }).fill('Jo Manager');
  await page.getByRole('button', { name: t('packs.details.title') }).click();
  await page.getByLabel(t('packs.section.text')).first().fill('A year of learning to slow down.');
  for (const line of [shortened, own]) await putLine(page, people.supervisee, line);
  for (const line of [kept, declined, takenBack]) await putLine(page, people.supervisor, line);
  await see('5-gathering');

  for (const line of [kept, declined, takenBack]) {
    await page
      .getByRole('button', {
        name: t('packs.ask.label', { name: people.supervisor, text: line.slice(0, 60) }),
      })
      .click();
    await expect(page.getByRole('dialog')).toContainText(line);
    if (line === kept) await see('6-ask');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('packs.ask', { name: people.supervisor }) })
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  await goTo(supervisor.page, t('frame.place.today'));
  await expect(supervisor.page.getByText(t('evidence.asked.title'))).toBeVisible({ timeout: 20_000 });
  await see('7-today', supervisor);
  await supervisor.page.getByRole('link', { name: t('evidence.asked.look') }).click();
  await expect(supervisor.page.getByText(takenBack)).toBeVisible({ timeout: 20_000 });
  await see('7-asked-of-me', supervisor);
  await answer(supervisor.page, kept, t('evidence.asked.yes'));
  await answer(supervisor.page, takenBack, t('evidence.asked.yes'));
  await answer(supervisor.page, declined, t('evidence.asked.noLabel', { name: people.supervisee }));
  const included = t('packs.consent.included', { name: people.supervisor });
  await expect(page.getByText(included)).toHaveCount(2, { timeout: 20_000 });
  await answer(supervisor.page, takenBack, t('evidence.asked.takeBack'));
  await expect(page.getByText(included)).toHaveCount(1, { timeout: 20_000 });
  await expect(page.getByText(t('packs.consent.notIncluded'), { exact: true })).toHaveCount(2);
  await see('8-answered');

  await page.getByRole('button', { name: t('packs.preview') }).click();
  await expect(page.getByText(t('packs.check.found'))).toBeVisible();
  await see('9-what-leaves');
  await expect(
    page.getByRole('button', { name: t('packs.handOver.saveAs', { format: 'Word' }) }),
  ).toBeDisabled();
  await page.getByText(t('packs.check.keep.postcode')).click();
  await page.getByRole('button', { name: t('packs.check.submit') }).click();
  await expect(page.getByText(t('packs.check.passed'))).toBeVisible();
  const previewed = plain(await page.getByTestId('paper').evaluate(readText));
  for (const gone of [declined, takenBack]) await expect(page.getByText(gone)).toHaveCount(0);

  const out = info.outputPath('handed-over');
  mkdirSync(out);
  for (const format of ['docx', 'pdf', 'html', 'json'] as const) {
    const file = join(out, `appraisal.${format}`);
    supervisee.answerDialogs([file]);
    const name = t('packs.handOver.saveAs', { format: t(`packs.handOver.${format}`) });
    await page.getByRole('button', { name }).click();
    await page.getByText(t('packs.handOver.done', { path: file })).waitFor({ timeout: 30_000 });
  }
  await see('10-handed-over');

  const files = {
    docx: readFileSync(join(out, 'appraisal.docx')),
    pdf: readFileSync(join(out, 'appraisal.pdf')),
    html: readFileSync(join(out, 'appraisal.html'), 'utf8'),
    json: readFileSync(join(out, 'appraisal.json'), 'utf8'),
  };
  const texts = [
    textOfWord(files.docx),
    textOfPdf(files.pdf),
    textOfHtml(files.html),
    textOfJson(files.json),
  ];
  for (const said of texts) expect(said).toBe(previewed);
  expect(structureOfPdf(files.pdf)).toMatch(/^\s*H1\b/m);
  const all = [
    ...texts,
    files.html,
    files.json,
    ...Object.values(unzipSync(files.docx)).map((bytes) => strFromU8(bytes)),
    files.pdf.toString('latin1'),
  ].join('\n');
  expect(all).toContain(kept);
  for (const gone of [declined, takenBack, private_]) expect(all).not.toContain(gone);
  printPages(out, info.outputPath());
  for (const app of [supervisor, supervisee]) expect(app.refusedRequests()).toEqual([]);
});

/** A session with lines by both and a private page, through the calls the windows themselves make. */
async function sayAndShow(supervisor: App, supervisee: App): Promise<void> {
  const { pairs } = await ask(supervisor.page, 'pairs.list', {});
  const space = pairs[0]?.space ?? '';
  const { session } = await ask(supervisor.page, 'sessions.create', { space, date: '2026-03-12' });
  await show(supervisor.page, session, [kept, declined, takenBack].join('\n'));
  await expect
    .poll(async () => (await ask(supervisee.page, 'sessions.list', { space: null })).sessions.length, {
      timeout: 30_000,
    })
    .toBe(1);
  await show(supervisee.page, session, own);
  await expect
    .poll(async () => (await ask(supervisee.page, 'sessions.lines', { space: null })).lines.length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(1);
  const { item } = await ask(supervisee.page, 'pages.create', { date: '2026-02-03', promptSet: null });
  const { body } = await ask(supervisee.page, 'pages.get', { item });
  const sections = body.sections.map((section) => ({
    ...section,
    prose: { format: 1 as const, blocks: [{ type: 'paragraph' as const, spans: [{ text: private_ }] }] },
  }));
  await ask(supervisee.page, 'pages.save', { item, body: { ...body, sections } });
}

async function show(page: Page, session: string, words: string): Promise<void> {
  const { item } = await ask(page, 'sessions.saveVoice', {
    session,
    place: 'beforeWeGo',
    item: null,
    text: words,
  });
  const { mine } = await ask(page, 'sessions.get', { session });
  await ask(page, 'sessions.show', { item, stamp: mine.find((draft) => draft.item === item)?.stamp ?? '' });
}

async function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const result = await page.evaluate(([name, given]) => window.bridge.call(name as string, given), [
    method,
    input,
  ] as const);
  if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
  return result.value as Output<M>;
}

async function chooseLine(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: t('evidence.choose.line', { text: line }) }).click();
  await expect(page.getByRole('listitem').filter({ hasText: line }).getByRole('button')).toBeDisabled();
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
  await expect(page.getByRole('article').filter({ hasText: line })).toBeVisible();
}

async function answer(page: Page, line: string, button: string): Promise<void> {
  const words = page.getByText(line, { exact: true });
  await words.locator('xpath=..').getByRole('button', { name: button }).click();
}

/** The text of an element with a space between parts, as a reader has it. */
function readText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? '');
  return parts.join(' ');
}

/** Pages of the PDF, and of the Word file as LibreOffice prints it, for whoever looks at this run. */
function printPages(from: string, to: string): void {
  execFileSync('pdftoppm', ['-r', '80', '-png', join(from, 'appraisal.pdf'), join(to, 'paper-pdf')]);
  const profile = `-env:UserInstallation=file://${to}/libreoffice`;
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    to,
    join(from, 'appraisal.docx'),
  ]);
  execFileSync('pdftoppm', ['-r', '80', '-png', join(to, 'appraisal.pdf'), join(to, 'paper-word')]);
}

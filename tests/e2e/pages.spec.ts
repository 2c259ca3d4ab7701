import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoViolations } from '../support/axe.ts';
import { freshFolder } from '../support/app.ts';
import { corpusPath } from '../support/corpus.ts';
import { expect, test } from '../support/fixture.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { expectSaved, newPage, openPage, writingBox } from '../support/pageWindow.ts';
import { look, picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('What was typed is there after the app is killed one second later', async ({ launch }) => {
  const app = await openOwnVault(launch);
  await newPage(app.page);
  await app.page.keyboard.type('She said it in the corridor, and I had no answer.');
  await app.page.waitForTimeout(1_000);
  await app.kill();
  const again = await launch({ data: app.data });
  await unlock(again.page);
  await openPage(again.page, 'She said it in the corridor');
  await expect(writingBox(again.page)).toHaveText('She said it in the corridor, and I had no answer.');
});

test('A page under the four core questions: written by keyboard, saved, read again, in both themes', async ({
  launch,
}, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  await goTo(page, t('frame.place.pages'));
  await expect(page.getByText(t('pages.empty'))).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, '1-empty', 'window');
  await newPage(page);
  await page.keyboard.type('Words that came first.');
  await page.getByLabel(t('pages.questions'), { exact: true }).selectOption('core');
  const questions = ['happened', 'thinking', 'affected', 'needed'] as const;
  for (const question of questions) {
    const box = page.getByRole('textbox', { name: t(`reflection.prompt.${question}`), exact: true });
    await box.click();
    await page.keyboard.type(`About ${question}.`);
  }
  await expect(page.getByRole('textbox', { name: t('pages.prompt.other'), exact: true })).toHaveText(
    'Words that came first.',
  );
  await page.getByLabel(t('pages.titleField')).fill('After the strategy meeting');
  await expectSaved(page);
  await expect(page.getByText(t('pages.private'))).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, '2-core');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, info, '3-core-dark');
  await page.emulateMedia({ colorScheme: null });
  await openPage(page, 'After the strategy meeting');
  for (const question of questions) {
    const box = page.getByRole('textbox', { name: t(`reflection.prompt.${question}`), exact: true });
    await expect(box).toHaveText(`About ${question}.`);
  }
});

test('Headings, bullets, quotations and marks by key and by tool, kept as they were', async ({
  launch,
}, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  await newPage(page);
  await page.keyboard.type('A heading');
  await page.keyboard.press('Control+Shift+Digit7');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Plain, ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('editor.bullet') }).click();
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('editor.quote') }).click();
  await page.keyboard.type('What he said');
  await expectSaved(page);
  await expect(page.getByRole('button', { name: t('editor.quote') })).toHaveAttribute('aria-pressed', 'true');
  await picture(page, info, 'formats', 'window');
  await openPage(page, 'A heading');
  const box = writingBox(page);
  await expect(page.locator('[data-save-state]').first()).toHaveText('');
  await expect(box.getByRole('heading', { level: 3 })).toHaveText('A heading');
  await expect(box.locator('p strong, p b')).toHaveText('bold');
  await expect(box.getByRole('listitem')).toHaveText(['first', 'second']);
  await expect(box.locator('blockquote')).toHaveText('What he said');
  expect(await box.getAttribute('spellcheck')).toBe('false');
});

test('What is pasted comes as prose: no colours, pictures, links, scripts; 500 kB of it takes every key', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const app = await openOwnVault(launch);
  const { page } = app;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await newPage(page);
  await paste(page, {
    'text/html': `<h1 style="color:red">Notes</h1><p onclick="alert(1)">See <span style='font-weight:bold'>what</span> <b style='font-weight:normal'>my style = plain</b> <a href="https://example.org">this</a>
      <b>today</b><script>window.intruder = 1</script><img src="https://example.org/x.png"></p><ol><li>one</li><li>two</li></ol>`,
    'text/plain': 'Notes',
  });
  const box = writingBox(page);
  await expect(box.getByRole('heading', { level: 3 })).toHaveText('Notes');
  await expect(box.locator('p')).toHaveText('See what my style = plain this today');
  await expect(box.locator('p strong')).toHaveText(['what', 'today']);
  await expect(box.locator('ul > li')).toHaveText(['one', 'two']);
  await expect(box.locator('a, img, script, ol, h1, [style*="color"]')).toHaveCount(0);
  expect(violations).toEqual([]);

  const line = 'A line of a long report that somebody copied in whole, eighty characters or so. ';
  await newPage(page);
  await paste(page, { 'text/plain': `${line}\n`.repeat(6_400) });
  await expect(writingBox(page)).toContainText('A line of a long report');
  await expectSaved(page);
  const keys = await keyTimes(page, 40);
  info.annotations.push({
    type: 'key to frame after 500 kB in 6,400 lines',
    description: JSON.stringify(keys),
  });
  // How long they take is noted, not asserted: with other tests on the same two cores keys wait for them.
  await expect(writingBox(page)).toContainText('x'.repeat(40));

  await newPage(page);
  await paste(page, { 'text/plain': line.repeat(6_400) });
  await expectSaved(page);
  const oneLine = await keyTimes(page, 40);
  info.annotations.push({
    type: 'key to frame after 500 kB in one line',
    description: JSON.stringify(oneLine),
  });
  await expect(writingBox(page)).toContainText('x'.repeat(40));
});

test('The words of a page are looked at when asked: marked, put in with undo, left; in Welsh; never about oneself', async ({
  launch,
}, info) => {
  const { page } = await openOwnVault(launch);
  await newPage(page);
  const box = writingBox(page);
  const lines = [
    'When I went there, mum refused to open the door, and I was hostile.',
    'The LAC review was moved because the team had not met, and nobody had told the school, which had asked for it twice and was waiting with the family for an answer.',
  ];
  await page.keyboard.type(lines[0] ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.type(lines[1] ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+Digit9');
  await page.keyboard.type('Mum is manipulative, he said.');
  await expectSaved(page);
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('looked-at') ?? [])].map((range) => String(range)));
  expect(await marked()).toEqual([]);
  await page.getByRole('button', { name: t('language.open') }).click();
  const found = page.getByRole('group', { name: t('language.found') });
  await expect(found.locator('mark')).toHaveText('refused to');
  await expect.poll(marked).toEqual(['refused to', 'LAC review']);
  await page.getByRole('button', { name: t('language.formula') }).click();
  await expect(page.getByText('LIX (Carl-Hugo Björnsson, 1968)')).toBeVisible();
  await look(page, info, 'words');
  await found.getByRole('button', { name: t('language.putIn', { alternative: 'did not want to' }) }).click();
  await expect(found).toBeFocused();
  await expect(box).toContainText('mum did not want to open the door, and I was hostile.');
  await expect(found.locator('mark')).toHaveText('LAC review');
  await expect.poll(marked).toEqual(['LAC review']);
  await found.getByRole('button', { name: t('language.leave') }).click();
  await expect(found).toContainText(t('language.noneLeft'));
  await expectSaved(page);
  await box.focus();
  await page.keyboard.press('Control+z');
  await expect(box).toContainText('mum refused to open the door, and I was hostile.');
  await expect(found.locator('mark')).toHaveText('refused to');
  await page.getByText('Cymraeg', { exact: true }).click();
  await expect(found).toContainText(t('language.noneLeft'));
  await page.keyboard.press('Control+End');
  await box.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Symudodd y plentyn i leoliad newydd. ');
  await expect(found.locator('mark')).toHaveText('leoliad');
  await found.getByRole('button', { name: t('language.putIn', { alternative: 'gartref' }) }).click();
  await expect(box).toContainText('Symudodd y plentyn i gartref newydd.');
  await picture(page, info, 'words-cy');
});

test('A page is deleted, put back by Undo, deleted again, and erased for good', async ({ launch }, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  await newPage(page);
  await page.keyboard.type('To be deleted twice');
  await expectSaved(page);
  await page.getByRole('button', { name: t('pages.delete') }).click();
  await expect(page.getByText(t('pages.empty'))).toBeVisible();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await openPage(page, 'To be deleted twice');
  await page.getByRole('button', { name: t('pages.delete') }).click();
  await page.getByRole('button', { name: t('pages.deleted.title') }).click();
  const erase = t('pages.deleted.erase.label', { page: 'To be deleted twice' });
  await expect(page.getByRole('button', { name: erase })).toBeVisible();
  await expectNoViolations(page);
  await picture(page, info, 'deleted', 'window');
  await page.getByRole('button', { name: erase }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: t('common.cancel') })).toBeFocused();
  await dialog.getByRole('button', { name: t('pages.deleted.erase'), exact: true }).click();
  await expect(page.getByText(t('pages.deleted.none'))).toBeVisible();
});

test('A page opened and left without a word is not kept', async ({ launch }) => {
  const { page } = await openOwnVault(launch);
  await newPage(page);
  await goTo(page, t('frame.place.pages'));
  await expect(page.getByText(t('pages.empty'))).toBeVisible();
});

test('Nine years of a diary come in through the window, are listed by date, searched, and the match is marked', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const app = await openOwnVault(launch);
  const { page } = app;
  await goTo(page, t('frame.place.pages'));
  await page.getByRole('button', { name: t('pages.filesTitle') }).click();

  const bad = join(app.documents, 'bad.jsonl');
  writeFileSync(bad, '{"date":"2026-01-01","text":"fine"}\n{"date":"someday","text":"not fine"}\n');
  app.answerDialogs([bad]);
  await page.getByRole('button', { name: t('pages.bring.button') }).click();
  await expect(page.getByRole('alert')).toContainText(t('pages.bring.line', { line: 2 }));
  await expect(page.getByText(t('pages.empty'))).toBeVisible();

  app.answerDialogs([corpusPath]);
  await page.getByRole('button', { name: t('pages.bring.button') }).click();
  await page.getByRole('progressbar', { name: t('pages.bring.progress') }).waitFor();
  await picture(page, info, '1-progress', 'window');
  await expect(page.getByText(t('pages.bring.done_other', { count: 3413 }))).toBeVisible({ timeout: 30_000 });
  const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  await expect(first).toContainText('10 June');
  await expectNoViolations(page);
  await picture(page, info, '2-list', 'window');

  const out = join(app.documents, 'all.json');
  app.answerDialogs([out]);
  await page.getByRole('button', { name: t('pages.takeOut.button') }).click();
  await expect(page.getByText(t('pages.takeOut.done_other', { count: 3413, path: out }))).toBeVisible();
  expect(JSON.parse(readFileSync(out, 'utf8')).pages).toHaveLength(3413);

  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox', { name: t('find.field') });
  await expect(field).toBeFocused();
  await page.keyboard.type('"great skirts"');
  const results = page.getByRole('region', { name: t('find.results') }).getByRole('link');
  await expect(results).toHaveCount(2);
  await expect(results.first().locator('mark')).toHaveText('great skirts');
  await expectNoViolations(page);
  await picture(page, info, '3-found', 'window');
  await field.fill('plag');
  await expect(results).toHaveCount(20);
  await page.getByRole('button', { name: t('find.more') }).click();
  await expect(results).toHaveCount(40);
  await field.fill('stationery nonesuch');
  await expect(page.getByText(t('find.none'))).toBeVisible();
  await field.fill('rycaut');
  await results.last().press('Enter');
  await expect(writingBox(page)).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range))))
    .toContain('Rycaut');
  await page.waitForTimeout(1_000);
  await expect(page.locator('[data-save-state]').first(), 'reading is not writing').toHaveText('');
  await picture(page, info, '4-match', 'window');
});

test('Walk-through 2: marker words typed, deleted and typed over are in no earlier version after forgetting, nor in what is taken out', async ({
  launch,
}, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  await newPage(page);
  await page.keyboard.type('quillwortmarker');
  await expectSaved(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('Said otherwise.');
  await expectSaved(page);
  await page.getByRole('button', { name: t('pages.earlier.title') }).click();
  await expect(page.getByText(t('pages.earlier.none'))).toBeVisible();
  await picture(page, info, 'earlier', 'window');
  await goTo(page, t('frame.place.pages'));
  await page.getByRole('button', { name: t('pages.filesTitle') }).click();
  const out = join(app.documents, 'all.json');
  app.answerDialogs([out]);
  await page.getByRole('button', { name: t('pages.takeOut.button') }).click();
  await expect(page.getByText(t('pages.takeOut.done_one', { count: 1, path: out }))).toBeVisible();
  expect(readFileSync(out, 'utf8')).toContain('Said otherwise.');
  expect(readFileSync(out, 'utf8')).not.toContain('quillwortmarker');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: t('find.field') }).fill('quillwortmarker');
  await expect(page.getByText(t('find.none'))).toBeVisible();
});

test('Walk-through 2, days later: an earlier version is read, then forgotten, and is in nothing that is taken out', async ({
  launch,
}, info) => {
  const root = await freshFolder('history');
  execFileSync(process.execPath, [join(import.meta.dirname, '../support/makePageHistory.ts'), root]);
  const app = await launch({ data: join(root, 'data') });
  const { page } = app;
  await unlock(page);
  await openPage(page, 'Saturday, as it stands');
  await page.getByRole('button', { name: t('pages.earlier.title') }).click();
  await page.getByRole('button', { name: t('pages.earlier.read', { date: '19 November 2026' }) }).click();
  await expect(page.getByRole('dialog')).toContainText('Thursday quillwortmarker');
  await expectNoViolations(page);
  await picture(page, info, '1-earlier', 'window');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common.close') })
    .click();
  await page.getByRole('button', { name: t('pages.earlier.forget'), exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: t('common.cancel') })).toBeFocused();
  await picture(page, info, '2-forget', 'window');
  await dialog.getByRole('button', { name: t('pages.earlier.forget'), exact: true }).click();
  await expect(page.getByText(t('pages.earlier.none'))).toBeVisible();
  await expect(writingBox(page)).toHaveText('Saturday, as it stands');
  const again = await app.relaunch();
  await unlock(again.page);
  await openPage(again.page, 'Saturday, as it stands');
  await again.page.getByRole('button', { name: t('pages.earlier.title') }).click();
  await expect(again.page.getByText(t('pages.earlier.none'))).toBeVisible();
});

async function paste(page: import('@playwright/test').Page, data: Record<string, string>): Promise<void> {
  await writingBox(page).evaluate((box, content) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(content)) transfer.setData(type, value);
    box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, data);
}

/** Milliseconds from a key to the next painted frame, measured in the page. */
async function keyTimes(
  page: import('@playwright/test').Page,
  count: number,
): Promise<{ p50: number; p95: number }> {
  await writingBox(page).focus();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => seen.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
  for (let key = 0; key < count; key += 1) await page.keyboard.press('x', { delay: 20 });
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  const sorted = seen.toSorted((one, other) => one - other);
  return {
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

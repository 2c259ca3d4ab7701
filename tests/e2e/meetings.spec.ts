import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Language } from '../../shared/i18n/index.ts';
import { expect, test } from '../support/fixture.ts';
import { look } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault } from '../support/vaultWindow.ts';

for (const language of ['en-GB', 'cy'] as const satisfies readonly Language[]) {
  const t = text(language);
  test(`A family group conference: prepared, looked back on, in their own words, printed and found (${language})`, async ({
    launch,
  }, info) => {
    test.setTimeout(120_000);
    const { page, documents, answerDialogs } = await launch({ locale: language });
    await makeVault(page, { name: 'Nia Example', language });
    await goTo(page, t('frame.place.pages'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('meetings.title') })
      .click();
    await expect(page.getByText(t('meetings.none'))).toBeVisible();
    await page.getByLabel(t('meetings.type')).selectOption('familyGroup');
    await page.getByRole('button', { name: t('meetings.card.open') }).click();
    await look(page, info, '1-meetings');
    const card = join(documents, 'card.pdf');
    answerDialogs([card]);
    await page.getByRole('button', { name: t(`meetings.card.print.${language}`) }).click();
    await expect(page.getByText(t('meetings.card.printed', { path: card }))).toBeVisible();
    const printed = pdf('pdfinfo', card);
    expect(printed).toMatch(/Pages:\s+1\n/);
    expect(printed).toMatch(/Page size:\s+29[78](\.\d+)? x (419|42\d)/);
    execFileSync('pdftoppm', ['-png', '-r', '70', card, info.outputPath('card')]);

    await page.getByRole('button', { name: t('meetings.begin') }).click();
    await page.getByRole('textbox', { name: t('reflection.prompt.formal.before.with'), exact: true }).click();
    await page.keyboard.type('The school is fixed; Sundays are not.');
    await page.getByRole('button', { name: t('meetings.after'), exact: true }).click();
    await page.getByRole('textbox', { name: t('reflection.prompt.formal.after.self'), exact: true }).click();
    await page.keyboard.type('I listened.');
    await page.getByRole('textbox', { name: t('reflection.prompt.formal.theirWords'), exact: true }).click();
    await page.keyboard.type('We decide where Sunday is.');
    await expect(page.locator('[data-save-state="saved"]')).toHaveText(t('common.saved.saved'));
    await page.getByRole('button', { name: t('language.open') }).click();
    await expect(page.getByText(t('language.none'))).toBeVisible();
    await look(page, info, '2-sheet');
    const sheet = join(documents, 'sheet.pdf');
    answerDialogs([sheet]);
    await page.getByRole('button', { name: t('meetings.print'), exact: true }).click();
    await expect(page.getByText(t('meetings.printed', { path: sheet }))).toBeVisible();
    const words = pdf('pdftotext', sheet, '-');
    expect(words).toContain('“We decide where Sunday is.”');
    expect(words).toContain(t('meetings.type.familyGroup'));
    execFileSync('pdftoppm', ['-png', '-r', '60', sheet, info.outputPath('sheet')]);

    await goTo(page, t('frame.place.pages'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('meetings.title') })
      .click();
    await expect(page.getByRole('link', { name: t('meetings.type.familyGroup') })).toBeVisible();
    await page.keyboard.press('Control+K');
    await page.getByRole('searchbox').fill('Sundays');
    await expect(page.getByRole('link', { name: t('meetings.type.familyGroup') })).toBeVisible();
  });
}

function pdf(tool: 'pdfinfo' | 'pdftotext', ...args: readonly string[]): string {
  return execFileSync(tool, [...args], { encoding: 'utf8' });
}

import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault } from '../support/vaultWindow.ts';

const t = text('cy');
const englishDates =
  /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(today|yesterday|January|February|March|June|July|August|September|October|November|December)\b/;

test('On a Welsh machine every place is in Welsh from the first screen on, its dates too', async ({
  launch,
}, info) => {
  const { page } = await launch({ locale: 'cy-GB' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await makeVault(page, { name: 'Nia Enghraifft', language: 'cy' });
  const { months, today } = await page.evaluate(() => {
    const now = new Date();
    return { months: now.getMonth(), today: now.getDate() };
  });
  const month = [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ][months];
  await expect(page.getByRole('main')).toContainText(`${today} ${month}`);
  await goTo(page, t('frame.place.pages'));
  await page.getByRole('button', { name: t('pages.write'), exact: true }).click();
  await expect(page.getByRole('textbox', { name: t('pages.words'), exact: true })).toBeFocused();
  await page.keyboard.type('Ysgrifennais hyn heddiw.');
  await expect(page.locator('[data-save-state]').first()).toHaveText(t('common.saved.saved'));
  const places = ['today', 'pages', 'moments', 'supervision', 'repair', 'year'] as const;
  for (const place of places) {
    await goTo(page, t(`frame.place.${place}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('main').textContent(), place).not.toMatch(englishDates);
    await expectNoViolations(page);
    await picture(page, info, place);
  }
});

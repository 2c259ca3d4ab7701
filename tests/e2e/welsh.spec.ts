import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { look, picture } from '../support/pictures.ts';
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

test('Behind the places too, every form about the work and what it does is in Welsh and has no violation', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { page } = await launch({ locale: 'cy-GB' });
  await makeVault(page, { name: 'Nia Enghraifft', language: 'cy' });
  const link = (name: string) => page.getByRole('main').getByRole('link', { name }).click();
  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  const forms: readonly (readonly [name: string, place: string, open: () => Promise<void>])[] = [
    ['check-in', t('frame.place.moments'), () => press(t('moments.checkIn.open'))],
    [
      'noticing',
      t('frame.place.moments'),
      () => openIn(t('noticing.title'), t('noticing.add'), t('kept.more')),
    ],
    [
      'standpoint',
      t('frame.place.moments'),
      () => openIn(t('noticing.standpoint.title'), t('noticing.standpoint.add')),
    ],
    ['strengths', t('frame.place.moments'), () => openIn(t('strengths.own.title'), t('strengths.own.add'))],
    ['note', t('frame.place.repair'), () => press(t('ruptures.notice'))],
    ['practice', t('frame.place.repair'), () => link(t('practice.open'))],
    ['phrase', t('frame.place.supervision'), () => openIn(t('phrasebook.open'), t('phrasebook.new'))],
    [
      'learning',
      t('frame.place.year'),
      () => openIn(t('learning.card.open'), t('learning.add'), t('kept.more')),
    ],
    ['looking-back', t('frame.place.lookingBack'), async () => undefined],
    ['help', t('frame.help'), async () => undefined],
    ['settings', t('frame.settings'), async () => undefined],
  ];
  async function openIn(place: string, ...buttons: readonly string[]): Promise<void> {
    await link(place);
    for (const button of buttons) await press(button);
  }
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  let last = '';
  for (const [name, place, open] of forms) {
    await goTo(page, place);
    await open();
    // A page that is still being read leaves the one before it on the screen.
    await expect(heading).not.toHaveText(last);
    last = (await heading.textContent()) ?? '';
    expect(await page.getByRole('main').textContent(), name).not.toMatch(englishDates);
    await look(page, info, name);
  }
});

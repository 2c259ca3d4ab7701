import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look, picture } from '../support/pictures.ts';
import { openPair } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');

test('Protected time: each says how it went, the chart is gone through by keyboard, and the table says the same', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await openPair(him, 'supervisee');
  const his = him.getByRole('region', { name: t('time.title') });
  await expect(his).toContainText(t('time.none'));
  await look(him, info, '1-none');
  // Months in which a session was set up, and one in which none was; the sessions themselves are not what is tried here.
  const dates = ['2026-05-12', '2026-06-16', '2026-07-14', '2026-09-15', '2026-10-13', '2026-11-10'];
  for (const date of dates) await createSession(him, date);

  await openPair(her, 'supervisor');
  const hers = her.getByRole('region', { name: t('time.title') });
  await expect(hers).toContainText(t('charts.tooFew'));
  await hers.getByRole('button', { name: t('time.standard.open') }).click();
  await hers.getByRole('button', { name: t('time.standard.change') }).click();
  await hers.getByLabel(t('time.standard.which')).selectOption({ label: 'England: employer standard 5' });
  await expect(hers.getByLabel(t('time.standard.minutes'))).toHaveValue('90');
  await hers.getByLabel(t('time.standard.from'), { exact: true }).fill('2025-11-01');
  await hers.getByLabel(t('time.standard.minutes')).fill('75');
  await look(her, info, '2-standard');
  await hers.getByRole('button', { name: t('time.standard.show', { name: people.supervisee }) }).click();
  await expect(hers).toContainText('75 minutes each time; counted from 1 November 2025');
  await expect(hers).toContainText(t('time.standard.own', { name: 'England: employer standard 5' }));
  await his.getByRole('button', { name: t('time.standard.open') }).click();
  await his.getByRole('button', { name: t('time.standard.sameAs', { name: people.supervisor }) }).click();
  await expect(his).toContainText(t('time.standard.both'));

  const told = [
    ['10 November 2026', 'held', '75', ''],
    ['13 October 2026', 'interrupted', '40', 'The duty phone rang twice'],
    ['15 September 2026', 'held', '80', ''],
    ['14 July 2026', 'cancelled', '', 'Court'],
    ['16 June 2026', 'held', '60', ''],
  ] as const;
  for (const [date, outcome, minutes, why] of told)
    await sayTime(him, people.supervisor, { date, outcome, minutes, why });
  await sayTime(her, people.supervisee, { date: '13 October 2026', outcome: 'held', minutes: '70', why: '' });
  await sayTime(her, people.supervisee, { date: '14 July 2026', outcome: 'moved', minutes: '', why: '' });

  await his.getByRole('button', { name: t('charts.table') }).click();
  await expect(his).toContainText('Held, 70 minutes.', { timeout: 15_000 });
  const slider = his.getByLabel(t('charts.go'));
  await slider.focus();
  await him.keyboard.press('End');
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^10 November 2026\. Amir Example: held, 75 minutes\./,
  );
  await him.keyboard.press('ArrowLeft');
  await expect(his).toContainText('interrupted, 40 minutes. Why: The duty phone rang twice');
  await him.keyboard.press('ArrowLeft');
  await him.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', 'No session from 1 August 2026 to 31 August 2026.');
  await expect(his.getByRole('img')).toHaveAccessibleName(
    t('time.chart.caption_other', { count: 6, from: '12 May 2026', to: '10 November 2026' }),
  );
  await expect(his).toContainText(t('time.chart.against_other', { count: 75 }));
  const row = his.getByRole('row', { name: '14 July 2026' });
  await expect(row).toContainText('Cancelled. Why: Court');
  await expect(row).toContainText('Moved.');
  await look(him, info, '3-chart');
  await him.emulateMedia({ media: 'print' });
  await picture(him, info, '4-print');
  await him.emulateMedia({ media: null });
});

async function createSession(page: Page, date: string): Promise<void> {
  await page.evaluate(async (on) => {
    const pairs = await window.bridge.call('pairs.list', {});
    if (!pairs.ok) throw new Error('no pair');
    const [pair] = (pairs.value as { pairs: { space: string }[] }).pairs;
    await window.bridge.call('sessions.create', { space: pair?.space, date: on });
  }, date);
}

async function sayTime(
  page: Page,
  otherName: string,
  said: {
    date: string;
    outcome: 'held' | 'interrupted' | 'moved' | 'cancelled';
    minutes: string;
    why: string;
  },
): Promise<void> {
  const time = page.getByRole('region', { name: t('time.title') });
  const open = time.getByRole('button', { name: t('time.say.open') });
  if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
  await time.getByLabel(t('time.say.session'), { exact: true }).selectOption({ label: said.date });
  await time
    .getByRole('radio', { name: t(`time.outcome.${said.outcome}`), exact: true })
    .check({ force: true });
  await time.getByLabel(t('time.say.minutes')).fill(said.minutes);
  await time.getByLabel(t('time.say.why')).fill(said.why);
  await time.getByRole('button', { name: t('time.say.show', { name: otherName }) }).click();
  await expect(time.getByRole('button', { name: t('time.say.takeBack') })).toBeVisible();
}

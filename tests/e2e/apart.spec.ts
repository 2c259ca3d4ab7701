import { renameSync } from 'node:fs';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
const date = '14 May 2027';

test('Walk-through 6: two laptops and a folder that is away: talk, Show, quiet, finish, and nothing lost or blamed', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee, folder } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(her, 'supervisor', '2027-05-14');
  await session.addTopic(her, 'The rota');
  await session.speak(her, 'supervisor', 'Before the folder went.');
  await session.openSession(him, 'supervisee', date);
  await session.openTopic(him, 'The rota');
  await expect(session.voiceOf(him, 'supervisor')).toContainText('Before the folder went.');

  renameSync(folder, `${folder}-away`);
  await session.speak(him, 'supervisee', 'Said while it was away.');
  await her.getByRole('button', { name: t('sessions.quiet.open'), exact: true }).click();
  await her
    .getByRole('radio', { name: t('sessions.quiet.minutes_other', { count: 5 }), exact: true })
    .check({ force: true });
  await her.getByRole('button', { name: t('sessions.quiet.begin') }).click();
  const quiet = /Quiet until \d\d:\d\d\./;
  await expect(her.getByText(quiet)).toBeVisible();
  await her.getByRole('button', { name: t('sessions.finish') }).click();
  await session.voiceOf(her, 'supervisor').waitFor();
  await session.speak(her, 'supervisor', 'My last word.');
  // Longer than the exchange's own rhythm, so that both have looked and found the folder away.
  await her.waitForTimeout(5_000);
  for (const page of [her, him]) {
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
  await expect(her.getByText('Said while it was away.')).toHaveCount(0);
  await picture(her, info, 'folder-away');

  renameSync(`${folder}-away`, folder);
  await session.openTopic(her, 'The rota');
  await expect(session.voiceOf(her, 'supervisee')).toContainText('Said while it was away.');
  await expect(him.getByText(quiet)).toBeVisible();
  await him.getByRole('button', { name: t('sessions.finish') }).click();
  await expect(session.voiceOf(him, 'supervisor')).toContainText('My last word.');
  await picture(him, info, 'folder-back');
  await him.getByRole('button', { name: t('sessions.finish') }).click();
  await him.getByRole('heading', { name: t('sessions.pair.title', { name: people.supervisor }) }).waitFor();
});

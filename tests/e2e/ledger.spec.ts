import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture.ts';
import { joinThroughWindows, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

test('What was given and signed can be read, found, saved, and checked by the other', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await joinThroughWindows(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await session.addTopic(him, 'The visit');
  await session.speak(him, 'supervisee', 'I was afraid on the stairs.');
  await session.openSession(her, 'supervisor', '14 May 2027');
  await session.openTopic(her, 'The visit');
  await session.speak(her, 'supervisor', 'I should have come with you.');
  await session.openTopic(him, 'The visit');
  await him.getByText('I should have come with you.').waitFor();
  await session.propose(him, 'supervisee');

  await openLedger(him);
  const entries = him.getByRole('region', { name: t('ledger.list') });
  const signed = `You signed with ${people.supervisor}: the record of the session of 14 May 2027.`;
  await expect(entries).toContainText(signed);
  await expect(entries).toContainText(`You joined with ${people.supervisor}.`);
  await expect(entries).not.toContainText('afraid');
  await look(him, info, '1-list');
  await him.getByLabel(t('ledger.words')).fill('joined');
  await expect(entries.getByRole('listitem')).toHaveCount(1);
  await him.getByLabel(t('ledger.words')).fill('');
  await him.getByRole('button', { name: t('ledger.narrow') }).click();
  await him.getByLabel(t('ledger.act')).selectOption({ label: t('ledger.act.signature') });
  await him.getByLabel(t('ledger.person')).selectOption({ label: people.supervisor });
  await expect(entries.getByRole('listitem')).toHaveText([signed]);
  await look(him, info, '2-narrowed');
  await him.getByRole('button', { name: t('ledger.trust.title') }).click();
  await him.getByText(t('ledger.trust.whole')).waitFor();
  await him.getByRole('button', { name: t('ledger.files.title') }).click();
  await look(him, info, '3-unfolded');

  const file = info.outputPath('list.json');
  supervisee.answerDialogs([file]);
  await him.getByRole('button', { name: t('ledger.files.chain') }).click();
  await him.getByText(t('ledger.files.saved', { path: file })).waitFor();
  await session.openSession(her, 'supervisor', '14 May 2027');
  await session.openTopic(her, t('sessions.part.beforeWeGo'));
  await her.getByText(t('signing.proposedByOther', { name: people.supervisee })).waitFor();
  await openLedger(her);
  await her.getByRole('button', { name: t('ledger.files.title') }).click();
  supervisor.answerDialogs([file]);
  await her.getByRole('button', { name: t('ledger.files.check') }).click();
  await expect(
    her.getByText(`This is ${people.supervisee}'s list. It is whole, and every mark`),
  ).toBeVisible();
  await look(her, info, '4-checked');

  const chain = JSON.parse(readFileSync(file, 'utf8'));
  chain.entries.splice(1, 1);
  rmSync(file);
  writeFileSync(file, JSON.stringify(chain));
  supervisor.answerDialogs([file]);
  await her.getByRole('button', { name: t('ledger.files.check') }).click();
  await her.getByText(t('ledger.check.broken', { number: 2 })).waitFor();

  await goTo(her, t('settings.title'));
  await her.getByText('Cymraeg').click();
  await her.getByRole('link', { name: cy('ledger.open') }).click();
  await her.getByRole('heading', { level: 1, name: cy('ledger.title') }).waitFor();
  await expect(her.getByRole('region', { name: cy('ledger.list') })).toContainText(
    `Cysylltoch â ${people.supervisee}.`,
  );
  await look(her, info, '5-welsh');
});

async function openLedger(page: Page): Promise<void> {
  await goTo(page, t('settings.title'));
  await page.getByRole('link', { name: t('ledger.open') }).click();
  await page.getByRole('heading', { level: 1, name: t('ledger.title') }).waitFor();
}

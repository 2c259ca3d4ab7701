import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

test('A hard talk is rehearsed with somebody who does not exist, marked on every page, and a team’s phrases are written and given away', async ({
  launch,
}, info) => {
  const app = await openOwnVault(launch);
  const { page } = app;
  const look = (name: string) => picture(page, info, name);
  await goTo(page, t('frame.place.repair'));
  await page.getByRole('link', { name: t('practice.open') }).click();
  await expect(page.getByRole('note')).toContainText(t('practice.banner'));
  await expectNoViolations(page);
  await look('1-practice');
  const name = t('practice.scenario.cutShort.name');
  await page.getByRole('button', { name: t('practice.start.label', { name }) }).click();
  await expect(page.getByRole('note')).toContainText(t('practice.banner'));
  await page.getByLabel(t('practice.step.begin'), { exact: true }).fill('Robin, have you ten minutes?');
  await page.getByRole('button', { name: t('practice.say'), exact: true }).click();
  const answer = page.getByText(t('practice.reply.cutShort.begin.listens'));
  await expect(answer).toBeFocused();
  await page.getByRole('radio', { name: t('practice.manner.guarded') }).click({ force: true });
  await expect(page.getByText(t('practice.reply.cutShort.begin.guarded'))).toBeVisible();
  await page.getByLabel(t('practice.step.tell'), { exact: true }).fill('I went quiet, and stayed so.');
  await page.getByRole('button', { name: t('practice.say'), exact: true }).click();
  await page.getByLabel(t('practice.after'), { exact: false }).fill('My voice shook.');
  await expectNoViolations(page);
  await look('2-rehearsal');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await look('3-rehearsal-forced-colours');
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.getByRole('button', { name: t('practice.keep') }).click();
  await page.getByRole('link', { name: t('practice.kept.open', { name }) }).click();
  await expect(page.getByText('I went quiet, and stayed so.')).toBeVisible();
  await page.getByRole('button', { name: t('practice.throwAway') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('practice.throwAway.confirm') })
    .click();
  await expect(page.getByText(t('practice.kept.none'))).toBeVisible();

  await goTo(page, t('frame.place.supervision'));
  await page.getByRole('link', { name: t('phrasebook.open') }).click();
  await expect(page.getByText(t('phrasebook.empty'))).toBeVisible();
  await page.getByRole('button', { name: t('phrasebook.new') }).click();
  await page.getByLabel(t('phrasebook.say')).fill('We have not found a way to meet yet');
  await page.getByLabel(t('phrasebook.insteadOf')).fill('fails to engage');
  await goTo(page, t('frame.place.supervision'));
  await page.getByRole('link', { name: t('phrasebook.open') }).click();
  await page.getByRole('button', { name: t('phrasebook.new') }).click();
  await expect(page.getByLabel(t('phrasebook.say'))).toHaveValue('We have not found a way to meet yet');
  await page.getByRole('button', { name: t('common.cancel') }).click();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await page.getByRole('button', { name: t('phrasebook.new') }).click();
  await expect(page.getByLabel(t('phrasebook.insteadOf'))).toHaveValue('fails to engage');
  await page.getByRole('button', { name: t('common.save') }).click();
  await expect(page.getByText('We have not found a way to meet yet')).toBeVisible();
  await expectNoViolations(page);
  await look('4-phrasebook');
  await page.getByRole('button', { name: t('phrasebook.out.open') }).click();
  await page.getByRole('checkbox', { name: 'We have not found a way to meet yet' }).check({ force: true });
  await page.getByLabel(t('phrasebook.out.name')).fill('Duty team');
  const path = join(app.documents, 'phrases.json');
  app.answerDialogs([path]);
  await expect(page.getByRole('button', { name: t('phrasebook.out.json') })).toBeEnabled();
  await expectNoViolations(page);
  await look('5-give');
  await page.getByRole('button', { name: t('phrasebook.out.json') }).click();
  await expect(page.getByText(t('phrasebook.out.done', { path }))).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('fails to engage');
  await page.getByRole('button', { name: t('common.close') }).click();
  app.answerDialogs([path]);
  await page.getByRole('button', { name: t('phrasebook.in.open') }).click();
  await expect(page.getByRole('dialog')).toContainText('Duty team');
  await look('6-take-in');
  await page.keyboard.press('Escape');

  await goTo(page, t('frame.settings'));
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await goTo(page, cy('frame.place.repair'));
  await page.getByRole('link', { name: cy('practice.open') }).click();
  await expect(page.getByRole('note')).toContainText(cy('practice.banner'));
  await look('7-welsh');
});

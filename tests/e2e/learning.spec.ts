import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { questionOf } from '../../shared/model/modelling.ts';
import { card } from '../support/agreementWindows.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look, pictures } from '../support/pictures.ts';
import { openPair } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Thanks are shown and taken back, noticing and a trail stay private, learning is summed and saved, a leader is asked once a month', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];

  // Strengths and thanks, on the pair's page.
  await openPair(her, 'supervisor');
  await say(her, 'strength', 'You let the silence stand.', 'The boy spoke for the first time.');
  const preview = her.getByRole('dialog', { name: t('sessions.show.title', { name: people.supervisee }) });
  await expect(preview).toContainText('The boy spoke for the first time.');
  await pictures(her, info, '1-preview');
  await preview
    .getByRole('button', { name: t('sessions.show.confirm', { name: people.supervisee }) })
    .click();
  await openPair(him, 'supervisee');
  await expect(strengths(him)).toContainText('You let the silence stand.', { timeout: 15_000 });
  await say(him, 'thanks', 'You stayed late.', '');
  await him.getByRole('button', { name: t('sessions.show.confirm', { name: people.supervisor }) }).click();
  await expect(strengths(him).locator('[data-voice]').first()).toContainText('You stayed late.');
  await strengths(him)
    .getByRole('button', { name: t('strengths.begin.celebration') })
    .click();
  await strengths(him).getByLabel(t('strengths.text.celebration')).fill('The panel listened.');
  await look(him, info, '2-both-and-a-draft');
  await strengths(him)
    .getByRole('button', { name: t('sessions.putAway') })
    .click();
  await strengths(her)
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect(strengths(her)).toContainText('Begun: You let the silence stand.');
  await expect(strengths(him)).not.toContainText('You let the silence stand.', { timeout: 15_000 });

  // The monthly question: only she is asked.
  await goTo(him, t('frame.place.today'));
  await goTo(her, t('frame.place.today'));
  const question = await her.evaluate(() => window.bridge.call('modelling.asked', {}));
  const { asked } = (question as { value: { asked: { month: string } } }).value;
  const words = t(`modelling.question.${questionOf(asked.month)}`);
  await expect(card(her, t('modelling.card.title'))).toContainText(words);
  await expect(him.getByText(t('modelling.card.title'))).toHaveCount(0);
  await look(her, info, '3-today');
  await her.getByRole('button', { name: t('modelling.card.answer') }).click();
  await her.getByRole('textbox', { name: words }).fill('I rang to say I was wrong.');
  await her.getByRole('button', { name: t('kept.keep') }).click();
  await expect(her.getByText(words)).toHaveCount(0);
  await goTo(her, t('frame.place.lookingBack'));
  await expect(card(her, t('modelling.title'))).toContainText('I rang to say I was wrong.');
  await pictures(her, info, '4-looking-back');

  // Noticing myself, by keyboard through the fold; deleted, put back, erased.
  await goTo(him, t('frame.place.moments'));
  await him.getByRole('link', { name: t('noticing.title') }).click();
  await expect(him.getByText(t('noticing.empty'))).toBeVisible();
  await him.getByRole('button', { name: t('noticing.add') }).click();
  await him.getByLabel(t('noticing.field.setOff')).fill('A raised voice in the corridor');
  await him.getByRole('button', { name: t('kept.more') }).press('Enter');
  await him.getByLabel(t('noticing.went.withdrew')).press('Space');
  await him.getByLabel(t('kept.date')).fill('2999-01-01');
  await expect(him.getByText(t('errors.date_in_future'))).toBeVisible();
  await look(him, info, '5-noticing-form');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(him.getByLabel(t('kept.date'))).toBeFocused();
  await him.getByLabel(t('kept.date')).fill('2024-05-06');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(him.getByText(t('noticing.went.withdrew'))).toBeVisible();
  await him.getByRole('button', { name: /^Delete what you noted/ }).click();
  await expect(him.getByText('A raised voice in the corridor')).toHaveCount(0);
  await him.getByRole('button', { name: t('common.undo') }).click();
  await expect(him.getByText('A raised voice in the corridor')).toBeVisible();
  await him.getByRole('button', { name: /^Edit what you noted/ }).click();
  await him.getByRole('button', { name: t('kept.erase') }).click();
  await him
    .getByRole('alertdialog')
    .getByRole('button', { name: t('kept.erase') })
    .click();
  await expect(him.getByText(t('noticing.empty'))).toBeVisible();

  // Where I stand, and a copy of a step on a page, from where a line can be offered.
  await goTo(him, t('frame.place.moments'));
  await him.getByRole('link', { name: t('noticing.standpoint.title') }).click();
  await him.getByRole('button', { name: t('noticing.standpoint.add') }).click();
  await him
    .getByRole('textbox', { name: t('noticing.standpoint.field.stand') })
    .fill('I hold the pen in that room.');
  await him.getByLabel(t('noticing.standpoint.field.assumed')).fill('That she would not come.');
  await him.getByLabel(t('noticing.standpoint.field.about')).fill('K7');
  await him.getByLabel(t('noticing.standpoint.field.lookAgainOn')).fill('2001-01-01');
  await expect(him.getByText(t('errors.dates_out_of_order'))).toBeVisible();
  await look(him, info, '6-standpoint-form');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(him.getByLabel(t('noticing.standpoint.field.lookAgainOn'))).toBeFocused();
  await him.getByLabel(t('noticing.standpoint.field.lookAgainOn')).fill('');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await pictures(him, info, '7-trail');
  await him.getByRole('button', { name: /^Copy to a page/ }).click();
  await expect(him.getByRole('textbox').last()).toContainText('What I assumed: That she would not come.');

  // What went well, for oneself.
  await goTo(him, t('frame.place.moments'));
  await him.getByRole('link', { name: t('strengths.own.title') }).click();
  await him.getByRole('button', { name: t('strengths.own.add') }).click();
  await him.getByRole('textbox', { name: t('strengths.own.text') }).fill('She asked for help herself.');
  await him.getByRole('radio', { name: t('strengths.begin.strength') }).check({ force: true });
  await look(him, info, '8-own-form');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(him.getByRole('heading', { name: t('strengths.begin.strength') })).toBeVisible();

  // The learning log, and a file of it.
  await goTo(him, t('frame.place.year'));
  await him.getByRole('link', { name: t('learning.card.open') }).click();
  await him.getByRole('button', { name: t('learning.add') }).click();
  await him.getByLabel(t('learning.field.type')).selectOption({ label: t('learning.type.rolePlay') });
  const hours = him.getByLabel(t('learning.field.hours'));
  await hours.fill('250');
  await expect(him.getByText(t('learning.field.hours.wrong'))).toBeVisible();
  await him.getByLabel(t('learning.field.what')).fill('=The hard talk, rehearsed');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(hours).toBeFocused();
  await hours.fill('3.25');
  await him.getByRole('button', { name: t('kept.keep') }).click();
  await expect(him.getByRole('row', { name: t('learning.hours.all') })).toContainText('3.25');
  await look(him, info, '9-learning');
  await him.getByRole('button', { name: t('learning.file.open') }).click();
  const file = him.getByRole('dialog', { name: t('learning.file.title') });
  await expect(file).toContainText("'=The hard talk, rehearsed");
  await look(him, info, '10-file');
  const path = join(supervisee.data, 'log.csv');
  supervisee.answerDialogs([path]);
  await file.getByRole('button', { name: t('learning.file.csv') }).click();
  await expect(file).toContainText(t('learning.file.done', { path }));
  expect(await readFile(path, 'utf8')).toContain('"3.25","\'=The hard talk, rehearsed"');
  await file.getByRole('button', { name: t('common.close') }).click();

  await inWelsh(him, info);
});

function strengths(page: Page) {
  return card(page, t('strengths.pair.title'));
}

async function say(page: Page, what: 'strength' | 'thanks', words: string, effect: string): Promise<void> {
  const here = strengths(page);
  await here.getByRole('button', { name: t(`strengths.begin.${what}`), exact: true }).click();
  await here.getByLabel(t(`strengths.text.${what}`)).fill(words);
  await here.getByLabel(t(`strengths.effect.${what}`)).fill(effect);
  await here.getByRole('button', { name: t('common.show'), exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

/** One look at the learning log in Welsh. */
async function inWelsh(page: Page, info: TestInfo): Promise<void> {
  const cy = text('cy');
  await goTo(page, t('frame.settings'));
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await goTo(page, cy('frame.place.year'));
  await page.getByRole('link', { name: cy('learning.card.open') }).click();
  await expect(page.getByRole('heading', { name: new RegExp(cy('learning.type.rolePlay')) })).toBeVisible();
  await pictures(page, info, '11-welsh');
}

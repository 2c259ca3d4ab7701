import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Ways in, a decision with who took part, how the deciding was, a case extract, and what is left for next time', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];

  // A way in of their own.
  await session.openPair(him, 'supervisee');
  await him.getByRole('button', { name: t('ways.make') }).click();
  await him.getByLabel(t('ways.name'), { exact: true }).fill('When it goes too fast');
  await him
    .getByLabel(t('ways.questions'), { exact: true })
    .fill('What would slow look like here?\nWho is waiting for whom?');
  await look(him, info, '1-way-in-written');
  await him.getByRole('button', { name: t('common.show'), exact: true }).click();
  const shown = him.getByRole('dialog', { name: t('sessions.show.title', { name: people.supervisor }) });
  await expect(shown).toContainText('Who is waiting for whom?');
  await session.confirmShow(him, people.supervisor);
  await look(him, info, '2-way-in-shown');

  await session.newSession(him, 'supervisee', '2027-05-14');
  await session.addTopic(him, 'Leave in August');
  await him.getByRole('button', { name: t('common.show'), exact: true }).click();
  await session.confirmShow(him, people.supervisor);
  await session.addTopic(him, 'The visit on Tuesday');
  await session.speak(him, 'supervisee', 'It was over before I could ask.');
  await session.openSession(her, 'supervisor', '14 May 2027');
  await session.openTopic(her, 'The visit on Tuesday');
  await expect(her.getByText(t('reflection.prompt.happened'), { exact: true })).toBeVisible();
  await her.getByRole('button', { name: t('ways.others') }).click();
  await her.getByLabel(t('ways.choose')).selectOption({ label: 'When it goes too fast' });
  await expect(her.getByText('What would slow look like here?')).toBeVisible();
  await look(her, info, '3-way-in-chosen');
  await her.getByLabel(t('ways.choose')).selectOption({ label: t('reflection.set.curiosity') });
  await expect(her.getByText(t('reflection.prompt.curiosity.sense')).first()).toBeVisible();
  await her.getByRole('button', { name: t('ways.others') }).click();

  // A decision, and how its making was for the one it was made about.
  await her.getByRole('button', { name: t('sessions.decision.add') }).click();
  await her.getByLabel(t('sessions.decision.text')).fill('Joint visits to the Pritchards until June.');
  await her.getByRole('radio', { name: t('sessions.decision.who.supervisor') }).check({ force: true });
  await her.getByLabel(t('sessions.decision.tookPart')).fill('Amir and I. The school was not asked.');
  await session.show(her, her.locator('main'), people.supervisee);
  await expect(him.getByText('The school was not asked.')).toBeVisible();
  await him.getByRole('button', { name: t('ways.fair.title') }).click();
  const heard = him.getByRole('radiogroup', { name: t('ways.fair.heard') });
  await expect(him.getByRole('radiogroup').getByRole('radio', { checked: true })).toHaveCount(0);
  await heard.getByRole('radio', { name: t('ways.fair.answer.partly') }).check({ force: true });
  await look(him, info, '4-fair-process');
  await him.getByRole('button', { name: t('sessions.show.confirm', { name: people.supervisor }) }).click();
  await expect(him.getByText(t('ways.fair.shown'))).toBeVisible();
  await her.getByRole('button', { name: t('ways.fair.title') }).click();
  await expect(her.getByText(t('ways.fair.says', { name: people.supervisee }))).toBeVisible();
  await him
    .getByRole('button', { name: t('sessions.takeBack') })
    .last()
    .click();
  await expect(her.getByText(t('ways.fair.says', { name: people.supervisee }))).toHaveCount(0);

  // The decision for the case file: nothing but it leaves, and a name is looked at first.
  await her.evaluate(() => window.bridge.call('settings.set', { names: ['Pritchard'] }));
  await her.getByRole('button', { name: t('extracts.open') }).click();
  const extract = her.getByRole('dialog', { name: t('extracts.title') });
  await extract.getByLabel(t('extracts.who')).check();
  await look(her, info, '5-extract-choose');
  await extract.getByRole('button', { name: t('extracts.look') }).click();
  await expect(extract.getByLabel(t('extracts.text'))).toHaveValue(
    [
      t('extracts.says.decision', { text: 'Joint visits to the Pritchards until June.' }),
      t('sessions.decision.becauseNotSaid'),
      t('extracts.says.who', { text: t('sessions.decision.who.supervisor') }),
    ].join('\n'),
  );
  await extract.getByLabel(t('extracts.text')).fill('Decision: Joint visits until June, said Amir.');
  await expect(extract.getByRole('button', { name: t('extracts.copy') })).toBeDisabled();
  await extract.getByRole('button', { name: t('language.open') }).click();
  await expect(extract.getByText(t('language.none'))).toBeVisible();
  await expect(extract.locator('mark')).toHaveText('Amir');
  await look(her, info, '6-extract-name-found');
  await extract.getByLabel(t('packs.check.keep.name')).check();
  await extract.getByRole('button', { name: t('extracts.copy') }).click();
  await expect(extract.getByText(t('extracts.copied'))).toBeVisible();
  await her.keyboard.press('Escape');
  await goTo(her, t('frame.place.pages'));
  await her.getByRole('button', { name: t('pages.write') }).click();
  const words = her.getByRole('textbox', { name: t('pages.words') });
  await words.click();
  await her.keyboard.press('Control+V');
  await expect(words).toHaveText('Decision: Joint visits until June, said Amir.');

  // From a private page: only what was marked.
  await her.keyboard.press('Enter');
  await her.keyboard.type('PRIVATE I was cross.');
  await her.getByRole('button', { name: t('extracts.open') }).click();
  const line = t('extracts.line', { text: 'Decision: Joint visits until June, said Amir.' });
  await extract.getByLabel(line).selectOption('decision');
  await look(her, info, '7-extract-from-page');
  await extract.getByRole('button', { name: t('extracts.look') }).click();
  await extract.getByLabel(t('packs.check.keep.name')).check();
  const file = join(supervisor.documents, 'decision.pdf');
  supervisor.answerDialogs([file]);
  await extract.getByRole('button', { name: t('extracts.print') }).click();
  await expect(extract.getByText(t('extracts.printed', { path: file }))).toBeVisible();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await her.keyboard.press('Escape');

  // Next time: what was not reached is offered, and comes only when its owner brings it.
  await session.newSession(him, 'supervisee', '2027-05-28');
  await session.openTopic(him, t('ways.carry.title'));
  await expect(him.getByText(t('ways.carry.why.notReached', { date: '14 May 2027' }))).toBeVisible();
  await look(him, info, '8-from-last-time');
  await him.getByRole('button', { name: t('ways.carry.bring.label', { title: 'Leave in August' }) }).click();
  await expect(him.getByRole('heading', { level: 2, name: 'Leave in August' })).toBeVisible();
  await expect(him.getByText(t('ways.carry.from', { date: '14 May 2027' }))).toBeVisible();
  await look(him, info, '9-brought-again');
  expect([...supervisor.refusedRequests(), ...supervisee.refusedRequests()]).toEqual([]);
});

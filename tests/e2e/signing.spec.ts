import { spawnSync } from 'node:child_process';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
const date = '14 May 2027';

test('Walk-through 8: signed at home with a note, in one’s own time; both voices in equal order and size', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(him, 'supervisee', '2027-05-14');
  await session.speak(him, 'supervisee', 'TIRED today');
  await session.addTopic(him, 'The visit');
  await session.speak(him, 'supervisee', 'I was afraid on the stairs.');
  await session.openSession(her, 'supervisor', date);
  await session.openTopic(her, 'The visit');
  await session.speak(her, 'supervisor', 'I should have come with you.');
  await session.openTopic(her, t('sessions.part.beforeWeGo'));
  await her.getByRole('button', { name: t('signing.propose.open') }).click();
  const proposal = her.getByRole('dialog', { name: t('signing.propose.title') });
  await expect(proposal).toContainText(t('signing.meaning'));
  await expect(proposal.locator('[data-record]')).not.toContainText('TIRED');
  await picture(her, info, 'propose');
  await expectNoViolations(her);
  await proposal.getByRole('button', { name: t('common.notNow') }).click();
  await session.propose(her, 'supervisor');
  await expectNoViolations(her);

  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await him.getByText(t('signing.proposedByOther', { name: people.supervisor })).waitFor();
  await him.getByRole('button', { name: t('signing.read.open') }).click();
  const reading = him.getByRole('dialog');
  const boxes = reading.locator('[data-record] [data-voice]');
  await expect(boxes).toHaveCount(2);
  expect(await boxes.evaluateAll((all) => all.map((one) => one.getAttribute('data-voice')))).toEqual([
    'supervisee',
    'supervisor',
  ]);
  const [left, right] = await Promise.all([boxes.nth(0).boundingBox(), boxes.nth(1).boundingBox()]);
  expect(Math.abs((left?.width ?? 0) - (right?.width ?? 1))).toBeLessThan(1);
  expect(left?.height).toBe(right?.height);
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  await picture(him, info, 'read');
  await expectNoViolations(him);
  await reading.getByRole('button', { name: t('common.notNow') }).click();

  // Newer words first: the proposal can no longer be signed, and is proposed anew.
  await session.openTopic(him, 'The visit');
  await session
    .voiceOf(him, 'supervisee')
    .getByRole('button', { name: t('common.change') })
    .click();
  await session
    .voiceOf(him, 'supervisee')
    .getByRole('textbox')
    .fill('I was afraid on the stairs, and alone.');
  await session.show(him, session.voiceOf(him, 'supervisee'), people.supervisor);
  await her.getByText(t('signing.newerWords.theirs', { name: people.supervisee })).waitFor();
  await session.propose(her, 'supervisor');
  await him.getByText(t('signing.proposedByOther', { name: people.supervisor })).waitFor();
  await session.sign(him, 'supervisee', 'I would have put it more strongly.');
  for (const page of [her, him]) {
    await expect(page.getByText(t('signing.bothOneNote')).first()).toBeVisible();
    await expect(page.getByText('I would have put it more strongly.').first()).toBeVisible();
  }
  await picture(him, info, 'both-signed');
  await expectNoViolations(him);
  await session.openTopic(him, 'The visit');
  await expect(him.getByRole('button', { name: t('common.change') })).toHaveCount(0);
  await expect(him.getByRole('button', { name: t('sessions.write') })).toHaveCount(0);
  await picture(him, info, 'signed-topic');
  await expectNoViolations(him);

  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await him.getByRole('button', { name: t('signing.later.write') }).click();
  const later = him.locator('section').filter({
    has: him.getByRole('heading', { name: t('signing.later.title'), level: 3 }),
  });
  await later.getByRole('textbox').first().fill('The school rang since.');
  await session.show(him, later.first(), people.supervisor);
  await session.propose(him, 'supervisee');
  await her.getByText(t('signing.proposedByOther', { name: people.supervisee })).waitFor();
  await session.sign(her, 'supervisor');
  await expect(him.getByText(`· ${t('signing.later.signed')}`)).toBeVisible();
  await picture(him, info, 'amended');
  await expectNoViolations(him);

  const file = info.outputPath('signed-session.json');
  supervisee.answerDialogs([file]);
  await him.getByRole('button', { name: t('signing.save.open') }).click();
  await him.getByText(t('signing.save.done', { path: file })).waitFor();
  await picture(him, info, 'saved');
  await expectNoViolations(him);
  const checked = spawnSync(process.execPath, ['build/verify.ts', file], { encoding: 'utf8' });
  expect(checked.stdout).toContain('EVERYTHING IN THIS FILE HOLDS.');
  expect(checked.stdout).toContain('The school rang since.');
  expect(checked.status).toBe(0);
  // What the check asks people to compare is what both windows show.
  const mark = /mark of their last record is ((?:[0-9a-f]{4} ?){4})too/.exec(checked.stdout)?.[1]?.trim();
  for (const page of [her, him]) {
    await expect(page.getByText(t('signing.save.mark', { mark: mark ?? 'none' }))).toBeVisible();
  }
});

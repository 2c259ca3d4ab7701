import type { Page, TestInfo } from '@playwright/test';
import { joinWindowless, openCircles, seatOf, startWindowless } from '../support/circleWindows.ts';
import { freshFolder } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look, picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');
const nia = 'Nia Example';
const first = 'How do you arrive?';
const second = 'What has this year asked of you?';
const round = (number: number, question: string) => t('circles.round.title', { number, question });

test('A circle: three people brought together, two rounds, a pass, a voice not heard yet', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee, folder } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  const root = await freshFolder('nia');
  const third = await startWindowless(nia, root);
  await joinWindowless(her, third, { root, folder });
  await third.call('exchange.sync', {});

  await openCircles(her);
  await look(her, info, 'no-circle');
  await her.getByRole('button', { name: t('circles.found.open') }).click();
  const dialog = her.getByRole('dialog', { name: t('circles.found.open') });
  await dialog.getByLabel(t('circles.found.name'), { exact: true }).fill('Duty team');
  await dialog.getByRole('button', { name: t('circles.found.confirm') }).click();
  await expect(dialog).toContainText(t('circles.found.needName'));
  for (const name of [people.supervisee, nia]) await dialog.getByLabel(name, { exact: true }).check();
  supervisor.answerDialogs([folder]);
  await dialog.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
  await expect(dialog).toContainText(folder);
  await look(her, info, 'found');
  await dialog.getByRole('button', { name: t('circles.found.confirm') }).click();
  await her.getByRole('link', { name: 'Duty team' }).waitFor();

  await openCircles(him);
  const invitation = him.getByRole('region', {
    name: t('circles.invite.title', { from: people.supervisor, name: 'Duty team' }),
  });
  await expect(invitation).toContainText(t('circles.introducedBy', { name: people.supervisor }));
  supervisee.answerDialogs([folder]);
  await invitation.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
  await expect(invitation).toContainText(folder);
  await look(him, info, 'invitation');
  await invitation.getByRole('button', { name: t('circles.invite.join') }).click();
  await him.getByRole('heading', { level: 1, name: 'Duty team' }).waitFor();

  await expect
    .poll(async () => {
      await third.call('exchange.sync', {});
      return (await third.call('circles.list', {})).invitations.length;
    })
    .toBe(1);
  const [invite] = (await third.call('circles.list', {})).invitations;
  await third.call('circles.join', { invite: invite?.invite ?? '', folder });
  await third.call('exchange.sync', {});

  await her.getByRole('link', { name: 'Duty team' }).click();
  await her.getByRole('button', { name: t('circles.people.title') }).click();
  await expect(her.getByText(t('circles.here.here'), { exact: true })).toHaveCount(2);
  await her.getByRole('button', { name: t('circles.new.title') }).click();
  await her.getByLabel(t('circles.new.name'), { exact: true }).fill('After the inspection');
  await her.getByLabel(t('circles.new.question', { number: 1 })).fill(first);
  await her.getByRole('button', { name: t('circles.new.add') }).click();
  await her.getByLabel(t('circles.new.question', { number: 2 })).fill(second);
  await look(her, info, 'new-meeting');
  await her.getByRole('button', { name: t('circles.new.create') }).click();
  await her.getByRole('heading', { level: 1, name: 'After the inspection' }).waitFor();
  await look(her, info, 'keeper');

  await him.getByRole('link', { name: 'After the inspection' }).click();
  const his = seatOf(him, people.supervisee);
  await his.getByRole('button', { name: t('sessions.write') }).click();
  await his.getByRole('textbox').fill('DELETED marker');
  await his.getByRole('textbox').fill('Tired from the weekend on call.\nGlad it is quiet in here.');
  await expect(his.locator('[data-save-state="saved"]')).toHaveText(t('common.saved.saved'));
  await look(him, info, 'writing');
  // Nothing of a draft crosses: not the words, not that there are any.
  await expect(seatOf(her, people.supervisee)).toContainText(t('circles.turn.notYet'));
  await his.getByRole('button', { name: t('common.show'), exact: true }).click();
  const show = him.getByRole('dialog');
  await expect(show).toContainText(nia);
  await expect(show).toContainText('Glad it is quiet in here.');
  await look(him, info, 'show');
  await show.getByRole('button', { name: t('circles.show.confirm') }).click();
  await expect(seatOf(her, people.supervisee)).toContainText('Glad it is quiet in here.');

  const { circles } = await third.call('circles.list', {});
  await third.call('exchange.sync', {});
  const { meetings } = await third.call('circles.get', { space: circles[0]?.space ?? '' });
  const meeting = meetings[0]?.meeting ?? '';
  const rounds = (await third.call('circles.meeting', { meeting })).view.rounds;
  await third.call('circles.pass', { round: rounds[0]?.round ?? '' });
  await third.call('exchange.sync', {});
  await expect(seatOf(him, nia)).toContainText(t('circles.turn.passed'));
  await expect(seatOf(him, people.supervisor)).toContainText(t('circles.turn.notYet'));
  await look(him, info, 'meeting');

  // "Not today" leaves nothing and goes on to the next question.
  await seatOf(her, people.supervisor)
    .getByRole('button', { name: t('circles.turn.notToday') })
    .click();
  await expect(her.getByRole('button', { name: round(2, second) })).toBeFocused();
  await expect(her.getByRole('button', { name: round(2, second) })).toHaveAttribute('aria-expanded', 'true');
  await expect(her.getByRole('button', { name: round(1, first) })).toHaveAttribute('aria-expanded', 'false');
  await seatOf(her, people.supervisor)
    .getByRole('button', { name: t('circles.turn.pass') })
    .click();
  await look(her, info, 'pass');
  await her
    .getByRole('alertdialog')
    .getByRole('button', { name: t('circles.pass.confirm') })
    .click();
  await expect(seatOf(her, people.supervisor)).toContainText(t('circles.turn.youPass'));
  // By keyboard on from there: the pass is taken back without the mouse.
  await expect
    .poll(() => her.evaluate(() => document.activeElement?.closest('li')?.ariaLabel))
    .toBe(t('common.voice.of', { name: people.supervisor }));
  await her.keyboard.press('Tab');
  await her.keyboard.press('Tab');
  await her.keyboard.press('Enter');
  await expect(seatOf(her, people.supervisor)).toContainText(t('sessions.nothingShown'));
  await expect(seatOf(him, people.supervisor)).toContainText(t('circles.turn.notYet'));

  await her.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect(her.getByText('Glad it is quiet in here.')).toBeVisible();
  await expect(her.getByRole('button', { name: t('circles.print') })).toBeHidden();
  await picture(her, info, 'print');
  await her.emulateMedia({ media: null });

  await her.getByRole('button', { name: t('circles.keeper.title') }).click();
  await look(her, info, 'keeper-open');
  await her
    .getByRole('button', { name: t('circles.keeper.change') })
    .first()
    .click();
  const change = her.getByRole('dialog', { name: t('circles.keeper.change') });
  await change.getByLabel(t('circles.keeper.question'), { exact: true }).fill('Whose doing was it?');
  await change.getByRole('button', { name: t('circles.show.confirm') }).click();
  // The words keep the question they answered.
  await expect(seatOf(him, people.supervisee)).toContainText(t('circles.turn.asked', { question: first }));

  await him.setViewportSize({ width: 640, height: 900 });
  await look(him, info, 'narrow');
  await him.setViewportSize({ width: 1180, height: 800 });
  await inWelsh(him, info);
  await third.call('circles.leave', { space: circles[0]?.space ?? '', takeBack: true });
  await third.call('exchange.sync', {});
  await expect(seatOf(him, nia, 'cy')).toContainText(text('cy')('circles.here.left'));
  third.close();
});

/** The same circle in Welsh, from the list to the round. */
async function inWelsh(page: Page, info: TestInfo): Promise<void> {
  const cy = text('cy');
  await goTo(page, t('frame.settings'));
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await goTo(page, cy('pairs.title'));
  await page.getByRole('link', { name: cy('circles.open') }).click();
  await look(page, info, 'welsh-circles');
  await page.getByRole('link', { name: 'Duty team' }).click();
  for (const part of ['circles.new.title', 'circles.people.title', 'circles.leave.open'] as const) {
    await page
      .getByRole('button', { name: cy(part) })
      .first()
      .click();
  }
  await look(page, info, 'welsh-circle');
  await page.getByRole('link', { name: 'After the inspection' }).click();
  await seatOf(page, people.supervisee, 'cy').waitFor();
  await look(page, info, 'welsh-meeting');
}

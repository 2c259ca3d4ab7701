import type { Page } from '@playwright/test';
import { answer, card, offerLine, openAgreement, show } from '../support/agreementWindows.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('An agreement from empty to both signed, looked at again, and its versions side by side', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  const see = (name: string, page: Page) => look(page, info, name);

  await openAgreement(him, 'supervisee');
  await see('01-empty', him);
  await him.getByRole('button', { name: t('agreement.none.begin') }).click();
  await him.getByText(t('agreement.state.begun')).waitFor();
  await expect(him.getByText(t('agreement.never.none'))).toBeVisible();
  await see('02-begun', him);

  // Private first: written, a line of it offered; the rest never leaves.
  await offerLine(him, 'canary-only-mine\nI stop asking questions.', 'I stop asking questions.', () =>
    see('03-offer', him),
  );
  const offered = card(him, t('agreement.offered.title'));
  await show(him, offered, 'supervisee');

  await answer(him, 'supervisee', {
    wants: 'Time to think about the hard visits.',
    repair: 'Say it the same week.',
  });
  await see('04-his-answers', him);
  await openAgreement(her, 'supervisor');
  await her.getByText('Time to think about the hard visits.').waitFor();
  await expect(her.getByText('I stop asking questions.')).toBeVisible();
  await expect(her.locator('body')).not.toContainText('canary');
  await answer(her, 'supervisor', { wants: 'To hear what you carry.' });

  // Her arrangements are filled in from the standard she chooses, and one is changed.
  const reviewOn = inDays(7);
  const hers = card(her, t('agreement.arrangements.title'));
  await hers.getByRole('button', { name: t('agreement.arrangements.write') }).click();
  await hers.getByLabel(t('agreement.arrangements.fill')).selectOption({ index: 1 });
  await expect(hers.getByLabel(t('agreement.key.length'))).toHaveValue('90 minutes');
  await expect(hers.getByLabel(t('agreement.key.frequency'))).toHaveValue(
    'Every week until week 6, every 2 weeks until month 6, then every month',
  );
  await hers.getByLabel(t('agreement.key.length')).fill('75 minutes');
  await hers.getByLabel(t('agreement.key.reviewOn')).fill(reviewOn);
  await see('05-arrangements-form', her);
  await show(her, hers, 'supervisor');

  // His own, different ones stand beside hers; then he says the same about some.
  const his = card(him, t('agreement.arrangements.title'));
  await him.getByText('75 minutes').waitFor();
  await his.getByRole('button', { name: t('agreement.arrangements.write') }).click();
  await his.getByLabel(t('agreement.key.length')).fill('60 minutes');
  await show(him, his, 'supervisee');
  await expect(his.getByRole('row', { name: t('agreement.key.length') })).toContainText('60 minutes');
  await expect(his.getByRole('row', { name: t('agreement.key.length') })).toContainText('75 minutes');
  await see('06-side-by-side', him);
  await his.getByRole('button', { name: t('agreement.same.open', { name: people.supervisor }) }).click();
  const same = him.getByRole('dialog', { name: t('agreement.same.title', { name: people.supervisor }) });
  await expect(same.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await see('07-same', him);
  await same.getByRole('button', { name: t('agreement.same.all') }).click();
  await same.getByRole('button', { name: t('agreement.same.confirm') }).click();
  await expect(his.getByText(t('agreement.arrangements.both', { text: '75 minutes' }))).toBeVisible();

  // What a leader promised, entered by either.
  const never = card(her, t('agreement.never.title'));
  await never.getByRole('button', { name: t('agreement.never.enter') }).click();
  await never
    .getByLabel(t('agreement.never.text'))
    .fill('It is never used to rank or to choose whose job ends.');
  await never.getByLabel(t('agreement.never.by')).fill('Jo Leader');
  await never.getByLabel(t('agreement.never.role')).fill('Head of service');
  await never.getByLabel(t('agreement.never.on')).fill('2026-10-01');
  await show(her, never, 'supervisor');
  await him.getByText('Promised by Jo Leader, Head of service on 1 October 2026').waitFor();
  await see('08-all-shown', him);

  await her.getByText(t('agreement.arrangements.both', { text: '75 minutes' })).waitFor();
  await her.getByRole('button', { name: t('signing.propose.open') }).click();
  const proposal = her.getByRole('dialog', { name: t('signing.propose.title') });
  await expect(proposal.locator('[data-record]')).toContainText('To hear what you carry.');
  await see('09-propose', her);
  await proposal
    .getByRole('button', { name: t('signing.propose.confirm', { name: people.supervisee }) })
    .click();
  await him.getByRole('button', { name: t('signing.read.open') }).click();
  const reading = him.getByRole('dialog', { name: t('signing.read.title', { name: people.supervisor }) });
  await expect(reading.locator('[data-record]')).toContainText('Jo Leader');
  await expect(reading.locator('[data-record]')).not.toContainText('canary');
  await reading.getByRole('button', { name: t('signing.sign'), exact: true }).click();
  for (const page of [her, him]) {
    await expect(page.getByText(t('signing.both'), { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: t('agreement.questions.change') })).toHaveCount(0);
  }
  await see('10-signed', him);

  // The review day is a week away: Today says it, quietly; it can be let rest.
  await goTo(him, t('today.title'));
  const review = card(him, t('agreement.review.title'));
  await expect(review).toContainText(people.supervisor);
  await expect(review).not.toContainText(/\b\d+ (days?|times)\b/);
  await see('11-today', him);
  await review.getByRole('button', { name: t('agreement.review.rest') }).click();
  await expect(review).toHaveCount(0);

  // The next version begins with his own words, and what changed is said in words.
  await openAgreement(him, 'supervisee');
  await him.getByRole('button', { name: t('agreement.next.begin') }).click();
  await him.getByRole('button', { name: t('agreement.questions.change') }).click();
  await expect(him.getByRole('textbox', { name: t('agreement.question.wants') })).toHaveValue(
    'Time to think about the hard visits.',
  );
  await him.getByRole('textbox', { name: t('agreement.question.wants') }).fill('Time, and less about lists.');
  await show(him, card(him, t('agreement.questions.title')), 'supervisee');
  await him.getByRole('link', { name: t('agreement.versions.open') }).click();
  await him.getByRole('heading', { name: t('agreement.versions.title'), level: 1 }).waitFor();
  const changed = him.getByRole('row', { name: t('agreement.question.wants') }).first();
  await expect(changed).toContainText('Time to think about the hard visits.');
  await expect(changed).toContainText('Time, and less about lists.');
  await expect(changed).toContainText(t('agreement.change.changed'));
  await him.getByLabel(t('agreement.versions.onlyChanged')).check();
  await see('12-versions', him);

  // The same in Welsh.
  const cy = text('cy');
  await goTo(him, t('frame.settings'));
  await him.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await him
    .getByRole('navigation')
    .getByRole('link', { name: cy('frame.place.supervision'), exact: true })
    .click();
  await him.getByRole('link', { name: cy('pairs.card.open', { name: people.supervisor }) }).click();
  await card(him, cy('time.title')).waitFor();
  await see('13-pair-welsh', him);
  await card(him, cy('agreement.card.title')).getByRole('link').click();
  await card(him, cy('agreement.arrangements.title'))
    .getByRole('button', { name: cy('agreement.arrangements.change') })
    .click();
  await see('14-welsh', him);
});

function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

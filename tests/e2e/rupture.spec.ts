import type { Page, TestInfo } from '@playwright/test';
import type { App } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';
import { filesBelow } from '../support/folderBytes.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look, pictures } from '../support/pictures.ts';
import { answerGateWithNo, check, nameIt, need, notice, passGate, tell } from '../support/ruptureWindows.ts';
import { openPair } from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');
const words = 'I left last week unsure where we stand. Can we talk?';

test('A rupture goes from noticed to settled and back across two windows, with the gate tried at each stage', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [sioned, amir] = [supervisor.page, supervisee.page];
  const see = (name: string, app: App) => photograph(app.page, info, name);

  await goTo(amir, t('ruptures.title'));
  await expect(amir.getByText(t('ruptures.shared.empty'))).toBeVisible();
  await see('01-empty', supervisee);
  await notice(amir, 'canary-what-i-noticed');
  // Walk-through 7: noticed in March. That no packet holds it is tests/core/ruptures.test.ts, which opens them.
  await amir.getByLabel(t('ruptures.noticed.when')).fill('2026-03-02');
  await amir.getByRole('button', { name: t('ruptures.noticed.more') }).click();
  await amir.getByRole('radio', { name: t('ruptures.shape.movingAgainst') }).click({ force: true });
  await amir.getByLabel(t('ruptures.sign.sharpWords')).check();
  await see('02-noticed', supervisee);

  await amir.getByRole('radio', { name: t('ruptures.gate.notSure'), exact: true }).click({ force: true });
  await expect(amir.getByText(t('ruptures.gate.closed'))).toBeVisible();
  await expect(amir.getByText(t('ruptures.naming.title'))).toHaveCount(0);
  await see('03-gate-closed', supervisee);
  await amir.getByRole('radio', { name: t('ruptures.gate.no'), exact: true }).click({ force: true });
  await amir.getByLabel(t('ruptures.naming.words')).fill('canary-deleted-words');
  await amir.waitForTimeout(1000);
  await see('04-naming', supervisee);
  await nameIt(amir, words, async () => {
    await expect(amir.getByRole('dialog', { name: t('ruptures.naming.exactly') })).not.toContainText(
      'canary',
    );
    await see('05-preview', supervisee);
  });
  await see('06-named-by-me', supervisee);

  // On the pair's page there is one line, the same for both; on Today there is nothing.
  await openPair(sioned, 'supervisor');
  await expect(sioned.getByText(t('ruptures.onPair'))).toBeVisible();
  await expect(sioned.getByText(words)).toHaveCount(0);
  await see('07-pair', supervisor);
  await sioned.getByRole('link', { name: t('ruptures.onPair.open') }).click();
  await expect(sioned.getByText(t('ruptures.list.namedByOther'))).toBeVisible();
  await see('07-list', supervisor);
  await sioned.getByText(t('ruptures.list.open'), { exact: true }).click();
  await expect(sioned.getByText(t('ruptures.named.byOther'))).toBeVisible();
  await expect(sioned.getByText(words)).toHaveCount(0);
  await see('08-receiver', supervisor);
  await sioned.getByRole('button', { name: t('ruptures.named.read') }).click();
  await expect(sioned.getByText(words)).toBeVisible();
  await expect(sioned.getByRole('button', { name: t('ruptures.named.talk') })).toHaveCount(0);
  await see('08-gate-asks', supervisor);
  await tryGate(sioned, amir, 'yes', async () => {
    await see('08-gate-closed', supervisor);
    await expect(amir.getByRole('button', { name: t('ruptures.named.takeBack') })).toBeVisible();
  });
  await sioned.getByRole('button', { name: t('ruptures.named.talk') }).click();
  await expect(amir.getByText(t('ruptures.reply.theirs.talk', { name: people.supervisor }))).toBeVisible();

  await tryGate(amir, sioned, 'notSure', () => see('08-other-sees-rest', supervisor));
  await passGateByKeys(sioned);
  await tell(sioned, 'I was in a hurry.', 'I cut you short.');
  await tell(amir, 'I felt small.', 'I went quiet.');
  await expect(sioned.getByText('I felt small.')).toBeVisible();
  await expect(amir.getByText('I cut you short.')).toBeVisible();
  await sioned.getByRole('radio', { name: t('ruptures.heard.heard') }).click({ force: true });
  await expect(amir.getByText(t('ruptures.heard.byOther.heard', { name: people.supervisor }))).toBeVisible();
  await see('09-both-accounts', supervisee);
  // The supervisee's voice is the left one in both windows.
  for (const page of [sioned, amir]) await expectSuperviseeFirst(page);

  await need(sioned, 'Time.', 'I will leave ten minutes at the end.');
  await need(amir, 'To be asked.', 'I will say when I am lost.');
  await amir.getByRole('button', { name: t('ruptures.agree.agree') }).click();
  await expect(sioned.getByText(t('ruptures.agree.theirs', { name: people.supervisee }))).toBeVisible();
  await see('10-agreeing', supervisor);
  await sioned.getByRole('button', { name: t('ruptures.agree.agree') }).click();
  for (const page of [sioned, amir]) await expect(page.getByText(t('ruptures.agree.both'))).toBeVisible();

  await tryGate(sioned, amir, 'notSure');
  await passGate(amir);
  await amir.getByLabel(t('ruptures.check.words')).fill('canary-half-said');
  await leaveAndComeBack(amir);
  await expect(amir.getByLabel(t('ruptures.check.words'))).toHaveValue('canary-half-said');
  await check(amir, 'harder', 'canary-answered-apart');
  await expect(amir.getByText(t('ruptures.check.waiting'))).toBeVisible();
  await see('11-check-waiting', supervisee);
  await sioned.waitForTimeout(5000);
  await expect(sioned.getByText('canary-answered-apart')).toHaveCount(0);
  await check(sioned, 'same', '');
  await expect(sioned.getByText('canary-answered-apart')).toBeVisible();
  await see('12-checked', supervisor);
  await tryGate(amir, sioned, 'yes');
  await passGate(sioned);

  await amir.getByRole('radio', { name: t('ruptures.settle.liveWithIt') }).click({ force: true });
  await expect(sioned.getByText(t('ruptures.settle.liveWithIt'), { exact: true })).toHaveCount(2);
  await sioned.getByRole('radio', { name: t('ruptures.settle.mended') }).click({ force: true });
  for (const page of [sioned, amir]) {
    await expect(page.getByRole('heading', { name: t('ruptures.settle.for'), exact: true })).toBeVisible();
    await expect(page.getByText(t('ruptures.settle.liveWithIt'), { exact: true })).toBeVisible();
    await expect(page.getByText(t('ruptures.settle.mended'), { exact: true })).toBeVisible();
  }
  await see('13-settled', supervisee);
  // No count of days, and nothing of the private note, anywhere the other can look.
  for (const page of [sioned, amir]) await expect(page.getByText(/\bdays?\b/i)).toHaveCount(0);
  await expect(sioned.locator('body')).not.toContainText('canary-what-i-noticed');
  await expect(sioned.locator('body')).not.toContainText('canary-deleted');
  await expect(sioned.locator('body')).not.toContainText(/March|2026-03/);

  await sioned.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await tryGate(sioned, amir, 'yes');
  await sioned.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await sioned.getByLabel(t('ruptures.reopen.words')).fill('On Tuesday again.');
  await leaveAndComeBack(sioned);
  await sioned.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await expect(sioned.getByLabel(t('ruptures.reopen.words'))).toHaveValue('On Tuesday again.');
  // The other was about to say so too: those words stay theirs.
  await amir.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await answerGateWithNo(amir);
  await amir.getByLabel(t('ruptures.reopen.words')).fill('canary-about-to-say');
  await sioned.getByRole('button', { name: t('ruptures.reopen.show', { name: people.supervisee }) }).click();
  await expect(amir.getByText(t('ruptures.reopen.lead'))).toBeVisible();
  await expect(amir.getByText('On Tuesday again.')).toBeVisible();
  await expect(amir.getByText(t('ruptures.reopen.leftOver'))).toBeVisible();
  await expect(amir.getByText('canary-about-to-say')).toBeVisible();
  await see('14-left-over', supervisee);
  await amir.getByRole('button', { name: t('third.discard') }).click();
  await expect(amir.getByText('canary-about-to-say')).toHaveCount(0);
  await expect(sioned.locator('body')).not.toContainText('canary-about-to-say');
  await tryGate(amir, sioned, 'notSure');
  await amir.getByRole('button', { name: t('ruptures.earlier') }).click();
  await expect(amir.getByRole('heading', { name: t('ruptures.settle.for'), exact: true })).toBeVisible();
  await see('14-reopened', supervisee);

  await amir.getByText(t('ruptures.note'), { exact: true }).click();
  await expect(amir.getByLabel(t('ruptures.noticed.what'))).toHaveValue('canary-what-i-noticed');
  await goTo(amir, t('lookingBack.title'));
  await expect(amir.getByText(t('ruptures.lookBack.cameBack'))).toBeVisible();
  await expect(amir.getByText(t('ruptures.reopen.says', { name: people.supervisor }))).toBeVisible();
  await expect(amir.getByText(t('ruptures.lookBack.tooFew'))).toBeVisible();
  await see('15-looking-back', supervisee);
  await goTo(sioned, t('lookingBack.title'));
  await expect(sioned.getByText('On Tuesday again.')).toBeVisible();
  await expect(sioned.getByText(t('ruptures.lookBack.iWrote'))).toBeVisible();
});

test('A supervisor who names is asked for their own part first, and may leave it all as a private note', async ({
  launch,
}, info) => {
  const { supervisor, folder } = await openJoined(launch);
  const { page } = supervisor;
  await goTo(page, t('ruptures.title'));
  await notice(page, 'They went quiet.');
  await expect(page.getByText(t('ruptures.noticed.supervisor'))).toBeVisible();
  await page.getByRole('radio', { name: t('ruptures.gate.no'), exact: true }).click({ force: true });
  await expect(page.getByText(t('ruptures.naming.myPartFirst'))).toBeVisible();
  await page.waitForTimeout(5000);
  const before = filesBelow(folder).length;
  await page.getByLabel(t('ruptures.naming.words')).fill(words);
  await page.getByRole('button', { name: t('ruptures.naming.preview') }).click();
  await expect(page.getByText(t('errors.my_part_first'))).toBeVisible();
  await photograph(page, info, 'supervisor-names');
  await page.waitForTimeout(5000);
  expect(filesBelow(folder)).toHaveLength(before);
});

test('With nobody joined: a note, words being found, and a record between agencies, in English and in Welsh', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { page } = await openOwnVault(launch);
  const see = (name: string) => photograph(page, info, name);
  await goTo(page, t('ruptures.title'));
  await notice(page, 'something small');
  await page.getByRole('button', { name: t('ruptures.noticed.more') }).click();
  await page.getByLabel(t('ruptures.noticed.affected')).fill('K1, team-b');
  await page.getByLabel(t('ruptures.trigger.remark')).check();
  await page.getByLabel(t('ruptures.noticed.happened')).fill('2999-01-01');
  await expect(page.getByText(t('errors.date_in_future'))).toBeVisible();
  await page.getByRole('button', { name: t('ruptures.noticed.steady'), exact: true }).click();
  await page.getByLabel(t('ruptures.noticed.steadying')).fill('A walk first.');
  await see('01-note');
  await answerGateWithNo(page);
  await expect(page.getByText(t('ruptures.naming.noPair'))).toBeVisible();
  await page.getByRole('button', { name: t('ruptures.noticed.delete') }).click();
  await expect(page.getByText(t('ruptures.mine.empty'))).toBeVisible();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(page.getByText('something small')).toBeVisible();

  await page.getByRole('button', { name: t('builtWords.open') }).click();
  await page.getByRole('radio', { name: t('builtWords.form.apology') }).click({ force: true });
  await page.getByLabel(t('builtWords.box.did')).fill('I spoke over you.');
  await page.getByLabel(t('builtWords.box.will')).fill('I will wait.');
  await page.getByRole('button', { name: t('builtWords.put'), exact: true }).click();
  const found = page.getByLabel(t('builtWords.words'), { exact: true });
  await expect(found).toHaveValue('I spoke over you.\n\nI will wait.');
  await found.fill('I spoke over you, and I am sorry.');
  await see('02-words');
  await page.getByRole('button', { name: t('builtWords.close') }).click();
  await page.getByRole('button', { name: t('builtWords.open') }).click();
  await expect(found).toHaveValue('I spoke over you, and I am sorry.');
  await page.getByRole('button', { name: t('builtWords.throw') }).click();
  await page.getByRole('button', { name: t('builtWords.throw') }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: t('widerRuptures.begin') }).click();
  await page.getByRole('radio', { name: t('widerRuptures.setting.agency') }).click({ force: true });
  await page.getByLabel(t('widerRuptures.what')).fill('Two plans for one family.');
  await page.getByLabel(t('widerRuptures.parties.code')).fill('School, M1');
  await page.getByRole('button', { name: t('widerRuptures.parties.add'), exact: true }).click();
  await expect(page.getByText(t('widerRuptures.parties.notHeard'), { exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: t('widerRuptures.parties.heard.of', { code: 'School' }) }).click();
  await page
    .getByLabel(t('widerRuptures.parties.said', { code: 'School' }))
    .fill('We were told after the meeting.');
  await page.getByLabel(t('widerRuptures.agency.name')).fill('Agency B');
  await page
    .getByLabel(t('widerRuptures.agency.protocol'))
    .fill('Whoever changes a plan rings the same day.');
  await page.getByRole('button', { name: t('widerRuptures.words.add') }).click();
  await page.getByLabel(t('widerRuptures.words.word'), { exact: true }).fill('urgent');
  await page.getByLabel(t('widerRuptures.words.meaning')).fill('today for us, this week for them');
  await answerGateWithNo(page);
  await page.getByLabel(t('widerRuptures.step.agreed')).fill('Agency B rings.');
  await page.getByLabel(t('widerRuptures.step.now')).fill('They do ring.');
  await see('03-agency');
  await page.getByRole('radio', { name: t('ruptures.settle.mended') }).click({ force: true });
  await expect(page.getByText(t('widerRuptures.state.settled'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await page.getByLabel(t('ruptures.reopen.words')).fill('No call on Tuesday.');
  await goTo(page, t('ruptures.title'));
  await openLastOfTwo(page, t('ruptures.list.open'));
  await page.getByRole('button', { name: t('ruptures.reopen.open') }).click();
  await expect(page.getByLabel(t('ruptures.reopen.words'))).toHaveValue('No call on Tuesday.');
  await page.getByRole('button', { name: t('ruptures.pause.pickUp') }).click();
  await page.getByRole('button', { name: t('ruptures.earlier') }).click();
  await expect(page.getByText('No call on Tuesday.')).toBeVisible();

  await goTo(page, t('frame.settings'));
  await page.getByLabel(t('settings.texts.formalRoutes')).fill('Ring the dignity line: 01.\nOr write to HR.');
  await page.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  const cy = text('cy');
  await goTo(page, cy('ruptures.title'));
  await see('04-list-cy');
  await openLastOfTwo(page, cy('ruptures.list.open'));
  await page.getByRole('radio', { name: cy('ruptures.gate.yes'), exact: true }).click({ force: true });
  await expect(page.getByText('Ring the dignity line: 01.')).toBeVisible();
  await expect(page.getByText('Agency B rings.')).toBeHidden();
  await see('05-agency-gate-cy');
});

/** The gate says yes or not sure: the other sees only that it rests. Then no, and it is picked up again. */
async function tryGate(
  page: Page,
  other: Page,
  answer: 'yes' | 'notSure',
  look: () => Promise<void> = async () => undefined,
): Promise<void> {
  const gate = page.getByRole('radio', { name: t(`ruptures.gate.${answer}`), exact: true });
  await gate.click({ force: true });
  await expect(page.getByText(t('ruptures.gate.closed'))).toBeVisible();
  await expect(page.getByText(t('help.default.formalRoutes').split('\n')[0] ?? '')).toBeVisible();
  await expect(page.getByRole('button', { name: t('ruptures.pause.pickUp') })).toHaveCount(0);
  await expect(other.getByText(t('ruptures.pause.resting'))).toBeVisible();
  await expect(other.getByText(t('ruptures.gate.closed'))).toHaveCount(0);
  await look();
  await answerGateWithNo(page);
  await page.getByRole('button', { name: t('ruptures.pause.pickUp') }).click();
  await expect(other.getByText(t('ruptures.pause.resting'))).toHaveCount(0);
}

/** Arrow keys choose nothing on the way to "no": the other never sees a rest that nobody meant. */
async function passGateByKeys(page: Page): Promise<void> {
  await page.getByRole('radio', { name: t('ruptures.gate.yes'), exact: true }).focus();
  for (const answer of ['notSure', 'no'] as const) {
    await page.keyboard.press('ArrowRight');
    const radio = page.getByRole('radio', { name: t(`ruptures.gate.${answer}`), exact: true });
    await expect(radio).toBeFocused();
    await expect(radio).not.toBeChecked();
  }
  await page.keyboard.press('Space');
  await expect(page.getByText(t('ruptures.gate.kept'))).toBeVisible();
  await expect(page.getByText(t('ruptures.pause.resting'))).toHaveCount(0);
}

async function expectSuperviseeFirst(page: Page): Promise<void> {
  const voices = await page.locator('[data-voice]').evaluateAll((nodes) =>
    nodes.map((node) => ({
      whose: node.getAttribute('data-voice'),
      left: node.getBoundingClientRect().left,
    })),
  );
  expect(voices.length).toBeGreaterThan(0);
  for (let index = 0; index < voices.length; index += 2) {
    expect([voices[index]?.whose, voices[index + 1]?.whose]).toEqual(['supervisee', 'supervisor']);
    expect(voices[index]?.left ?? 0).toBeLessThanOrEqual(voices[index + 1]?.left ?? 0);
  }
}

/** To another place in the middle of a sentence, and back to the repair. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await goTo(page, t('frame.place.today'));
  await goTo(page, t('ruptures.title'));
  await page
    .getByRole('link', { name: t('ruptures.list.open') })
    .first()
    .click();
}

/** Looks of a page that another look has in its fullest form: photographed, not measured again. */
const alikeOthers = [
  '07-list',
  '04-naming',
  '06-named-by-me',
  '08-receiver',
  '10-agreeing',
  '11-check-waiting',
  '12-checked',
];

async function photograph(page: Page, info: TestInfo, name: string): Promise<void> {
  await (alikeOthers.includes(name) ? pictures(page, info, name) : look(page, info, name));
}

/** The record between agencies comes after the note, and is read after it. */
async function openLastOfTwo(page: Page, name: string): Promise<void> {
  const links = page.getByRole('link', { name });
  await expect(links).toHaveCount(2);
  await links.last().click();
}

import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo, windowPassphrase } from '../support/vaultWindow.ts';

const t = text('en-GB');
const date = '14 May 2027';

test('Walk-through 3: in Together mode keyboard, search, palette, back, title and reload reach nothing else', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { supervisor } = await openJoined(launch);
  const { page } = supervisor;
  await session.newSession(page, 'supervisor', '2027-05-14');
  await session.addTopic(page, 'My own topic');
  const box = await session.type(page, 'supervisor', 'SECRET preparation');
  await box.getByRole('button', { name: t('sessions.putAway') }).click();

  await page.getByRole('button', { name: t('sessions.together.open') }).click();
  await expectNoViolations(page);
  await page.getByRole('button', { name: t('sessions.together.start') }).click();
  const banner = page.getByRole('region', { name: t('sessions.together.banner') });
  await banner.waitFor();

  const alone = async () => {
    await expect(session.sessionHeading(page)).toBeVisible();
    await expect(banner).toBeVisible();
    await expect(page.getByRole('navigation', { name: t('frame.nav.label') })).toHaveCount(0);
    await expect(page.getByRole('search')).toHaveCount(0);
    await expect(page.getByRole('link')).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText('SECRET');
    await expect(page.locator('body')).not.toContainText(t('pairs.joined.done', { name: people.supervisee }));
    expect(await page.title()).not.toMatch(/Example|visit|topic/i);
  };
  await alone();
  for (const keys of [
    'Control+k',
    '/',
    'Control+Shift+M',
    'Control+Shift+K',
    'Alt+ArrowLeft',
    'Escape',
    'Control+,',
    'F5',
  ]) {
    await page.keyboard.press(keys);
    await alone();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.evaluate(() => window.history.back());
  await alone();
  await page.evaluate(() => window.history.go(-3));
  // Going back is not done at once; what it would lead to has to have had its chance.
  await page.waitForTimeout(500);
  await alone();
  // The shell refuses a reload; tests/renderer/together.test.tsx shows that a new page comes back here as well.
  await expect(page.reload()).rejects.toThrow();
  await alone();
  const refused = await page.evaluate(async () => {
    const calls: [string, unknown][] = [
      ['sessions.list', { space: null }],
      ['pairs.list', {}],
      ['promises.list', { space: null, openOnly: false }],
      ['pages.list', { before: null, upTo: null, limit: 10 }],
      ['moments.list', {}],
      ['contacts.list', {}],
      ['backups.state', {}],
    ];
    return Promise.all(calls.map(async ([method, input]) => (await window.bridge.call(method, input)).ok));
  });
  expect(refused).toEqual(refused.map(() => false));

  const size = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => ({
        font: Number.parseFloat(getComputedStyle(node).fontSize),
        height: node.getBoundingClientRect().height,
      }));
  expect((await size('main p')).font).toBeGreaterThanOrEqual(18);
  expect((await size('html')).font).toBeGreaterThanOrEqual(20);
  for (const button of await page.getByRole('button').all()) {
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
  await picture(page, info, 'together');
  await expectNoViolations(page);

  await page.getByRole('button', { name: t('sessions.together.leave') }).click();
  const passphrase = page.getByLabel(t('sessions.together.passphrase', { name: people.supervisor }), {
    exact: true,
  });
  await passphrase.fill('not this one');
  await page.getByRole('button', { name: t('sessions.together.leaveConfirm') }).click();
  await page.getByText(t('errors.wrong_passphrase')).waitFor();
  await expectNoViolations(page);
  await passphrase.fill(windowPassphrase);
  await page.getByRole('button', { name: t('sessions.together.leaveConfirm') }).click();
  await page.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();
  await session.openTopic(page, 'My own topic');
  await expect(page.getByText(t('sessions.onlyYouWaiting'))).toBeVisible();
  await goTo(page, t('pairs.title'));
});

test('Walk-through 4: words typed for the other, answered "Not mine", are in no session, record or evidence', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await session.newSession(her, 'supervisor', '2027-05-14');
  await her.getByRole('button', { name: t('sessions.together.open') }).click();
  await her.getByRole('button', { name: t('sessions.together.start') }).click();
  const banner = her.getByRole('region', { name: t('sessions.together.banner') });
  await banner.getByRole('radio', { name: people.supervisee }).check({ force: true });
  await her.getByText(t('sessions.together.scribing', { name: people.supervisee })).waitFor();
  for (const [place, words] of [
    ['howWeWork', 'NOTMINE I think you are unfair.'],
    ['beforeWeGo', 'KEPT I would like more time.'],
  ] as const) {
    await session.openTopic(her, t(`sessions.part.${place}`));
    const box = await session.type(her, 'supervisee', words);
    await session.show(her, box, people.supervisee);
    await expect(
      session.voiceOf(her, 'supervisee').getByText(t('sessions.scribed.for', { name: people.supervisee })),
    ).toBeVisible();
  }
  await picture(her, info, 'typed-for-the-guest');
  await expectNoViolations(her);
  await her.getByRole('button', { name: t('sessions.together.leave') }).click();
  await her
    .getByLabel(t('sessions.together.passphrase', { name: people.supervisor }), { exact: true })
    .fill(windowPassphrase);
  await her.keyboard.press('Enter');
  await her.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();

  await session.openSession(him, 'supervisee', date);
  await session.openTopic(him, t('sessions.part.howWeWork'));
  await expect(him.getByText(t('sessions.scribed.forYou'))).toBeVisible();
  await picture(him, info, 'typed-for-you');
  await expectNoViolations(him);
  await him.getByRole('button', { name: t('sessions.scribed.notMine') }).click();
  await expect(him.getByText('NOTMINE')).toHaveCount(0);
  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await him.getByRole('button', { name: t('sessions.scribed.keep'), exact: true }).click();
  await expect(session.voiceOf(him, 'supervisee')).toContainText(t('sessions.scribed.wasTyped'));

  await session.openTopic(her, t('sessions.part.beforeWeGo'));
  await expect(session.voiceOf(her, 'supervisee')).toContainText('KEPT');
  await session.openTopic(her, t('sessions.part.howWeWork'));
  await expect(her.getByText('NOTMINE')).toHaveCount(0);
  await session.propose(her, 'supervisor');
  await session.sign(him, 'supervisee');
  for (const page of [her, him]) {
    await expect(page.getByText(t('signing.both'), { exact: true }).first()).toBeVisible();
    const told = await page.evaluate(async () => {
      const { ok: _, ...list } = await window.bridge.call('sessions.list', { space: null });
      const [first] = (list as { value: { sessions: { session: string }[] } }).value.sessions;
      const calls: [string, unknown][] = [
        ['sessions.get', { session: first?.session }],
        ['sessions.record', { session: first?.session }],
        ['sessions.lines', { space: null }],
      ];
      return JSON.stringify(
        await Promise.all(calls.map(([method, input]) => window.bridge.call(method, input))),
      );
    });
    expect(told).toContain('KEPT');
    expect(told).not.toContain('NOTMINE');
  }
});

import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { joinThroughWindows, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');

test('Two people agree how their pair ends, sign it, and find the record readable and closed', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await joinThroughWindows(launch, {});
  for (const [app, other] of [
    [supervisor, people.supervisee],
    [supervisee, people.supervisor],
  ] as const) {
    await app.page.getByRole('link', { name: t('pairs.card.open', { name: other }) }).click();
    await app.page.getByRole('button', { name: t('leaving.title') }).waitFor();
  }
  const { page } = supervisee;
  await page.getByRole('button', { name: t('leaving.title') }).click();
  await page.getByRole('button', { name: t('leaving.begin.handOver') }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: t('leaving.title') }).scrollIntoViewIfNeeded();
  await picture(page, info, 'begin');
  await page.getByRole('button', { name: t('leaving.begin.handOver') }).click();
  await page.getByLabel(t('leaving.keeps'), { exact: true }).fill('My own pages and lines.');
  await page
    .getByLabel(t('leaving.gives'), { exact: true })
    .fill('The signed sessions, to my new supervisor.');
  await page.getByRole('button', { name: t('leaving.show') }).click();
  await expect(page.getByRole('button', { name: t('leaving.show') })).toHaveCount(0);
  await expectNoViolations(page);
  await picture(page, info, 'words');

  await supervisor.page.getByText('My own pages and lines.').waitFor({ timeout: 60_000 });
  await supervisor.page.getByRole('button', { name: t('signing.propose.open') }).click();
  await supervisor.page.getByRole('dialog').getByText('My own pages and lines.').waitFor();
  await expectNoViolations(supervisor.page);
  await picture(supervisor.page, info, 'propose', 'window');
  await supervisor.page
    .getByRole('dialog')
    .getByRole('button', { name: t('signing.propose.confirm', { name: people.supervisee }) })
    .click();

  await page.getByRole('button', { name: t('signing.read.open') }).click({ timeout: 60_000 });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('signing.sign'), exact: true })
    .click();
  for (const app of [supervisor, supervisee]) {
    await app.page.getByRole('heading', { name: t('leaving.ended.title') }).waitFor({ timeout: 60_000 });
    await expect(app.page.getByRole('heading', { name: t('sessions.new.title') })).toHaveCount(0);
    await expectNoViolations(app.page);
  }
  await picture(page, info, 'ended');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, info, 'ended-dark');
});

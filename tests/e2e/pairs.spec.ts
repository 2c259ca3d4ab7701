import { renameSync } from 'node:fs';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { joinThroughWindows, people } from '../support/pairWindows.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Two people swap cards, see the same six words and are joined through one folder', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const { supervisor, supervisee, folder } = await joinThroughWindows(launch, {
    onStep: async (name, app) => {
      await expectNoViolations(app.page);
      await picture(app.page, info, name, 'window');
    },
  });
  await supervisor.page.getByRole('button', { name: t('pairs.exchange.title') }).click();
  await supervisor.page.getByText(t('pairs.exchange.ready', { name: people.supervisee })).waitFor();
  await expectNoViolations(supervisor.page);
  renameSync(folder, `${folder}-away`);
  await supervisor.page.getByText(t('pairs.exchange.folderMissing')).waitFor();
  await picture(supervisor.page, info, 'folder-away');
  renameSync(`${folder}-away`, folder);
  await supervisor.page.getByText(t('pairs.exchange.ready', { name: people.supervisee })).waitFor();
  expect(supervisee.refusedRequests()).toEqual([]);
  expect(supervisor.refusedRequests()).toEqual([]);
});

test('A card whose words differ is put away and not joined', async ({ launch }) => {
  const one = await launch();
  const two = await launch();
  await makeVault(one.page, { name: people.supervisor });
  await makeVault(two.page, { name: people.supervisee });
  await goTo(two.page, t('pairs.title'));
  const card = `${two.data}.twovoice-card`;
  two.answerDialogs([card]);
  await two.page.getByRole('button', { name: t('pairs.steps.mine.button') }).click();
  await two.page.getByText(t('pairs.steps.mine.done')).waitFor();
  await goTo(one.page, t('pairs.title'));
  one.answerDialogs([card]);
  await one.page.getByRole('button', { name: t('pairs.steps.theirs.button') }).click();
  await one.page.getByRole('button', { name: t('pairs.compare.different') }).click();
  await one.page.getByText(t('pairs.different.done', { name: people.supervisee })).waitFor();
  await expect(one.page.getByText(t('pairs.empty.text'))).toBeVisible();
  await expect(one.page.getByText(t('pairs.waiting.title'))).toHaveCount(0);
});

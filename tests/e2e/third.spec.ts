import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type App, freshFolder } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { pictures } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');
const sionedName = 'Sioned Example';
const person = 'Nia Example';

/** Both yeses, the place for the three, words shown in it, and its end by an answer nobody else learns of: at three windows. */
test('Two ask a third person to a repair, who sees what is shown to her there; an answer at the gate ends it', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
  const root = await freshFolder('third');
  const folder = await freshFolder('shared');
  const program = join(import.meta.dirname, '../support/makeThirdVaults.ts');
  await promisify(execFile)(process.execPath, [program, root, folder]);
  const open = async (who: string): Promise<App> => {
    const app = await launch({ data: join(root, who, 'data') });
    await unlock(app.page);
    await goTo(app.page, t('ruptures.title'));
    return app;
  };
  const [sioned, amir, nia] = await Promise.all([open('sioned'), open('amir'), open('nia')]);
  const [her, him, third] = [sioned.page, amir.page, nia.page];

  for (const page of [her, him]) await page.getByText(t('ruptures.list.open'), { exact: true }).click();
  await her.getByRole('button', { name: t('third.suggest.open') }).click();
  await her.getByLabel(t('third.suggest.who')).selectOption({ label: person });
  await pictures(her, info, '1-suggest');
  await her.getByRole('button', { name: t('third.suggest.send', { name: 'Amir Example' }) }).click();
  await expect(her.getByText(t('third.mine.waiting', { person, name: 'Amir Example' }))).toBeVisible();

  const yes = him.getByRole('button', { name: t('third.theirs.yes', { person }) });
  await yes.waitFor();
  await pictures(him, info, '2-suggested');
  await expectNoViolations(him);
  await yes.click();
  await her.getByRole('button', { name: t('third.ask.open', { person }) }).click();
  const dialog = her.getByRole('dialog', { name: t('third.ask.title', { person }) });
  sioned.answerDialogs([folder]);
  await dialog.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
  await expect(dialog).toContainText(folder);
  await pictures(her, info, '3-ask');
  await dialog.getByRole('button', { name: t('third.ask.open', { person }) }).click();
  await her.getByRole('heading', { level: 1, name: t('third.title') }).waitFor();
  await pictures(her, info, '4-waiting');

  const invitation = third.getByRole('region', { name: t('third.invite.title', { from: sionedName }) });
  await invitation.waitFor();
  await pictures(third, info, '5-invitation');
  await expectNoViolations(third);
  await him.getByRole('button', { name: t('third.comeIn') }).click();
  for (const [app, place] of [
    [nia, invitation],
    [amir, him.getByRole('main')],
  ] as const) {
    app.answerDialogs([folder]);
    await place.getByRole('button', { name: t('pairs.exchange.chooseFolder') }).click();
    await expect(place).toContainText(folder);
    await place.getByRole('button', { name: t('third.comeIn') }).click();
    await app.page.getByRole('heading', { level: 1, name: t('third.title') }).waitFor();
  }

  const his = him.getByRole('article', { name: t('common.voice.of', { name: 'Amir Example' }) });
  await his
    .getByRole('button', { name: t('ruptures.talking.write') })
    .first()
    .click();
  await his.getByRole('button', { name: t('third.copy', { name: sionedName }) }).click();
  await his.getByLabel(t('ruptures.talking.howItWas')).fill('I felt small in that meeting.');
  await his.getByLabel(t('ruptures.talking.myPart')).fill('I went quiet, and did not say why.');
  await his.getByRole('button', { name: t('third.preview') }).click();
  const preview = him.getByRole('dialog');
  await expect(preview).toContainText('I felt small in that meeting.');
  await expect(preview).toContainText(person);
  await pictures(him, info, '6-preview');
  await preview.getByRole('button', { name: t('third.show') }).click();
  await expect(third.getByText('I felt small in that meeting.')).toBeVisible();
  await her.getByRole('radio', { name: t('ruptures.heard.heard') }).click({ force: true });

  const theirs = third.getByRole('article', { name: t('common.voice.of', { name: person }) });
  await theirs.getByRole('button', { name: t('ruptures.talking.write') }).click();
  await theirs
    .getByLabel(t('third.words.heard'))
    .fill('One of you was in a hurry, and one of you went quiet.');
  await theirs.getByLabel(t('third.words.nextStep')).fill('Ten minutes on Friday, with the door shut.');
  await theirs.getByRole('button', { name: t('third.preview') }).click();
  await third
    .getByRole('dialog')
    .getByRole('button', { name: t('third.show') })
    .click();
  for (const page of [her, him]) {
    await expect(page.getByText('Ten minutes on Friday, with the door shut.')).toBeVisible();
  }
  await expect(third.getByText(t('ruptures.heard.byOther.heard', { name: sionedName }))).toBeVisible();
  await pictures(third, info, '7-three');
  await expectNoViolations(third);
  await him.setViewportSize({ width: 640, height: 900 });
  await pictures(him, info, '7-three-narrow');
  await him.setViewportSize({ width: 1180, height: 800 });
  await him.getByRole('button', { name: t('third.end.open') }).click();
  await pictures(him, info, '8-end-asked');
  await him
    .getByRole('alertdialog')
    .getByRole('button', { name: t('common.cancel') })
    .click();

  await him.getByRole('link', { name: t('third.page.toRepair') }).click();
  await him.getByText(t('third.space.rest')).waitFor();
  await pictures(him, info, '9-repair');
  await him.getByRole('button', { name: t('ruptures.gate.open') }).click();
  await him.getByRole('radio', { name: t('ruptures.gate.notSure'), exact: true }).click({ force: true });
  await expect(him.getByText(t('third.space.rest'))).toHaveCount(0);
  for (const page of [her, third]) {
    await expect(page.getByRole('button', { name: t('third.end.open') })).toHaveCount(0);
    await expect(page.getByRole('button', { name: t('ruptures.talking.write') })).toHaveCount(0);
    await expect(page.getByText('I felt small in that meeting.')).toBeVisible();
  }
  await pictures(her, info, '10-ended');

  const cy = text('cy');
  await goTo(third, t('frame.settings'));
  await third.getByRole('radio', { name: 'Cymraeg' }).click({ force: true });
  await goTo(third, cy('ruptures.title'));
  await third.getByRole('heading', { name: cy('third.list.title') }).waitFor();
  await third.getByRole('link', { name: cy('ruptures.list.open') }).click();
  await third.getByRole('heading', { level: 1, name: cy('third.title') }).waitFor();
  await pictures(third, info, '11-welsh');
});

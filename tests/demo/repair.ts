import { people } from '../support/pairWindows.ts';
import * as repair from '../support/ruptureWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import { box } from './markers.ts';
import { findWords, leaveWords, noticeMore, ownNote } from './repairWords.ts';
import type { Stage } from './stage.ts';
import { withAThird } from './third.ts';

const t = text('en-GB');

/** A rupture noticed alone, named, told by both, agreed, checked apart and settled. */
export async function mend(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await goTo(him, t('ruptures.title'));
  await stage.step('repair-noticed', cast.supervisee, async () => {
    await repair.notice(him, `I was cut short, in front of others. ${stage.canary('rupture.noticed')}`);
    await noticeMore(stage, him);
    await him.getByText(t('common.saved.saved')).first().waitFor();
  });
  await stage.step('repair-gate', cast.supervisee, async () => {
    await him.getByRole('radio', { name: t('ruptures.gate.notSure'), exact: true }).click({ force: true });
    await him.getByText(t('ruptures.gate.closed')).waitFor();
  });
  await stage.step('repair-finding-words', cast.supervisee, async () => {
    await repair.answerGateWithNo(him);
    await findWords(stage, him, 'statement');
  });
  await leaveWords(him);
  await stage.step('repair-exactly-this', cast.supervisee, async () => {
    await stage.typeAndDelete(
      'my part, typed and deleted before naming',
      box(him, t('ruptures.naming.myPart')),
    );
    await stage.typeAndDelete(
      'rupture, typed and deleted before naming',
      him.getByLabel(t('ruptures.naming.words')),
    );
    await him
      .getByLabel(t('ruptures.naming.words'))
      .fill('I left last week unsure where we stand. Can we talk?');
    await him.getByRole('button', { name: t('ruptures.naming.preview') }).click();
    await him.getByRole('dialog', { name: t('ruptures.naming.exactly') }).waitFor();
  });
  await stage.step('repair-named', cast.supervisor, async () => {
    await him.getByRole('button', { name: t('ruptures.naming.show', { name: people.supervisor }) }).click();
    await goTo(her, t('ruptures.title'));
    await her.getByText(t('ruptures.list.open'), { exact: true }).click();
    await her.getByRole('button', { name: t('ruptures.named.read') }).click();
    await her.getByText('unsure where we stand').waitFor();
    await repair.passGate(her);
  });
  await ownNote(stage, cast.supervisor);
  await stage.step('repair-gate-other-sees-rest', cast.supervisor, async () => {
    await her.getByRole('button', { name: t('ruptures.named.talk') }).click();
    await him.getByRole('radio', { name: t('ruptures.gate.notSure'), exact: true }).click({ force: true });
    await her.getByText(t('ruptures.pause.resting')).waitFor();
  });
  await repair.answerGateWithNo(him);
  await him.getByRole('button', { name: t('ruptures.pause.pickUp') }).click();
  await stage.step('repair-both-accounts', cast.supervisee, async () => {
    await repair.passGate(her);
    await repair.tell(her, 'I was in a hurry, and the room was full.', 'I cut you short.');
    await him.getByText(t('ruptures.reply.theirs.talk', { name: people.supervisor })).waitFor();
    await repair.tell(him, 'I felt small.', 'I went quiet and did not say so.', async () => {
      for (const part of ['howItWas', 'myPart'] as const) {
        const field = him.getByLabel(t(`ruptures.talking.${part}`));
        await stage.typeAndDelete(`account.${part}, typed and deleted before Show`, field);
      }
    });
    await her.getByText('I felt small.').waitFor();
    await her.getByRole('radio', { name: t('ruptures.heard.heard') }).click({ force: true });
    await him.getByText(t('ruptures.heard.byOther.heard', { name: people.supervisor })).waitFor();
  });
  await withAThird(stage, cast);
  await stage.step('repair-agreed', cast.supervisor, async () => {
    await repair.need(her, 'Time.', 'I will leave ten minutes at the end.', async () => {
      for (const part of ['need', 'iWill'] as const) {
        const field = her.getByLabel(t(`ruptures.agree.${part}`));
        await stage.typeAndDelete(`agreed.${part}, typed and deleted before Show`, field);
      }
    });
    await repair.need(him, 'To be asked.', 'I will say when I am lost.');
    for (const page of [him, her])
      await page.getByRole('button', { name: t('ruptures.agree.agree') }).click();
    for (const page of [him, her]) await page.getByText(t('ruptures.agree.both')).waitFor();
  });
  await stage.step('repair-checked', cast.supervisor, async () => {
    for (const page of [him, her]) await repair.passGate(page);
    await repair.check(him, 'same', 'It is easier to say things.');
    await repair.check(her, 'better', '');
    await her.getByText('It is easier to say things.').waitFor();
  });
  await stage.step('repair-settled', cast.supervisee, async () => {
    for (const page of [him, her]) await repair.passGate(page);
    await him.getByRole('radio', { name: t('ruptures.settle.different') }).click({ force: true });
    await her.getByRole('radio', { name: t('ruptures.settle.mended') }).click({ force: true });
    for (const page of [him, her])
      await page.getByRole('heading', { name: t('ruptures.settle.for') }).waitFor();
  });
}

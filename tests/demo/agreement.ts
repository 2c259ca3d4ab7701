import { answer, card, offerLine, openAgreement, show } from '../support/agreementWindows.ts';
import { people } from '../support/pairWindows.ts';
import { text } from '../support/text.ts';
import type { Cast } from './bringPeople.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** How the two work together: each answers, a private line is offered, arrangements stand side by side. */
export async function howWeWork(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await openAgreement(him, 'supervisee');
  await him.getByRole('button', { name: t('agreement.none.begin') }).click();
  await stage.step('agreement-a-line-offered', cast.supervisee, async () => {
    const line = 'I stop asking questions.';
    await offerLine(him, `${stage.canary('agreement.private')}\n${line}`, line);
    await show(him, card(him, t('agreement.offered.title')), 'supervisee');
  });
  await answer(him, 'supervisee', { wants: 'Time to think about the hard visits.' });
  await stage.step('agreement-both-answers', cast.supervisor, async () => {
    await openAgreement(her, 'supervisor');
    await her.getByText('Time to think about the hard visits.').waitFor();
    await answer(her, 'supervisor', { wants: 'To hear what you carry.' });
  });
  await stage.step('agreement-arrangements', cast.supervisor, async () => {
    const hers = card(her, t('agreement.arrangements.title'));
    await hers.getByRole('button', { name: t('agreement.arrangements.write') }).click();
    await hers.getByLabel(t('agreement.arrangements.fill')).selectOption({ index: 1 });
    await show(her, hers, 'supervisor');
  });
  await stage.step('agreement-as-you-have-it', cast.supervisee, async () => {
    const his = card(him, t('agreement.arrangements.title'));
    await his.getByRole('button', { name: t('agreement.same.open', { name: people.supervisor }) }).click();
    const same = him.getByRole('dialog', { name: t('agreement.same.title', { name: people.supervisor }) });
    await same.getByRole('button', { name: t('agreement.same.all') }).click();
    await same.getByRole('button', { name: t('agreement.same.confirm') }).click();
    await his.getByText(t('agreement.arrangements.both', { text: '90 minutes' })).waitFor();
  });
}

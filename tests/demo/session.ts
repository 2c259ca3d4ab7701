import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { people } from '../support/pairWindows.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { windowPassphrase } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');
export const sessionDay = { date: '2026-05-14', shown: '14 May 2026' } as const;
export const topic = 'The visit on Tuesday';

/** Lines of the session that the appraisal later chooses from. */
export const lines = {
  his: 'I asked the mother what she wanted us to know first.',
  hers: 'You stayed with the family. Arhosaist ti gyda nhw.',
  hersUnanswered: 'I would have liked to hear sooner that you worried.',
} as const;

/** A session in two voices, apart: a topic, both voices, a difference, a decision, promises both ways. */
export async function twoVoices(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await stage.step('session-new', cast.supervisee, () =>
    session.newSession(him, 'supervisee', sessionDay.date),
  );
  await stage.step('session-only-you-see-it', cast.supervisee, async () => {
    await session.addTopic(him, topic);
    const box = await session.type(him, 'supervisee', lines.his);
    await stage.typeAndDelete('voice, typed and deleted before Show', box.getByRole('textbox'));
    await box.locator('[data-save-state="saved"]').waitFor();
  });
  await stage.step('session-show-preview', cast.supervisee, async () => {
    await session
      .voiceOf(him, 'supervisee')
      .getByRole('button', { name: t('common.show'), exact: true })
      .click();
    await him.getByRole('dialog').waitFor();
  });
  await session.confirmShow(him, people.supervisor);
  await stage.step('session-both-voices', cast.supervisor, async () => {
    await session.openSession(her, 'supervisor', sessionDay.shown);
    await session.openTopic(her, topic);
    await session.voiceOf(her, 'supervisee').getByText(lines.his).waitFor();
    await session.speak(her, 'supervisor', `${lines.hers}\n${lines.hersUnanswered}`);
  });
  await stage.step('session-differ', cast.supervisee, async () => {
    await session.voiceOf(him, 'supervisor').getByText(lines.hers).waitFor();
    await him.getByRole('radio', { name: t('sessions.stance.differ') }).click({ force: true });
    await him.getByText(t('sessions.stance.youDiffer')).waitFor();
    for (const [page, account, next, other] of [
      [him, 'It was not safe for one person.', 'Two of us next time.', people.supervisor],
      [
        her,
        'I judged it safe from what the school had told us.',
        'Ask the school what it knew.',
        people.supervisee,
      ],
    ] as const) {
      const box = page.locator('section').filter({
        has: page.getByRole('heading', { name: t('sessions.difference.title') }),
      });
      await box.getByRole('button', { name: t('sessions.difference.write') }).click();
      await box.getByLabel(t('sessions.difference.account')).fill(account);
      await box.getByLabel(t('sessions.difference.nextStep')).fill(next);
      await session.show(page, box, other);
    }
    await him.getByText('Ask the school what it knew.').waitFor();
  });
  await stage.step('session-decision-and-promises', cast.supervisee, async () => {
    await her.getByRole('button', { name: t('sessions.decision.add') }).click();
    await her.getByLabel(t('sessions.decision.text')).fill('Joint visits until June.');
    await her.getByLabel(t('sessions.decision.tookPart')).fill('The two of us. The school was not asked.');
    await her.getByRole('radio', { name: t('sessions.decision.who.supervisor') }).check({ force: true });
    await session.show(her, her.locator('main'), people.supervisee);
    for (const [page, other, words] of [
      [him, people.supervisor, 'Ring the school on Monday.'],
      [her, people.supervisee, 'Gofyn am ail weithiwr. Ask for a second worker.'],
    ] as const) {
      await page.getByRole('button', { name: t('sessions.promise.add') }).click();
      await page.getByLabel(t('sessions.promise.text')).fill(words);
      await session.show(page, page.locator('main'), other);
    }
    await him.getByText('Ask for a second worker.').waitFor();
    await him.getByText(t('sessions.decision.becauseNotSaid')).scrollIntoViewIfNeeded();
  });
  await keepAVoiceBack(stage, cast);
}

/** A draft that its author never shows: nobody else may ever find it. */
async function keepAVoiceBack(stage: Stage, cast: Cast): Promise<void> {
  const him = cast.supervisee.page;
  await stage.step('session-kept-back', cast.supervisee, async () => {
    await session.openTopic(him, t('sessions.part.howWeWork'));
    await session.type(him, 'supervisee', `Not ready to say this. ${stage.canary('voice, never shown')}`);
  });
}

/** One laptop: words typed for the guest, kept later in the guest's own vault. */
export async function together(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await stage.step('together', cast.supervisor, async () => {
    await her.getByRole('button', { name: t('sessions.together.open') }).click();
    await her.getByRole('button', { name: t('sessions.together.start') }).click();
    const banner = her.getByRole('region', { name: t('sessions.together.banner') });
    await banner.getByRole('radio', { name: people.supervisee }).check({ force: true });
    await her.getByText(t('sessions.together.scribing', { name: people.supervisee })).waitFor();
    await session.openTopic(her, t('sessions.part.beforeWeGo'));
    const box = await session.type(her, 'supervisee', 'I would like ten minutes at the end, each time.');
    await session.show(her, box, people.supervisee);
  });
  await her.getByRole('button', { name: t('sessions.together.leave') }).click();
  const passphrase = t('sessions.together.passphrase', { name: people.supervisor });
  await her.getByLabel(passphrase, { exact: true }).fill(windowPassphrase);
  await her.keyboard.press('Enter');
  await her.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();
  await stage.step('typed-for-you', cast.supervisee, async () => {
    await session.openTopic(him, t('sessions.part.beforeWeGo'));
    await him.getByText(t('sessions.scribed.forYou')).waitFor();
  });
  await him.getByRole('button', { name: t('sessions.scribed.keep'), exact: true }).click();
  await him.getByText(t('sessions.scribed.wasTyped')).first().waitFor();
}

/** Proposed by one, read and signed by the other with a note; later words become an amendment, signed again. */
export async function signing(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await session.openSession(him, 'supervisee', sessionDay.shown);
  await session.openTopic(him, t('sessions.part.beforeWeGo'));
  await stage.step('signing-proposed', cast.supervisor, async () => {
    await session.openSession(her, 'supervisor', sessionDay.shown);
    await session.openTopic(her, t('sessions.part.beforeWeGo'));
    await her.getByText(t('sessions.scribed.wasTyped')).first().waitFor();
    await session.propose(her, 'supervisor');
  });
  await stage.step('signing-read', cast.supervisee, async () => {
    await him.getByText(t('signing.proposedByOther', { name: people.supervisor })).waitFor();
    await him.getByRole('button', { name: t('signing.read.open') }).click();
    await him.getByRole('dialog').locator('[data-record]').waitFor();
  });
  await him
    .getByRole('dialog')
    .getByRole('button', { name: t('common.notNow') })
    .click();
  await stage.step('signing-both-signed', cast.supervisee, async () => {
    await session.sign(him, 'supervisee', 'I would have put it more strongly.');
    for (const page of [her, him]) await page.getByText(t('signing.bothOneNote')).first().waitFor();
  });
  await stage.step('signing-amended', cast.supervisor, async () => {
    await him.getByRole('button', { name: t('signing.later.write') }).click();
    const later = him
      .locator('section')
      .filter({ has: him.getByRole('heading', { name: t('signing.later.title'), level: 3 }) })
      .first();
    await later.getByRole('textbox').first().fill('The school rang since.');
    await session.show(him, later, people.supervisor);
    await session.propose(him, 'supervisee');
    await her.getByText(t('signing.proposedByOther', { name: people.supervisee })).waitFor();
    await session.sign(her, 'supervisor');
    for (const page of [her, him]) await page.getByText(`· ${t('signing.later.signed')}`).waitFor();
  });
  await stage.step('signed-record-saved', cast.supervisee, async () => {
    const file = join(stage.out, 'signed-session.json');
    cast.supervisee.answerDialogs([file]);
    await him.getByRole('button', { name: t('signing.save.open') }).click();
    await him.getByText(t('signing.save.done', { path: file })).waitFor();
  });
}

/** Checks the saved record as anybody could who has nothing but the file. Throws when it does not hold. */
export function verifySaved(stage: Stage): void {
  const program = join(import.meta.dirname, '../../build/verify.ts');
  const file = join(stage.out, 'signed-session.json');
  const { status, stdout } = spawnSync(process.execPath, [program, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the saved record does not hold:\n${stdout}`);
  for (const words of [lines.his, 'The school rang since.', 'I would have put it more strongly.']) {
    if (!stdout.includes(words)) throw new Error(`the saved record does not hold these words: ${words}`);
  }
}

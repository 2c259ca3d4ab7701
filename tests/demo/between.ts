import type { Locator, Page } from '@playwright/test';
import type { Role } from '../../shared/model/member.ts';
import type { StrengthKind } from '../../shared/model/strength.ts';
import { card } from '../support/agreementWindows.ts';
import { people } from '../support/pairWindows.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import { box, writeMarked } from './markers.ts';
import { sessionDay, topic } from './session.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');
const nextMeeting = { date: '2031-05-14', shown: '14 May 2031' } as const;
const unsaidTopic = 'The panel';
const unsaidWords = 'I saw it at the panel and said nothing.';

/** At a topic both are in, how it was for one of them: for that person alone. */
export async function howATopicWas(stage: Stage, cast: Cast): Promise<void> {
  const him = cast.supervisee.page;
  await session.openSession(him, 'supervisee', sessionDay.shown);
  await session.openTopic(him, topic);
  await stage.step('moment-at-a-topic', cast.supervisee, async () => {
    await him.getByRole('button', { name: t('moments.topic.title') }).click();
    await him.getByRole('button', { name: t('moments.checkIn.open') }).click();
    await him.getByRole('slider', { name: t('moments.plane.label') }).press('ArrowRight');
    await writeMarked(stage, him, 'moment at a topic', { words: [t('moments.checkIn.words'), 'Lighter.'] });
    await him.getByRole('button', { name: t('moments.checkIn.keep') }).click();
    await him.getByText(stage.canary('moment at a topic.words')).scrollIntoViewIfNeeded();
  });
}

/** What could not be said is taken to a session: the words chosen for it arrive, and what was noted stays behind. */
export async function couldNotSay(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await session.newSession(him, 'supervisee', nextMeeting.date);
  await stage.step('could-not-say-it', cast.supervisee, async () => {
    await him.keyboard.press('Control+Shift+M');
    await writeMarked(stage, him, 'unsaid episode', { what: [t('episodes.what.label'), 'The panel.'] });
    await him.keyboard.press('Control+Enter');
    await him.getByRole('button', { name: t('episodes.kept.more') }).click();
    await session.unfold(him, t('episodes.more.said'));
    await him.getByLabel(t('episodes.said.couldNot')).check({ force: true });
    await writeMarked(stage, him, 'unsaid episode', {
      more: [t('episodes.more.more'), 'They had decided before we came in.'],
      saidTo: [t('episodes.more.saidToWouldBe'), 'M'],
    });
  });
  await him.keyboard.press('Control+Enter');
  await him.getByRole('dialog').waitFor({ state: 'hidden' });
  await stage.step('taken-to-a-session', cast.supervisee, async () => {
    await goTo(him, t('frame.place.moments'));
    await him.getByRole('button', { name: t('episodes.offer.open') }).click();
    const dialog = him.getByRole('dialog', { name: t('episodes.offer.title') });
    await dialog.getByLabel(t('episodes.offer.session')).selectOption({ index: 1 });
    await dialog.getByLabel(t('episodes.offer.topicName')).fill(unsaidTopic);
    await dialog.getByLabel(t('episodes.offer.words')).fill(unsaidWords);
  });
  await him.getByRole('button', { name: t('episodes.offer.put') }).click();
  const carried = { name: people.supervisor, date: nextMeeting.shown };
  await him.getByRole('link', { name: t('episodes.offer.carried', carried) }).click();
  await session.openTopic(him, unsaidTopic);
  const voice = session.voiceOf(him, 'supervisee');
  await voice.getByRole('button', { name: t('sessions.write') }).click();
  await session.show(him, voice, people.supervisor);
  await stage.step('said-after-all', cast.supervisor, async () => {
    await session.openSession(her, 'supervisor', nextMeeting.shown);
    await session.openTopic(her, unsaidTopic);
    await session.voiceOf(her, 'supervisee').getByText(unsaidWords).waitFor();
  });
}

/** A strength shown and thanks shown back; something begun that is never shown. */
export async function strengthsAndThanks(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await stage.step('strength-preview', cast.supervisor, async () => {
    await session.openPair(her, 'supervisor');
    await write(stage, her, 'strength', 'You let the silence stand.', 'The boy spoke for the first time.');
  });
  await session.confirmShow(her, people.supervisee);
  await session.openPair(him, 'supervisee');
  await card(him, t('strengths.pair.title')).getByText('You let the silence stand.').waitFor();
  await write(stage, him, 'thanks', 'You stayed late.', 'I went home with less.');
  await session.confirmShow(him, people.supervisor);
  await stage.step('strengths-and-thanks', cast.supervisee, async () => {
    const here = card(him, t('strengths.pair.title'));
    await here.getByRole('button', { name: t('strengths.begin.celebration'), exact: true }).click();
    await writeMarked(stage, here, 'celebration, never shown', {
      text: [t('strengths.text.celebration'), 'The panel listened.'],
      effect: [t('strengths.effect.celebration'), 'We had asked her first.'],
    });
    await here.locator('[data-save-state="saved"]').waitFor();
    await here.scrollIntoViewIfNeeded();
  });
  await card(him, t('strengths.pair.title'))
    .getByRole('button', { name: t('sessions.putAway') })
    .click();
}

/** Writes one and asks for what the other will see; in each box a marker word was typed and deleted before. */
async function write(stage: Stage, page: Page, what: StrengthKind, words: string, effect: string) {
  const here = card(page, t('strengths.pair.title'));
  await here.getByRole('button', { name: t(`strengths.begin.${what}`), exact: true }).click();
  for (const [part, said] of [
    ['text', words],
    ['effect', effect],
  ] as const) {
    const field = box(here, t(`strengths.${part}.${what}`));
    await stage.typeAndDelete(`${what}.${part}, typed and deleted before Show`, field);
    await field.fill(said);
  }
  await here.getByRole('button', { name: t('common.show'), exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

/** Both choose the same thing to look at over time; one tells a story of it, the other begins one and keeps it. */
export async function lookAtTogether(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await openIndicators(him, 'supervisee');
  await pick(him, people.supervisor);
  await stage.step('indicators-picked', cast.supervisor, async () => {
    await openIndicators(her, 'supervisor');
    await pick(her, people.supervisee);
    await writeButton(her).scrollIntoViewIfNeeded();
  });
  const story = him.getByLabel(t('indicators.story'));
  await stage.step('indicator-preview', cast.supervisee, async () => {
    await writeButton(him).click();
    await stage.typeAndDelete('indicator story, typed and deleted before Show', story);
    await story.fill('The family chose the day and the room.');
    await him.getByRole('radio', { name: '7', exact: true }).check({ force: true });
    await him.getByRole('button', { name: t('common.show'), exact: true }).click();
    await him
      .getByRole('dialog')
      .getByText(t('indicators.show.confirm', { name: people.supervisor }))
      .waitFor();
  });
  await him.getByRole('button', { name: t('indicators.show.confirm', { name: people.supervisor }) }).click();
  await him.getByRole('dialog').waitFor({ state: 'hidden' });
  await stage.step('indicator-story', cast.supervisor, async () => {
    await her.getByText('The family chose the day and the room.').waitFor();
    await writeButton(her).click();
    await writeMarked(stage, her, 'indicator, never shown', {
      story: [t('indicators.story'), 'We still chose who was asked.'],
    });
    await her.locator('[data-save-state="saved"]').first().waitFor();
  });
}

async function openIndicators(page: Page, role: Role): Promise<void> {
  await session.openPair(page, role);
  await session.unfold(page, t('indicators.title'));
}

async function pick(page: Page, other: string): Promise<void> {
  await session.unfold(page, t('indicators.pick.open'));
  await page.getByLabel(t('indicators.takingPart'), { exact: true }).check();
  await page.getByRole('button', { name: t('indicators.pick.say', { name: other }) }).click();
}

function writeButton(page: Page): Locator {
  return page.getByRole('button', { name: `${t('indicators.write')}: ${t('indicators.takingPart')}` });
}

import { statementsOf } from '../../electron/core/items/read.ts';
import type { TestCore } from './core.ts';
import type { Chooser } from './sayings.ts';

/** One thing this member of a circle could do now: a new meeting or question, a turn, a pass, words changed or taken back. */
export async function sayInCircle(core: TestCore, space: string, choose: Chooser): Promise<void> {
  core.platform.advance(choose(90_000));
  const db = core.session().deps.vault.db();
  const meetings = statementsOf(db, 'circleMeeting', space);
  const meeting = meetings[choose(meetings.length + 1)]?.item;
  const text = `What I say, ${choose(1_000_000)}`;
  if (meeting === undefined) {
    const questions = ['How do you arrive?', 'What has it cost you?'];
    await core.call('circles.createMeeting', { space, title: text, date: '2026-12-01', questions });
    return;
  }
  const page = await core.call('circles.meeting', { meeting });
  const round = page.view.rounds[choose(page.view.rounds.length)];
  if (round === undefined || round.question === null) return;
  const seat = round.seats.find((one) => one.identity === page.me);
  const said = seat?.turns[0]?.item ?? seat?.pass ?? null;
  if (choose(8) === 0 && page.isKeeper) {
    await core.call('circles.addRound', { meeting, question: text });
    return;
  }
  if (said !== null && choose(3) === 0) {
    await core.call('circles.takeBackTurn', { item: said });
    return;
  }
  if (seat?.heard === 'notYet' && choose(4) === 0) {
    await core.call('circles.pass', { round: round.round });
    return;
  }
  if (seat?.heard === 'passed') return;
  const { item } = await core.call('circles.saveTurn', { round: round.round, text });
  const { mine } = await core.call('circles.meeting', { meeting });
  const stamp = mine.find((draft) => draft.item === item)?.stamp ?? '';
  await core.call('circles.showTurn', { item, stamp });
}

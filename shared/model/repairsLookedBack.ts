import { z } from 'zod';
import type { RuptureStatement } from './foldRupture.ts';
import { idSchema } from './ids.ts';
import { ruptureOutcomes, ruptureTouches } from './rupture.ts';
import type { RuptureView } from './ruptureView.ts';

/** A repair to look back on: its view, what was said in it, and what its viewer's own note says it touches. */
export type RepairBehind = {
  readonly other: string;
  readonly view: RuptureView;
  readonly said: readonly RuptureStatement[];
  readonly touches: readonly (typeof ruptureTouches)[number][];
};

const outcome = z.enum(ruptureOutcomes);

export const repairsLookedBackSchema = z.object({
  /** What any of them touched, by my own notes, in the order it is asked. */
  touched: z.array(z.enum(ruptureTouches)),
  repairs: z.array(
    z.object({
      rupture: idSchema,
      other: z.string(),
      state: z.enum(['open', 'resting', 'settled']),
      touches: z.array(z.enum(ruptureTouches)),
      /** Each person's own word for it, one pair a time round that was settled; the first time round first. */
      mended: z.array(z.object({ mine: outcome, theirs: outcome })),
      /** The words with which it came back, oldest first. */
      cameBack: z.array(z.object({ byMe: z.boolean(), words: z.string() })),
    }),
  ),
  /** Days to mend, or null while fewer than three repairs were settled. */
  days: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
});
export type RepairsLookedBack = z.infer<typeof repairsLookedBackSchema>;

/** A range of fewer would say how one repair went; three is the least that does not point at one. */
const leastSettled = 3;

/**
 * What one person can look back on, in the order given; naming words that were taken back leave nothing to look back on.
 *
 * `days` is the smallest and the largest number of civil days to mend: from the day it was named to the day on which the second of the
 * two said "settled"; 0 is the same day. It is no mean, no target, and is not split by person. Edges:
 * - What came back counts anew: from the day the first of the two said so to the day it was settled again. A time round that is not
 *   settled yet gives no number, and its repair is told apart as open (or resting); what it was settled with before still counts.
 * - Changing one's word for how it ended moves nothing: the day is that on which each first said it.
 * - Days are those of `dayOf` (a civil date `YYYY-MM-DD` for an instant, where the viewer is), so a change of clocks is no half day.
 * - Each instant is the claim of the clock of the device it was said on. A time round that would have been settled before it began, by those
 *   claims, gives no number.
 * - With fewer than three different repairs that give a number there is no range: null.
 */
export function lookBackOverRepairs(
  repairs: readonly RepairBehind[],
  dayOf: (instant: string) => string,
): RepairsLookedBack {
  const named = repairs.filter(({ view }) => view.named.state === 'shown');
  const spans = named.map((repair) => daysToMend(repair, dayOf)).filter((days) => days.length > 0);
  const all = spans.flat();
  return {
    touched: ruptureTouches.filter((touch) => named.some(({ touches }) => touches.includes(touch))),
    repairs: named.map(({ other, view, touches }) => ({
      rupture: view.rupture,
      other,
      state: stateOf(view),
      touches: [...touches],
      mended: timeRounds(view).flatMap(({ mine, theirs }) =>
        mine.settled === null || theirs.settled === null
          ? []
          : [{ mine: mine.settled, theirs: theirs.settled }],
      ),
      cameBack: timeRounds(view).flatMap(({ reopened }) => reopened),
    })),
    days: spans.length < leastSettled ? null : { from: Math.min(...all), to: Math.max(...all) },
  };
}

function stateOf(view: RuptureView): 'open' | 'resting' | 'settled' {
  if (view.stage === 'settled') return 'settled';
  return view.paused.byMe || view.paused.byOther ? 'resting' : 'open';
}

function timeRounds(view: RuptureView): readonly RuptureView['now'][] {
  return [...view.earlier, view.now];
}

function daysToMend({ view, said }: RepairBehind, dayOf: (instant: string) => string): number[] {
  return timeRounds(view).flatMap(({ mine, theirs }, index) => {
    if (mine.settled === null || theirs.settled === null) return [];
    const began = said.filter((one) =>
      index === 0
        ? one.item === view.rupture
        : one.kind === 'ruptureReopened' && one.body.cycle === index + 1,
    );
    const ended = said.filter((one) => one.kind === 'ruptureSettled' && one.body.cycle === index + 1);
    const from = firstSaid(began)[0];
    const to = firstSaid(ended).at(-1);
    if (from === undefined || to === undefined || to < from) return [];
    return [daysBetween(dayOf(from), dayOf(to))];
  });
}

/** When each was first said, in order. */
function firstSaid(statements: readonly RuptureStatement[]): string[] {
  return statements.map(({ madeAt }) => madeAt).sort();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

import type { EpisodeBody } from './episode.ts';
import { addSpan, type Span } from './rhythm.ts';
import { civilDay } from './civilDay.ts';

/** When to be asked again how heavy it is now, as a person chooses it. */
export const askAgainAnswers = ['never', 'week', 'month', 'twelveWeeks', 'oneFourTwelve'] as const;

/** `fourTwelve` is what is left of `oneFourTwelve` once its first time is over; what is left after that is `twelveWeeks`. */
export const askAgainStates = [...askAgainAnswers, 'fourTwelve'] as const;
export type AskAgain = (typeof askAgainStates)[number];

type Asked = Pick<EpisodeBody, 'at' | 'askAgain' | 'askFrom'>;

const weeks = (count: number): Span => ({ unit: 'week', count });

/** One, four and twelve weeks are the times at which DOMAIN.md 3.2 looks at what is left of an episode. */
const times: Readonly<Record<AskAgain, readonly Span[]>> = {
  never: [],
  week: [weeks(1)],
  month: [{ unit: 'month', count: 1 }],
  twelveWeeks: [weeks(12)],
  oneFourTwelve: [weeks(1), weeks(4), weeks(12)],
  fourTwelve: [weeks(4), weeks(12)],
};

/**
 * The first civil date on which an episode may be asked about; null when that was not wanted. Counted from the civil day
 * it was chosen on (`askFrom`), which was fixed where the person was then, so that neither a clock change nor a journey
 * moves it. An episode of before that was kept counts from the day of `at` in `zone`. A week is seven civil days; a month
 * later is the same day of the month, or the month's last (31 January → 28 February). It is due from the first minute of
 * that day where the person is.
 */
export function askAgainFrom(body: Asked, zone: string): string | null {
  const [first] = times[body.askAgain];
  return first === undefined ? null : addSpan(startOf(body, zone), first);
}

/**
 * What is still to be asked once every time up to and including `today` is over, whether it was answered or put away with
 * "Not today": only what is still wished is kept, so that nothing tells the two apart.
 */
export function askAgainLeft(body: Asked, today: string, zone: string): AskAgain {
  const all = times[body.askAgain];
  const left = all.filter((span) => addSpan(startOf(body, zone), span) > today).length;
  if (left === all.length) return body.askAgain;
  return left === 2 ? 'fourTwelve' : left === 1 ? 'twelveWeeks' : 'never';
}

/** Whether `later` is what may be left of `first` after some of its times. */
export function isLeftOf(later: AskAgain, first: AskAgain): boolean {
  return times[later].every((span) =>
    times[first].some((one) => one.unit === span.unit && one.count === span.count),
  );
}

/** How many times are still to come. */
export function timesIn(state: AskAgain): number {
  return times[state].length;
}

function startOf({ at, askFrom }: Asked, zone: string): string {
  return askFrom ?? civilDay(at, zone);
}

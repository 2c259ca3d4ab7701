import { z } from 'zod';
import { sessionTimeBodySchema } from './agreement.ts';
import { dateSchema, idSchema } from './ids.ts';
import { addSpan, expectedWindows, type Rhythm } from './rhythm.ts';

/** A session and how its time went, as each of the two says. */
export const timedSessionSchema = z.object({
  session: idSchema,
  date: dateSchema,
  supervisee: sessionTimeBodySchema.nullable(),
  supervisor: sessionTimeBodySchema.nullable(),
});
export type TimedSession = z.infer<typeof timedSessionSchema>;

/** A stretch in which one meeting is expected, with the sessions set up in it; outside the rhythm, a session by itself. */
export const timeSlotSchema = z.object({
  /** Null outside the rhythm. `to` is the first day after it. */
  expected: z.object({ from: dateSchema, to: dateSchema }).nullable(),
  sessions: z.array(timedSessionSchema),
});
export type TimeSlot = z.infer<typeof timeSlotSchema>;

/** How many slots are drawn: a year of monthly meetings, with room for a second one in some months. */
export const mostSlots = 15;

/** Below this many sessions of which somebody said the minutes, a drawing would say more than is known. */
const fewestToDraw = 3;

/**
 * The sessions up to today against what is expected, oldest first, at most `mostSlots`. A window that has only begun is there
 * once something is in it: nobody is late within it. A session to come, within a year, is there once somebody
 * said how it went. What was before
 * the first session here is not known, and no gap is drawn for it.
 */
export function timeSlots(input: {
  readonly sessions: readonly TimedSession[];
  readonly rhythm: Pick<Rhythm, 'from' | 'steps'> | null;
  readonly today: string;
}): TimeSlot[] {
  const { rhythm, today } = input;
  const furthest = addSpan(today, { unit: 'month', count: 12 });
  const sessions = input.sessions
    .filter((one) => one.date <= today || one.supervisee !== null || one.supervisor !== null)
    .filter((one) => one.date <= furthest)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.session < b.session ? -1 : 1));
  const until = [today, ...sessions.map((one) => one.date)].sort().at(-1) ?? today;
  const windows = rhythm === null ? [] : expectedWindows(rhythm, until);
  const first = sessions[0]?.date ?? today;
  const alone = sessions.filter((one) => !windows.some((window) => isWithin(window, one.date)));
  const slots: TimeSlot[] = [
    ...alone.map((session) => ({ expected: null, sessions: [session] })),
    ...windows
      .map((expected) => ({
        expected,
        sessions: sessions.filter((one) => isWithin(expected, one.date)),
      }))
      .filter(
        ({ expected, sessions: held }) => held.length > 0 || (expected.from > first && expected.to <= today),
      ),
  ];
  return slots
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
    .slice(-mostSlots);
}

/** Whether too little was said to draw anything. */
export function isTooLittle(slots: readonly TimeSlot[]): boolean {
  const said = slots
    .flatMap((slot) => slot.sessions)
    .filter((one) => (one.supervisee ?? one.supervisor) !== null && minutesOf(one).length > 0);
  return said.length < fewestToDraw;
}

/** The minutes that were said of a session, the supervisee's first. */
function minutesOf(session: TimedSession): number[] {
  return [session.supervisee?.minutes, session.supervisor?.minutes].filter((one) => typeof one === 'number');
}

function isWithin(window: { readonly from: string; readonly to: string }, date: string): boolean {
  return date >= window.from && date < window.to;
}

function startOf(slot: TimeSlot): string {
  return slot.expected?.from ?? slot.sessions[0]?.date ?? '';
}

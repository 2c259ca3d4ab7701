import { z } from 'zod';
import { dateSchema } from './ids.ts';

/** So many weeks or months. */
const spanSchema = z
  .object({ unit: z.enum(['week', 'month']), count: z.number().int().min(1).max(60) })
  .strict();
export type Span = z.infer<typeof spanSchema>;

/** `until` counts from the beginning of the whole rhythm; null in the last step, which goes on. */
const stepSchema = z.object({ every: spanSchema, until: spanSchema.nullable() }).strict();
export type RhythmStep = z.infer<typeof stepSchema>;

/** How often two people mean to meet, step after step: each ends later than the one before, only the last is open. */
export const stepsSchema = z
  .array(stepSchema)
  .min(1)
  .max(6)
  .refine(isAscending, { message: 'each step ends later than the one before; only the last one stays open' });

/** The day a rhythm counts from. Bounded: it comes from another vault too, and every window from then on is counted. */
const firstDaySchema = dateSchema.refine((date) => date >= '1970-01-01' && date < '2200-01-01', {
  message: 'counted from 1970 to 2199',
});

/** What a standard, or a pair of its own accord, expects: from which day, how often, and how long in minutes. */
export const rhythmSchema = z
  .object({ from: firstDaySchema, steps: stepsSchema, minutes: z.number().int().min(10).max(600) })
  .strict();
export type Rhythm = z.infer<typeof rhythmSchema>;

/** A stretch of days in which one meeting is expected: from `from`, up to but without `to`. */
export type ExpectedWindow = { readonly from: string; readonly to: string };

/**
 * The windows that begin on or before `until`, oldest first: in each one meeting is expected. Civil dates only, so neither a
 * clock change nor a time zone moves one. Months are counted from the day a step began and clamped to the month's last day
 * (31 January, 28 February, 31 March). A last stretch of a step shorter than half its interval belongs to the window before.
 */
export function expectedWindows(rhythm: Pick<Rhythm, 'from' | 'steps'>, until: string): ExpectedWindow[] {
  const windows: ExpectedWindow[] = [];
  let begins = rhythm.from;
  for (const step of rhythm.steps) {
    const ends = step.until === null ? null : addSpan(rhythm.from, step.until);
    windows.push(...windowsOfStep(step.every, begins, ends, until));
    if (ends === null || ends > until) break;
    begins = ends;
  }
  return windows;
}

/** How often a meeting is expected on a day; null before the rhythm begins. */
export function intervalOn(rhythm: Pick<Rhythm, 'from' | 'steps'>, date: string): Span | null {
  if (date < rhythm.from) return null;
  const step = rhythm.steps.find((one) => one.until === null || date < addSpan(rhythm.from, one.until));
  return step?.every ?? null;
}

/** The civil date so many weeks or months later; a day the month does not have becomes its last one. */
export function addSpan(date: string, span: Span): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (span.unit === 'week') {
    day.setUTCDate(day.getUTCDate() + span.count * 7);
    return day.toISOString().slice(0, 10);
  }
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + span.count);
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(wanted, lastDay));
  return day.toISOString().slice(0, 10);
}

function windowsOfStep(every: Span, begins: string, ends: string | null, until: string): ExpectedWindow[] {
  const windows: ExpectedWindow[] = [];
  for (let index = 0; ; index += 1) {
    const from = times(begins, every, index);
    if (from > until || (ends !== null && from >= ends)) return windows;
    const to = times(begins, every, index + 1);
    if (ends !== null && isLastOfStep(to, times(begins, every, index + 2), ends)) {
      return [...windows, { from, to: ends }];
    }
    windows.push({ from, to });
  }
}

/** Whether what is left of a step after `to` is nothing, or less than half of the window that would come next. */
function isLastOfStep(to: string, next: string, ends: string): boolean {
  return to >= ends || daysBetween(to, ends) * 2 < daysBetween(to, next);
}

/** Counted from the step's own beginning each time, so that a short month does not move the ones after it. */
function times(begins: string, every: Span, index: number): string {
  return index === 0 ? begins : addSpan(begins, { unit: every.unit, count: every.count * index });
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** A month counts as at least four weeks here; steps of mixed units are compared by their shortest length in days. */
function isAscending(steps: readonly RhythmStep[]): boolean {
  return steps.every((step, index) => {
    const isLast = index === steps.length - 1;
    if (isLast || step.until === null) return isLast && step.until === null;
    const before = steps[index - 1]?.until ?? null;
    return before === null || shortestDays(before) < shortestDays(step.until);
  });
}

function shortestDays(span: Span): number {
  return span.count * (span.unit === 'week' ? 7 : 28);
}

import { z } from 'zod';
import { addDays, dayNumber } from './civilDays.ts';
import { episodeBodySchema } from './episode.ts';
import { dateSchema } from './ids.ts';
import { momentBodySchema } from './moment.ts';

/** What a chart needs of a moment: its civil day and its place on the plane. */
export const pastMomentSchema = momentBodySchema
  .pick({ pleasant: true, stirred: true })
  .extend({ day: dateSchema });
export type PastMoment = z.infer<typeof pastMomentSchema>;

/** What a chart needs of an episode; `curve` is its weights by civil day (`residueCurve`). */
export const pastEpisodeSchema = episodeBodySchema.pick({ kinds: true, obstacles: true, said: true }).extend({
  day: dateSchema,
  /** The beginning of its words, to know it by. */
  what: z.string(),
  curve: z.array(z.object({ day: dateSchema, weight: z.number().int() })),
});
export type PastEpisode = z.infer<typeof pastEpisodeSchema>;

/** How far back to look. */
export const pastRanges = ['quarter', 'year', 'all'] as const;
export type PastRange = (typeof pastRanges)[number];

const daysBack = { quarter: 90, year: 365 } as const;

/** The days looked at, both ends counted in: the last 90, the last 365, or from the first one there is. Null when there is none. */
export function rangeOf(
  range: PastRange,
  days: readonly string[],
  today: string,
): { readonly from: string; readonly to: string } | null {
  if (range !== 'all') return { from: addDays(today, 1 - daysBack[range]), to: today };
  const from = days.reduce<string | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
  return from === null ? null : { from, to: today };
}

/** With fewer points than this a drawing would say more than is known. */
const fewestToDraw = 3;

/** Whether there are too few points to draw. The table still shows them. */
export function isTooFew(points: number): boolean {
  return points < fewestToDraw;
}

/** What one mark stands for when there are more days than can be told apart. */
export type BinUnit = 'day' | 'week' | 'month';

/** Rows of one day, week (from Monday) or month, both ends counted in. */
export type Bin<R> = { readonly from: string; readonly to: string; readonly rows: readonly R[] };

/** Marks that can be told apart side by side. */
const mostMarks = 130;

/**
 * Gathers rows into days, or into weeks or months when there would be more than 130 marks; the finest that fits, and months
 * where nothing does. Nothing is averaged and nothing left out: a bin holds its rows. Oldest first; no empty bins.
 */
export function binRows<R extends { readonly day: string }>(
  rows: readonly R[],
): { readonly unit: BinUnit; readonly bins: readonly Bin<R>[] } {
  const sorted = [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const unit = (['day', 'week'] as const).find((one) => countBins(sorted, one) <= mostMarks) ?? 'month';
  const bins: { from: string; to: string; rows: R[] }[] = [];
  for (const row of sorted) {
    const last = bins.at(-1);
    if (last !== undefined && row.day <= last.to) last.rows.push(row);
    else bins.push({ ...binAround(row.day, unit), rows: [row] });
  }
  return { unit, bins };
}

function countBins(sorted: readonly { readonly day: string }[], unit: BinUnit): number {
  let [count, until] = [0, ''];
  for (const { day } of sorted) {
    if (day <= until) continue;
    until = binAround(day, unit).to;
    count += 1;
  }
  return count;
}

function binAround(day: string, unit: BinUnit): { from: string; to: string } {
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') {
    // 1 January 1970 was a Thursday.
    const from = addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
    return { from, to: addDays(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** Lowest, middle and highest of some figures; of two in the middle, the lower. Null when there are none. */
export function spreadOf(values: readonly number[]): { low: number; middle: number; high: number } | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low] = sorted;
  const [middle, high] = [sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  if (low === undefined || middle === undefined || high === undefined) return null;
  return { low, middle, high };
}

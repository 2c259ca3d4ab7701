import { z } from 'zod';
import { dateSchema, words } from './ids.ts';
import type { Statement } from './revision.ts';

/**
 * What a pair may look at over time, in our own words: the seven things that "Measure what matters" (the article the project
 * began with, section 9) names. They are ways of asking, not measures: a story comes first, and a number only beside it.
 */
export const indicators = [
  'relationships',
  'takingPart',
  'conflict',
  'wellbeing',
  'telling',
  'safetyPlans',
  'lasting',
] as const;
export const indicatorSchema = z.enum(indicators);
export type Indicator = z.infer<typeof indicatorSchema>;

/** More than three would be a form to fill in. */
export const mostPicked = 3;

export const pickedSchema = z
  .array(indicatorSchema)
  .max(mostPicked)
  .refine((picked) => new Set(picked).size === picked.length, { message: 'each once' });

/** In a pair's space, one per owner: what this person would like to look at. Each is there once both picked it. */
export const indicatorPickBodySchema = z.object({ indicators: pickedSchema }).strict();

/**
 * In a pair's space: how one person sees an indicator on a day. The story first; the number, 0 to 10, may stay unsaid
 * (null). Kept privately until it is shown; part of no record, pack or evidence.
 */
export const indicatorNoteBodySchema = z
  .object({
    indicator: indicatorSchema,
    on: dateSchema,
    story: words(10_000),
    number: z.number().int().min(0).max(10).nullable(),
  })
  .strict();
export type IndicatorNoteBody = z.infer<typeof indicatorNoteBodySchema>;

type Pick = Statement<z.infer<typeof indicatorPickBodySchema>>;

/** What a person picked, in the order they are asked. Of several statements the newest counts. */
export function pickedBy(picks: readonly Pick[], identity: string): Indicator[] {
  const own = picks
    .filter((one) => one.owner === identity)
    .sort((a, b) => (a.at === b.at ? (a.hash < b.hash ? -1 : 1) : a.at < b.at ? -1 : 1));
  const picked = own.at(-1)?.body.indicators ?? [];
  return indicators.filter((one) => picked.includes(one));
}

import { z } from 'zod';
import { dateSchema, words } from './ids.ts';

/** Kinds of learning (the article, section 2). Order is the order on the page. */
export const learningTypes = [
  'introduction',
  'deepDive',
  'cascade',
  'rolePlay',
  'circle',
  'coaching',
  'reading',
  'other',
] as const;
export type LearningType = (typeof learningTypes)[number];

export const hoursEnd = 200;
export const hoursStep = 0.25;

const text = words(5_000);

/** Private. Something a person learned, and what changed in practice. Everything but the day may stay unsaid. */
export const learningBodySchema = z
  .object({
    type: z.enum(learningTypes).nullable(),
    date: dateSchema,
    /** 0 to 200, in quarters of an hour; null when not said. */
    hours: z.number().min(0).max(hoursEnd).multipleOf(hoursStep).nullable(),
    what: text,
    changed: text,
    /** By codes. */
    withWhom: words(500),
    taughtBy: words(500),
  })
  .strict();
export type LearningBody = z.infer<typeof learningBodySchema>;

export function isEmptyLearning(body: Omit<LearningBody, 'date'>): boolean {
  const { type, hours, what, changed, withWhom, taughtBy } = body;
  return (
    type === null && hours === null && [what, changed, withWhom, taughtBy].every((part) => part.trim() === '')
  );
}

/** Hours of one kind of learning, in the order of `years`; null where none were said. `type` null: kind not said. */
export type HoursOfType = { readonly type: LearningType | null; readonly hours: readonly (number | null)[] };
export type HoursByYear = {
  /** Calendar years in which hours were said, newest first. */
  readonly years: readonly string[];
  readonly rows: readonly HoursOfType[];
  /** Of all kinds, in the order of `years`. */
  readonly totals: readonly number[];
};

/**
 * Plain sums of the hours that were said, by kind and by the calendar year of their day. An entry without hours counts
 * nowhere. Quarters of an hour are exact in binary, so no sum is ever a hair off.
 */
export function sumHours(entries: readonly Pick<LearningBody, 'type' | 'date' | 'hours'>[]): HoursByYear {
  const said = entries.flatMap(({ type, date, hours }) =>
    hours === null ? [] : [{ type, year: date.slice(0, 4), hours }],
  );
  const years = [...new Set(said.map(({ year }) => year))].sort().reverse();
  const sumOf = (of: typeof said) => of.reduce((sum, { hours }) => sum + hours, 0);
  const inYear = (of: typeof said, year: string) => of.filter((one) => one.year === year);
  const rows = [...learningTypes, null].flatMap((type) => {
    const ofType = said.filter((one) => one.type === type);
    if (ofType.length === 0) return [];
    const hours = years.map((year) => {
      const here = inYear(ofType, year);
      return here.length === 0 ? null : sumOf(here);
    });
    return [{ type, hours }];
  });
  return { years, rows, totals: years.map((year) => sumOf(inYear(said, year))) };
}

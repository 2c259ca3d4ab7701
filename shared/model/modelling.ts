import { z } from 'zod';
import { type ModellingQuestion, modellingQuestions } from '../reflection/modelling.ts';
import { words } from './ids.ts';

/** A month of the civil calendar, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Private. What somebody who leads answered to the question of one month. */
export const modellingAnswerBodySchema = z
  .object({ month: monthSchema, question: z.enum(modellingQuestions), text: words(5_000) })
  .strict();

/** The civil month of an instant in a time zone of the IANA list: late on 31 May in UTC is June in Cardiff. */
export function monthIn(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit' });
  const [month, year] = ['month', 'year'].map(
    (type) => parts.formatToParts(now).find((part) => part.type === type)?.value ?? '',
  );
  return `${year}-${month}`;
}

/** The question of a month: each month of the year has its own, so that every computer asks the same. */
export function questionOf(month: string): ModellingQuestion {
  const question = modellingQuestions[Number(month.slice(5, 7)) - 1];
  if (question === undefined) throw new RangeError('a month is 01 to 12');
  return question;
}

/**
 * The question to ask on Today, or null: asked of those who supervise somebody, and once in a civil month. Answered or put
 * away, it rests until the next one; a month that passed unanswered is never asked about.
 */
export function questionToAsk(known: {
  readonly month: string;
  readonly leads: boolean;
  readonly answered: readonly string[];
  readonly putAway: string | null;
}): { readonly month: string; readonly question: ModellingQuestion } | null {
  const { month, leads, answered, putAway } = known;
  if (!leads || answered.includes(month) || putAway === month) return null;
  return { month, question: questionOf(month) };
}

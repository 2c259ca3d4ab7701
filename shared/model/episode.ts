import { z } from 'zod';
import { instantSchema, words } from './ids.ts';

/** Morley et al.'s five kinds of moral distress under plain names, and "not sure" (DOMAIN.md 3.2), in the order they are asked. */
export const episodeKinds = [
  'constraint',
  'uncertainty',
  'tension',
  'conflict',
  'dilemma',
  'notSure',
] as const;
export type EpisodeKind = (typeof episodeKinds)[number];

export const episodeObstacles = [
  'law',
  'policy',
  'resources',
  'time',
  'hierarchy',
  'partnerAgency',
  'familyRefusal',
  'ownDoubt',
  'other',
] as const;

export const saidAnswers = ['said', 'partly', 'couldNot'] as const;
export const askAgainAnswers = ['never', 'week', 'month'] as const;
export type AskAgain = (typeof askAgainAnswers)[number];

export const weightEnd = 10;
const weight = z.number().int().min(0).max(weightEnd);

/** An episode of moral distress. One word is enough; everything but `what` may stay unsaid. */
export const episodeBodySchema = z
  .object({
    at: instantSchema,
    what: words(20_000).refine((text) => text.trim() !== '', { message: 'a few words are needed' }),
    /** 0 barely there … 10 more than I can carry; null when skipped. */
    weight: weight.nullable(),
    kinds: z.array(z.enum(episodeKinds)).max(6),
    obstacles: z.array(z.enum(episodeObstacles)).max(9),
    said: z.enum(saidAnswers).nullable(),
    /** More words, when "Add more" was wanted. */
    more: words(20_000),
    /** Ask me again: never by default, and once. */
    askAgain: z.enum(askAgainAnswers),
    /** What was answered when asked again. */
    ratings: z.array(z.object({ at: instantSchema, weight }).strict()).max(1000),
  })
  .strict();
export type EpisodeBody = z.infer<typeof episodeBodySchema>;

/** The first instant at which an episode may be asked about again; null when that was not wanted. */
export function askAgainFrom(body: Pick<EpisodeBody, 'at' | 'askAgain'>): Date | null {
  if (body.askAgain === 'never') return null;
  const due = new Date(body.at);
  if (body.askAgain === 'week') due.setUTCDate(due.getUTCDate() + 7);
  else {
    const day = due.getUTCDate();
    due.setUTCMonth(due.getUTCMonth() + 1);
    // 31 January and a month is the last day of February, not 3 March.
    if (due.getUTCDate() !== day) due.setUTCDate(0);
  }
  return due;
}

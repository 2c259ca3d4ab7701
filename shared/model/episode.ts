import { z } from 'zod';
import { instantSchema, words } from './ids.ts';

/** Morley et al.'s five kinds of moral distress under plain names, and "not sure" (DOMAIN.md 3.2). */
export const episodeKinds = [
  'constraint',
  'uncertainty',
  'tension',
  'conflict',
  'dilemma',
  'notSure',
] as const;

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

/** An episode of moral distress. One word is enough; everything but `what` may stay unsaid. */
export const episodeBodySchema = z
  .object({
    at: instantSchema,
    what: words(20_000).refine((text) => text.trim() !== '', { message: 'a few words are needed' }),
    /** 0 barely there … 10 more than I can carry; null when skipped. */
    weight: z.number().int().min(0).max(10).nullable(),
    kinds: z.array(z.enum(episodeKinds)).max(6),
    obstacles: z.array(z.enum(episodeObstacles)).max(9),
    said: z.enum(['said', 'partly', 'couldNot']).nullable(),
    /** Ask me again: never by default. */
    askAgain: z.enum(['never', 'week', 'month']),
    ratings: z
      .array(z.object({ at: instantSchema, weight: z.number().int().min(0).max(10) }).strict())
      .max(1000),
  })
  .strict();
export type EpisodeBody = z.infer<typeof episodeBodySchema>;

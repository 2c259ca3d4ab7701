import { z } from 'zod';
import { instantSchema, words } from './ids.ts';

/** How it was for me: a place on the plane of feeling, own words, and words from a list. Every part may stay empty. */
export const momentBodySchema = z
  .object({
    at: instantSchema,
    /** −4 unpleasant … 4 pleasant, whole steps; null when not placed. */
    pleasant: z.number().int().min(-4).max(4).nullable(),
    /** −4 calm … 4 stirred, whole steps; null when not placed. */
    stirred: z.number().int().min(-4).max(4).nullable(),
    feelings: z.array(z.string().max(60)).max(30),
    words: words(5000),
    /** The private page it was noted on, if any. */
    page: z.string().nullable(),
  })
  .strict();
export type MomentBody = z.infer<typeof momentBodySchema>;

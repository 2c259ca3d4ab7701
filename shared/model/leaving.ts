import { z } from 'zod';
import { idSchema, words } from './ids.ts';

/** Said in a new pair: it goes on from the one that one of the two lost their vault of. */
export const continuesBodySchema = z.object({ space: idSchema }).strict();

/** Leaving on one's own: nothing of why. It ends the pair for both; nobody has to agree. */
export const leftBodySchema = z.object({}).strict();

/** The root of an ending that both agree and sign. `handsOver`: somebody else takes the supervision on. */
export const leavingBodySchema = z.object({ handsOver: z.boolean() }).strict();

/** Subject: a leaving. What its author keeps, gives on, and destroys, in their own words. */
export const leavingWordsBodySchema = z
  .object({ keeps: words(5_000), gives: words(5_000), destroys: words(5_000) })
  .strict();
export type LeavingWords = z.infer<typeof leavingWordsBodySchema>;

import { z } from 'zod';
import { arrangementKeys } from '../model/agreement.ts';
import { dateSchema } from '../model/ids.ts';
import { rhythmSchema, stepsSchema } from '../model/rhythm.ts';

const bilingualSchema = z
  .object({ 'en-GB': z.string().min(1).max(400), cy: z.string().min(1).max(400) })
  .strict();

/** What somebody publishes about how often and how long people meet, as dated data: never code, and a pair may change it. */
export const standardSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    /** The edition it was read from, and when its figures were last compared with the source. */
    version: z.string().min(1).max(20),
    date: dateSchema,
    source: bilingualSchema,
    name: bilingualSchema,
    /** From what day its first step counts, in words. */
    countsFrom: bilingualSchema,
    steps: stepsSchema,
    minutes: rhythmSchema.shape.minutes,
    /** Months to the first review of an agreement, and between later ones. */
    review: z.object({ first: z.number().int().min(1), later: z.number().int().min(1) }).strict(),
    /** What an agreement's arrangements are first filled with. Anything may be changed or emptied. */
    arrangements: z.partialRecord(z.enum(arrangementKeys), bilingualSchema),
  })
  .strict();
export type Standard = z.infer<typeof standardSchema>;

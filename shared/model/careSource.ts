import { z } from 'zod';
import { words } from './ids.ts';

/**
 * Somebody or somewhere a person can turn to: their own, or one their organisation gives. Kept privately, shown on Help and
 * limits; never sent, and never brought up by anything that is written.
 */
export const careSourceBodySchema = z
  .object({
    whose: z.enum(['mine', 'organisation']),
    name: words(200).refine((name) => name.trim() !== '', { message: 'a name is needed' }),
    /** A number, an address, a door to knock on. */
    reach: words(500),
    /** When it answers, also at night and at weekends. */
    when: words(500),
  })
  .strict();

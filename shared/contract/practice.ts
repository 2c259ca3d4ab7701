import { z } from 'zod';
import { idSchema, instantSchema } from '../model/ids.ts';
import { practiceBodySchema } from '../model/practice.ts';
import { scenarios } from '../reflection/practice.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

const rehearsalSchema = practiceBodySchema.extend({ item: idSchema, startedAt: instantSchema });
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/** Rehearsals with a fictional other. Nothing of them is in any other call's answer. */
export const practiceContract = {
  /** Newest first. */
  'practice.list': read(
    ['practice'],
    z.object({}).strict(),
    z.object({ rehearsals: z.array(rehearsalSchema) }),
  ),
  /** Throws 'not_found'. */
  'practice.get': read(['practice'], which, rehearsalSchema),
  'practice.start': write(['practice'], z.object({ scenario: z.enum(scenarios) }).strict(), which),
  /** Saved as it is typed. A rehearsal keeps its scenario. */
  'practice.save': write(
    ['practice'],
    practiceBodySchema.omit({ scenario: true }).extend({ item: idSchema }).strict(),
    done,
  ),
  /** Gone for good, with every trace in this vault: it was never a record. */
  'practice.throwAway': write(['practice'], which, done),
} as const;

import { z } from 'zod';
import { hashSchema, idSchema } from '../model/ids.ts';
import { learningBodySchema } from '../model/learning.ts';
import { read, write } from './call.ts';

const entrySchema = learningBodySchema.extend({ item: idSchema });
export type LearningEntry = z.infer<typeof entrySchema>;

/** Which part of the log: one calendar year, or null for all of it. */
const part = z
  .object({
    year: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    language: z.enum(['en-GB', 'cy']),
  })
  .strict();

export const learningFormats = ['csv', 'pdf'] as const;
export type LearningFormat = (typeof learningFormats)[number];

export const learningContract = {
  /** My learning log, newest first. */
  'learning.list': read(['kept'], z.object({}).strict(), z.object({ entries: z.array(entrySchema) })),
  /**
   * Keeps an entry; `item` null makes a new one. Refuses a day to come ('date_in_future'), hours that are not quarters from
   * 0 to 200 and an empty entry ('bad_input').
   */
  'learning.save': write(
    ['kept'],
    learningBodySchema.extend({ item: idSchema.nullable() }).strict(),
    z.object({ item: idSchema }),
  ),
  /** The log exactly as a file of it would hold it, oldest first. */
  'learning.preview': read(
    ['kept'],
    part,
    z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())), seen: hashSchema }),
  ),
  /**
   * Writes what was previewed to a file: 'conflict' when it is no longer what was seen. `path` null asks the person; null
   * back: they changed their mind.
   */
  'learning.export': write(
    ['ledger'],
    part
      .extend({
        format: z.enum(learningFormats),
        seen: hashSchema,
        path: z.string().min(1).max(4000).nullable(),
      })
      .strict(),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

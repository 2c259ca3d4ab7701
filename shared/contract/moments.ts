import { z } from 'zod';
import { type Feeling, feelings } from '../model/feelings.ts';
import { idSchema } from '../model/ids.ts';
import { momentBodySchema } from '../model/moment.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

/** Words from our own list only; the stored body stays open for a list of the person's own. */
const listed = z
  .array(z.enum(feelings as readonly [Feeling, ...Feeling[]]))
  .max(30)
  .refine((chosen) => new Set(chosen).size === chosen.length);

export const momentViewSchema = momentBodySchema.extend({ item: idSchema });
export type MomentView = z.infer<typeof momentViewSchema>;

export const momentsContract = {
  /** Newest first; with `page`, only those noted on that page. */
  'moments.list': read(
    ['moments'],
    z.object({ page: idSchema.nullable() }).strict(),
    z.object({ moments: z.array(momentViewSchema) }),
  ),
  /**
   * Keeps a check-in privately; `item` null makes a new one, `at` null is now. Refuses an instant that has not come yet
   * ('date_in_future') and one that says nothing at all ('bad_input'): "Not today" stores nothing.
   */
  'moments.save': write(
    ['moments'],
    momentBodySchema
      .extend({ item: idSchema.nullable(), at: momentBodySchema.shape.at.nullable(), feelings: listed })
      .strict(),
    which,
  ),
  /** Out of sight, and back: for delete with undo. */
  'moments.remove': write(['moments'], which, done),
  'moments.restore': write(['moments'], which, done),
  /** Gone for good, with every trace in this vault. */
  'moments.erase': write(['moments', 'ledger'], which, done),
} as const;

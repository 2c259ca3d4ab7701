import { z } from 'zod';
import { feelingWordSchema } from '../model/feelingList.ts';
import { idSchema } from '../model/ids.ts';
import { momentBodySchema, mostFeelings } from '../model/moment.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

/** Keys of our list, and words of the person's own, whether or not they are on their list today. None twice. */
const chosenWords = z.array(feelingWordSchema).max(mostFeelings).refine(isEachOnce);
const chosenPlaces = momentBodySchema.shape.inBody.refine(isEachOnce);

/** `session`: where its topic is, or null when it was noted at none or the topic is no more. */
export const momentViewSchema = momentBodySchema.extend({ item: idSchema, session: idSchema.nullable() });
export type MomentView = z.infer<typeof momentViewSchema>;

export const momentsContract = {
  /** Newest first; with `page` or `topic`, only those noted there. */
  'moments.list': read(
    ['moments'],
    z.object({ page: idSchema.nullable(), topic: idSchema.optional() }).strict(),
    z.object({ moments: z.array(momentViewSchema) }),
  ),
  /**
   * Keeps a check-in privately; `item` null makes a new one, `at` null is now. Refuses an instant that has not come yet
   * ('date_in_future') and one that says nothing at all, or has both a page and a topic ('bad_input'): "Not today" stores nothing.
   */
  'moments.save': write(
    ['moments'],
    momentBodySchema
      .extend({
        item: idSchema.nullable(),
        at: momentBodySchema.shape.at.nullable(),
        feelings: chosenWords,
        inBody: chosenPlaces,
      })
      .strict(),
    which,
  ),
  /** Out of sight, and back: for delete with undo. */
  'moments.remove': write(['moments'], which, done),
  'moments.restore': write(['moments'], which, done),
  /** Gone for good, with every trace in this vault. */
  'moments.erase': write(['moments', 'ledger'], which, done),
} as const;

function isEachOnce(chosen: readonly string[]): boolean {
  return new Set(chosen).size === chosen.length;
}

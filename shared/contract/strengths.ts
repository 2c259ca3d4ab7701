import { z } from 'zod';
import { hashSchema, idSchema, instantSchema } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { ownStrengthBodySchema, strengthBodySchema } from '../model/strength.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const made = z.object({ item: idSchema });
const done = z.object({});

const shownStrengthSchema = strengthBodySchema.extend({
  item: idSchema,
  role: roleSchema,
  mine: z.boolean(),
  /** When it was first shown. */
  at: instantSchema,
});
export type ShownStrength = z.infer<typeof shownStrengthSchema>;

const strengthDraftSchema = strengthBodySchema.extend({
  item: idSchema,
  /** Something of it is shown; these are changes on top. */
  shown: z.boolean(),
  /** Changes when the words change: `strengths.show` takes exactly what was seen. */
  stamp: hashSchema,
});
export type StrengthDraft = z.infer<typeof strengthDraftSchema>;

const ownStrengthSchema = ownStrengthBodySchema.extend({ item: idSchema });
export type OwnStrength = z.infer<typeof ownStrengthSchema>;

export const strengthsContract = {
  /** What the two of a pair showed each other, newest first, and words of my own that are not shown. */
  'strengths.list': read(
    ['strengths', 'spaces'],
    z.object({ space: idSchema }).strict(),
    z.object({
      me: roleSchema,
      names: z.object({ supervisee: z.string(), supervisor: z.string() }),
      shown: z.array(shownStrengthSchema),
      mine: z.array(strengthDraftSchema),
    }),
  ),
  /** Saves one of mine as it is typed; only I see it. Throws 'not_yours' for the other's, 'pair_ended' for a new one. */
  'strengths.save': write(
    ['strengths'],
    strengthBodySchema.extend({ space: idSchema, item: idSchema.nullable() }).strict(),
    made,
  ),
  /** Shows it to the other, exactly as it was seen: else 'conflict'. Without words: 'bad_input'. */
  'strengths.show': write(['strengths'], which.extend({ stamp: hashSchema }).strict(), done),
  /** Takes back what was shown. The words stay here, for me alone. */
  'strengths.takeBack': write(['strengths'], which, done),
  /** Drops words of mine that are not shown; what is shown stands. */
  'strengths.discard': write(['strengths'], which, done),

  /** Those I keep for myself, newest first. */
  'ownStrengths.list': read(
    ['kept'],
    z.object({}).strict(),
    z.object({ entries: z.array(ownStrengthSchema) }),
  ),
  /** Refuses a day to come ('date_in_future') and one that says nothing ('bad_input'). */
  'ownStrengths.save': write(
    ['kept'],
    ownStrengthBodySchema.extend({ item: idSchema.nullable() }).strict(),
    made,
  ),
} as const;

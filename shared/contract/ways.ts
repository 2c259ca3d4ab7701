import { z } from 'zod';
import { hashSchema, idSchema } from '../model/ids.ts';
import { fairProcessBodySchema, wayInBodySchema } from '../model/session.ts';
import { read, write } from './call.ts';

const done = z.object({});
const item = idSchema;

const pairWaySchema = z.object({
  item,
  ...wayInBodySchema.shape,
  mine: z.boolean(),
  byName: z.string(),
});
export type PairWay = z.infer<typeof pairWaySchema>;

/** A way in of mine that is being written: only I see it until it is shown. */
const wayDraftSchema = z.object({
  item,
  ...wayInBodySchema.shape,
  /** Something of it is shown; these are changes on top. */
  shown: z.boolean(),
  /** Changes when the words change: `ways.show` takes exactly what was seen. */
  stamp: hashSchema,
});
export type WayDraft = z.infer<typeof wayDraftSchema>;

export const waysContract = {
  /** Ways in that a pair made for itself, the supervisee's first, and my own that are not shown yet. */
  'ways.list': read(
    ['sessions', 'spaces'],
    z.object({ space: idSchema }).strict(),
    z.object({ ways: z.array(pairWaySchema), mine: z.array(wayDraftSchema) }),
  ),
  /** Those that both see, for the session that is open. */
  'ways.inSession': read(
    ['sessions', 'spaces'],
    z.object({ session: idSchema }).strict(),
    z.object({ ways: z.array(pairWaySchema) }),
  ),
  /** Saves one of mine as it is typed. Throws 'not_yours' for the other's. */
  'ways.save': write(
    ['sessions'],
    z.object({ space: idSchema, item: item.nullable(), ...wayInBodySchema.shape }).strict(),
    z.object({ item }),
  ),
  /** Shows it to the other, exactly as it was seen: else 'conflict'. Needs a name and a question. */
  'ways.show': write(['sessions'], z.object({ item, stamp: hashSchema }).strict(), done),
  /** Takes one of mine away, shown or not; what was written with its help stays. */
  'ways.remove': write(['sessions'], z.object({ item }).strict(), done),

  /** How the making of a decision was for me. Three times null takes it back: as if nothing had ever been said. */
  'decisions.fair': write(
    ['sessions'],
    z.object({ decision: idSchema, ...fairProcessBodySchema.shape }).strict(),
    done,
  ),
} as const;

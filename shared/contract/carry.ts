import { z } from 'zod';
import { dateSchema, idSchema } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { read, write } from './call.ts';

const offerSchema = z.object({
  /** The earlier topic, or the difference that is to be looked at again. */
  item: idSchema,
  title: z.string(),
  /** The date of the session it stands in. */
  from: dateSchema,
  /** Not reached; somebody said "Later"; the day for looking again has come. */
  why: z.enum(['notReached', 'later', 'lookAgain']),
  role: roleSchema,
  /** Only its owner brings it again. */
  mine: z.boolean(),
});
export type CarryOffer = z.infer<typeof offerSchema>;

export const carryContract = {
  /**
   * What was left over before this session: topics of the last planned session (and of corridor records since) that nobody
   * spoke under, or where somebody said "Later"; differences of any earlier session whose day for looking again has come.
   * Not those brought again already, nor those I chose to leave.
   */
  'carry.offered': read(
    ['sessions'],
    z.object({ session: idSchema }).strict(),
    z.object({ offers: z.array(offerSchema) }),
  ),
  /** A new topic of mine, not shown yet, that says where it came from. Throws 'not_yours' for the other's. */
  'carry.bring': write(
    ['sessions'],
    z.object({ session: idSchema, item: idSchema }).strict(),
    z.object({ topic: idSchema }),
  ),
  /** Leaves one of mine where it is, or, with `left` false, offers it again. Nobody else learns of it. */
  'carry.leave': write(['sessions'], z.object({ item: idSchema, left: z.boolean() }).strict(), z.object({})),
} as const;

import { z } from 'zod';
import { idSchema } from '../model/ids.ts';
import { noticingBodySchema, standpointBodySchema } from '../model/noticing.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const made = z.object({ item: idSchema });

const noticingSchema = noticingBodySchema.extend({ item: idSchema });
export type Noticing = z.infer<typeof noticingSchema>;

const standpointSchema = standpointBodySchema.extend({
  item: idSchema,
  /** The day the person named to look at it again has come. */
  lookNow: z.boolean(),
});
export type Standpoint = z.infer<typeof standpointSchema>;

export const noticingContract = {
  /** What I noticed about myself, newest first. */
  'noticing.list': read(['kept'], nothing, z.object({ entries: z.array(noticingSchema) })),
  /** Keeps an entry; `item` null makes a new one. Refuses a day to come ('date_in_future') and an empty one ('bad_input'). */
  'noticing.save': write(['kept'], noticingBodySchema.extend({ item: idSchema.nullable() }).strict(), made),

  /** Where I stood and what changed it, oldest first: a trail. */
  'standpoint.list': read(['kept'], nothing, z.object({ entries: z.array(standpointSchema) })),
  /** As `noticing.save`; a day to look again before the entry's own is 'dates_out_of_order'. */
  'standpoint.save': write(
    ['kept'],
    standpointBodySchema.extend({ item: idSchema.nullable() }).strict(),
    made,
  ),
} as const;

import { z } from 'zod';
import { careSourceBodySchema } from '../model/careSource.ts';
import { idSchema } from '../model/ids.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

export const careSourceViewSchema = careSourceBodySchema.extend({ item: idSchema });
export type CareSourceView = z.infer<typeof careSourceViewSchema>;

export const careContract = {
  /** Whom the person can turn to, in the order they wrote them down. The same whatever is in the journal. */
  'care.list': read(['care'], z.object({}).strict(), z.object({ sources: z.array(careSourceViewSchema) })),
  /** `item` null makes a new one. */
  'care.save': write(['care'], careSourceBodySchema.extend({ item: idSchema.nullable() }).strict(), which),
  /** Out of sight, and back: for delete with undo. */
  'care.remove': write(['care'], which, done),
  'care.restore': write(['care'], which, done),
} as const;

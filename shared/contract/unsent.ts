import { z } from 'zod';
import { unsentBodySchema } from '../model/unsent.ts';
import { read, write } from './call.ts';

const which = unsentBodySchema.pick({ form: true, about: true });

/** What is typed in a form that sends at once, kept for its owner until it is sent or put away. Nothing here sends anything. */
export const unsentContract = {
  /** Null while there is none. */
  'unsent.get': read(['unsent'], which, z.object({ fields: unsentBodySchema.shape.fields.nullable() })),
  'unsent.save': write(['unsent'], unsentBodySchema, z.object({})),
  /** Gone for good, with every trace in this vault. */
  'unsent.throwAway': write(['unsent'], which, z.object({})),
} as const;

import { z } from 'zod';
import { dateSchema, idSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { promiseStates } from '../model/session.ts';
import { read, write } from './call.ts';

const promiseSchema = z.object({
  item: idSchema,
  space: idSchema,
  session: idSchema,
  role: roleSchema,
  mine: z.boolean(),
  ownerName: z.string(),
  /** Whom it was promised to. */
  toName: z.string(),
  text: z.string(),
  due: dateSchema.nullable(),
  state: z.enum(promiseStates),
  why: z.string(),
  /** The day of the session it was made in. */
  madeOn: dateSchema,
  /** The day of the session in which its owner said what became of it; null when it was said outside of one. */
  saidOn: dateSchema.nullable(),
});

export const promisesContract = {
  /** Shown promises of both: the supervisor's first, then by due date. `space` null: of every pair. */
  'promises.list': read(
    ['promises', 'sessions', 'spaces'],
    z.object({ space: idSchema.nullable(), openOnly: z.boolean() }).strict(),
    z.object({ promises: z.array(promiseSchema) }),
  ),
  /** A promise of mine, not shown yet. `place` null: made without a topic. */
  'promises.save': write(
    ['sessions', 'promises'],
    z
      .object({
        session: idSchema,
        place: idSchema.nullable(),
        item: idSchema.nullable(),
        text: words(5_000),
        due: dateSchema.nullable(),
      })
      .strict(),
    z.object({ item: idSchema }),
  ),
  /** Its owner says what became of a shown promise; `session` is where it is said, or null. */
  'promises.mark': write(
    ['sessions', 'promises'],
    z
      .object({
        item: idSchema,
        session: idSchema.nullable(),
        state: z.enum(promiseStates),
        why: words(2_000),
      })
      .strict(),
    z.object({}),
  ),
} as const;

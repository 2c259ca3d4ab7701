import { z } from 'zod';
import { dateSchema, idSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { read, write } from './call.ts';

const preparedSchema = z.object({
  space: idSchema,
  name: z.string(),
  /** The next planned session, today's included; null when none is set up. */
  next: z
    .object({
      session: idSchema,
      date: dateSchema,
      topics: z.array(z.object({ topic: idSchema, title: z.string(), role: roleSchema })),
    })
    .nullable(),
  /** My own open promises to this person. */
  promises: z.array(z.object({ item: idSchema, text: z.string(), due: dateSchema.nullable() })),
  /** When we said we would look again, from today on: at how we work, or at something we see differently. */
  reviews: z.array(z.object({ date: dateSchema, title: z.string().nullable() })),
  /** Only mine to see. */
  note: z.string(),
});

export const preparationContract = {
  /** Each pair in which I am the supervisor, by name. Nothing here is sent or compared. */
  'preparation.get': read(
    ['sessions', 'promises', 'spaces', 'agreements'],
    z.object({}).strict(),
    z.object({ pairs: z.array(preparedSchema) }),
  ),
  /** A private note about what to keep in mind; empty removes it. It never leaves the vault. */
  'preparation.saveNote': write(
    [],
    z.object({ space: idSchema, text: words(20_000) }).strict(),
    z.object({}),
  ),
} as const;

import { z } from 'zod';
import { pairStandardBodySchema, sessionTimeBodySchema } from '../model/agreement.ts';
import { pairStandardViewSchema } from '../model/agreementView.ts';
import { hashSchema, idSchema } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { timeSlotSchema } from '../model/protectedTime.ts';
import { read, write } from './call.ts';

const done = z.object({});
const space = idSchema;
const membersSchema = z.object({ supervisee: z.string(), supervisor: z.string() });

export const standardsContract = {
  'standards.get': read(
    ['agreements', 'spaces'],
    z.object({ space }).strict(),
    z.object({ me: roleSchema, names: membersSchema, view: pairStandardViewSchema }),
  ),
  /** My own figures for the pair; the other says theirs, or says the same. */
  'standards.say': write(['agreements'], pairStandardBodySchema.extend({ space }).strict(), done),
  /** Says the same as the other. Throws 'conflict' when `hash` is not what they say now. */
  'standards.sayTheSame': write(['agreements'], z.object({ space, hash: hashSchema }).strict(), done),
  /** Takes my own back: nothing of mine stands then. */
  'standards.takeBack': write(['agreements'], z.object({ space }).strict(), done),

  /** How the time of the sessions up to today went, as each says, against the standard that stands. */
  'time.get': read(
    ['agreements', 'sessions', 'spaces'],
    z.object({ space }).strict(),
    z.object({
      me: roleSchema,
      names: membersSchema,
      standard: pairStandardBodySchema.nullable(),
      slots: z.array(timeSlotSchema),
    }),
  ),
  /** My own statement about one session; null takes it back. Never part of a signed record. */
  'time.say': write(
    ['agreements'],
    z.object({ session: idSchema, said: sessionTimeBodySchema.nullable() }).strict(),
    done,
  ),
} as const;

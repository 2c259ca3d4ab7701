import { z } from 'zod';
import { idSchema, instantSchema } from '../model/ids.ts';
import { leavingWordsBodySchema } from '../model/leaving.ts';
import { roleSchema } from '../model/member.ts';
import { read, write } from './call.ts';
import { signingStateSchema } from './signing.ts';

const done = z.object({});
const leaving = idSchema;

const leavingSchema = z.object({
  leaving,
  handsOver: z.boolean(),
  /** What each has shown; null: nothing yet. */
  said: z.object({
    supervisee: leavingWordsBodySchema.nullable(),
    supervisor: leavingWordsBodySchema.nullable(),
  }),
  /** What I am writing and nobody has seen. */
  draft: leavingWordsBodySchema.nullable(),
  signing: signingStateSchema,
});

export const leavingContract = {
  /** How a pair ends or ended. `leaving` null: nobody has begun to agree on an ending. */
  'leaving.get': read(
    ['spaces', 'sessions'],
    z.object({ space: idSchema }).strict(),
    z.object({
      me: roleSchema,
      names: z.object({ supervisee: z.string(), supervisor: z.string() }),
      endedAt: instantSchema.nullable(),
      /** Null while it goes on. `byMe`: who left. */
      how: z.enum(['agreed', 'leftByMe', 'leftByThem', 'replaced']).nullable(),
      leaving: leavingSchema.nullable(),
      /** This pair goes on from an earlier one, whose record I have, or they; else null. */
      earlier: z.enum(['mine', 'theirs']).nullable(),
    }),
  ),
  /** Begins an ending that both will agree on. Nothing ends yet. */
  'leaving.begin': write(
    ['spaces'],
    z.object({ space: idSchema, handsOver: z.boolean() }).strict(),
    z.object({ leaving }),
  ),
  'leaving.save': write(['spaces'], z.object({ leaving, words: leavingWordsBodySchema }).strict(), done),
  /** Shows what I wrote to the other. */
  'leaving.show': write(['spaces'], z.object({ leaving }).strict(), done),
  /** Takes back that there should be an ending, before anybody signed: my own beginning or my own words. */
  'leaving.takeBack': write(['spaces'], z.object({ leaving }).strict(), done),
  /** Ends the pair on my own. The other is told that I left, and nothing of why. */
  'leaving.leave': write(['spaces', 'sessions'], z.object({ space: idSchema }).strict(), done),
} as const;

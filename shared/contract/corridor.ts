import { z } from 'zod';
import { dateSchema, hashSchema, idSchema } from '../model/ids.ts';
import { corridorNoteBodySchema } from '../model/session.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();

export const corridorContract = {
  /** The corridor record I began and have not shown, or null. Not run again on changes: the open note holds the newest words. */
  'corridor.note': read(
    [],
    nothing,
    z.object({
      note: z.object({ item: idSchema, stamp: hashSchema, body: corridorNoteBodySchema }).nullable(),
    }),
  ),
  /** Saves it as it is typed; nobody else sees it. `stamp` names exactly these words. */
  'corridor.save': write([], corridorNoteBodySchema, z.object({ stamp: hashSchema })),
  /**
   * Shows it to the other: a session of kind `corridor` with one topic, my voice, and a decision and a promise where there
   * are any. Throws 'conflict' when it is not what was seen, 'bad_input' without a person, a title or words.
   */
  'corridor.show': write(
    ['sessions', 'promises'],
    z.object({ date: dateSchema, stamp: hashSchema }).strict(),
    z.object({ session: idSchema }),
  ),
  /** Throws it away. */
  'corridor.drop': write([], nothing, z.object({})),
} as const;

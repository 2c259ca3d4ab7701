import { z } from 'zod';
import { feelingFamilySchema, feelingListSchema, feelingWordSchema } from '../model/feelingList.ts';
import { read, write } from './call.ts';

const several = z.array(feelingWordSchema).max(500);
const added = z.object({ family: feelingFamilySchema, word: feelingWordSchema }).strict();

export const feelingsContract = {
  /** Our list of feelings with the person's own words in it; hidden words are there too, marked. */
  'feelings.list': read(['feelings'], z.object({}).strict(), z.object({ families: feelingListSchema })),
  /**
   * Changes the list, all of it or nothing: own words taken off, hidden ones put back, own ones put in, words hidden. What
   * was chosen in moments stays as it was written. 'bad_input' for a word that is there already, or is not there.
   */
  'feelings.change': write(
    ['feelings'],
    z
      .object({ remove: several, putBack: several, add: z.array(added).max(500), hide: several })
      .partial()
      .strict(),
    z.object({}),
  ),
} as const;

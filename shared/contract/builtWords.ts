import { z } from 'zod';
import { builtWordsBodySchema } from '../model/builtWords.ts';
import { idSchema } from '../model/ids.ts';
import { read, write } from './call.ts';

const about = z.object({ about: idSchema.nullable() }).strict();

/** Finding words for a hard talk. `about`: the private note or the repair they are for, or null. Nothing here sends anything. */
export const builtWordsContract = {
  /** Null while there is none. */
  'builtWords.get': read(['ruptures'], about, z.object({ body: builtWordsBodySchema.nullable() })),
  /** Keeps them as they are typed. Throws 'not_found' when there is nothing of that id to be about. */
  'builtWords.save': write(
    ['ruptures'],
    z.object({ about: idSchema.nullable(), body: builtWordsBodySchema }).strict(),
    z.object({}),
  ),
  /** Gone for good, with every trace in this vault. */
  'builtWords.throwAway': write(['ruptures'], about, z.object({})),
} as const;

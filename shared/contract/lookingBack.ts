import { z } from 'zod';
import { dateSchema } from '../model/ids.ts';
import { pastEpisodeSchema, pastMomentSchema } from '../model/lookingBack.ts';
import { read, write } from './call.ts';

export const lookingBackContract = {
  /** Everything one's own charts draw, as few fields as they need, oldest first. Days are civil days where this computer is. */
  'lookingBack.get': read(
    ['moments', 'episodes'],
    z.object({}).strict(),
    z.object({
      today: dateSchema,
      moments: z.array(pastMomentSchema),
      episodes: z.array(pastEpisodeSchema),
    }),
  ),
  /**
   * Saves what the window shows of it as a PDF at `path`, or where the person chooses; `path` null when they change their mind. The
   * export is in the ledger.
   */
  'lookingBack.print': write(
    ['ledger'],
    z.object({ path: z.string().max(4000).nullable() }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

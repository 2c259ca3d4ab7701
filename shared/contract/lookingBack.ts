import { z } from 'zod';
import { dateSchema } from '../model/ids.ts';
import { pastEpisodeSchema, pastMomentSchema } from '../model/lookingBack.ts';
import { read } from './call.ts';

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
} as const;

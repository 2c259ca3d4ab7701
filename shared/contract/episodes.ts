import { z } from 'zod';
import { episodeBodySchema, weightEnd } from '../model/episode.ts';
import { idSchema } from '../model/ids.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

export const episodeViewSchema = episodeBodySchema.extend({
  item: idSchema,
  /** The time the person chose for being asked again has come. */
  askNow: z.boolean(),
});
export type EpisodeView = z.infer<typeof episodeViewSchema>;

export const episodesContract = {
  /** Newest first. */
  'episodes.list': read(
    ['episodes'],
    z.object({}).strict(),
    z.object({ episodes: z.array(episodeViewSchema) }),
  ),
  /**
   * Keeps an episode privately, also half-written; `item` null makes a new one, `at` null is now for a new one and leaves
   * an old one's. Refuses an empty one ('bad_input') and an instant that has not come yet ('date_in_future').
   */
  'episodes.save': write(
    ['episodes'],
    episodeBodySchema
      .omit({ ratings: true })
      .extend({ item: idSchema.nullable(), at: episodeBodySchema.shape.at.nullable() })
      .strict(),
    which,
  ),
  /** How heavy it is now, when it was asked again. `weight` null: not today. Either way it does not ask another time. */
  'episodes.answerAgain': write(
    ['episodes'],
    z.object({ item: idSchema, weight: z.number().int().min(0).max(weightEnd).nullable() }).strict(),
    done,
  ),
  /** Out of sight, and back: for delete with undo. */
  'episodes.remove': write(['episodes'], which, done),
  'episodes.restore': write(['episodes'], which, done),
  /** Gone for good, with every trace in this vault. */
  'episodes.erase': write(['episodes', 'ledger'], which, done),
} as const;

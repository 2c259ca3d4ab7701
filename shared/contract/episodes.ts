import { z } from 'zod';
import { type EpisodeKind, episodeBodySchema, weightSchema } from '../model/episode.ts';
import { idSchema, instantSchema, words } from '../model/ids.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

export const episodeViewSchema = episodeBodySchema.extend({
  item: idSchema,
  /** A day the person chose for being asked again has come. */
  askNow: z.boolean(),
});
export type EpisodeView = z.infer<typeof episodeViewSchema>;

/** What has a call of its own, or follows from others, is not typed into an episode. */
const typedSchema = episodeBodySchema.omit({ ratings: true, carriedTo: true, saidOn: true, askFrom: true });

export const episodesContract = {
  /** Newest first. */
  'episodes.list': read(
    ['episodes'],
    z.object({}).strict(),
    z.object({ episodes: z.array(episodeViewSchema) }),
  ),
  /** Whether any episode wishes to be asked about again; not which, nor how many. */
  'episodes.anyAsks': read(['episodes'], z.object({}).strict(), z.object({ asks: z.boolean() })),
  /**
   * Keeps an episode privately, also half-written; `item` null makes a new one, `at` null is now for a new one and leaves
   * an old one's. Refuses an empty one ('bad_input'), an instant that has not come yet ('date_in_future') and one after
   * what was said of it later ('dates_out_of_order').
   */
  'episodes.save': write(
    ['episodes'],
    typedSchema
      .extend({
        item: idSchema.nullable(),
        at: episodeBodySchema.shape.at.nullable(),
        kinds: episodeBodySchema.shape.kinds.refine(isSound, { message: '"not sure" stands alone' }),
      })
      .strict(),
    which,
  ),
  /**
   * How heavy it is, at an instant; `at` null is now. Times for asking again up to that day are over. One at the same
   * instant is replaced. Throws 'date_in_future', and 'dates_out_of_order' before the episode itself.
   */
  'episodes.rate': write(
    ['episodes'],
    z.object({ item: idSchema, weight: weightSchema, at: instantSchema.nullable() }).strict(),
    z.object({ at: instantSchema }),
  ),
  /** Takes back what was said of its weight at an instant. Throws 'not_found'. */
  'episodes.unrate': write(['episodes'], z.object({ item: idSchema, at: instantSchema }).strict(), done),
  /** Not asked until the next time that was chosen, if there is one. Nothing else is kept of it. */
  'episodes.notToday': write(['episodes'], which, done),
  /** It was said after all, today; `said` false takes that back. Throws 'bad_input' for what had been said at the time. */
  'episodes.saidSince': write(['episodes'], z.object({ item: idSchema, said: z.boolean() }).strict(), done),
  /**
   * Puts words about something that was not said into a session, as words of mine that I have not shown: under a topic that
   * is there, or, with `topic` null, under a new one of mine called `title`. Nothing in them leads back here. Throws
   * 'bad_input' for what was said, and for a corridor record; 'already_signed'; 'pair_ended'.
   */
  'episodes.offer': write(
    ['episodes', 'sessions'],
    z
      .object({
        item: idSchema,
        session: idSchema,
        topic: idSchema.nullable(),
        title: words(300),
        text: words(20_000).refine((text) => text.trim() !== '', { message: 'there are no words' }),
      })
      .strict(),
    z.object({ topic: idSchema, voice: idSchema }),
  ),
  /** Out of sight, and back: for delete with undo. */
  'episodes.remove': write(['episodes'], which, done),
  'episodes.restore': write(['episodes'], which, done),
  /** Gone for good, with every trace in this vault. */
  'episodes.erase': write(['episodes', 'ledger'], which, done),
} as const;

function isSound(kinds: readonly EpisodeKind[]): boolean {
  return new Set(kinds).size === kinds.length && (kinds.length < 2 || !kinds.includes('notSure'));
}

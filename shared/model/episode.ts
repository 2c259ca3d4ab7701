import { z } from 'zod';
import { codesSchema } from './code.ts';
import { askAgainStates } from './askAgain.ts';
import { dateSchema, idSchema, instantSchema, words } from './ids.ts';

/** Morley et al.'s five kinds of moral distress under plain names, and "not sure" (DOMAIN.md 3.2), in the order they are asked. */
export const episodeKinds = [
  'constraint',
  'uncertainty',
  'tension',
  'conflict',
  'dilemma',
  'notSure',
] as const;
export type EpisodeKind = (typeof episodeKinds)[number];

export const episodeObstacles = [
  'law',
  'policy',
  'resources',
  'time',
  'hierarchy',
  'partnerAgency',
  'familyRefusal',
  'ownDoubt',
  'other',
] as const;

export const saidAnswers = ['said', 'partly', 'couldNot'] as const;

export const weightEnd = 10;
export const weightSchema = z.number().int().min(0).max(weightEnd);

const ratingSchema = z.object({ at: instantSchema, weight: weightSchema }).strict();
export type EpisodeRating = z.infer<typeof ratingSchema>;

/**
 * An episode of moral distress. One word is enough; everything but `what` may stay unsaid. Fields with a default came later:
 * bodies of before read as nothing said.
 */
export const episodeBodySchema = z
  .object({
    at: instantSchema,
    what: words(20_000).refine((text) => text.trim() !== '', { message: 'a few words are needed' }),
    /** 0 barely there … 10 more than I can carry; null when skipped. */
    weight: weightSchema.nullable(),
    /** The first is the nearest. */
    kinds: z.array(z.enum(episodeKinds)).max(6),
    obstacles: z.array(z.enum(episodeObstacles)).max(9),
    /** In own words what got in the way, beside "something else". */
    obstacleWords: words(2_000).default(''),
    said: z.enum(saidAnswers).nullable(),
    /** To whom it was said, or would have been. */
    saidTo: words(500).default(''),
    /** The day on which it was said after all; null while it was not. `said` goes on telling how it was then. */
    saidOn: dateSchema.nullable().default(null),
    /** More words, when "Add more" was wanted. */
    more: words(20_000),
    /** What was at stake. */
    stake: words(20_000).default(''),
    wanted: words(20_000).default(''),
    done: words(20_000).default(''),
    /** Whom it touched, as codes, never as names. */
    people: codesSchema.default([]),
    supportAsked: words(5_000).default(''),
    supportGiven: words(5_000).default(''),
    /** What I would ask of the organisation. Asked of nobody: it stays here. */
    organisationAsk: words(5_000).default(''),
    /** Off until chosen. Holds only what is still to be asked. */
    askAgain: z.enum(askAgainStates),
    /** The civil day on which `askAgain` was chosen; null counts from the day of `at`. */
    askFrom: dateSchema.nullable().default(null),
    /** How heavy it was later, oldest first, one an instant: none before `at`. */
    ratings: z.array(ratingSchema).max(1000),
    /** Sessions to which words of it were taken. Those words do not lead back here. */
    carriedTo: z.array(idSchema).max(200).default([]),
  })
  .strict();
export type EpisodeBody = z.infer<typeof episodeBodySchema>;

/** What can be typed of an episode, with nothing said; `at` null is now. */
export const unsaidEpisode: Omit<EpisodeBody, 'at' | 'saidOn' | 'askFrom' | 'ratings' | 'carriedTo'> & {
  readonly at: null;
} = {
  at: null,
  what: '',
  weight: null,
  kinds: [],
  obstacles: [],
  obstacleWords: '',
  said: null,
  saidTo: '',
  more: '',
  stake: '',
  wanted: '',
  done: '',
  people: [],
  supportAsked: '',
  supportGiven: '',
  organisationAsk: '',
  askAgain: 'never',
};

/** Whether there is something here that was not said, or not all of it, and has not been said since. */
export function isUnsaid(body: Pick<EpisodeBody, 'said' | 'saidOn' | 'kinds'>): boolean {
  if (body.saidOn !== null || body.said === 'said') return false;
  return body.said !== null || body.kinds.includes('tension');
}

/** The kinds after one was ticked or unticked: "not sure" and a kind that is named exclude each other; the newest counts. */
export function chooseKinds(before: readonly EpisodeKind[], after: readonly EpisodeKind[]): EpisodeKind[] {
  const isNewlyUnsure = after.includes('notSure') && !before.includes('notSure');
  if (isNewlyUnsure) return ['notSure'];
  return after.length > 1 ? after.filter((kind) => kind !== 'notSure') : [...after];
}

/** Whether everything that has a time comes after the episode itself. `day` gives the civil day of an instant. */
export function isInOrder(
  body: Pick<EpisodeBody, 'at' | 'ratings' | 'saidOn'>,
  day: (instant: string) => string,
): boolean {
  const isSaidBefore = body.saidOn !== null && body.saidOn < day(body.at);
  return !isSaidBefore && body.ratings.every((rating) => rating.at >= body.at);
}

import { isLeftOf, timesIn } from './askAgain.ts';
import { type EpisodeBody, type EpisodeRating, episodeBodySchema, isInOrder } from './episode.ts';
import { joinFields } from './joinFields.ts';

/**
 * Joins two versions of an episode, both written from `base`. Its ratings are a set by their instants: what either added is
 * there, what either took back is not. The sessions it was taken to are a set as well, and what was asked and answered on
 * either computer does not ask again. Everything else is joined field by field. Null when a person has to look, and when
 * together they would be out of order.
 */
export function joinEpisodes(base: EpisodeBody, first: EpisodeBody, second: EpisodeBody): EpisodeBody | null {
  const ratings = joinRatings(base.ratings, first.ratings, second.ratings);
  const asking = joinAsking(base, first, second);
  const rest = joinFields(restOf(base), restOf(first), restOf(second));
  if (ratings === null || asking === null || rest === null) return null;
  const carriedTo = [...new Set([...first.carriedTo, ...second.carriedTo])];
  const joined = episodeBodySchema.safeParse({ ...rest, ...asking, ratings, carriedTo });
  // In UTC, so that every computer comes to the same; a day's difference is for no machine to judge.
  return joined.success && isInOrder(joined.data, (instant) => instant.slice(0, 10)) ? joined.data : null;
}

function restOf({ ratings: _, carriedTo: __, askAgain: ___, askFrom: ____, ...rest }: EpisodeBody) {
  return rest;
}

function joinRatings(
  base: readonly EpisodeRating[],
  first: readonly EpisodeRating[],
  second: readonly EpisodeRating[],
): EpisodeRating[] | null {
  const [old, one, other] = [weightsOf(base), weightsOf(first), weightsOf(second)];
  const joined: EpisodeRating[] = [];
  for (const at of [...new Set([...one.keys(), ...other.keys()])].sort()) {
    const [was, here, there] = [old.get(at), one.get(at), other.get(at)];
    if (here !== there && here !== was && there !== was) return null;
    const weight = here === was ? there : here;
    if (weight !== undefined) joined.push({ at, weight });
  }
  return joined;
}

function weightsOf(ratings: readonly EpisodeRating[]): ReadonlyMap<string, number> {
  return new Map(ratings.map(({ at, weight }) => [at, weight]));
}

type Asking = Pick<EpisodeBody, 'askAgain' | 'askFrom'>;

function joinAsking(base: Asking, first: Asking, second: Asking): Asking | null {
  if (isSameAsking(first, second) || isSameAsking(second, base)) return askingOf(first);
  if (isSameAsking(first, base)) return askingOf(second);
  const both = [first, second];
  const isOnlyAnswered = both.every(
    ({ askAgain, askFrom }) =>
      isLeftOf(askAgain, base.askAgain) && (askAgain === 'never' || askFrom === base.askFrom),
  );
  if (!isOnlyAnswered) return null;
  return askingOf(timesIn(first.askAgain) < timesIn(second.askAgain) ? first : second);
}

function isSameAsking(one: Asking, other: Asking): boolean {
  return one.askAgain === other.askAgain && one.askFrom === other.askFrom;
}

function askingOf({ askAgain, askFrom }: Asking): Asking {
  return { askAgain, askFrom };
}

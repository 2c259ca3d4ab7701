import type { Output } from '../../../shared/contract/index.ts';
import { residueCurve } from '../../../shared/model/residue.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { draftsOf } from '../items/read.ts';

/** Characters of an episode's words: enough to know it by. */
const enoughToKnow = 80;

/** Moments that were not placed, and what was deleted, are left out. */
function getLookingBack(deps: Deps): Output<'lookingBack.get'> {
  const db = deps.vault.db();
  const dayOf = (instant: string) => civilDate(new Date(instant));
  const moments = draftsOf(db, 'moment')
    .filter(({ body }) => body.pleasant !== null || body.stirred !== null)
    .map(({ body: { at, pleasant, stirred } }) => ({ day: dayOf(at), pleasant, stirred, at }));
  const episodes = draftsOf(db, 'episode').map(({ body }) => ({
    at: body.at,
    day: dayOf(body.at),
    what: beginningOf(body.what),
    kinds: body.kinds,
    obstacles: body.obstacles,
    said: body.said,
    curve: residueCurve(body, dayOf),
  }));
  return {
    today: civilDate(deps.platform.now()),
    moments: moments.sort(byInstant).map(({ at: _, ...moment }) => moment),
    episodes: episodes.sort(byInstant).map(({ at: _, ...episode }) => episode),
  };
}

function beginningOf(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  // By whole characters, so that none is cut in two.
  const characters = [...line.slice(0, enoughToKnow * 2)];
  return characters.length <= enoughToKnow ? line : `${characters.slice(0, enoughToKnow).join('')}…`;
}

function byInstant(one: { readonly at: string }, other: { readonly at: string }): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

export const lookingBackApi = { 'lookingBack.get': getLookingBack } as const;

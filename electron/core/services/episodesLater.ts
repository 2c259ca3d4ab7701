import type { Input, Output } from '../../../shared/contract/index.ts';
import { askAgainLeft } from '../../../shared/model/askAgain.ts';
import { civilDay, zoneHere } from '../../../shared/model/civilDay.ts';
import type { EpisodeBody } from '../../../shared/model/episode.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getDraft } from '../items/read.ts';

/** What is said of an episode after it was kept: how heavy it is now, not today, I said it since. */
function rateEpisode(deps: Deps, input: Input<'episodes.rate'>): Output<'episodes.rate'> {
  const now = deps.platform.now().toISOString();
  const at = input.at ?? now;
  if (at > now) throw new AppError('date_in_future', 'how heavy something will be is not known');
  change(deps, input.item, (body) => {
    if (at < body.at) throw new AppError('dates_out_of_order', 'the episode had not been yet');
    const ratings = [...body.ratings.filter((one) => one.at !== at), { at, weight: input.weight }];
    return { ...askedUpTo(body, at), ratings: ratings.sort((a, b) => (a.at < b.at ? -1 : 1)) };
  });
  return { at };
}

function unrateEpisode(deps: Deps, { item, at }: Input<'episodes.unrate'>): Output<'episodes.unrate'> {
  change(deps, item, (body) => {
    const ratings = body.ratings.filter((one) => one.at !== at);
    if (ratings.length === body.ratings.length) throw new AppError('not_found', 'nothing was said then');
    return { ...body, ratings };
  });
  return {};
}

function notToday(deps: Deps, { item }: Input<'episodes.notToday'>): Output<'episodes.notToday'> {
  change(deps, item, (body) => askedUpTo(body, deps.platform.now().toISOString()));
  return {};
}

function saidSince(deps: Deps, { item, said }: Input<'episodes.saidSince'>): Output<'episodes.saidSince'> {
  change(deps, item, (body) => {
    if (body.said === 'said') throw new AppError('bad_input', 'this was said at the time');
    return { ...body, saidOn: said ? civilDay(deps.platform.now(), zoneHere()) : null };
  });
  return {};
}

/** The episode with every time for asking again up to the day of `instant` over, and nothing else changed. */
function askedUpTo(body: EpisodeBody, instant: string): EpisodeBody {
  const zone = zoneHere();
  const askAgain = askAgainLeft(body, civilDay(instant, zone), zone);
  return { ...body, askAgain, askFrom: askAgain === 'never' ? null : body.askFrom };
}

function change(deps: Deps, item: string, next: (body: EpisodeBody) => EpisodeBody): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { body } = getDraft(db, 'episode', item);
    saveDraft(deps, { kind: 'episode', item, space: whoAmI(db).selfSpace, body: next(body) });
  });
}

export const episodesLaterApi = {
  'episodes.rate': rateEpisode,
  'episodes.unrate': unrateEpisode,
  'episodes.notToday': notToday,
  'episodes.saidSince': saidSince,
} as const;

import type { Input, Output } from '../../../shared/contract/index.ts';
import { askAgainFrom } from '../../../shared/model/askAgain.ts';
import { civilDay, zoneHere } from '../../../shared/model/civilDay.ts';
import { type EpisodeBody, isInOrder } from '../../../shared/model/episode.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { eraseItem, inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft } from '../items/read.ts';

type Which = { readonly item: string };

function listEpisodes(deps: Deps): Output<'episodes.list'> {
  const episodes = draftsOf(deps.vault.db(), 'episode')
    .map((draft) => ({ item: draft.item, ...draft.body, askNow: asksNow(deps, draft.body) }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { episodes };
}

function anyAsks(deps: Deps): Output<'episodes.anyAsks'> {
  return { asks: draftsOf(deps.vault.db(), 'episode').some((draft) => asksNow(deps, draft.body)) };
}

function asksNow(deps: Deps, body: EpisodeBody): boolean {
  const zone = zoneHere();
  const from = askAgainFrom(body, zone);
  return from !== null && from <= civilDay(deps.platform.now(), zone);
}

function saveEpisode(deps: Deps, input: Input<'episodes.save'>): Output<'episodes.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, at, ...rest } = input;
    const before = item === null ? null : getDraft(db, 'episode', item);
    const now = deps.platform.now().toISOString();
    if (at !== null && at > now) throw new AppError('date_in_future', 'an episode cannot be in the future');
    const body: EpisodeBody = {
      ...rest,
      at: at ?? before?.body.at ?? now,
      ratings: before?.body.ratings ?? [],
      carriedTo: before?.body.carriedTo ?? [],
      saidOn: input.said === 'said' ? null : (before?.body.saidOn ?? null),
      askFrom: askFromOf(deps, input.askAgain, before?.body ?? null),
    };
    if (!isInOrder(body, (instant) => civilDay(instant, zoneHere()))) {
      throw new AppError('dates_out_of_order', 'something was said of this episode before that day');
    }
    const saved = saveDraft(deps, {
      kind: 'episode',
      ...(before === null ? {} : { item: before.item }),
      space: whoAmI(db).selfSpace,
      body,
    });
    return { item: saved };
  });
}

/** Asking again counts from the day it was chosen; what was chosen earlier goes on counting. */
function askFromOf(deps: Deps, askAgain: EpisodeBody['askAgain'], before: EpisodeBody | null): string | null {
  if (askAgain === 'never') return null;
  if (before?.askAgain === askAgain) return before.askFrom;
  return civilDay(deps.platform.now(), zoneHere());
}

function removeEpisode(deps: Deps, input: Which): Output<'episodes.remove'> {
  getDraft(deps.vault.db(), 'episode', input.item);
  setRemoved(deps, input.item, true);
  return {};
}

function restoreEpisode(deps: Deps, input: Which): Output<'episodes.restore'> {
  getDraft(deps.vault.db(), 'episode', input.item);
  setRemoved(deps, input.item, false);
  return {};
}

function eraseEpisode(deps: Deps, input: Which): Output<'episodes.erase'> {
  getDraft(deps.vault.db(), 'episode', input.item);
  inOneTransaction(deps, () => {
    eraseItem(deps, input.item);
    appendLedger(deps.vault.db(), deps.platform.now(), 'erasure', null, input.item);
  });
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

/** One line a call, for api.ts. */
export const episodesApi = {
  'episodes.list': listEpisodes,
  'episodes.anyAsks': anyAsks,
  'episodes.save': saveEpisode,
  'episodes.remove': removeEpisode,
  'episodes.restore': restoreEpisode,
  'episodes.erase': eraseEpisode,
} as const;

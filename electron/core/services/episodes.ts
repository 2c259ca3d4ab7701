import type { Input, Output } from '../../../shared/contract/index.ts';
import { askAgainFrom } from '../../../shared/model/episode.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { eraseItem, inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft } from '../items/read.ts';

type Which = { readonly item: string };

function listEpisodes(deps: Deps): Output<'episodes.list'> {
  const now = deps.platform.now();
  const episodes = draftsOf(deps.vault.db(), 'episode')
    .map((draft) => {
      const from = askAgainFrom(draft.body);
      return { item: draft.item, ...draft.body, askNow: from !== null && from <= now };
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { episodes };
}

function saveEpisode(deps: Deps, input: Input<'episodes.save'>): Output<'episodes.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, at, ...rest } = input;
    const before = item === null ? null : getDraft(db, 'episode', item);
    const now = deps.platform.now().toISOString();
    if (at !== null && at > now) throw new AppError('date_in_future', 'an episode cannot be in the future');
    const saved = saveDraft(deps, {
      kind: 'episode',
      ...(before === null ? {} : { item: before.item }),
      space: whoAmI(db).selfSpace,
      body: { ...rest, at: at ?? before?.body.at ?? now, ratings: before?.body.ratings ?? [] },
    });
    return { item: saved };
  });
}

function answerAgain(deps: Deps, input: Input<'episodes.answerAgain'>): Output<'episodes.answerAgain'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { body } = getDraft(db, 'episode', input.item);
    const { weight } = input;
    const ratings =
      weight === null ? body.ratings : [...body.ratings, { at: deps.platform.now().toISOString(), weight }];
    saveDraft(deps, {
      kind: 'episode',
      item: input.item,
      space: whoAmI(db).selfSpace,
      body: { ...body, ratings, askAgain: 'never' },
    });
    return {};
  });
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
  'episodes.save': saveEpisode,
  'episodes.answerAgain': answerAgain,
  'episodes.remove': removeEpisode,
  'episodes.restore': restoreEpisode,
  'episodes.erase': eraseEpisode,
} as const;

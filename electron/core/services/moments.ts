import type { Input, Output } from '../../../shared/contract/index.ts';
import { isEmptyMoment } from '../../../shared/model/moment.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { eraseItem, inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft } from '../items/read.ts';
import { sessionOf } from '../items/session.ts';

type Which = { readonly item: string };

function listMoments(deps: Deps, input: Input<'moments.list'>): Output<'moments.list'> {
  const db = deps.vault.db();
  const moments = draftsOf(db, 'moment')
    .filter(({ body }) => input.page === null || body.page === input.page)
    .filter(({ body }) => input.topic === undefined || body.topic === input.topic)
    .map(({ item, body }) => ({
      item,
      ...body,
      session: body.topic === null ? null : sessionOf(db, body.topic),
    }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { moments };
}

function saveMoment(deps: Deps, input: Input<'moments.save'>): Output<'moments.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, at, ...rest } = input;
    if (isEmptyMoment(rest)) throw new AppError('bad_input', 'a moment that says nothing is not kept');
    if (rest.page !== null && rest.topic !== null)
      throw new AppError('bad_input', 'a moment is noted on a page or at a topic, not both');
    const before = item === null ? null : getDraft(db, 'moment', item);
    const now = deps.platform.now().toISOString();
    if (at !== null && at > now) throw new AppError('date_in_future', 'a moment cannot be in the future');
    const saved = saveDraft(deps, {
      kind: 'moment',
      ...(before === null ? {} : { item: before.item }),
      space: whoAmI(db).selfSpace,
      body: { ...rest, at: at ?? before?.body.at ?? now },
    });
    return { item: saved };
  });
}

function removeMoment(deps: Deps, input: Which): Output<'moments.remove'> {
  getDraft(deps.vault.db(), 'moment', input.item);
  setRemoved(deps, input.item, true);
  return {};
}

function restoreMoment(deps: Deps, input: Which): Output<'moments.restore'> {
  getDraft(deps.vault.db(), 'moment', input.item);
  setRemoved(deps, input.item, false);
  return {};
}

function eraseMoment(deps: Deps, input: Which): Output<'moments.erase'> {
  getDraft(deps.vault.db(), 'moment', input.item);
  inOneTransaction(deps, () => {
    eraseItem(deps, input.item);
    appendLedger(deps.vault.db(), deps.platform.now(), 'erasure', null, input.item);
  });
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

/** One line a call, for api.ts. */
export const momentsApi = {
  'moments.list': listMoments,
  'moments.save': saveMoment,
  'moments.remove': removeMoment,
  'moments.restore': restoreMoment,
  'moments.erase': eraseMoment,
} as const;

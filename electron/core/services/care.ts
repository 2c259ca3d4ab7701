import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft } from '../items/read.ts';

function listSources(deps: Deps): Output<'care.list'> {
  const sources = draftsOf(deps.vault.db(), 'careSource').map(({ item, body }) => ({ item, ...body }));
  return { sources };
}

function saveSource(deps: Deps, { item, ...body }: Input<'care.save'>): Output<'care.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const known = item === null ? {} : { item: getDraft(db, 'careSource', item).item };
    return { item: saveDraft(deps, { kind: 'careSource', ...known, space: whoAmI(db).selfSpace, body }) };
  });
}

function removeSource(deps: Deps, { item }: Input<'care.remove'>): Output<'care.remove'> {
  getDraft(deps.vault.db(), 'careSource', item);
  setRemoved(deps, item, true);
  return {};
}

function restoreSource(deps: Deps, { item }: Input<'care.restore'>): Output<'care.restore'> {
  getDraft(deps.vault.db(), 'careSource', item);
  setRemoved(deps, item, false);
  return {};
}

/** One line a call, for api.ts. */
export const careApi = {
  'care.list': listSources,
  'care.save': saveSource,
  'care.remove': removeSource,
  'care.restore': restoreSource,
} as const;

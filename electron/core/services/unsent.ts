import type { Input, Output } from '../../../shared/contract/index.ts';
import type { UnsentBody } from '../../../shared/model/unsent.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf } from '../items/read.ts';

type Which = Pick<UnsentBody, 'form' | 'about'>;

function getUnsent(deps: Deps, input: Input<'unsent.get'>): Output<'unsent.get'> {
  return { fields: allOf(deps, input)[0]?.body.fields ?? null };
}

function saveUnsent(deps: Deps, body: Input<'unsent.save'>): Output<'unsent.save'> {
  return inOneTransaction(deps, () => {
    const known = allOf(deps, body)[0];
    saveDraft(deps, {
      kind: 'unsent',
      ...(known === undefined ? {} : { item: known.item }),
      space: whoAmI(deps.vault.db()).selfSpace,
      body,
    });
    return {};
  });
}

function throwAway(deps: Deps, input: Input<'unsent.throwAway'>): Output<'unsent.throwAway'> {
  const all = allOf(deps, input);
  if (all.length === 0) return {};
  inOneTransaction(deps, () => {
    for (const { item } of all) eraseItem(deps, item);
  });
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

/** More than one where two computers of one person began apart. */
function allOf(deps: Deps, { form, about }: Which) {
  return draftsOf(deps.vault.db(), 'unsent').filter(({ body }) => body.form === form && body.about === about);
}

/** One line a call, for api.ts. */
export const unsentApi = {
  'unsent.get': getUnsent,
  'unsent.save': saveUnsent,
  'unsent.throwAway': throwAway,
} as const;

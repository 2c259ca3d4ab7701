import type { Input, Output } from '../../../shared/contract/index.ts';
import { emptyPractice } from '../../../shared/model/practice.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft, type KnownDraft } from '../items/read.ts';

function listRehearsals(deps: Deps): Output<'practice.list'> {
  return { rehearsals: draftsOf(deps.vault.db(), 'practice').map(viewOf).reverse() };
}

function getRehearsal(deps: Deps, input: Input<'practice.get'>): Output<'practice.get'> {
  return viewOf(getDraft(deps.vault.db(), 'practice', input.item));
}

function startRehearsal(deps: Deps, input: Input<'practice.start'>): Output<'practice.start'> {
  const space = whoAmI(deps.vault.db()).selfSpace;
  return { item: saveDraft(deps, { kind: 'practice', space, body: emptyPractice(input.scenario) }) };
}

function saveRehearsal(deps: Deps, input: Input<'practice.save'>): Output<'practice.save'> {
  const { item, ...rest } = input;
  const { space, body } = getDraft(deps.vault.db(), 'practice', item);
  saveDraft(deps, { kind: 'practice', item, space, body: { ...rest, scenario: body.scenario } });
  return {};
}

/** No entry in the ledger: nothing was given, and nothing that happened is forgotten. */
function throwAway(deps: Deps, input: Input<'practice.throwAway'>): Output<'practice.throwAway'> {
  getDraft(deps.vault.db(), 'practice', input.item);
  eraseItem(deps, input.item);
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

function viewOf(draft: KnownDraft & { kind: 'practice' }): Output<'practice.get'> {
  return { item: draft.item, startedAt: draft.madeAt, ...draft.body };
}

export const practiceApi = {
  'practice.list': listRehearsals,
  'practice.get': getRehearsal,
  'practice.start': startRehearsal,
  'practice.save': saveRehearsal,
  'practice.throwAway': throwAway,
} as const;

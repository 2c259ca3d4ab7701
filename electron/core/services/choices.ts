import type { Input, Output } from '../../../shared/contract/index.ts';
import { type Feature, features, hasChosen } from '../../../shared/model/choice.ts';
import type { Deps } from '../deps.ts';
import { takeBackSealed } from '../exchange/placements.ts';
import { isOnForBoth } from '../items/choices.ts';
import { eraseItem, inOneTransaction, say, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, type Pair } from '../items/pair.ts';
import { draftsOf, statementsOf } from '../items/read.ts';

function getChoices(deps: Deps, input: Input<'choices.get'>): Output<'choices.get'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const said = statementsOf(db, 'choice', pair.space);
  return {
    me: pair.me.role,
    otherName: pair.other.name,
    choices: features.map((feature) => {
      const mine = hasChosen(said, pair.me.identity, feature);
      const theirs = hasChosen(said, pair.other.identity, feature);
      return {
        feature,
        isOn: mine && theirs,
        mine,
        isSuggested: theirs && !mine && putAside(deps, pair, feature) === undefined,
      };
    }),
  };
}

function setChoice(deps: Deps, input: Input<'choices.set'>): Output<'choices.set'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { feature, on } = input;
    const pair = getPair(db, input.space);
    const said = statementsOf(db, 'choice', pair.space);
    if (hasChosen(said, pair.me.identity, feature) === on) return {};
    const mine = said.find((one) => one.owner === pair.me.identity && one.body.feature === feature);
    const draft = { kind: 'choice', space: pair.space, body: { feature, on } } as const;
    say(deps, mine === undefined ? draft : { ...draft, item: mine.item });
    if (on) forgetPutAside(deps, pair, feature);
    else if (feature === 'placement') takeBackSealed(deps, pair);
    return {};
  });
}

/** A suggestion put aside is a private note to my own window: the other's vault gets nothing, now or later. */
function putSuggestionAside(deps: Deps, input: Input<'choices.putAside'>): Output<'choices.putAside'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const pair = getPair(db, input.space);
    if (isOnForBoth(db, pair, input.feature) || putAside(deps, pair, input.feature) !== undefined) return {};
    const body = { space: pair.space, feature: input.feature };
    saveDraft(deps, { kind: 'choicePutAside', space: whoAmI(db).selfSpace, body });
    return {};
  });
}

function putAside(deps: Deps, pair: Pair, feature: Feature) {
  return draftsOf(deps.vault.db(), 'choicePutAside').find(
    (draft) => draft.body.space === pair.space && draft.body.feature === feature,
  );
}

function forgetPutAside(deps: Deps, pair: Pair, feature: Feature): void {
  const aside = putAside(deps, pair, feature);
  if (aside !== undefined) eraseItem(deps, aside.item);
}

export const choicesApi = {
  'choices.get': getChoices,
  'choices.set': setChoice,
  'choices.putAside': putSuggestionAside,
} as const;

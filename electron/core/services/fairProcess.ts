import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { getStatement, spaceOf } from '../items/read.ts';
import { myStatement } from '../items/sessionPlace.ts';

/**
 * Says, changes or takes back how the making of a decision was for me. It never is in a record, so it neither waits for
 * the signatures nor sets a proposal aside.
 */
function sayFairProcess(deps: Deps, input: Input<'decisions.fair'>): Output<'decisions.fair'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { decision, ...body } = input;
    getStatement(db, 'decision', decision);
    const mine = myStatement(db, 'fairProcess', decision);
    if (Object.values(body).every((answer) => answer === null)) {
      if (mine !== undefined) withdraw(deps, mine.item);
      return {};
    }
    const draft = { kind: 'fairProcess', space: spaceOf(db, decision), subject: decision, body } as const;
    say(deps, mine === undefined ? draft : { ...draft, item: mine.item });
    return {};
  });
}

export const fairProcessApi = { 'decisions.fair': sayFairProcess } as const;

import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getStatement, spaceOf, statementsUnder } from '../items/read.ts';

/**
 * Says, changes or takes back how the making of a decision was for me. It never is in a record, so it neither waits for
 * the signatures nor sets a proposal aside.
 */
function sayFairProcess(deps: Deps, input: Input<'decisions.fair'>): Output<'decisions.fair'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { decision, ...body } = input;
    getStatement(db, 'decision', decision);
    // Two computers of mine may each have said it before they met: what I take back is gone on both.
    const me = whoAmI(db).identity;
    const mine = statementsUnder(db, decision).filter(
      (one) => one.kind === 'fairProcess' && one.subject === decision && one.owner === me,
    );
    if (Object.values(body).every((answer) => answer === null)) {
      for (const one of mine) withdraw(deps, one.item);
      return {};
    }
    const draft = { kind: 'fairProcess', space: spaceOf(db, decision), subject: decision, body } as const;
    const last = mine.at(-1);
    say(deps, last === undefined ? draft : { ...draft, item: last.item });
    return {};
  });
}

export const fairProcessApi = { 'decisions.fair': sayFairProcess } as const;

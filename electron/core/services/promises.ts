import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeSigned, setAsideProposals } from '../exchange/signing.ts';
import { inOneTransaction, say, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { listPairs } from '../items/pair.ts';
import { promisesOf } from '../items/promises.ts';
import { getStatement, spaceOf } from '../items/read.ts';
import { mustSessionOf } from '../items/session.ts';
import { newestBody, saveInSession, subjectOf } from '../items/sessionPlace.ts';
import { touchInSitting } from '../together.ts';

function listPromises(deps: Deps, input: Input<'promises.list'>): Output<'promises.list'> {
  const db = deps.vault.db();
  const spaces = input.space === null ? listPairs(db).map((pair) => pair.space) : [input.space];
  const promises = spaces.flatMap((space) => promisesOf(db, space));
  return { promises: promises.filter((one) => !input.openOnly || one.state === 'open') };
}

function savePromise(deps: Deps, input: Input<'promises.save'>): Output<'promises.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { session, place, text, due } = input;
    getStatement(db, 'session', session);
    const subject = place === null ? session : subjectOf(db, session, place).subject;
    const before = input.item === null ? null : newestBody(db, 'promise', input.item);
    const { state, why, markedIn } = before ?? { state: 'open', why: '', markedIn: null };
    const item = saveInSession(deps, {
      kind: 'promise',
      item: input.item,
      space: spaceOf(db, session),
      subject,
      body: { text, due, state, why, markedIn },
    });
    touchInSitting(deps, item);
    return { item };
  });
}

/** Only its owner says what became of a promise ('not_yours'); unshown changes to its words stay unshown. */
function markPromise(deps: Deps, input: Input<'promises.mark'>): Output<'promises.mark'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, session, state, why } = input;
    const promise = getStatement(db, 'promise', item);
    if (promise.owner !== whoAmI(db).identity) {
      throw new AppError('not_yours', 'only its owner says what became of a promise');
    }
    const space = spaceOf(db, item);
    if (session !== null) {
      if (spaceOf(db, session) !== space) throw new AppError('not_found', 'this is no session of this pair');
      mustNotBeSigned(db, session);
    }
    const said = { state, why, markedIn: session ?? promise.body.markedIn };
    const draft = db.prepare('SELECT body FROM working_copy WHERE item = ?').get(item);
    const unshown = draft === undefined ? null : newestBody(db, 'promise', item);
    say(deps, { kind: 'promise', item, space, body: { ...promise.body, ...said } });
    if (unshown !== null) saveDraft(deps, { kind: 'promise', item, space, body: { ...unshown, ...said } });
    for (const one of new Set([mustSessionOf(db, item), session])) {
      if (one !== null) setAsideProposals(deps, one);
    }
    return {};
  });
}

export const promisesApi = {
  'promises.list': listPromises,
  'promises.save': savePromise,
  'promises.mark': markPromise,
} as const;

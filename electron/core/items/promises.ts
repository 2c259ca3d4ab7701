import type { Database } from 'better-sqlite3';
import type { Output } from '../../../shared/contract/index.ts';
import { compare, roleOf, roleOrder } from '../../../shared/model/foldSession.ts';
import { getPair } from './pair.ts';
import { statementsOf } from './read.ts';
import { membersOf, type SessionOnFile, sessionOf } from './session.ts';

type LastPromise = Output<'sessions.get'>['lastPromises'][number];
type ListedPromise = Output<'promises.list'>['promises'][number];

/** Open promises of both from sessions before this one, and those spoken of in this one; the supervisor's first. */
export function promisesBefore(db: Database, onFile: SessionOnFile): LastPromise[] {
  const dates = sessionDates(db, onFile.space);
  return statementsOf(db, 'promise', onFile.space)
    .flatMap((promise) => {
      const session = sessionOf(db, promise.item);
      const madeOn = session === null ? undefined : dates.get(session);
      if (madeOn === undefined || session === onFile.session) return [];
      const isWaiting = promise.body.state === 'open' && madeOn <= onFile.date;
      if (!isWaiting && promise.body.markedIn !== onFile.session) return [];
      const { text, due, state, why } = promise.body;
      const mine = promise.owner === onFile.pair.me.identity;
      return [{ item: promise.item, role: roleOf(onFile, promise), mine, text, due, state, why, madeOn }];
    })
    .sort((a, b) => roleOrder(b.role) - roleOrder(a.role) || compare(a.madeOn, b.madeOn));
}

/** Every shown promise of a pair: the supervisor's first, then by due date, those without one last. */
export function promisesOf(db: Database, space: string): ListedPromise[] {
  const pair = getPair(db, space);
  const members = membersOf(pair);
  const dates = sessionDates(db, space);
  return statementsOf(db, 'promise', space)
    .flatMap((promise) => {
      const session = sessionOf(db, promise.item);
      const madeOn = session === null ? undefined : dates.get(session);
      if (session === null || madeOn === undefined) return [];
      const { text, due, state, why, markedIn } = promise.body;
      const mine = promise.owner === pair.me.identity;
      const [owner, to] = mine ? [pair.me, pair.other] : [pair.other, pair.me];
      return [
        {
          item: promise.item,
          space,
          session,
          role: roleOf({ members }, promise),
          mine,
          ownerName: owner.name,
          toName: to.name,
          text,
          due,
          state,
          why,
          madeOn,
          saidOn: markedIn === null ? null : (dates.get(markedIn) ?? null),
        },
      ];
    })
    .sort(
      (a, b) =>
        roleOrder(b.role) - roleOrder(a.role) || compare(a.due ?? '9999-12-31', b.due ?? '9999-12-31'),
    );
}

function sessionDates(db: Database, space: string): Map<string, string> {
  return new Map(statementsOf(db, 'session', space).map((session) => [session.item, session.body.date]));
}

import type { Input, Output } from '../../../shared/contract/index.ts';
import { balanceOf } from '../../../shared/model/balance.ts';
import { compare, foldSession } from '../../../shared/model/foldSession.ts';
import type { Deps } from '../deps.ts';
import { statementsToShow } from '../exchange/signedSession.ts';
import { readWithSigning } from '../exchange/signing.ts';
import { isOnForBoth } from '../items/choices.ts';
import { getPair } from '../items/pair.ts';
import { statementsOf } from '../items/read.ts';
import { membersOf, readSession } from '../items/session.ts';

const sessionsShown = 12;

function getBalance(deps: Deps, input: Input<'balance.get'>): Output<'balance.get'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const [supervisee, supervisor] = membersOf(pair);
  const names = { supervisee: supervisee.name, supervisor: supervisor.name };
  if (!isOnForBoth(db, pair, 'balance')) return { isOn: false, names, sessions: [] };
  const sessions = statementsOf(db, 'session', pair.space)
    .sort((a, b) => compare(b.body.date, a.body.date) || compare(a.item, b.item))
    .map(({ item: session, body: { date } }) => {
      const { onFile, signing } = readWithSigning(readSession(db, session));
      const statements = statementsToShow(onFile, signing);
      return { session, date, ...balanceOf(foldSession({ ...onFile, statements })) };
    })
    .filter((one) => one.supervisee.brought + one.supervisor.brought > 0);
  return { isOn: true, names, sessions: sessions.slice(0, sessionsShown) };
}

export const balanceApi = { 'balance.get': getBalance } as const;

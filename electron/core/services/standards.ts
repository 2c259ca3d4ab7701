import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PairStandardView } from '../../../shared/model/agreementView.ts';
import { foldStandard } from '../../../shared/model/foldAgreement.ts';
import { timeSlots, type TimedSession } from '../../../shared/model/protectedTime.ts';
import { AppError } from '../../../shared/result.ts';
import { civilDate } from '../documents/civilDate.ts';
import type { Deps } from '../deps.ts';
import { sayOwn } from '../items/ownStatement.ts';
import { getPair, type Pair } from '../items/pair.ts';
import { getStatement, spaceOf, statementsOf } from '../items/read.ts';
import { membersOf } from '../items/session.ts';

function getStandard(deps: Deps, input: Input<'standards.get'>): Output<'standards.get'> {
  const pair = getPair(deps.vault.db(), input.space);
  return { ...whoIsWho(pair), view: standardOf(deps, pair) };
}

function sayStandard(deps: Deps, input: Input<'standards.say'>): Output<'standards.say'> {
  const { space, ...body } = input;
  getPair(deps.vault.db(), space);
  sayOwn(deps, { kind: 'pairStandard', space, subject: null, body });
  return {};
}

function sayTheSameStandard(
  deps: Deps,
  input: Input<'standards.sayTheSame'>,
): Output<'standards.sayTheSame'> {
  const pair = getPair(deps.vault.db(), input.space);
  const view = standardOf(deps, pair);
  const theirs = whoIsWho(pair).me === 'supervisee' ? view.supervisor : view.supervisee;
  if (theirs?.hash !== input.hash) throw new AppError('conflict', 'this is not what the other says now');
  const { standard, rhythm } = theirs;
  sayOwn(deps, { kind: 'pairStandard', space: pair.space, subject: null, body: { standard, rhythm } });
  return {};
}

function takeStandardBack(deps: Deps, input: Input<'standards.takeBack'>): Output<'standards.takeBack'> {
  const { space } = getPair(deps.vault.db(), input.space);
  sayOwn(deps, { kind: 'pairStandard', space, subject: null, body: null });
  return {};
}

function getTime(deps: Deps, input: Input<'time.get'>): Output<'time.get'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const standard = standardOf(deps, pair).standing;
  const [supervisee, supervisor] = membersOf(pair);
  const said = statementsOf(db, 'sessionTime', pair.space);
  const of = (session: string, identity: string) =>
    said.find((one) => one.subject === session && one.owner === identity)?.body ?? null;
  // A few words in passing are no meeting that was to be held.
  const planned = statementsOf(db, 'session', pair.space).filter((one) => one.body.kind === 'planned');
  const sessions: TimedSession[] = planned.map(({ item, body }) => ({
    session: item,
    date: body.date,
    supervisee: of(item, supervisee.identity),
    supervisor: of(item, supervisor.identity),
  }));
  const today = civilDate(deps.platform.now());
  return {
    ...whoIsWho(pair),
    standard,
    slots: timeSlots({ sessions, rhythm: standard?.rhythm ?? null, today }),
  };
}

function sayTime(deps: Deps, input: Input<'time.say'>): Output<'time.say'> {
  const db = deps.vault.db();
  const { item } = getStatement(db, 'session', input.session);
  const { space } = getPair(db, spaceOf(db, item));
  sayOwn(deps, { kind: 'sessionTime', space, subject: input.session, body: input.said });
  return {};
}

function standardOf(deps: Deps, pair: Pair): PairStandardView {
  const statements = statementsOf(deps.vault.db(), 'pairStandard', pair.space);
  return foldStandard({ members: membersOf(pair), statements });
}

function whoIsWho(pair: Pair): Pick<Output<'standards.get'>, 'me' | 'names'> {
  const [supervisee, supervisor] = membersOf(pair);
  return {
    me: supervisee.identity === pair.me.identity ? 'supervisee' : 'supervisor',
    names: { supervisee: supervisee.name, supervisor: supervisor.name },
  };
}

export const standardsApi = {
  'standards.get': getStandard,
  'standards.say': sayStandard,
  'standards.sayTheSame': sayTheSameStandard,
  'standards.takeBack': takeStandardBack,
  'time.get': getTime,
  'time.say': sayTime,
} as const;

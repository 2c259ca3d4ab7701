import type { Input, Output } from '../../../shared/contract/index.ts';
import { isEmptyPulse } from '../../../shared/model/pulse.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { isOnForBoth, mustBeOn } from '../items/choices.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { statementsOf } from '../items/read.ts';
import { readSession, type SessionOnFile } from '../items/session.ts';

function getPulse(deps: Deps, input: Input<'pulse.get'>): Output<'pulse.get'> {
  const db = deps.vault.db();
  const onFile = readSession(db, input.session);
  if (!isOnForBoth(db, onFile.pair, 'pulse')) return { isOn: false, mine: null, both: null };
  const { mine, theirs } = answers(deps, onFile);
  if (mine === null || theirs === null) return { isOn: true, mine: mine?.body ?? null, both: null };
  const isMine = (role: 'supervisee' | 'supervisor') =>
    onFile.members.find((member) => member.role === role)?.identity === onFile.pair.me.identity;
  const of = (role: 'supervisee' | 'supervisor') => (isMine(role) ? mine.body : theirs.body);
  return {
    isOn: true,
    mine: mine.body,
    both: { supervisee: of('supervisee'), supervisor: of('supervisor') },
  };
}

function answerPulse(deps: Deps, input: Input<'pulse.answer'>): Output<'pulse.answer'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { session: subject, pulse } = input;
    const onFile = readSession(db, subject);
    const { space } = mustBeOn(db, onFile.space, 'pulse');
    const { mine, theirs } = answers(deps, onFile);
    if (pulse === null) {
      if (mine !== null) withdraw(deps, mine.item);
      return {};
    }
    if (isEmptyPulse(pulse)) throw new AppError('bad_input', 'there is nothing said');
    if (mine !== null && theirs !== null) {
      throw new AppError('conflict', 'both are shown; an answer given apart is not changed afterwards');
    }
    const draft = { kind: 'pulse', space, subject, body: pulse } as const;
    say(deps, mine === null ? draft : { ...draft, item: mine.item });
    return {};
  });
}

function answers(deps: Deps, onFile: SessionOnFile) {
  const said = statementsOf(deps.vault.db(), 'pulse', onFile.space).filter(
    (one) => one.subject === onFile.session,
  );
  const by = (identity: string) => said.filter((one) => one.owner === identity).at(-1) ?? null;
  return { mine: by(onFile.pair.me.identity), theirs: by(onFile.pair.other.identity) };
}

export const pulseApi = { 'pulse.get': getPulse, 'pulse.answer': answerPulse } as const;

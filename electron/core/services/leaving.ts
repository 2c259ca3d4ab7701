import type { Input, Output } from '../../../shared/contract/index.ts';
import type { LeavingWords } from '../../../shared/model/leaving.ts';
import { onlyLeaving } from '../../../shared/model/leavingRecord.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { endingOf, noteEndings } from '../exchange/endings.ts';
import { mustNotBeSigned, readSigning, setAsideProposals } from '../exchange/signing.ts';
import { signingState } from '../exchange/signingState.ts';
import { eraseItem, inOneTransaction, saveDraft, say, showDraft, withdraw } from '../items/commit.ts';
import { sayOwn } from '../items/ownStatement.ts';
import { getPair } from '../items/pair.ts';
import {
  draftsUnder,
  getDraft,
  getStatement,
  spaceOf,
  statementsOf,
  statementsUnder,
} from '../items/read.ts';
import { readSubject } from '../items/recordSubject.ts';
import { membersOf } from '../items/session.ts';

type Shown = NonNullable<Output<'leaving.get'>['leaving']>;

function getLeaving(deps: Deps, { space }: Input<'leaving.get'>): Output<'leaving.get'> {
  const db = deps.vault.db();
  const pair = getPair(db, space);
  const [supervisee, supervisor] = membersOf(pair);
  const ending = endingOf(db, space);
  const [continued] = statementsOf(db, 'continues', space);
  const roots = statementsOf(db, 'leaving', space);
  const root = roots.find(({ item }) => readSigning(readSubject(db, item)).signed.length > 0) ?? roots[0];
  return {
    me: supervisee.identity === pair.me.identity ? 'supervisee' : 'supervisor',
    names: { supervisee: supervisee.name, supervisor: supervisor.name },
    endedAt: pair.endedAt ?? ending?.at ?? null,
    how: howOf(ending, pair.endedAt, pair.me.identity),
    leaving: root === undefined ? null : shownLeaving(deps, root.item),
    earlier: continued === undefined ? null : continued.owner === pair.me.identity ? 'mine' : 'theirs',
  };
}

function howOf(
  ending: ReturnType<typeof endingOf>,
  endedAt: string | null,
  me: string,
): Output<'leaving.get'>['how'] {
  if (ending === null) return endedAt === null ? null : 'replaced';
  if (ending.how === 'agreed') return 'agreed';
  return ending.by === me ? 'leftByMe' : 'leftByThem';
}

function shownLeaving(deps: Deps, root: string): Shown {
  const db = deps.vault.db();
  const onFile = readSubject(db, root);
  const said = (role: 'supervisee' | 'supervisor'): LeavingWords | null => {
    const owner = onFile.members.find((member) => member.role === role)?.identity;
    const one = onlyLeaving(onFile.statements).find(
      (statement) => statement.owner === owner && statement.kind === 'leavingWords',
    );
    return one?.kind === 'leavingWords' ? one.body : null;
  };
  const draft = draftsUnder(db, root).find((one) => one.kind === 'leavingWords');
  return {
    leaving: root,
    handsOver: getStatement(db, 'leaving', root).body.handsOver,
    said: { supervisee: said('supervisee'), supervisor: said('supervisor') },
    draft: draft?.kind === 'leavingWords' ? draft.body : null,
    signing: signingState(onFile, readSigning(onFile)),
  };
}

/** One ending a pair: a second beginning is the first one. */
function begin(deps: Deps, { space, handsOver }: Input<'leaving.begin'>): Output<'leaving.begin'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    getPair(db, space);
    const [known] = statementsOf(db, 'leaving', space);
    return { leaving: known?.item ?? say(deps, { kind: 'leaving', space, body: { handsOver } }) };
  });
}

function save(deps: Deps, input: Input<'leaving.save'>): Output<'leaving.save'> {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    mustNotBeSigned(db, input.leaving);
    const item = myWords(deps, input.leaving);
    saveDraft(deps, {
      kind: 'leavingWords',
      space: spaceOf(db, input.leaving),
      subject: input.leaving,
      body: input.words,
      ...(item === null ? {} : { item }),
    });
  });
  return {};
}

function show(deps: Deps, { leaving }: Input<'leaving.show'>): Output<'leaving.show'> {
  inOneTransaction(deps, () => {
    mustNotBeSigned(deps.vault.db(), leaving);
    const item = myWords(deps, leaving);
    if (item === null) throw new AppError('not_found', 'there are no words to show');
    const { keeps, gives, destroys } = getDraft(deps.vault.db(), 'leavingWords', item).body;
    if ([keeps, gives, destroys].every((text) => text.trim() === '')) {
      throw new AppError('bad_input', 'a few words are needed');
    }
    showDraft(deps, item);
    setAsideProposals(deps, leaving);
  });
  return {};
}

function takeBack(deps: Deps, { leaving }: Input<'leaving.takeBack'>): Output<'leaving.takeBack'> {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    mustNotBeSigned(db, leaving);
    setAsideProposals(deps, leaving);
    const item = myWords(deps, leaving);
    const isShown = item !== null && statementsUnder(db, leaving).some((one) => one.item === item);
    if (item !== null && isShown) withdraw(deps, item);
    else if (item !== null) eraseItem(deps, item);
    const root = getStatement(db, 'leaving', leaving);
    if (root.owner === getPair(db, spaceOf(db, leaving)).me.identity) withdraw(deps, leaving);
  });
  return {};
}

function leave(deps: Deps, { space }: Input<'leaving.leave'>): Output<'leaving.leave'> {
  getPair(deps.vault.db(), space);
  if (endingOf(deps.vault.db(), space) !== null) {
    throw new AppError('pair_ended', 'this pair has ended already');
  }
  sayOwn(deps, { kind: 'left', space, subject: null, body: {} });
  noteEndings(deps);
  return {};
}

/** My words under a leaving, shown or not: one item, the same every time. */
function myWords(deps: Deps, leaving: string): string | null {
  const db = deps.vault.db();
  const me = getPair(db, spaceOf(db, leaving)).me.identity;
  const item = db
    .prepare("SELECT id FROM item WHERE kind = 'leavingWords' AND subject = ? AND owner = ?")
    .pluck()
    .get(leaving, me);
  return typeof item === 'string' ? item : null;
}

export const leavingApi = {
  'leaving.get': getLeaving,
  'leaving.begin': begin,
  'leaving.save': save,
  'leaving.show': show,
  'leaving.takeBack': takeBack,
  'leaving.leave': leave,
};

import type { Input, Output } from '../../../shared/contract/index.ts';
import { roleOf } from '../../../shared/model/foldSession.ts';
import { isEmptyStrength } from '../../../shared/model/strength.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { eraseItem, inOneTransaction, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { entriesByDay, keepEntry, mustHaveCome } from '../items/kept.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsOf } from '../items/read.ts';
import { dropDraft, membersOf, withFirstShown } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function listStrengths(deps: Deps, { space }: Input<'strengths.list'>): Output<'strengths.list'> {
  const db = deps.vault.db();
  const pair = getPair(db, space);
  const members = membersOf(pair);
  const [supervisee, supervisor] = members;
  const me = pair.me.identity;
  const said = statementsOf(db, 'strength', space).filter((one) =>
    members.some((member) => member.identity === one.owner),
  );
  return {
    me: supervisor.identity === me ? 'supervisor' : 'supervisee',
    names: { supervisee: supervisee.name, supervisor: supervisor.name },
    shown: withFirstShown(db, said)
      .sort((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.item < b.item ? 1 : -1))
      .map((one) => ({
        item: one.item,
        ...one.body,
        role: roleOf({ members }, one),
        mine: one.owner === me,
        at: one.madeAt,
      })),
    mine: draftsOf(db, 'strength')
      .filter((draft) => draft.space === space)
      .map(({ item, body }) => ({ item, ...body, shown: isShown(deps, item), stamp: stampOf(body) })),
  };
}

function saveStrength(deps: Deps, input: Input<'strengths.save'>): Output<'strengths.save'> {
  const { space, item, ...body } = input;
  getPair(deps.vault.db(), space);
  const draft = { kind: 'strength', space, body } as const;
  return { item: saveDraft(deps, item === null ? draft : { ...draft, item }) };
}

function showStrength(deps: Deps, { item, stamp }: Input<'strengths.show'>): Output<'strengths.show'> {
  return inOneTransaction(deps, () => {
    const { body } = getDraft(deps.vault.db(), 'strength', item);
    if (stampOf(body) !== stamp) throw new AppError('conflict', 'these words have changed since');
    if (body.text.trim() === '') throw new AppError('bad_input', 'there are no words to show');
    showDraft(deps, item);
    return {};
  });
}

function takeBackStrength(deps: Deps, { item }: Input<'strengths.takeBack'>): Output<'strengths.takeBack'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { body } = getStatement(db, 'strength', item);
    const isDraft = db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(item) !== undefined;
    if (!isDraft) saveDraft(deps, { kind: 'strength', item, space: spaceOf(db, item), body });
    withdraw(deps, item);
    return {};
  });
}

/** An item that was once shown keeps its place, so that the other's vault and this one go on agreeing about it. */
function discardStrength(deps: Deps, { item }: Input<'strengths.discard'>): Output<'strengths.discard'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    getDraft(db, 'strength', item);
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(item) !== undefined;
    if (wasShown) dropDraft(db, item);
    else eraseItem(deps, item);
    return {};
  });
}

function isShown(deps: Deps, item: string): boolean {
  const row = deps.vault.db().prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL').get(item);
  return row !== undefined;
}

function listOwnStrengths(deps: Deps): Output<'ownStrengths.list'> {
  return { entries: entriesByDay(deps, 'ownStrength').reverse() };
}

function saveOwnStrength(deps: Deps, input: Input<'ownStrengths.save'>): Output<'ownStrengths.save'> {
  const { item, ...body } = input;
  mustHaveCome(body.date, civilDate(deps.platform.now()));
  return keepEntry(deps, { kind: 'ownStrength', item, body, isEmpty: isEmptyStrength(body) });
}

export const strengthsApi = {
  'strengths.list': listStrengths,
  'strengths.save': saveStrength,
  'strengths.show': showStrength,
  'strengths.takeBack': takeBackStrength,
  'strengths.discard': discardStrength,
  'ownStrengths.list': listOwnStrengths,
  'ownStrengths.save': saveOwnStrength,
} as const;

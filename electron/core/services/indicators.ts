import type { Input, Output } from '../../../shared/contract/index.ts';
import { type Indicator, indicators, pickedBy } from '../../../shared/model/indicator.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { eraseItem, inOneTransaction, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { sayOwn } from '../items/ownStatement.ts';
import { getPair, type Pair } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsOf } from '../items/read.ts';
import { dropDraft, membersOf } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function getIndicators(deps: Deps, input: Input<'indicators.get'>): Output<'indicators.get'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const [supervisee, supervisor] = membersOf(pair);
  const picks = picksOf(deps, pair);
  const notes = statementsOf(db, 'indicatorNote', pair.space)
    .filter((one) => one.owner === pair.me.identity || picks.both.includes(one.body.indicator))
    .filter((one) => [supervisee.identity, supervisor.identity].includes(one.owner))
    // A day to come, as a vault whose clock is wrong may send it, is shown once it has come.
    .filter((one) => one.body.on <= civilDate(deps.platform.now()))
    .map(({ item, owner, body }) => ({
      item,
      by: owner === supervisee.identity ? ('supervisee' as const) : ('supervisor' as const),
      ...body,
    }));
  return {
    me: supervisee.identity === pair.me.identity ? 'supervisee' : 'supervisor',
    names: { supervisee: supervisee.name, supervisor: supervisor.name },
    goesOn: pair.endedAt === null,
    ...picks,
    notes: notes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.item < b.item ? -1 : 1)),
    drafts: draftsIn(deps, pair).map(({ item, body }) => ({
      item,
      stamp: stampOf(body),
      ...body,
    })),
  };
}

function pickIndicators(deps: Deps, input: Input<'indicators.pick'>): Output<'indicators.pick'> {
  const pair = getPair(deps.vault.db(), input.space);
  const body = input.indicators.length === 0 ? null : { indicators: input.indicators };
  sayOwn(deps, { kind: 'indicatorPick', space: pair.space, subject: null, body });
  return {};
}

function beginNote(deps: Deps, input: Input<'indicators.begin'>): Output<'indicators.begin'> {
  return inOneTransaction(deps, () => {
    const { indicator } = input;
    const pair = getPair(deps.vault.db(), input.space);
    mustBePicked(deps, pair, indicator);
    const empty = draftsIn(deps, pair).find(
      ({ body }) => body.indicator === indicator && body.story === '' && body.number === null,
    );
    if (empty !== undefined) return { item: empty.item };
    const body = { indicator, on: civilDate(deps.platform.now()), story: '', number: null };
    return { item: saveDraft(deps, { kind: 'indicatorNote', space: pair.space, body }) };
  });
}

/** Also under an indicator that is no longer picked by both: words that were begun are never refused. */
function saveNote(deps: Deps, input: Input<'indicators.save'>): Output<'indicators.save'> {
  return inOneTransaction(deps, () => {
    const { item, ...said } = input;
    const draft = getDraft(deps.vault.db(), 'indicatorNote', item);
    mustHaveCome(deps, said.on);
    const body = { ...draft.body, ...said };
    saveDraft(deps, { kind: 'indicatorNote', item, space: draft.space, body });
    return {};
  });
}

function showNote(deps: Deps, input: Input<'indicators.show'>): Output<'indicators.show'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { space, body } = getDraft(db, 'indicatorNote', input.item);
    mustBePicked(deps, getPair(db, space), body.indicator);
    if (stampOf(body) !== input.stamp) throw new AppError('conflict', 'these words have changed since');
    if (body.story.trim() === '') throw new AppError('bad_input', 'the story comes first');
    mustHaveCome(deps, body.on);
    showDraft(deps, input.item);
    return {};
  });
}

function discardNote(deps: Deps, input: Input<'indicators.discard'>): Output<'indicators.discard'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    getDraft(db, 'indicatorNote', input.item);
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(input.item) !== undefined;
    if (wasShown) dropDraft(db, input.item);
    else eraseItem(deps, input.item);
    return {};
  });
}

function takeNoteBack(deps: Deps, input: Input<'indicators.takeBack'>): Output<'indicators.takeBack'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { body } = getStatement(db, 'indicatorNote', input.item);
    const space = spaceOf(db, input.item);
    if (db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(input.item) === undefined) {
      saveDraft(deps, { kind: 'indicatorNote', item: input.item, space, body });
    }
    withdraw(deps, input.item);
    return {};
  });
}

function picksOf(deps: Deps, pair: Pair) {
  const said = statementsOf(deps.vault.db(), 'indicatorPick', pair.space);
  const mine = pickedBy(said, pair.me.identity);
  const theirs = pickedBy(said, pair.other.identity);
  return { mine, theirs, both: indicators.filter((one) => mine.includes(one) && theirs.includes(one)) };
}

function mustBePicked(deps: Deps, pair: Pair, indicator: Indicator): void {
  if (picksOf(deps, pair).both.includes(indicator)) return;
  throw new AppError('not_found', 'both have to pick this first');
}

function mustHaveCome(deps: Deps, day: string): void {
  if (day > civilDate(deps.platform.now())) throw new AppError('date_in_future', 'this day has not come yet');
}

function draftsIn(deps: Deps, pair: Pair) {
  return draftsOf(deps.vault.db(), 'indicatorNote').filter((draft) => draft.space === pair.space);
}

export const indicatorsApi = {
  'indicators.get': getIndicators,
  'indicators.pick': pickIndicators,
  'indicators.begin': beginNote,
  'indicators.save': saveNote,
  'indicators.show': showNote,
  'indicators.discard': discardNote,
  'indicators.takeBack': takeNoteBack,
} as const;

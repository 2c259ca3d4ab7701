import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Body } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { getCircle, meetingOfRound, mustBeIn } from '../items/circle.ts';
import { myTurn } from '../items/circleTurn.ts';
import { eraseItem, inOneTransaction, say, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { getDraft, getStatement, spaceOf } from '../items/read.ts';
import { dropDraft } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

/** Saves my words in a round: nobody sees them or that they are there. Each person has one turn in a round. */
function saveTurn(deps: Deps, input: Input<'circles.saveTurn'>): Output<'circles.saveTurn'> {
  return inOneTransaction(deps, () => {
    const { round, text } = input;
    const item = myTurn(deps.vault.db(), round);
    const body = { text, passed: false, asked: askedNow(deps, round, item) };
    return { item: saveDraft(deps, inRound(deps, round, item, body)) };
  });
}

/** Shows my words exactly as they were seen: 'conflict' when they have changed since. */
function showTurn(deps: Deps, input: Input<'circles.showTurn'>): Output<'circles.showTurn'> {
  return inOneTransaction(deps, () => {
    const { body, subject } = getDraft(deps.vault.db(), 'circleTurn', input.item);
    mayStillSpeak(deps, subject ?? '');
    if (stampOf(body) !== input.stamp) throw new AppError('conflict', 'these words have changed since');
    if (body.text.trim() === '') throw new AppError('bad_input', 'there are no words to show');
    showDraft(deps, input.item);
    return {};
  });
}

/** Throws 'conflict' when I have shown words: they are taken back first, by a step of their own. */
function pass(deps: Deps, input: Input<'circles.pass'>): Output<'circles.pass'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { round } = input;
    const item = myTurn(db, round);
    const shown = item === undefined ? null : shownTurn(deps, item);
    if (shown !== null && !shown.passed) throw new AppError('conflict', 'your words are shown');
    if (shown !== null) return {};
    const begun = item === undefined ? null : begunTurn(deps, item);
    const asked = askedNow(deps, round, item);
    const said = say(deps, inRound(deps, round, item, { text: '', passed: true, asked }));
    if (begun !== null) saveDraft(deps, inRound(deps, round, said, begun));
    return {};
  });
}

function takeBackTurn(deps: Deps, input: Input<'circles.takeBackTurn'>): Output<'circles.takeBackTurn'> {
  return inOneTransaction(deps, () => {
    const { item } = input;
    const { body, subject } = getStatement(deps.vault.db(), 'circleTurn', item);
    const round = subject ?? '';
    mayStillSpeak(deps, round);
    const isBegun = begunTurn(deps, item) !== null;
    if (!body.passed && !isBegun) saveDraft(deps, inRound(deps, round, item, body));
    withdraw(deps, item);
    return {};
  });
}

function discardTurn(deps: Deps, input: Input<'circles.discardTurn'>): Output<'circles.discardTurn'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    getDraft(db, 'circleTurn', input.item);
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(input.item) !== undefined;
    if (wasShown) dropDraft(db, input.item);
    else eraseItem(deps, input.item);
    return {};
  });
}

function inRound(deps: Deps, round: string, item: string | undefined, body: Body<'circleTurn'>) {
  const space = mayStillSpeak(deps, round);
  const draft = { kind: 'circleTurn', space, subject: round, body } as const;
  return item === undefined ? draft : { ...draft, item };
}

/** The space of a round in which I may still speak. Throws 'not_joined' once I have left the circle. */
function mayStillSpeak(deps: Deps, round: string): string {
  const db = deps.vault.db();
  const space = spaceOf(db, meetingOfRound(db, round));
  mustBeIn(getCircle(db, space));
  return space;
}

/** The question as it stands; for one that was taken back, as I had read it. Throws 'not_found' where I had not. */
function askedNow(deps: Deps, round: string, item: string | undefined): string {
  const db = deps.vault.db();
  const row = db.prepare('SELECT body FROM shown WHERE item = ?').get(round) as
    | { body: string | null }
    | undefined;
  if (row?.body) return getStatement(db, 'circleRound', round).body.question;
  const before = item === undefined ? null : (begunTurn(deps, item) ?? shownTurn(deps, item));
  if (before === null) throw new AppError('not_found', 'this question was taken back');
  return before.asked;
}

function begunTurn(deps: Deps, item: string): Body<'circleTurn'> | null {
  const row = deps.vault.db().prepare('SELECT 1 FROM working_copy WHERE item = ?').get(item);
  return row === undefined ? null : getDraft(deps.vault.db(), 'circleTurn', item).body;
}

function shownTurn(deps: Deps, item: string): Body<'circleTurn'> | null {
  const db = deps.vault.db();
  const row = db.prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL').get(item);
  return row === undefined ? null : getStatement(db, 'circleTurn', item).body;
}

export const circleTurnsApi = {
  'circles.saveTurn': saveTurn,
  'circles.showTurn': showTurn,
  'circles.pass': pass,
  'circles.takeBackTurn': takeBackTurn,
  'circles.discardTurn': discardTurn,
} as const;

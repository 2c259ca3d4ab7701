import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { getCircle, meetingOfRound, meetingView, mustBeIn, readMeeting } from '../items/circle.ts';
import { turnDrafts } from '../items/circleTurn.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { getStatement, statementsOf } from '../items/read.ts';

/** A meeting with its rounds. Whoever sets it up keeps it: its title, its date and its questions are theirs. */
function createMeeting(deps: Deps, input: Input<'circles.createMeeting'>): Output<'circles.createMeeting'> {
  return inOneTransaction(deps, () => {
    const { space, title, date, questions } = input;
    mustBeIn(getCircle(deps.vault.db(), space));
    const meeting = say(deps, { kind: 'circleMeeting', space, body: { title, date } });
    questions.forEach((question, place) => {
      say(deps, { kind: 'circleRound', space, subject: meeting, body: { question, place } });
    });
    return { meeting };
  });
}

function getMeeting(deps: Deps, input: Input<'circles.meeting'>): Output<'circles.meeting'> {
  const db = deps.vault.db();
  const onFile = readMeeting(db, input.meeting);
  const { space, name, me, members, leftAt } = onFile.circle;
  return {
    space,
    circleName: name,
    me,
    members: [...members],
    leftAt,
    isKeeper: onFile.keeper === me,
    view: meetingView(onFile),
    mine: turnDrafts(db, input.meeting),
  };
}

function changeMeeting(deps: Deps, input: Input<'circles.changeMeeting'>): Output<'circles.changeMeeting'> {
  return inOneTransaction(deps, () => {
    const { meeting: item, title, date } = input;
    const { space } = meetingOfMine(deps, item);
    say(deps, { kind: 'circleMeeting', item, space, body: { title, date } });
    return {};
  });
}

function addRound(deps: Deps, input: Input<'circles.addRound'>): Output<'circles.addRound'> {
  return inOneTransaction(deps, () => {
    const { meeting, question } = input;
    const { space } = meetingOfMine(deps, meeting);
    const places = statementsOf(deps.vault.db(), 'circleRound', space)
      .filter((round) => round.subject === meeting)
      .map((round) => round.body.place);
    const place = Math.min(Math.max(-1, ...places) + 1, 999);
    return {
      round: say(deps, { kind: 'circleRound', space, subject: meeting, body: { question, place } }),
    };
  });
}

/** Words said under the question as it was keep the question they answered. */
function changeRound(deps: Deps, input: Input<'circles.changeRound'>): Output<'circles.changeRound'> {
  return inOneTransaction(deps, () => {
    const { round: item, question } = input;
    const db = deps.vault.db();
    const { space } = meetingOfMine(deps, meetingOfRound(db, item));
    const { place } = getStatement(db, 'circleRound', item).body;
    say(deps, { kind: 'circleRound', item, space, body: { question, place } });
    return {};
  });
}

function takeBackRound(deps: Deps, input: Input<'circles.takeBackRound'>): Output<'circles.takeBackRound'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    meetingOfMine(deps, meetingOfRound(db, input.round));
    getStatement(db, 'circleRound', input.round);
    withdraw(deps, input.round);
    return {};
  });
}

/** Throws 'not_yours' for a meeting somebody else keeps, 'not_joined' once I have left its circle. */
function meetingOfMine(deps: Deps, meeting: string): { space: string } {
  const { circle, keeper } = readMeeting(deps.vault.db(), meeting);
  mustBeIn(circle);
  if (keeper !== circle.me) throw new AppError('not_yours', 'only its keeper changes a meeting');
  return { space: circle.space };
}

export const circleMeetingsApi = {
  'circles.createMeeting': createMeeting,
  'circles.meeting': getMeeting,
  'circles.changeMeeting': changeMeeting,
  'circles.addRound': addRound,
  'circles.changeRound': changeRound,
  'circles.takeBackRound': takeBackRound,
} as const;

import type { MeetingStatement, MeetingView, RoundView, SeatView } from './circle.ts';

export type CircleInput = {
  readonly meeting: string;
  /** Every member, in the order of their seats (`seatOrder`). */
  readonly seats: readonly string[];
  /** Members who have left the circle. */
  readonly left: readonly string[];
  /** Everything shown under the meeting. Order does not matter. */
  readonly statements: readonly MeetingStatement[];
};

type Said<K extends MeetingStatement['kind']> = Extract<MeetingStatement, { kind: K }>;

/**
 * What stands in a meeting: in each round every member's seat, in one order, with their own words, their pass, or neither.
 * Statements of anyone but a member, and questions of anyone but the meeting's keeper, count for nothing. Words under a
 * question that was taken back stay, under what they answered.
 */
export function foldCircle(input: CircleInput): MeetingView {
  const said = input.statements.filter((statement) => input.seats.includes(statement.owner));
  const meeting = of(said, 'circleMeeting').find((one) => one.item === input.meeting);
  const turns = of(said, 'circleTurn');
  const rounds = of(said, 'circleRound')
    .filter((round) => round.subject === input.meeting && round.owner === meeting?.owner)
    .sort((a, b) => a.body.place - b.body.place || compare(a.item, b.item));
  return {
    meeting: input.meeting,
    title: meeting?.body.title ?? '',
    date: meeting?.body.date ?? null,
    keeper: meeting?.owner ?? null,
    rounds: [
      ...rounds.map((round) => foldRound(input, round.item, round.body.question, turns)),
      ...roundsTakenBack(input.statements, turns).map((round) => foldRound(input, round, null, turns)),
    ],
  };
}

/** The members in the founder's order; whom it does not name comes after, by id. Always every member, each once. */
export function seatOrder(members: readonly string[], order: readonly string[]): string[] {
  const named = [...new Set(order)].filter((identity) => members.includes(identity));
  return [...named, ...members.filter((identity) => !named.includes(identity)).sort(compare)];
}

function foldRound(
  input: CircleInput,
  round: string,
  question: string | null,
  turns: readonly Said<'circleTurn'>[],
): RoundView {
  const here = turns.filter((turn) => turn.subject === round);
  const seats = input.seats.map((identity) => foldSeat(input, identity, question, here));
  return { round, question, seats };
}

function foldSeat(
  input: CircleInput,
  identity: string,
  question: string | null,
  here: readonly Said<'circleTurn'>[],
): SeatView {
  const own = here
    .filter((turn) => turn.owner === identity)
    .sort((a, b) => compare(a.at, b.at) || compare(a.hash, b.hash));
  const words = own.filter((turn) => !turn.body.passed);
  const pass = own.find((turn) => turn.body.passed)?.item ?? null;
  if (words.length > 0) {
    const turns = words.map(({ item, hash, body }) => ({
      item,
      hash,
      text: body.text,
      asked: body.asked === question ? null : body.asked,
    }));
    return { identity, heard: 'words', turns, pass: null };
  }
  if (pass !== null) return { identity, heard: 'passed', turns: [], pass };
  return { identity, heard: input.left.includes(identity) ? 'left' : 'notYet', turns: [], pass: null };
}

/** Rounds of which no question stands, while somebody's words or pass do. */
function roundsTakenBack(all: readonly MeetingStatement[], turns: readonly Said<'circleTurn'>[]): string[] {
  const standing = new Set(of(all, 'circleRound').map((round) => round.item));
  const lost = turns.flatMap((turn) =>
    turn.subject === null || standing.has(turn.subject) ? [] : [turn.subject],
  );
  return [...new Set(lost)].sort(compare);
}

function of<K extends MeetingStatement['kind']>(said: readonly MeetingStatement[], kind: K): Said<K>[] {
  return said.filter((statement): statement is Said<K> => statement.kind === kind);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

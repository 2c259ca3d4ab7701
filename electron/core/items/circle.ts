import type { Database } from 'better-sqlite3';
import type { MeetingStatement } from '../../../shared/model/circle.ts';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import { type CircleInput, foldCircle, seatOrder } from '../../../shared/model/foldCircle.ts';
import { AppError } from '../../../shared/result.ts';
import { circleSpaceId } from './circleId.ts';
import { whoAmI } from './me.ts';
import { getStatement, spaceOf, statementsOf, statementsUnder } from './read.ts';

export type CircleMember = {
  readonly identity: string;
  readonly name: string;
  readonly known: 'me' | 'joined' | 'introduced';
  readonly here: 'here' | 'notYet' | 'left';
};

export type Circle = {
  readonly space: string;
  readonly name: string;
  readonly folder: string | null;
  /** Null until the founder's own word is here. */
  readonly founder: string | null;
  readonly founding: (KnownStatement & { kind: 'circle' }) | null;
  readonly me: string;
  /** In the order of their seats. */
  readonly members: readonly CircleMember[];
  /** When I left it, an instant; null while I am in it. */
  readonly leftAt: string | null;
};

type Row = { folder: string | null; title: string | null };

/** A circle with everybody in it, in the order of their seats. Throws 'not_joined' when there is no such circle. */
export function getCircle(db: Database, space: string): Circle {
  const row = db.prepare("SELECT folder, title FROM space WHERE id = ? AND kind = 'circle'").get(space) as
    | Row
    | undefined;
  if (row === undefined) throw new AppError('not_joined', 'there is no such circle');
  const people = db
    .prepare(
      `SELECT identity.id AS identity, identity.name AS name, identity.state AS state
       FROM member JOIN identity ON identity.id = member.identity WHERE member.space = ?`,
    )
    .all(space) as { identity: string; name: string; state: string }[];
  const ids = people.map((person) => person.identity);
  const founding = foundingOf(db, space, ids);
  const me = whoAmI(db).identity;
  const said = statementsOf(db, 'circleMember', space);
  const mine = said.find((one) => one.owner === me && !one.body.here);
  const members = seatOrder(ids, founding?.body.order ?? []).flatMap((identity): CircleMember[] => {
    const person = people.find((one) => one.identity === identity);
    if (person === undefined) return [];
    return [
      {
        identity,
        name: person.name,
        known: knownAs(person.state),
        here: hereOf(said.filter((one) => one.owner === identity).map((one) => one.body.here)),
      },
    ];
  });
  return {
    space,
    name: founding?.body.name ?? row.title ?? '',
    folder: row.folder,
    founder: founding?.owner ?? null,
    founding,
    me,
    members,
    leftAt: mine?.at ?? null,
  };
}

/** Throws 'not_joined' for a circle that I have left: it can be read, and nothing is said in it any more. */
export function mustBeIn(circle: Circle): void {
  if (circle.leftAt !== null) throw new AppError('not_joined', 'you have left this circle');
}

/** Every circle, in the order they were joined. */
export function listCircles(db: Database): Circle[] {
  const rows = db.prepare("SELECT id FROM space WHERE kind = 'circle' ORDER BY made_at, id").all() as {
    id: string;
  }[];
  return rows.map((row) => getCircle(db, row.id));
}

export type MeetingOnFile = {
  readonly circle: Circle;
  readonly keeper: string;
  readonly input: CircleInput;
};

/** A meeting of a circle with all that is shown in it. Throws 'not_found'. */
export function readMeeting(db: Database, meeting: string): MeetingOnFile {
  const { owner } = getStatement(db, 'circleMeeting', meeting);
  const circle = getCircle(db, spaceOf(db, meeting));
  return {
    circle,
    keeper: owner,
    input: {
      meeting,
      seats: circle.members.map((member) => member.identity),
      left: circle.members.filter((member) => member.here === 'left').map((member) => member.identity),
      statements: statementsUnder(db, meeting).filter((one): one is KnownStatement & MeetingStatement =>
        belongs(db, { meeting, keeper: owner, space: circle.space }, one),
      ),
    },
  };
}

/** What stands in it, for everybody the same. */
export function meetingView(onFile: MeetingOnFile) {
  return foldCircle(onFile.input);
}

/** The meeting a round was asked in. Throws 'not_found' for what is no round of a circle. */
export function meetingOfRound(db: Database, round: string): string {
  const row = db.prepare("SELECT subject FROM item WHERE id = ? AND kind = 'circleRound'").get(round) as
    | { subject: string | null }
    | undefined;
  if (row === undefined || row.subject === null) throw new AppError('not_found', 'there is no such round');
  return row.subject;
}

/**
 * Said in this circle, at a place that a meeting has: a round of its keeper's, also one since taken back. Somebody's words
 * about an item of another space, or hung onto another's words, are no part of it.
 */
function belongs(
  db: Database,
  at: { readonly meeting: string; readonly keeper: string; readonly space: string },
  statement: KnownStatement,
): boolean {
  if (spaceOf(db, statement.item) !== at.space) return false;
  if (statement.kind === 'circleMeeting') return statement.item === at.meeting;
  if (statement.kind === 'circleRound') return statement.subject === at.meeting;
  if (statement.kind !== 'circleTurn') return false;
  const round = db
    .prepare(
      "SELECT 1 FROM item WHERE id = ? AND kind = 'circleRound' AND owner = ? AND subject = ? AND space = ?",
    )
    .get(statement.subject, at.keeper, at.meeting, at.space);
  return round !== undefined;
}

/** The founder's own statement, recognised by the space's id following from it; anybody else's counts for nothing. */
function foundingOf(db: Database, space: string, members: readonly string[]): Circle['founding'] {
  return (
    statementsOf(db, 'circle', space).find(
      ({ owner, body }) => circleSpaceId({ founder: owner, members, salt: body.salt }) === space,
    ) ?? null
  );
}

function knownAs(state: string): CircleMember['known'] {
  return state === 'me' || state === 'joined' ? state : 'introduced';
}

/** Said on any of their computers: who left has left. */
function hereOf(said: readonly boolean[]): CircleMember['here'] {
  if (said.length === 0) return 'notYet';
  return said.includes(false) ? 'left' : 'here';
}

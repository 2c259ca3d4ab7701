import type { Database } from 'better-sqlite3';
import type { Role } from '../../../shared/model/member.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { whoAmI } from './me.ts';
import { statementsOf } from './read.ts';

export type Pair = {
  readonly space: string;
  readonly folder: string | null;
  /** When it ended: it stays readable, and nothing new is begun in it. Null while it goes on. */
  readonly endedAt: string | null;
  /** The other lost their vault; the pair goes on as another one. */
  readonly isReplaced: boolean;
  readonly me: { readonly identity: string; readonly name: string; readonly role: Role };
  /** `role` null until their own statement has arrived. */
  readonly other: { readonly identity: string; readonly name: string; readonly role: Role | null };
};

/** A space of two with each one's role, as each said it. Throws 'not_joined' when there is no such pair. */
export function getPair(db: Database, space: string): Pair {
  const row = prepared(
    db,
    `SELECT space.folder AS folder, space.closed_at AS endedAt, identity.id AS identity, identity.name AS name,
              identity.state = 'former' AS isReplaced
       FROM space JOIN member ON member.space = space.id JOIN identity ON identity.id = member.identity
       WHERE space.id = ? AND space.kind = 'pair' AND identity.state IN ('joined', 'former')`,
  ).get(space) as
    | { folder: string | null; endedAt: string | null; identity: string; name: string; isReplaced: number }
    | undefined;
  if (row === undefined) throw new AppError('not_joined', 'there is no such pair');
  const me = whoAmI(db);
  const roles = new Map(
    statementsOf(db, 'member', space).map((statement) => [statement.owner, statement.body.role]),
  );
  return {
    space,
    folder: row.folder,
    endedAt: row.endedAt,
    isReplaced: row.isReplaced === 1,
    me: { identity: me.identity, name: me.name, role: roles.get(me.identity) ?? 'supervisee' },
    other: { identity: row.identity, name: row.name, role: roles.get(row.identity) ?? null },
  };
}

/** Every pair, in the order they were joined. */
export function listPairs(db: Database): Pair[] {
  const rows = prepared(db, "SELECT id FROM space WHERE kind = 'pair' ORDER BY made_at, id").all() as {
    id: string;
  }[];
  return rows.map((row) => getPair(db, row.id));
}

import type { Database } from 'better-sqlite3';
import {
  type Member,
  onlySession,
  type SessionStatement,
  type SessionView,
} from '../../../shared/model/sessionView.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { getPair, type Pair } from './pair.ts';
import { getStatement, spaceOf, statementsOf, statementsUnder } from './read.ts';

export type SessionOnFile = {
  readonly session: string;
  /** A session is the root of its record. */
  readonly root: string;
  readonly kind: 'session';
  readonly space: string;
  readonly pair: Pair;
  readonly members: readonly [Member, Member];
  readonly date: string;
  /** Planned, or a corridor record. */
  readonly meeting: SessionView['kind'];
  readonly owner: string;
  /** Everything shown in it, with promises of earlier sessions that were spoken of in it. */
  readonly statements: readonly SessionStatement[];
};

/** A session with all that is shown in it. Throws 'not_found'. */
export function readSession(db: Database, session: string): SessionOnFile {
  const said = getStatement(db, 'session', session);
  const space = spaceOf(db, session);
  const pair = getPair(db, space);
  const under = onlySession(statementsUnder(db, session));
  const known = new Set(under.map((statement) => statement.item));
  const marked = statementsOf(db, 'promise', space).filter(
    (promise) => promise.body.markedIn === session && !known.has(promise.item),
  );
  return {
    session,
    root: session,
    kind: 'session',
    space,
    pair,
    members: membersOf(pair),
    date: said.body.date,
    meeting: said.body.kind,
    owner: said.owner,
    statements: withFirstShown(db, [...under, ...marked]),
  };
}

/**
 * Both people with their parts, supervisee first. Where they have not (yet) said different ones, the other's follows from
 * mine, or both from the order of their ids, so that both vaults see the same.
 */
export function membersOf(pair: Pair): readonly [Member, Member] {
  const { me, other } = pair;
  if (other.role !== null && other.role !== me.role) {
    const both = [me, { ...other, role: other.role }] as const;
    return both[0].role === 'supervisee' ? both : [both[1], both[0]];
  }
  const meFirst = other.role === null ? me.role === 'supervisee' : me.identity < other.identity;
  const [first, second] = meFirst ? [me, other] : [other, me];
  return [
    { identity: first.identity, name: first.name, role: 'supervisee' },
    { identity: second.identity, name: second.name, role: 'supervisor' },
  ];
}

/** The session an item was said in, or null when it was said in none. */
export function sessionOf(db: Database, item: string): string | null {
  const row = prepared(
    db,
    `WITH RECURSIVE above (id, kind, subject) AS (
         SELECT id, kind, subject FROM item WHERE id = ?
         UNION SELECT item.id, item.kind, item.subject FROM item JOIN above ON item.id = above.subject
       )
       SELECT id FROM above WHERE kind = 'session'`,
  ).get(item) as { id: string } | undefined;
  return row?.id ?? null;
}

/** As `sessionOf`; throws 'not_found' for an item that was said in no session. */
export function mustSessionOf(db: Database, item: string): string {
  const session = sessionOf(db, item);
  if (session === null) throw new AppError('not_found', 'this was not said in a session');
  return session;
}

/** The canonical bytes of a revision that is still here. Throws 'not_found'. */
export function revisionBytes(db: Database, hash: string): string {
  const row = prepared(db, 'SELECT bytes FROM revision WHERE hash = ?').get(hash) as
    | { bytes: string | null }
    | undefined;
  if (row === undefined || row.bytes === null) {
    throw new AppError('not_found', 'this revision is no longer here');
  }
  return row.bytes;
}

/** Drops my unshown changes to an item whose shown words stay as they are. */
export function dropDraft(db: Database, item: string): void {
  prepared(db, 'DELETE FROM working_copy WHERE item = ?').run(item);
}

/**
 * `madeAt` as the time of the first revision that still stands: the owner's vault knows when a draft was begun, the other's
 * does not and must not, and both need one order.
 */
export function withFirstShown<S extends { readonly item: string; readonly madeAt: string }>(
  db: Database,
  statements: readonly S[],
): S[] {
  const first = db.prepare(
    'SELECT at FROM revision WHERE item = ? AND bytes IS NOT NULL ORDER BY at, hash LIMIT 1',
  );
  return statements.map((statement) => {
    const row = first.get(statement.item) as { at: string } | undefined;
    return row === undefined ? statement : { ...statement, madeAt: row.at };
  });
}

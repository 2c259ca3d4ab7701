import type { Database } from 'better-sqlite3';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import { isRootKind, type RootKind, rootKinds } from '../../../shared/model/recordKinds.ts';
import type { Member } from '../../../shared/model/sessionView.ts';
import { AppError } from '../../../shared/result.ts';
import { getPair, type Pair } from './pair.ts';
import { getStatement, spaceOf, statementsUnder } from './read.ts';
import { membersOf, readSession, withFirstShown } from './session.ts';

/** An item that both can sign, with everything that is shown about it. */
export type SubjectOnFile = {
  readonly root: string;
  readonly kind: RootKind;
  readonly space: string;
  readonly pair: Pair;
  readonly members: readonly [Member, Member];
  readonly statements: readonly KnownStatement[];
};

/** Reads what can be signed under a root item of any kind. Throws 'not_found' for an item that is never signed. */
export function readSubject(db: Database, root: string): SubjectOnFile {
  const kind = rootKindOf(db, root);
  if (kind === 'session') return readSession(db, root);
  getStatement(db, kind, root);
  const space = spaceOf(db, root);
  const pair = getPair(db, space);
  const statements = withFirstShown(db, statementsUnder(db, root));
  return { root, kind, space, pair, members: membersOf(pair), statements };
}

/** The root item that a proposal, or anything else said about it, belongs to. Throws 'not_found'. */
export function mustRootOf(db: Database, item: string): string {
  const rows = db
    .prepare(
      `WITH RECURSIVE above (id, kind, subject) AS (
         SELECT id, kind, subject FROM item WHERE id = ?
         UNION SELECT item.id, item.kind, item.subject FROM item JOIN above ON item.id = above.subject
       )
       SELECT id, kind FROM above`,
    )
    .all(item) as { id: string; kind: string }[];
  const root = rows.find((row) => isRootKind(row.kind));
  if (root === undefined) throw new AppError('not_found', `this belongs to no ${rootKinds.join(', no ')}`);
  return root.id;
}

function rootKindOf(db: Database, root: string): RootKind {
  const row = db.prepare('SELECT kind FROM item WHERE id = ?').get(root) as { kind: string } | undefined;
  if (row === undefined || !isRootKind(row.kind)) {
    throw new AppError('not_found', 'there is nothing here that can be signed');
  }
  return row.kind;
}

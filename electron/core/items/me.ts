import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';

export type Me = { readonly identity: string; readonly name: string; readonly selfSpace: string };

/** The person whose vault this is, and their self-space. Throws 'not_found' before an identity was founded. */
export function whoAmI(db: Database): Me {
  const row = prepared(
    db,
    `SELECT identity.id AS identity, identity.name AS name, space.id AS selfSpace
       FROM identity JOIN member ON member.identity = identity.id JOIN space ON space.id = member.space
       WHERE identity.state = 'me' AND space.kind = 'self'`,
  ).get() as Me | undefined;
  if (row === undefined) throw new AppError('not_found', 'this vault has no identity yet');
  return row;
}

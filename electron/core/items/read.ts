import type { Database } from 'better-sqlite3';
import { type Body, isKind, type Kind, kinds, type KnownStatement } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';

/** A working copy of mine. */
export type KnownDraft = {
  [K in Kind]: {
    readonly item: string;
    readonly kind: K;
    readonly space: string;
    readonly subject: string | null;
    readonly madeAt: string;
    readonly at: string;
    readonly body: Body<K>;
  };
}[Kind];

type Row = {
  item: string;
  kind: string;
  space: string;
  owner: string;
  subject: string | null;
  madeAt: string;
  at: string;
  hash: string;
  body: string;
};

const statementColumns = `item.id AS item, item.kind AS kind, item.space AS space, item.owner AS owner, item.subject AS subject,
  item.made_at AS madeAt, shown.at AS at, shown.hash AS hash, shown.body AS body`;
const draftColumns = `item.id AS item, item.kind AS kind, item.space AS space, item.owner AS owner, item.subject AS subject,
  item.made_at AS madeAt, working_copy.at AS at, '' AS hash, working_copy.body AS body`;
const under = `WITH RECURSIVE under (id) AS (
    SELECT ? UNION SELECT item.id FROM item JOIN under ON item.subject = under.id
  )`;

/**
 * Everything shown (and not withdrawn) about an item, at any depth, with the item itself; oldest first. Only what was said in the
 * item's own space: words about it that somebody says elsewhere have other readers, and are no part of it.
 */
export function statementsUnder(db: Database, root: string): KnownStatement[] {
  return parseStatements(
    prepared(
      db,
      `${under} SELECT ${statementColumns} FROM under JOIN item ON item.id = under.id JOIN shown ON shown.item = item.id
         WHERE shown.body IS NOT NULL AND item.space = (SELECT space FROM item WHERE id = ?)
         ORDER BY item.made_at, item.id`,
    ).all(root, root) as Row[],
  );
}

/** My own working copies about an item, at any depth, with its own. */
export function draftsUnder(db: Database, root: string): KnownDraft[] {
  return parseDrafts(
    prepared(
      db,
      `${under} SELECT ${draftColumns} FROM under JOIN item ON item.id = under.id
         JOIN working_copy ON working_copy.item = item.id ORDER BY item.made_at, item.id`,
    ).all(root) as Row[],
  );
}

/** Everything shown of one kind in a space (or, with null, in every space), oldest first. */
export function statementsOf<K extends Kind>(
  db: Database,
  kind: K,
  space: string | null,
): (KnownStatement & { kind: K })[] {
  const rows = prepared(
    db,
    `SELECT ${statementColumns} FROM item JOIN shown ON shown.item = item.id
       WHERE item.kind = ? AND (? IS NULL OR item.space = ?) AND shown.body IS NOT NULL
       ORDER BY item.made_at, item.id`,
  ).all(kind, space, space) as Row[];
  return parseStatements(rows) as (KnownStatement & { kind: K })[];
}

/**
 * Everything shown of several kinds, each in the space of what it is about (as in `statementsUnder`), oldest first: one
 * question instead of one an item.
 */
export function statementsOfKinds(db: Database, all: readonly Kind[]): KnownStatement[] {
  return parseStatements(
    prepared(
      db,
      `SELECT ${statementColumns} FROM item JOIN shown ON shown.item = item.id
           LEFT JOIN item AS about ON about.id = item.subject
         WHERE item.kind IN (SELECT value FROM json_each(?)) AND shown.body IS NOT NULL
           AND item.space = coalesce(about.space, item.space)
         ORDER BY item.made_at, item.id`,
    ).all(JSON.stringify(all)) as Row[],
  );
}

/** My working copies of one kind, not removed ones; oldest first. */
export function draftsOf<K extends Kind>(db: Database, kind: K): (KnownDraft & { kind: K })[] {
  const rows = prepared(
    db,
    `SELECT ${draftColumns} FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.kind = ? AND item.removed_at IS NULL ORDER BY item.made_at, item.id`,
  ).all(kind) as Row[];
  return parseDrafts(rows) as (KnownDraft & { kind: K })[];
}

/** One working copy of mine. Throws 'not_found'. A removed item is found too: it can still be put back. */
export function getDraft<K extends Kind>(db: Database, kind: K, item: string): KnownDraft & { kind: K } {
  const rows = prepared(
    db,
    `SELECT ${draftColumns} FROM item JOIN working_copy ON working_copy.item = item.id WHERE item.id = ? AND item.kind = ?`,
  ).all(item, kind) as Row[];
  const draft = parseDrafts(rows)[0];
  if (draft === undefined) throw new AppError('not_found', `there is no such ${kind}`);
  return draft as KnownDraft & { kind: K };
}

/** One shown, not withdrawn item of anyone. Throws 'not_found'. */
export function getStatement<K extends Kind>(
  db: Database,
  kind: K,
  item: string,
): KnownStatement & { kind: K } {
  const rows = prepared(
    db,
    `SELECT ${statementColumns} FROM item JOIN shown ON shown.item = item.id
       WHERE item.id = ? AND item.kind = ? AND shown.body IS NOT NULL`,
  ).all(item, kind) as Row[];
  const statement = parseStatements(rows)[0];
  if (statement === undefined) throw new AppError('not_found', `there is no such ${kind}`);
  return statement as KnownStatement & { kind: K };
}

/** The space an item is in. Throws 'not_found'. */
export function spaceOf(db: Database, item: string): string {
  const row = prepared(db, 'SELECT space FROM item WHERE id = ?').get(item) as { space: string } | undefined;
  if (row === undefined) throw new AppError('not_found', 'there is no such item');
  return row.space;
}

function parseStatements(rows: Row[]): KnownStatement[] {
  return rows.flatMap((row) =>
    isKind(row.kind)
      ? [{ ...row, body: kinds[row.kind].body.parse(JSON.parse(row.body)) } as KnownStatement]
      : [],
  );
}

function parseDrafts(rows: Row[]): KnownDraft[] {
  return rows.flatMap((row) =>
    isKind(row.kind)
      ? [{ ...row, body: kinds[row.kind].body.parse(JSON.parse(row.body)) } as KnownDraft]
      : [],
  );
}

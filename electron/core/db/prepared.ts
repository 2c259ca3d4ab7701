import type { Database, Statement } from 'better-sqlite3';

const statements = new WeakMap<Database, Map<string, Statement>>();

/**
 * The statement for this SQL, compiled once for each connection. Only for constant SQL text: every distinct text is
 * kept as long as the connection. Rows come as objects unless the caller sets `pluck` anew; not to be kept over another call
 * that may use the same SQL, nor to be iterated.
 */
export function prepared(db: Database, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  if (statement.reader) statement.pluck(false);
  return statement;
}

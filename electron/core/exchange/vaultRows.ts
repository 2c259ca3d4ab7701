import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';

/**
 * Tables that a second device of the same person starts from, in the order they are written. Machine-bound columns are
 * emptied: a folder's path means nothing elsewhere.
 */
export const carriedTables = [
  'identity',
  'device',
  'space',
  'member',
  'item',
  'working_copy',
  'revision',
  'shown',
  'held',
  'refusal',
  'packet_in',
  'setting',
  'own_version',
  'own_conflict',
] as const;
type Carried = (typeof carriedTables)[number];

/** Tables that belong to one machine: its own chain, what lies in its folders, and what is computed from the rest. */
export const stayingTables = [
  'acknowledged',
  'folder_file',
  'gap',
  'ledger',
  'list_laid',
  'outgoing',
  'own_changed',
  'own_laid_over',
  'packet_out',
  'page',
  'restate',
  'search',
  'search_text',
] as const;

/** Settings of one machine or one vault file; all others are the person's. */
const ownSettings = ['vault.%', 'identity.%', 'device', 'import.%', 'link.%', 'person.name'];

/**
 * What of each table travels. Words nobody was shown stay where they were typed unless they are private pages: a draft in a
 * shared space is not carried, nor an item that is nothing but such a draft.
 */
const chosenRows: Readonly<Partial<Record<Carried, string>>> = {
  item: `SELECT item.* FROM item JOIN space ON space.id = item.space
    WHERE space.kind = 'self' OR EXISTS (SELECT 1 FROM revision WHERE revision.item = item.id)`,
  working_copy: `SELECT working_copy.* FROM working_copy JOIN item ON item.id = working_copy.item
    JOIN space ON space.id = item.space WHERE space.kind = 'self'`,
  setting: `SELECT * FROM setting WHERE ${ownSettings.map((key) => `key NOT LIKE '${key}'`).join(' AND ')}`,
};

const rowSchema = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.null()]))]);

/** One line of JSON a row: `[table, { column: value }]`. */
export function* rowsToCarry(db: Database): Generator<string> {
  for (const table of carriedTables) {
    const sql = chosenRows[table] ?? `SELECT * FROM ${table}`;
    for (const row of db.prepare(sql).iterate() as Iterable<Record<string, unknown>>) {
      const moved = table === 'space' ? { ...row, folder: null } : row;
      yield JSON.stringify([table, moved]);
    }
  }
}

/**
 * Writes carried rows in the place of what this fresh vault held. Call it inside a transaction; foreign keys are checked at
 * its end. Throws 'link_damaged' for a table or column that is not one of these.
 */
export function takeCarriedRows(db: Database, lines: Iterable<string>): void {
  db.pragma('defer_foreign_keys = ON');
  for (const table of [...carriedTables].reverse()) {
    if (table !== 'setting') db.prepare(`DELETE FROM ${table}`).run();
  }
  const columns = new Map(carriedTables.map((table) => [table as string, columnsOf(db, table)]));
  for (const line of lines) {
    const [table, row] = parseRow(line);
    const known = columns.get(table);
    const names = Object.keys(row);
    if (known === undefined || names.length === 0 || names.some((name) => !known.has(name))) {
      throw new AppError('link_damaged', 'the answer holds a row this vault has no place for');
    }
    // Table and column names were found in this vault's own schema; values are bound.
    const sql = `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    db.prepare(sql).run(...names.map((name) => row[name]));
  }
}

function parseRow(line: string): z.infer<typeof rowSchema> {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch {
    throw new AppError('link_damaged', 'a line of the answer is no row');
  }
}

function columnsOf(db: Database, table: string): ReadonlySet<string> {
  const rows = db.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

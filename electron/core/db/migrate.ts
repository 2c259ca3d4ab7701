import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';

/** One step of the schema. Never edited after a release; `number` counts from 1 without gaps. */
export type Migration = {
  readonly number: number;
  readonly up: (db: Database) => void;
};

/** The schema number the list leads to. Throws when a number is missing, doubled or out of order. */
export function newestSchema(migrations: readonly Migration[]): number {
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`Migration ${migration.number} is out of order.`);
  });
  return migrations.length;
}

/** The database's schema number; 0 for an empty one. */
export function schemaOf(db: Database): number {
  const number = db.pragma('user_version', { simple: true });
  return typeof number === 'number' ? number : 0;
}

/**
 * Brings the database to the newest schema in one transaction: all steps or none. Throws `newer_format`, having
 * written nothing, when a later program already moved it on.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const newest = newestSchema(migrations);
  const present = schemaOf(db);
  if (present > newest) {
    throw new AppError('newer_format', `The database has schema ${present}; this program knows ${newest}.`);
  }
  if (present === newest) return;
  const run = db.transaction(() => {
    for (const migration of migrations.slice(present)) migration.up(db);
    db.pragma(`user_version = ${newest}`);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) throw new Error('A migration broke a foreign key.');
  });
  run.immediate();
}

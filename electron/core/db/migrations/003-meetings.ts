import type { Database } from 'better-sqlite3';

/** Pages that are sheets for a meeting are found without reading the others. */
export const meetings = {
  number: 3,
  up(db: Database): void {
    db.exec(`
      ALTER TABLE page ADD COLUMN meeting TEXT;
      CREATE INDEX page_by_meeting ON page (place DESC) WHERE meeting IS NOT NULL;
    `);
  },
};

import type { Database } from 'better-sqlite3';

/** Which head of the ledger each packet of ours told the others, so that it can be looked for in the ledger later. */
export const sentHeads = {
  number: 4,
  up(db: Database): void {
    db.exec("ALTER TABLE packet_out ADD COLUMN head TEXT NOT NULL DEFAULT ''");
  },
};

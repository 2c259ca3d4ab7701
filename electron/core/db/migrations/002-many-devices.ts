import type { Database } from 'better-sqlite3';

/** Spaces of more than two, several devices a person, and what healing and pruning need to know. */
export const manyDevices = {
  number: 2,
  up(db: Database): void {
    db.exec(`
      ALTER TABLE space ADD COLUMN title TEXT;
      -- When a space was ended: it stays readable and nothing new is begun in it.
      ALTER TABLE space ADD COLUMN closed_at TEXT;
    `);
    widen(db, 'space', "('self', 'pair')", "('self', 'pair', 'circle', 'facilitated')");
    widen(
      db,
      'identity',
      "('me', 'unconfirmed', 'joined')",
      "('me', 'unconfirmed', 'joined', 'introduced', 'former')",
    );
    db.exec(`
      -- Hashes of the same item's revisions that this one replaces. They outlive the bytes.
      ALTER TABLE revision ADD COLUMN parents TEXT NOT NULL DEFAULT '[]';
      UPDATE revision SET parents = json_extract(bytes, '$.parents')
        WHERE bytes IS NOT NULL AND json_type(bytes, '$.parents') = 'array';

      -- To whom a packet was sealed (device ids, JSON), how many revisions it holds, whether it restates everything, and
      -- when its file was taken out of the folder because everybody had it.
      ALTER TABLE packet_out ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE packet_out ADD COLUMN content INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE packet_out ADD COLUMN is_checkpoint INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE packet_out ADD COLUMN pruned_at TEXT;
      ALTER TABLE packet_in ADD COLUMN content INTEGER NOT NULL DEFAULT 1;

      -- What each device last said it had taken in of this vault's own chain.
      CREATE TABLE acknowledged (
        space TEXT NOT NULL REFERENCES space (id),
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (space, device)
      ) STRICT, WITHOUT ROWID;

      -- Spaces in which this device must say everything of its owner's again in its next packet.
      CREATE TABLE restate (
        space TEXT PRIMARY KEY REFERENCES space (id)
      ) STRICT, WITHOUT ROWID;

      -- A packet of another's chain that has not come while later ones have.
      CREATE TABLE gap (
        space TEXT NOT NULL REFERENCES space (id),
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        since TEXT NOT NULL,
        asked_at TEXT,
        PRIMARY KEY (space, device)
      ) STRICT, WITHOUT ROWID;

      -- Device lists of mine that lie in a space's folder.
      CREATE TABLE list_laid (
        space TEXT NOT NULL REFERENCES space (id),
        number INTEGER NOT NULL,
        PRIMARY KEY (space, number)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

/** SQLite cannot change a CHECK: the table's own text is changed, and the next ALTER TABLE reads it anew. */
function widen(db: Database, table: string, from: string, to: string): void {
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  try {
    const { changes } = db
      .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?")
      .run(from, to, table);
    if (changes !== 1) throw new Error(`The table ${table} is not there.`);
  } finally {
    db.pragma('writable_schema = OFF');
    db.unsafeMode(false);
  }
}

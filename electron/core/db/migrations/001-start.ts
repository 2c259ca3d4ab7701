import type { Database } from 'better-sqlite3';

/** The first shape of a vault's database: items with one owner each, and what travels between vaults. */
export const start = {
  number: 1,
  up(db: Database): void {
    db.exec(`
      CREATE TABLE IF NOT EXISTS setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      -- People whose card this vault holds. Exactly one is 'me'.
      CREATE TABLE identity (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('me', 'unconfirmed', 'joined')),
        card TEXT NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE device (
        id TEXT PRIMARY KEY,
        identity TEXT NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
        sign TEXT NOT NULL,
        recipient TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1))
      ) STRICT;

      CREATE TABLE space (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('self', 'pair')),
        folder TEXT,
        made_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE member (
        space TEXT NOT NULL REFERENCES space (id),
        identity TEXT NOT NULL REFERENCES identity (id),
        PRIMARY KEY (space, identity)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE item (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        space TEXT NOT NULL REFERENCES space (id),
        owner TEXT NOT NULL REFERENCES identity (id),
        subject TEXT,
        made_at TEXT NOT NULL,
        removed_at TEXT,
        batch TEXT
      ) STRICT;
      CREATE INDEX item_by_kind ON item (space, kind);
      CREATE INDEX item_by_subject ON item (subject) WHERE subject IS NOT NULL;
      CREATE INDEX item_by_batch ON item (batch) WHERE batch IS NOT NULL;
      CREATE INDEX item_by_removal ON item (removed_at) WHERE removed_at IS NOT NULL;

      -- What the owner is writing: one row, overwritten, so that deleted words leave no trace.
      CREATE TABLE working_copy (
        item TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;

      -- Immutable statements. bytes is canonical JSON; null once withdrawn or erased (the hash stays).
      CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        bytes TEXT
      ) STRICT;
      CREATE INDEX revision_by_item ON revision (item, number);

      -- Projection: the newest revision of each shared item. body is null when withdrawn.
      CREATE TABLE shown (
        item TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT
      ) STRICT;

      -- Projection: private pages in the order of their own dates.
      CREATE TABLE page (
        item TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        place INTEGER NOT NULL UNIQUE,
        date TEXT NOT NULL,
        title TEXT NOT NULL,
        excerpt TEXT NOT NULL
      ) STRICT;
      CREATE INDEX page_by_date ON page (place DESC);

      -- What search finds. place sorts by the entry's own date: days since 0001-01-01 times 2^24, plus a running number.
      CREATE TABLE search_text (
        place INTEGER PRIMARY KEY,
        item TEXT NOT NULL UNIQUE REFERENCES item (id) ON DELETE CASCADE,
        text TEXT NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE search USING fts5 (
        text, content = '', prefix = '3', tokenize = "unicode61 remove_diacritics 2"
      );
      INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
      INSERT INTO search (search, rank) VALUES ('pgsz', 3950);

      -- Revisions of a newer format, kept whole and sent on unchanged.
      CREATE TABLE held (
        hash TEXT PRIMARY KEY,
        space TEXT NOT NULL,
        sender TEXT NOT NULL,
        bytes TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;

      -- Revisions waiting to be put into a packet.
      CREATE TABLE outgoing (
        number INTEGER PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space (id),
        hash TEXT NOT NULL UNIQUE
      ) STRICT;

      -- Our own chain. bytes is the sealed file, kept until it is known to lie in the shared folder.
      CREATE TABLE packet_out (
        space TEXT NOT NULL REFERENCES space (id),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        at TEXT NOT NULL,
        bytes BLOB,
        PRIMARY KEY (space, seq)
      ) STRICT, WITHOUT ROWID;

      -- The chains of others, as far as they were applied.
      CREATE TABLE packet_in (
        space TEXT NOT NULL REFERENCES space (id),
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        head TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (space, device, seq)
      ) STRICT, WITHOUT ROWID;

      -- Files already looked at, and why one was set aside (code null: taken in). Looked at again when size or time change.
      CREATE TABLE folder_file (
        space TEXT NOT NULL REFERENCES space (id),
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        changed_ms REAL NOT NULL,
        code TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (space, name)
      ) STRICT, WITHOUT ROWID;

      -- What others said they could not take in from us.
      CREATE TABLE refusal (
        hash TEXT PRIMARY KEY,
        space TEXT NOT NULL REFERENCES space (id),
        by TEXT NOT NULL,
        code TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE ledger (
        number INTEGER PRIMARY KEY,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE,
        bytes TEXT NOT NULL
      ) STRICT;
    `);
  },
};

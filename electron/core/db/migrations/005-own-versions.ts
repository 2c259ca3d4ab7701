import type { Database } from 'better-sqlite3';

/** What one person's own computers tell each other of private items. With one computer these tables stay empty. */
export const ownVersions = {
  number: 5,
  up(db: Database): void {
    db.exec(`
      -- Versions of private items that travelled or will, between a person's own devices only. bytes is canonical JSON; null once
      -- it is needed no more or its words were erased. No reference to item: an erased item's last version outlives it.
      CREATE TABLE own_version (
        hash TEXT PRIMARY KEY,
        item TEXT NOT NULL,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        parents TEXT NOT NULL,
        bytes TEXT
      ) STRICT;
      CREATE INDEX own_version_by_item ON own_version (item);

      -- Private items written, removed, put back or erased since their last version.
      CREATE TABLE own_changed (
        item TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      -- Private items with two versions that a person has to look at.
      CREATE TABLE own_conflict (
        item TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      -- When another device's version was laid over this one's words, and which version those were: an open window types on from there.
      CREATE TABLE own_laid_over (
        number INTEGER PRIMARY KEY,
        item TEXT NOT NULL,
        hash TEXT NOT NULL,
        before TEXT NOT NULL
      ) STRICT;
      CREATE INDEX own_laid_over_by_item ON own_laid_over (item, number);

      CREATE TRIGGER own_changed_by_first_words AFTER INSERT ON working_copy
      WHEN EXISTS (SELECT 1 FROM own_version)
        AND (SELECT space.kind FROM item JOIN space ON space.id = item.space WHERE item.id = NEW.item) = 'self'
      BEGIN INSERT INTO own_changed (item) VALUES (NEW.item) ON CONFLICT DO NOTHING; END;

      CREATE TRIGGER own_changed_by_words AFTER UPDATE ON working_copy
      WHEN EXISTS (SELECT 1 FROM own_version)
        AND (SELECT space.kind FROM item JOIN space ON space.id = item.space WHERE item.id = NEW.item) = 'self'
      BEGIN INSERT INTO own_changed (item) VALUES (NEW.item) ON CONFLICT DO NOTHING; END;

      CREATE TRIGGER own_changed_by_removal AFTER UPDATE OF removed_at ON item
      WHEN EXISTS (SELECT 1 FROM own_version)
        AND (SELECT kind FROM space WHERE id = NEW.space) = 'self'
      BEGIN INSERT INTO own_changed (item) VALUES (NEW.id) ON CONFLICT DO NOTHING; END;

      -- Erased words leave the versions at once; that they are erased is told at the next round.
      CREATE TRIGGER own_changed_by_erasure BEFORE DELETE ON item
      WHEN EXISTS (SELECT 1 FROM own_version WHERE item = OLD.id)
      BEGIN
        INSERT INTO own_changed (item) VALUES (OLD.id) ON CONFLICT DO NOTHING;
        UPDATE own_version SET bytes = NULL WHERE item = OLD.id AND json_type(bytes, '$.body') <> 'null';
      END;
    `);
  },
};

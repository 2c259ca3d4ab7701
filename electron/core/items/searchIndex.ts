import type { Database } from 'better-sqlite3';
import { textToIndex } from '../../../shared/search/cjk.ts';
import { prepared } from '../db/prepared.ts';

type IndexedRow = { place: number; text: string };

/**
 * Puts or renews an item in the search index; `place` is its row and its order. The index holds words only, so that an
 * old text has to be given back to it word by word: `search_text` keeps that text.
 */
export function updateIndex(db: Database, item: string, place: number, text: string): void {
  const old = indexedRow(db, item);
  if (old !== undefined && old.place === place && old.text === text) return;
  if (old !== undefined) removeRow(db, old);
  prepared(db, 'INSERT INTO search_text (place, item, text) VALUES (?, ?, ?)').run(place, item, text);
  prepared(db, 'INSERT INTO search (rowid, text) VALUES (?, ?)').run(place, textToIndex(text));
}

/** Whether the index has this item with exactly this text, in this place. */
export function isIndexed(db: Database, item: string, place: number, text: string): boolean {
  const row = indexedRow(db, item);
  return row !== undefined && row.place === place && row.text === text;
}

/** Takes an item out of the search index, every word of it. False when it was not in it. */
export function unindex(db: Database, item: string): boolean {
  const old = indexedRow(db, item);
  if (old !== undefined) removeRow(db, old);
  return old !== undefined;
}

function indexedRow(db: Database, item: string): IndexedRow | undefined {
  return prepared(db, 'SELECT place, text FROM search_text WHERE item = ?').get(item) as
    | IndexedRow
    | undefined;
}

function removeRow(db: Database, { place, text }: IndexedRow): void {
  prepared(db, "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)").run(
    place,
    textToIndex(text),
  );
  prepared(db, 'DELETE FROM search_text WHERE place = ?').run(place);
}

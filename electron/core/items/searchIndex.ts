import type { Database } from 'better-sqlite3';

/**
 * The text as the index sees it: each CJK character a word of its own (unicode61 would make one word of a whole run,
 * so that two characters inside it find nothing), and NUL, which would hide the rest, a space.
 */
export function textToIndex(text: string): string {
  return text
    .replaceAll('\0', ' ')
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, ' $& ');
}

/** Puts or renews an item in the search index; `place` is its row and its order. */
export function updateIndex(db: Database, item: string, place: number, text: string): void {
  const old = db.prepare('SELECT place, text FROM search_text WHERE item = ?').get(item) as
    | { place: number; text: string }
    | undefined;
  if (old !== undefined && old.place === place && old.text === text) return;
  if (old !== undefined) removeRow(db, old.place, old.text);
  db.prepare('INSERT INTO search_text (place, item, text) VALUES (?, ?, ?)').run(place, item, text);
  db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(place, textToIndex(text));
}

export function unindex(db: Database, item: string): void {
  const old = db.prepare('SELECT place, text FROM search_text WHERE item = ?').get(item) as
    | { place: number; text: string }
    | undefined;
  if (old !== undefined) removeRow(db, old.place, old.text);
}

function removeRow(db: Database, place: number, text: string): void {
  db.prepare("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)").run(
    place,
    textToIndex(text),
  );
  db.prepare('DELETE FROM search_text WHERE place = ?').run(place);
}

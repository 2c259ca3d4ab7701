import type { Database } from 'better-sqlite3';
import { isKind, type Kind, kinds } from '../../../shared/model/kinds.ts';
import { type PageBody, pageExcerpt, pageText } from '../../../shared/model/page.ts';
import { prepared } from '../db/prepared.ts';
import { unindex, updateIndex } from './searchIndex.ts';

/** Writes what lists and search read of an item, in the caller's transaction. */
export function project(db: Database, item: string, kind: Kind, body: unknown): void {
  if (kind === 'page') projectPage(db, item, body as PageBody);
}

/** Takes an item out of lists and search. */
export function unproject(db: Database, item: string): void {
  unindex(db, item);
  prepared(db, 'DELETE FROM page WHERE item = ?').run(item);
}

/** Makes every projection anew from the items: the same rows as before. */
export function rebuildProjections(db: Database): void {
  db.transaction(() => {
    const old = db.prepare('SELECT place, item FROM page').all() as { place: number; item: string }[];
    const places = new Map(old.map((row) => [row.item, row.place]));
    for (const row of old) unproject(db, row.item);
    const rows = db
      .prepare(
        `SELECT item.id AS id, item.kind AS kind, working_copy.body AS body
         FROM item JOIN working_copy ON working_copy.item = item.id
         WHERE item.removed_at IS NULL ORDER BY item.made_at, item.id`,
      )
      .all() as { id: string; kind: string; body: string }[];
    for (const row of rows) {
      if (!isKind(row.kind)) continue;
      const body = kinds[row.kind].body.parse(JSON.parse(row.body));
      if (row.kind === 'page') projectPage(db, row.id, body as PageBody, places.get(row.id));
      else project(db, row.id, row.kind, body);
    }
  })();
}

const placesPerDay = 2 ** 24;

function projectPage(db: Database, item: string, body: PageBody, known?: number): void {
  const old = prepared(db, 'SELECT place, date FROM page WHERE item = ?').get(item) as
    | { place: number; date: string }
    | undefined;
  const place = old?.date === body.date ? old.place : (known ?? freePlace(db, body.date));
  prepared(
    db,
    `INSERT INTO page (item, place, date, title, excerpt) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (item) DO UPDATE
     SET place = excluded.place, date = excluded.date, title = excluded.title, excerpt = excluded.excerpt`,
  ).run(item, place, body.date, body.title, pageExcerpt(body));
  updateIndex(db, item, place, pageText(body));
}

/** The next place within a date: later-made pages of the same day come later. */
function freePlace(db: Database, date: string): number {
  const first = firstPlaceOf(date);
  const row = prepared(db, 'SELECT max(place) AS last FROM page WHERE place >= ? AND place < ?').get(
    first,
    first + placesPerDay,
  ) as { last: number | null };
  return row.last === null ? first : row.last + 1;
}

/** The first place of a civil date: every page of an earlier date comes before it. */
export function firstPlaceOf(date: string): number {
  return daysSinceYearOne(date) * placesPerDay;
}

function daysSinceYearOne(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse('0001-01-01T00:00:00Z')) / 86_400_000);
}

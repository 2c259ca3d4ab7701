import type { Database } from 'better-sqlite3';
import { type PageBody, pageExcerpt, pageText } from '../../../shared/model/page.ts';
import { prepared } from '../db/prepared.ts';
import { isIndexed, unindex, updateIndex } from './searchIndex.ts';
import { letWait, waitNoMore } from './waitingPages.ts';

const placesPerDay = 2 ** 24;

/** Puts a page into lists and search. `known` is its place among the pages of its day, where it had one. */
export function projectPage(db: Database, item: string, body: PageBody, known?: number): void {
  const old = prepared(db, 'SELECT place, date FROM page WHERE item = ?').get(item) as
    | { place: number; date: string }
    | undefined;
  const place = old?.date === body.date ? old.place : (known ?? freePlace(db, body.date));
  prepared(
    db,
    `INSERT INTO page (item, place, date, title, excerpt, meeting) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (item) DO UPDATE
     SET place = excluded.place, date = excluded.date, title = excluded.title, excerpt = excluded.excerpt,
       meeting = excluded.meeting`,
  ).run(item, place, body.date, body.title, pageExcerpt(body), body.meeting ?? null);
  const text = pageText(body);
  if (old === undefined) updateIndex(db, item, place, text);
  else if (!isIndexed(db, item, place, text)) letWait(db, item);
}

/** Takes a page out of lists and search. */
export function unprojectPage(db: Database, item: string): void {
  unindex(db, item);
  waitNoMore(db, item);
  prepared(db, 'DELETE FROM page WHERE item = ?').run(item);
}

/** The first place of a civil date: every page of an earlier date comes before it. */
export function firstPlaceOf(date: string): number {
  const days = Math.round(
    (Date.parse(`${date}T00:00:00Z`) - Date.parse('0001-01-01T00:00:00Z')) / 86_400_000,
  );
  return days * placesPerDay;
}

/** The first place after a civil date. */
export function placeAfter(date: string): number {
  return firstPlaceOf(date) + placesPerDay;
}

/** The next place within a date: later-made pages of the same day come later. */
function freePlace(db: Database, date: string): number {
  const row = prepared(db, 'SELECT max(place) AS last FROM page WHERE place >= ? AND place < ?').get(
    firstPlaceOf(date),
    placeAfter(date),
  ) as { last: number | null };
  return row.last === null ? firstPlaceOf(date) : row.last + 1;
}

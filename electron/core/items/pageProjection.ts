import type { Database } from 'better-sqlite3';
import { type PageBody, pageBodySchema, pageExcerpt, pageText } from '../../../shared/model/page.ts';
import { prepared } from '../db/prepared.ts';
import { readSetting, removeSetting, writeSetting } from '../db/setting.ts';
import { isIndexed, unindex, updateIndex } from './searchIndex.ts';

/**
 * The one page that is being written and therefore not in the search index. Taking a text out of the index, every word
 * of it, costs several times what saving it costs; at each pause in typing that would be felt. So a page leaves the
 * index, whole, at its first change and comes back before the next search or when another page is written. Nothing of a
 * word that was typed and deleted in between ever reaches the index.
 */
const waiting = 'search.waiting';

const placesPerDay = 2 ** 24;

/** Puts a page into lists and search. `known` is its place among the pages of its day, where it had one. */
export function projectPage(db: Database, item: string, body: PageBody, known?: number): void {
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
  const text = pageText(body);
  if (old === undefined) updateIndex(db, item, place, text);
  else if (!isIndexed(db, item, place, text)) holdBack(db, item);
}

/** Takes a page out of lists and search. */
export function unprojectPage(db: Database, item: string): void {
  unindex(db, item);
  if (readSetting(db, waiting) === item) removeSetting(db, waiting);
  prepared(db, 'DELETE FROM page WHERE item = ?').run(item);
}

/** Whether a page was changed since it was last in the search index. */
export function hasWaitingPage(db: Database): boolean {
  return readSetting(db, waiting) !== null;
}

/** Puts the page that is being written into the search index. In the caller's transaction. */
export function indexWaitingPage(db: Database): void {
  const item = readSetting(db, waiting);
  if (item === null) return;
  const row = prepared(
    db,
    `SELECT page.place AS place, working_copy.body AS body
     FROM page JOIN working_copy ON working_copy.item = page.item
     WHERE page.item = ?`,
  ).get(item) as { place: number; body: string } | undefined;
  if (row !== undefined) {
    updateIndex(db, item, row.place, pageText(pageBodySchema.parse(JSON.parse(row.body))));
  }
  removeSetting(db, waiting);
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

function holdBack(db: Database, item: string): void {
  if (readSetting(db, waiting) === item) return;
  indexWaitingPage(db);
  unindex(db, item);
  writeSetting(db, waiting, item);
}

/** The next place within a date: later-made pages of the same day come later. */
function freePlace(db: Database, date: string): number {
  const row = prepared(db, 'SELECT max(place) AS last FROM page WHERE place >= ? AND place < ?').get(
    firstPlaceOf(date),
    placeAfter(date),
  ) as { last: number | null };
  return row.last === null ? firstPlaceOf(date) : row.last + 1;
}

import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { pageBodySchema, pageText } from '../../../shared/model/page.ts';
import { prepared } from '../db/prepared.ts';
import { readSetting, removeSetting, writeSetting } from '../db/setting.ts';
import { isIndexed, unindex, updateIndex } from './searchIndex.ts';

/*
 * Pages changed since they were last in the search index, the one written last at the end. Taking a text out of the
 * index, every word of it, takes ten times as long as saving it durably; done at each pause in typing, it would be felt.
 * So a save only notes the page here, and the index follows a moment later: the page being written leaves the index and
 * stays out of it, the others come back into it. A search indexes whatever still waits before it looks. Nothing of a word
 * that was typed and deleted in between ever reaches the index.
 */
const setting = 'search.waiting';
const itemsSchema = z.array(z.string());

/** More than a person can change before the index has caught up; then a save does the oldest one's work itself. */
const mostWaiting = 200;

/** Notes that a page's words are not those in the index. In the transaction of the save. */
export function letWait(db: Database, item: string): void {
  const items = waitingPages(db);
  if (items.at(-1) === item) return;
  const others = items.filter((other) => other !== item);
  const [oldest] = others;
  if (others.length >= mostWaiting && oldest !== undefined) indexNow(db, oldest);
  write(db, [...(others.length >= mostWaiting ? others.slice(1) : others), item]);
}

/** For a page that is no longer in lists and search, or was just indexed. */
export function waitNoMore(db: Database, item: string): void {
  const items = waitingPages(db);
  if (items.includes(item))
    write(
      db,
      items.filter((other) => other !== item),
    );
}

/**
 * Does one piece of what waits: indexes a page that is no longer being written, or takes the words of the one that is out
 * of the index. False when nothing is left to do. In the caller's transaction.
 */
export function followOne(db: Database): boolean {
  const items = waitingPages(db);
  const written = items.at(-1);
  const [oldest] = items;
  if (written === undefined || oldest === undefined) return false;
  if (oldest !== written) {
    indexNow(db, oldest);
    waitNoMore(db, oldest);
    return true;
  }
  return unindex(db, written);
}

/** Indexes one waiting page, the one being written too. False when none waits. In the caller's transaction. */
export function indexOne(db: Database): boolean {
  const [oldest] = waitingPages(db);
  if (oldest === undefined) return false;
  indexNow(db, oldest);
  waitNoMore(db, oldest);
  return true;
}

export function waitingPages(db: Database): string[] {
  const text = readSetting(db, setting);
  return text === null ? [] : itemsSchema.parse(JSON.parse(text));
}

function indexNow(db: Database, item: string): void {
  const row = prepared(
    db,
    `SELECT page.place AS place, working_copy.body AS body
     FROM page JOIN working_copy ON working_copy.item = page.item
     WHERE page.item = ?`,
  ).get(item) as { place: number; body: string } | undefined;
  if (row === undefined) return;
  const text = pageText(pageBodySchema.parse(JSON.parse(row.body)));
  if (!isIndexed(db, item, row.place, text)) updateIndex(db, item, row.place, text);
}

function write(db: Database, items: readonly string[]): void {
  if (items.length === 0) removeSetting(db, setting);
  else writeSetting(db, setting, JSON.stringify(items));
}

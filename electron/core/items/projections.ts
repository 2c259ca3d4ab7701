import type { Database } from 'better-sqlite3';
import { isKind, type Kind, kinds } from '../../../shared/model/kinds.ts';
import { type PageBody, pageBodySchema } from '../../../shared/model/page.ts';
import { projectPage, unprojectPage } from './pageProjection.ts';

/** Writes what lists and search read of an item, in the caller's transaction. */
export function project(db: Database, item: string, kind: Kind, body: unknown): void {
  if (kind === 'page') projectPage(db, item, body as PageBody);
}

/** Takes an item out of lists and search. */
export function unproject(db: Database, item: string): void {
  unprojectPage(db, item);
}

/** Makes every projection anew from the items: the same rows as before. */
export function rebuildProjections(db: Database): void {
  db.transaction(() => {
    const old = db.prepare('SELECT place, item FROM page').all() as { place: number; item: string }[];
    const places = new Map(old.map((row) => [row.item, row.place]));
    for (const row of old) unprojectPage(db, row.item);
    const rows = db
      .prepare(
        `SELECT item.id AS id, item.kind AS kind, working_copy.body AS body
         FROM item JOIN working_copy ON working_copy.item = item.id
         WHERE item.removed_at IS NULL ORDER BY item.made_at, item.id`,
      )
      .all() as { id: string; kind: string; body: string }[];
    for (const row of rows) {
      if (!isKind(row.kind)) continue;
      const body: unknown = JSON.parse(row.body);
      if (row.kind === 'page') projectPage(db, row.id, pageBodySchema.parse(body), places.get(row.id));
      else project(db, row.id, row.kind, kinds[row.kind].body.parse(body));
    }
  })();
}

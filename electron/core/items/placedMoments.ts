import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';

type PlacedMoment = {
  readonly at: string;
  readonly pleasant: number | null;
  readonly stirred: number | null;
};

/**
 * When and where on the plane each of my moments was, oldest first; those that were not placed are left out. Read from the
 * stored JSON without the words: ten years of moments are parsed in a quarter of the time.
 */
export function placedMoments(db: Database): PlacedMoment[] {
  return prepared(
    db,
    `SELECT at, pleasant, stirred
     FROM (
       SELECT json_extract(working_copy.body, '$.at') AS at,
              json_extract(working_copy.body, '$.pleasant') AS pleasant,
              json_extract(working_copy.body, '$.stirred') AS stirred
       FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.kind = 'moment' AND item.removed_at IS NULL
     )
     WHERE pleasant IS NOT NULL OR stirred IS NOT NULL
     ORDER BY at`,
  ).all() as PlacedMoment[];
}

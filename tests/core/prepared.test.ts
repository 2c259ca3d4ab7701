import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { prepared } from '../../electron/core/db/prepared.ts';

test('a statement asked for again is the same one, and gives whole rows whatever its last user set', () => {
  const db = new Database(':memory:');
  const sql = 'SELECT 1 AS one, 2 AS two';
  const first = prepared(db, sql);
  expect(first.pluck().get()).toBe(1);
  expect(prepared(db, sql)).toBe(first);
  expect(prepared(db, sql).get()).toEqual({ one: 1, two: 2 });
  db.close();
});

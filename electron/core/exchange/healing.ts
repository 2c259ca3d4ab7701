import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { isOwnSpace } from './applyOwn.ts';
import { isOver } from './facilitationEnding.ts';
import { ownDevice } from './identity.ts';
import { recipientsOf } from './members.ts';
import type { Payload } from './packet.ts';

const minute = 60_000;

/** A folder tool may bring files in any order: a gap is given this long to close by itself. */
const patience = 5 * minute;
/** How long an ask is left to be answered before it is said again. */
const askAgainAfter = 60 * minute;
/** One checkpoint answers everybody who asked in this time. */
const answeredFor = 10 * minute;

/** Notes that packet `seq` of a device has not come while something after it has, or that none is missing (null). */
export function noteGap(db: Database, space: string, device: string, seq: number | null, at: string): void {
  if (seq === null) {
    prepared(db, 'DELETE FROM gap WHERE space = ? AND device = ?').run(space, device);
    return;
  }
  prepared(
    db,
    `INSERT INTO gap (space, device, seq, since, asked_at) VALUES (?, ?, ?, ?, NULL)
     ON CONFLICT (space, device) DO UPDATE SET seq = excluded.seq, since = excluded.since, asked_at = NULL
     WHERE gap.seq <> excluded.seq`,
  ).run(space, device, seq, at);
}

/** Makes the next round ask for whatever is missing now, without waiting any longer. */
export function askNow(db: Database, space: string): void {
  db.prepare("UPDATE gap SET since = '', asked_at = NULL WHERE space = ?").run(space);
}

/** What this device must ask for in its next packet: device to the first number missing. */
export function dueAsks(db: Database, space: string, now: Date): Record<string, number> {
  const waitedSince = new Date(now.getTime() - patience).toISOString();
  const askedBefore = new Date(now.getTime() - askAgainAfter).toISOString();
  const rows = prepared(
    db,
    `SELECT device, seq FROM gap
     WHERE space = ? AND since <= ? AND (asked_at IS NULL OR asked_at <= ?)
       AND device IN (SELECT id FROM device WHERE active = 1)`,
  ).all(space, waitedSince, askedBefore) as { device: string; seq: number }[];
  return Object.fromEntries(rows.map((row) => [row.device, row.seq]));
}

/** Notes that the asks went out. */
export function noteAsked(db: Database, space: string, asks: Readonly<Record<string, number>>, at: string) {
  for (const device of Object.keys(asks)) {
    prepared(db, 'UPDATE gap SET asked_at = ? WHERE space = ? AND device = ?').run(at, space, device);
  }
}

/** Somebody misses a packet of this device's: everything is said again in the next one, unless it just was. */
export function answerAsk(db: Database, payload: Payload, now: Date): void {
  const from = payload.asks?.[ownDevice(db).id];
  if (from === undefined) return;
  const since = new Date(now.getTime() - answeredFor).toISOString();
  const answered = prepared(
    db,
    'SELECT 1 FROM packet_out WHERE space = ? AND is_checkpoint = 1 AND seq >= ? AND at > ?',
  ).get(payload.space, from, since);
  if (answered === undefined) restate(db, payload.space);
}

/** Everything of mine in a space is said again in the next packet. */
export function restate(db: Database, space: string): void {
  prepared(db, 'INSERT INTO restate (space) VALUES (?) ON CONFLICT DO NOTHING').run(space);
}

/**
 * Whether the next packet must be a checkpoint: somebody asked, or a device is written to for the first time and has nothing
 * that came before.
 */
export function isCheckpointDue(db: Database, space: string): boolean {
  if (prepared(db, 'SELECT 1 FROM restate WHERE space = ?').get(space) !== undefined) return true;
  const last = prepared(db, 'SELECT recipients FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(space);
  if (typeof last !== 'string') return false;
  const before = JSON.parse(last) as string[];
  return recipientsOf(db, space).some(({ id }) => !before.includes(id));
}

/**
 * Queues everything of mine in a space again, in the order it was said (that something was taken back is said where its words
 * would stand, since what came after may rest on them), and returns what is held here unread of my own from a
 * newer program on another of my devices: that goes on unchanged. Where a third person came and it has ended, nothing but that it has.
 */
export function queueEverything(db: Database, space: string, me: string): { hash: string; bytes: string }[] {
  db.prepare('DELETE FROM restate WHERE space = ?').run(space);
  db.prepare('DELETE FROM outgoing WHERE space = ?').run(space);
  db.prepare(
    `INSERT INTO outgoing (space, hash)
     SELECT item.space, revision.hash FROM revision JOIN item ON item.id = revision.item
     WHERE item.owner = ? AND item.space = ? AND json_extract(revision.bytes, '$.format') IS NOT NULL
       AND (NOT ? OR item.kind = 'facilitationEnd')
     ORDER BY CASE json_type(revision.bytes, '$.body')
         WHEN 'null' THEN (SELECT min(first.number) FROM revision AS first WHERE first.item = item.id)
         ELSE revision.number
       END, revision.number`,
  ).run(me, space, isOver(db, space) ? 1 : 0);
  if (isOwnSpace(db, space)) {
    db.prepare(
      'INSERT INTO outgoing (space, hash) SELECT ?, hash FROM own_version WHERE bytes IS NOT NULL ORDER BY rowid',
    ).run(space);
  }
  if (isOver(db, space)) return [];
  return db.prepare('SELECT hash, bytes FROM held WHERE space = ? AND sender = ?').all(space, me) as {
    hash: string;
    bytes: string;
  }[];
}

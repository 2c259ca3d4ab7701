import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { writeSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { vaultSetting } from '../vault/settings.ts';
import { ownDevice } from './identity.ts';
import { recipientsOf } from './members.ts';
import type { Payload } from './packet.ts';

const day = 86_400_000;

/** A packet everybody has stays a week longer: sync tools and restored folders are slow. */
const keptAfterSealing = 7 * day;

/** What this device has taken in of each other one's chain: device to number. It rides in every packet. */
export function acknowledgements(db: Database, space: string): Record<string, number> {
  const rows = prepared(
    db,
    'SELECT device, max(seq) AS seq FROM packet_in WHERE space = ? GROUP BY device',
  ).all(space) as { device: string; seq: number }[];
  return Object.fromEntries(rows.map((row) => [row.device, row.seq]));
}

/**
 * Notes what another device says it has of this one's chain. Somebody who has more of it than this vault ever wrote shows that
 * this vault is an older copy of itself, or lies: it stops writing in this space until it is a new device, and nowhere else.
 */
export function noteAcknowledged(db: Database, payload: Payload, now: Date): void {
  const { space, device } = payload;
  const seq = payload.acks[ownDevice(db).id];
  if (seq === undefined) return;
  if (seq > lastSealed(db, space)) writeSetting(db, vaultSetting.toldAhead, now.toISOString());
  prepared(
    db,
    `INSERT INTO acknowledged (space, device, seq) VALUES (?, ?, ?)
     ON CONFLICT (space, device) DO UPDATE SET seq = max(seq, excluded.seq)`,
  ).run(space, device, seq);
}

/** Whether somebody said that they have more of this device's chain in this space than it wrote. */
export function isToldAhead(db: Database, space: string): boolean {
  const told = prepared(db, 'SELECT max(seq) FROM acknowledged WHERE space = ?').pluck().get(space);
  return typeof told === 'number' && told > lastSealed(db, space);
}

/** Words came in and nothing of mine has gone out for a day: the others are told that they arrived. */
export function isAcknowledgementDue(db: Database, space: string, now: Date): boolean {
  const row = prepared(
    db,
    `SELECT (SELECT max(at) FROM packet_out WHERE space = :space) AS sent,
            (SELECT max(at) FROM packet_in WHERE space = :space AND content > 0) AS received`,
  ).get({ space }) as { sent: string | null; received: string | null };
  if (row.received === null || (row.sent !== null && row.received <= row.sent)) return false;
  return row.sent === null || Date.parse(row.sent) <= now.getTime() - day;
}

/**
 * Takes this device's packets out of the folder once every active device of the space has said that it has them. A file that
 * cannot be removed is tried again another time.
 */
export async function prune(deps: Deps, space: string, folder: string): Promise<void> {
  const db = deps.vault.db();
  const everybodyHas = Math.min(...recipientsOf(db, space).map(({ id }) => acknowledgedBy(db, space, id)));
  if (!Number.isFinite(everybodyHas) || everybodyHas === 0) return;
  const now = deps.platform.now();
  const before = new Date(now.getTime() - keptAfterSealing).toISOString();
  const rows = prepared(
    db,
    `SELECT seq FROM packet_out
       WHERE space = ? AND seq <= ? AND at <= ? AND bytes IS NULL AND pruned_at IS NULL ORDER BY seq`,
  ).all(space, everybodyHas, before) as { seq: number }[];
  const own = join(folder, space, ownDevice(db).id);
  for (const { seq } of rows) {
    if (!(await isGone(join(own, `${seq}.age`)))) return;
    deps.vault
      .db()
      .prepare('UPDATE packet_out SET pruned_at = ? WHERE space = ? AND seq = ?')
      .run(now.toISOString(), space, seq);
  }
}

async function isGone(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

function acknowledgedBy(db: Database, space: string, device: string): number {
  const seq = prepared(db, 'SELECT seq FROM acknowledged WHERE space = ? AND device = ?')
    .pluck()
    .get(space, device);
  return typeof seq === 'number' ? seq : 0;
}

function lastSealed(db: Database, space: string): number {
  const seq = prepared(db, 'SELECT max(seq) FROM packet_out WHERE space = ?').pluck().get(space);
  return typeof seq === 'number' ? seq : 0;
}

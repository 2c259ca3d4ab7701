import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { ownDevice } from './identity.ts';

export type Recipient = { readonly id: string; readonly recipient: string };
export type Sender = { readonly identity: string; readonly sign: string };

const active = `FROM device JOIN member ON member.identity = device.identity JOIN identity ON identity.id = device.identity
  WHERE member.space = ? AND identity.state IN ('me', 'joined', 'introduced') AND device.active = 1`;

/** Nothing more is sealed to somebody who said that they have left the circle; my own other devices are told that I have. */
const stillHere = `(identity.state = 'me' OR NOT EXISTS (SELECT 1 FROM item JOIN shown ON shown.item = item.id
    WHERE item.space = member.space AND item.kind = 'circleMember' AND item.owner = member.identity
    AND json_extract(shown.body, '$.here') = 0))`;

/** Every active device of a space's members but this one: the others' and my own other ones. */
export function recipientsOf(db: Database, space: string): Recipient[] {
  return prepared(
    db,
    `SELECT device.id AS id, device.recipient AS recipient ${active} AND device.id <> ? AND ${stillHere} ORDER BY device.id`,
  ).all(space, ownDevice(db).id) as Recipient[];
}

/**
 * Who writes under this device in this space, or null for a device that is not listed, or no longer. What this vault wrote as an
 * earlier device of its own is still its own: so a vault that came back from a backup gets back what it had forgotten.
 */
export function findSender(db: Database, space: string, device: string): Sender | null {
  if (ownDevice(db).retired.some((retired) => retired.id === device)) {
    const own = prepared(db, 'SELECT identity, sign FROM device WHERE id = ?').get(device);
    return (own as Sender | undefined) ?? null;
  }
  const row = prepared(
    db,
    `SELECT device.identity AS identity, device.sign AS sign ${active} AND device.id = ?`,
  ).get(space, device) as Sender | undefined;
  return row ?? null;
}

/**
 * Whom a packet is sealed to: everybody it is for, and this device itself, so that a vault put back from a backup can read again what
 * it wrote after it. Empty when there is nobody else.
 */
export function sealedTo(db: Database, space: string): Recipient[] {
  const others = recipientsOf(db, space);
  if (others.length === 0) return [];
  const own = prepared(db, 'SELECT id, recipient FROM device WHERE id = ?').get(ownDevice(db).id);
  return [...others, own as Recipient];
}

/** My own devices that are off my list: they are told so, and nothing else. */
export function delistedDevices(db: Database): Recipient[] {
  return prepared(
    db,
    `SELECT device.id AS id, device.recipient AS recipient FROM device JOIN identity ON identity.id = device.identity
     WHERE identity.state = 'me' AND device.active = 0 ORDER BY device.id`,
  ).all() as Recipient[];
}

/** This device and those this vault was before. */
export function ownDevices(db: Database): string[] {
  const own = ownDevice(db);
  return [own.id, ...own.retired.map((device) => device.id)];
}

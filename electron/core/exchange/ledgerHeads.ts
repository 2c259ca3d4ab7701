import type { Database } from 'better-sqlite3';
import { ownDevice } from './identity.ts';

/** A head of this vault's ledger that went out in a packet. */
export type SentHead = {
  readonly space: string;
  readonly at: string;
  readonly head: string;
  /** Somebody has said that they took in this packet, or a later one: they hold this head. */
  readonly held: boolean;
};

/** The heads told to others, oldest first. What was sent by a device that this vault was before counts too. */
export function sentHeads(db: Database): SentHead[] {
  const rows = db
    .prepare(
      `SELECT space, at, head, seq <= coalesce(
         (SELECT max(seq) FROM acknowledged WHERE acknowledged.space = packet_out.space), 0) AS held
       FROM packet_out WHERE head <> ''
       UNION ALL
       SELECT space, at, head, 0 AS held FROM packet_in
       WHERE head <> '' AND device IN (SELECT value FROM json_each(?))
       ORDER BY at`,
    )
    .all(JSON.stringify(ownDevice(db).retired.map((device) => device.id))) as (Omit<SentHead, 'held'> & {
    held: number;
  })[];
  return rows.map((row) => ({ ...row, held: row.held === 1 }));
}

/** A head of somebody else's ledger, as it came in one of their packets. */
export type ReceivedHead = {
  readonly identity: string;
  readonly name: string;
  readonly device: string;
  readonly space: string;
  /** When the packet was taken in here. */
  readonly at: string;
  readonly head: string;
  /** The packet brought words: its sender's ledger has an entry for it, right after this head. */
  readonly gave: boolean;
};

/** The heads others told, in the order of each one's chain. */
export function receivedHeads(db: Database): ReceivedHead[] {
  const own = ownDevice(db);
  const rows = db
    .prepare(
      `SELECT identity.id AS identity, identity.name AS name, packet_in.device AS device, packet_in.space AS space,
         packet_in.at AS at, packet_in.head AS head, packet_in.content > 0 AS gave
       FROM packet_in JOIN device ON device.id = packet_in.device JOIN identity ON identity.id = device.identity
       WHERE packet_in.head <> '' AND packet_in.device NOT IN (SELECT value FROM json_each(?))
       ORDER BY packet_in.at, packet_in.device, packet_in.seq`,
    )
    .all(JSON.stringify([own.id, ...own.retired.map((device) => device.id)])) as (Omit<
    ReceivedHead,
    'gave'
  > & { gave: number })[];
  return rows.map((row) => ({ ...row, gave: row.gave === 1 }));
}

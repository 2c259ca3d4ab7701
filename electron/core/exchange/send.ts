import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { readSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { vaultSetting } from '../vault/settings.ts';
import { myCard, ownDevice } from './identity.ts';
import { appendLedger, ledgerHead } from './ledger.ts';
import { type Payload, sealPacket } from './packet.ts';

const revisionsPerPacket = 1000;

/**
 * Puts what is waiting for a space into packets and lays every packet that is not there yet into its folder, in order.
 * Nothing is lost when the folder is away: packets stay in the vault until they lie there.
 * Throws 'folder_missing' when it is away, 'conflict' when a file of our own chain holds something else (a restored or
 * copied vault must not write on).
 */
export async function sendWaiting(deps: Deps, space: string, folder: string): Promise<void> {
  if (mustNotWrite(deps.vault.db()))
    throw new AppError('conflict', 'a restored vault needs a new device first');
  while (await sealNext(deps, space)) {
    // sealNext takes one bounded batch a turn
  }
  await layUnwritten(deps, space, folder);
}

/** A vault that came back from a backup, or an older copy put back, may have forgotten numbers it gave out already. */
function mustNotWrite(db: Database): boolean {
  return readSetting(db, vaultSetting.restored) !== null || readSetting(db, vaultSetting.rolledBack) !== null;
}

async function sealNext(deps: Deps, space: string): Promise<boolean> {
  const db = deps.vault.db();
  const waiting = db
    .prepare(
      `SELECT outgoing.number AS number, revision.hash AS hash, revision.bytes AS bytes
       FROM outgoing JOIN revision ON revision.hash = outgoing.hash
       WHERE outgoing.space = ? ORDER BY outgoing.number LIMIT ?`,
    )
    .all(space, revisionsPerPacket) as { number: number; hash: string; bytes: string | null }[];
  if (waiting.length === 0) return false;
  // Words withdrawn before they were sent are not sent at all; the withdrawal itself is.
  const revisions = waiting.flatMap((row) =>
    row.bytes === null ? [] : [{ hash: row.hash, bytes: row.bytes }],
  );
  const device = ownDevice(db);
  const recipients = recipientsOf(db, space);
  const last = db
    .prepare('SELECT seq, hash FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 1')
    .get(space) as { seq: number; hash: string } | undefined;
  const payload: Payload = {
    format: 1,
    minReader: 1,
    space,
    device: device.id,
    recipients: recipients.map((recipient) => recipient.id),
    list: myCard(db).list.number,
    seq: (last?.seq ?? 0) + 1,
    previous: last?.hash ?? null,
    acks: acknowledgements(db, space),
    head: ledgerHead(db),
    revisions,
  };
  const sealed = await sealPacket(
    payload,
    device,
    recipients.map((recipient) => recipient.recipient),
  );
  db.transaction(() => {
    const at = deps.platform.now();
    db.prepare('INSERT INTO packet_out (space, seq, hash, at, bytes) VALUES (?, ?, ?, ?, ?)').run(
      space,
      payload.seq,
      sealed.hash,
      at.toISOString(),
      Buffer.from(sealed.bytes),
    );
    const forget = db.prepare('DELETE FROM outgoing WHERE number = ?');
    for (const row of waiting) forget.run(row.number);
    appendLedger(db, at, 'given', space, sealed.hash);
  })();
  return true;
}

async function layUnwritten(deps: Deps, space: string, folder: string): Promise<void> {
  const db = deps.vault.db();
  const unwritten = db
    .prepare('SELECT seq, bytes FROM packet_out WHERE space = ? AND bytes IS NOT NULL ORDER BY seq')
    .all(space) as { seq: number; bytes: Buffer }[];
  if (unwritten.length === 0) return;
  const own = join(folder, space, ownDevice(db).id);
  await mkdir(own, { recursive: true });
  for (const packet of unwritten) {
    await layFile(join(own, `${packet.seq}.age`), packet.bytes);
    deps.vault
      .db()
      .prepare('UPDATE packet_out SET bytes = NULL WHERE space = ? AND seq = ?')
      .run(space, packet.seq);
  }
}

/** Created exclusively and synced. A part of the same bytes, left by a crash, is completed; anything else is a fork. */
async function layFile(path: string, bytes: Buffer): Promise<void> {
  let handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) {
    const there = await readFile(path);
    if (there.equals(bytes)) return;
    if (!bytes.subarray(0, there.length).equals(there)) {
      throw new AppError('conflict', 'the folder holds another packet under our own next number');
    }
    handle = await open(path, 'r+');
  }
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function recipientsOf(db: Database, space: string): { id: string; recipient: string }[] {
  return db
    .prepare(
      `SELECT device.id AS id, device.recipient AS recipient
       FROM member JOIN identity ON identity.id = member.identity JOIN device ON device.identity = identity.id
       WHERE member.space = ? AND identity.state = 'joined' AND device.active = 1 ORDER BY device.id`,
    )
    .all(space) as { id: string; recipient: string }[];
}

function acknowledgements(db: Database, space: string): Record<string, number> {
  const rows = db
    .prepare('SELECT device, max(seq) AS seq FROM packet_in WHERE space = ? GROUP BY device')
    .all(space) as { device: string; seq: number }[];
  return Object.fromEntries(rows.map((row) => [row.device, row.seq]));
}

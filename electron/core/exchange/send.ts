import { createPublicKey } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { whoAmI } from '../items/me.ts';
import { vaultSetting } from '../vault/settings.ts';
import { acknowledgements, isAcknowledgementDue, isToldAhead } from './acknowledge.ts';
import { layOwnList } from './deviceLists.ts';
import { isOver } from './facilitationEnding.ts';
import { dueAsks, isCheckpointDue, noteAsked, queueEverything } from './healing.ts';
import { myCard, openingKeys, ownDevice } from './identity.ts';
import { appendLedger, ledgerHead } from './ledger.ts';
import { sealedTo } from './members.ts';
import { fileSize, ownFolder } from './ownFolder.ts';
import { openPacket, packetFileLimit, type Payload, sealPacket } from './packet.ts';
import { publicKeyToText } from './signature.ts';

/** A packet stays well inside what a reader takes: 64 MiB unpacked, and a single revision may hold a record of 20 MB twice. */
const revisionsPerPacket = 1000;
const bytesPerPacket = 8 * 2 ** 20;

/**
 * Puts what is waiting for a space into packets and lays every packet that is not there yet into its folder, in order.
 * Nothing is lost when the folder is away: packets stay in the vault until they lie there.
 * Throws 'folder_missing' when it is away, 'not_listed' when this device is no longer on its person's list and so believed by nobody,
 * 'conflict' when this vault must not write: it is a restored or copied one, or a file of its own chain holds something else.
 */
export async function sendWaiting(deps: Deps, space: string, folder: string): Promise<void> {
  if (mustNotWrite(deps.vault.db(), space))
    throw new AppError('conflict', 'this vault needs to become a new device first');
  if (!isListed(deps.vault.db())) throw new AppError('not_listed', 'this device is off its person’s list');
  if (!isOver(deps.vault.db(), space)) await layOwnList(deps, space, folder);
  while (await sealNext(deps, space)) {
    // sealNext takes one bounded batch a turn
  }
  await layUnwritten(deps, space, folder);
}

/** A vault that came back from a backup, or an older copy put back, may have forgotten numbers it gave out already. */
function mustNotWrite(db: Database, space: string): boolean {
  return (
    readSetting(db, vaultSetting.restored) !== null ||
    readSetting(db, vaultSetting.rolledBack) !== null ||
    isToldAhead(db, space)
  );
}

/** Whether this vault's device is on its person's newest list. */
function isListed(db: Database): boolean {
  const own = ownDevice(db).id;
  return myCard(db).list.devices.some((device) => device.id === own);
}

type Waiting = { readonly number: number; readonly hash: string; readonly bytes: string | null };

async function sealNext(deps: Deps, space: string): Promise<boolean> {
  const db = deps.vault.db();
  const recipients = sealedTo(db, space);
  if (recipients.length === 0) return false;
  if (isOver(db, space) && !saysItIsOver(db, space)) return false;
  const now = deps.platform.now();
  const checkpoint = isCheckpointDue(db, space);
  const held = checkpoint ? db.transaction(() => queueEverything(db, space, whoAmI(db).identity))() : [];
  const asks = isOver(db, space) ? {} : dueAsks(db, space, now);
  const waiting = waitingFor(db, space);
  const isAsking = Object.keys(asks).length > 0;
  const isAcknowledging = !isOver(db, space) && isAcknowledgementDue(db, space, now);
  if (waiting.length === 0 && !checkpoint && !isAsking && !isAcknowledging) return false;
  // Words withdrawn before they were sent are not sent at all; the withdrawal itself is, in their place.
  const revisions = waiting.flatMap((row) =>
    row.bytes === null ? [] : [{ hash: row.hash, bytes: row.bytes }],
  );
  const device = ownDevice(db);
  const last = prepared(db, 'SELECT seq, hash FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 1').get(
    space,
  ) as { seq: number; hash: string } | undefined;
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
    ...(checkpoint ? { checkpoint } : {}),
    ...(isAsking ? { asks } : {}),
    revisions: [...held, ...revisions],
  };
  const sealed = await sealPacket(
    payload,
    device,
    recipients.map((recipient) => recipient.recipient),
  );
  db.transaction(() => {
    keepSealed(db, payload, { ...sealed, at: now.toISOString() });
    const forget = db.prepare('DELETE FROM outgoing WHERE number = ?');
    for (const row of waiting) forget.run(row.number);
    noteAsked(db, space, asks, now.toISOString());
    if (payload.revisions.length > 0) appendLedger(db, now, 'given', space, sealed.hash);
  })();
  return true;
}

/** Where a third person came and it has ended, the last thing I have to say is that I ended it: once, and again when somebody missed it. */
function saysItIsOver(db: Database, space: string): boolean {
  const mine = prepared(
    db,
    "SELECT 1 FROM item WHERE space = ? AND kind = 'facilitationEnd' AND owner = ?",
  ).get(space, whoAmI(db).identity);
  return mine !== undefined;
}

/**
 * What goes into the next packet: as much as fits, in order, and always something. Words that were taken back meanwhile are followed
 * at once by that statement, since what was said after them may rest on them.
 */
function waitingFor(db: Database, space: string): Waiting[] {
  const rows = db
    .prepare(`SELECT ${waitingColumns} WHERE outgoing.space = ? ORDER BY outgoing.number LIMIT ?`)
    .iterate(space, revisionsPerPacket) as Iterable<Waiting>;
  const waiting = new Map<number, Waiting>();
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row.bytes ?? '', 'utf8');
    if (waiting.size > 0 && bytes > bytesPerPacket) break;
    if (waiting.has(row.number)) continue;
    waiting.set(row.number, row);
    const taken = row.bytes === null ? takingBack(db, space, row.hash) : undefined;
    if (taken !== undefined) waiting.set(taken.number, taken);
  }
  return [...waiting.values()];
}

const waitingColumns = `outgoing.number AS number, said.hash AS hash, said.bytes AS bytes
  FROM outgoing JOIN (SELECT hash, bytes FROM revision UNION ALL SELECT hash, bytes FROM own_version) AS said
    ON said.hash = outgoing.hash`;

/** The waiting statement that took back the words of this hash. */
function takingBack(db: Database, space: string, hash: string): Waiting | undefined {
  return prepared(
    db,
    `SELECT ${waitingColumns}
         JOIN revision AS back ON back.hash = outgoing.hash
       WHERE outgoing.space = ? AND back.item = (SELECT item FROM revision WHERE hash = ?)
         AND json_type(back.bytes, '$.body') = 'null'
       ORDER BY outgoing.number LIMIT 1`,
  ).get(space, hash) as Waiting | undefined;
}

function keepSealed(
  db: Database,
  payload: Payload,
  sealed: { readonly bytes: Uint8Array; readonly hash: string; readonly at: string },
): void {
  prepared(
    db,
    `INSERT INTO packet_out (space, seq, hash, at, bytes, recipients, content, is_checkpoint, head)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    payload.space,
    payload.seq,
    sealed.hash,
    sealed.at,
    Buffer.from(sealed.bytes),
    JSON.stringify(payload.recipients),
    payload.revisions.length,
    payload.checkpoint === true ? 1 : 0,
    payload.head,
  );
}

async function layUnwritten(deps: Deps, space: string, folder: string): Promise<void> {
  const db = deps.vault.db();
  const unwritten = prepared(
    db,
    'SELECT seq, bytes FROM packet_out WHERE space = ? AND bytes IS NOT NULL ORDER BY seq',
  ).all(space) as { seq: number; bytes: Buffer }[];
  if (unwritten.length === 0) return;
  const own = await ownFolder(folder, space, ownDevice(db).id);
  for (const packet of unwritten) {
    const path = join(own, `${packet.seq}.age`);
    await layFile(path, packet.bytes).catch(async (error: unknown) => {
      if (
        error instanceof AppError &&
        error.code === 'conflict' &&
        (await isForked(deps, space, path, packet.seq))
      )
        writeSetting(deps.vault.db(), vaultSetting.rolledBack, deps.platform.now().toISOString());
      throw error;
    });
    deps.vault
      .db()
      .prepare('UPDATE packet_out SET bytes = NULL WHERE space = ? AND seq = ?')
      .run(space, packet.seq);
  }
}

/**
 * A packet that this very device signed for this place, and that this vault did not write, shows that the vault is a copy or was put
 * back: it needs a chain of its own. Anything else under our next number, an older packet of ours too, proves nothing, since all who
 * share the folder can write there.
 */
async function isForked(deps: Deps, space: string, path: string, seq: number): Promise<boolean> {
  const device = ownDevice(deps.vault.db());
  if (((await fileSize(path)) ?? 0) > packetFileLimit) return false;
  try {
    const signedBy = publicKeyToText(createPublicKey(device.sign));
    const { payload } = await openPacket(await readFile(path), openingKeys(device), signedBy);
    return payload.space === space && payload.seq === seq;
  } catch {
    return false;
  }
}

/** Created exclusively and synced. A part of the same bytes, left by a crash, is completed; anything else is a fork. */
async function layFile(path: string, bytes: Buffer): Promise<void> {
  const size = await fileSize(path);
  if (size !== null && size > bytes.length) throw takenByAnother();
  let handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) {
    const there = await readFile(path);
    if (there.equals(bytes)) return;
    if (!bytes.subarray(0, there.length).equals(there)) throw takenByAnother();
    handle = await open(path, 'r+');
  }
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function takenByAnother(): AppError {
  return new AppError('conflict', 'the folder holds another packet under our own next number');
}

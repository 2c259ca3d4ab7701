import { readFile } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { AppError, type ErrorCode } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { say } from '../items/commit.ts';
import { noteAcknowledged } from './acknowledge.ts';
import { applyOwnRevisions, isOwnSpace } from './applyOwn.ts';
import { applyFacilitated } from './applyFacilitated.ts';
import { applyRevision } from './applyRevision.ts';
import { takeLists } from './deviceLists.ts';
import { noteThirds, thirdsIn } from './facilitationArrivals.ts';
import { isFacilitated, isOver } from './facilitationEnding.ts';
import { knownCode, rememberFile } from './fileMemory.ts';
import { deviceFolders, type SealedFile } from './folder.ts';
import { answerAsk, noteGap } from './healing.ts';
import { openingKeys, ownDevice } from './identity.ts';
import { findSender, ownDevices, type Sender } from './members.ts';
import { type OpenedPacket, openPacket, packetFileLimit } from './packet.ts';

/** A sender whose packet is full of what cannot stand is told of the first of them, not answered with as much again. */
const noticesPerPacket = 20;

const packetsPerBatch = 32;
const revisionsPerBatch = 200;

export type Received = {
  /** Packets and device lists taken in now. */
  readonly taken: number;
  /** Packets that lie there but must wait for an earlier one. */
  readonly waiting: number;
};

/**
 * Takes in every newer device list and every packet that is next in its sender's chain; sets aside, with a reason, what cannot
 * be; leaves early ones where they are and notes what is missing. Names that are not ours and links are passed over.
 * Throws 'folder_missing' when the space's folder is away.
 */
export async function takeIn(deps: Deps, space: string, folder: string): Promise<Received> {
  const folders = await deviceFolders(folder, space);
  let taken = (await takeLists(deps, space, folders)) ? 1 : 0;
  let waiting = 0;
  const own = ownDevice(deps.vault.db()).id;
  for (const { device, packets } of folders) {
    if (device === own) continue;
    const chain = await takeChain(deps, space, device, packets);
    taken += chain.taken;
    waiting += chain.waiting;
  }
  return { taken, waiting };
}

async function takeChain(
  deps: Deps,
  space: string,
  device: string,
  packets: readonly SealedFile[],
): Promise<Received> {
  const sender = findSender(deps.vault.db(), space, device);
  const isEarly = (file: SealedFile) => file.number > lastSeq(deps.vault.db(), space, device) + 1;
  let taken = 0;
  let waiting = 0;
  let batch: OpenedFile[] = [];
  const judgeBatch = (by: Sender) => {
    const codes = judge(deps, space, by, batch);
    batch = [];
    taken += codes.filter((code) => code === null).length;
    waiting += codes.filter((code) => code === 'packet_early').length;
  };
  for (const file of packets) {
    const known = knownCode(deps.vault.db(), space, file);
    if (known !== undefined && known !== 'packet_early') continue;
    if (sender === null) {
      remember(deps, space, file, 'packet_unknown_sender');
      continue;
    }
    // What is opened but not judged yet may be just what an early one waits for.
    if (known === 'packet_early' && isEarly(file)) judgeBatch(sender);
    if (known === 'packet_early' && isEarly(file)) {
      waiting += 1;
      continue;
    }
    batch.push(await openFile(deps, file, sender.sign));
    if (isFull(batch)) judgeBatch(sender);
  }
  if (sender !== null) judgeBatch(sender);
  if (sender !== null && !ownDevices(deps.vault.db()).includes(device)) {
    noteMissing(deps, space, device, packets);
  }
  return { taken, waiting };
}

/** Something lies there that could not be taken in after the last packet that was: what is missing can be asked for. */
function noteMissing(deps: Deps, space: string, device: string, packets: readonly SealedFile[]): void {
  const db = deps.vault.db();
  const next = lastSeq(db, space, device) + 1;
  const isStuck = packets.some((file) => file.number >= next);
  noteGap(db, space, device, isStuck ? next : null, deps.platform.now().toISOString());
}

/** A file's packet, or why it is none. */
type OpenedFile = { readonly file: SealedFile; readonly packet: OpenedPacket | AppError };

async function openFile(deps: Deps, file: SealedFile, senderKey: string): Promise<OpenedFile> {
  try {
    return { file, packet: await readPacket(deps, file, senderKey) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'locked' || error.code === 'file_unreadable')
      throw error;
    return { file, packet: error };
  }
}

/** Small packets share the wait for the disk; a large one is judged by itself, so that nothing else waits long and little is held in memory. */
function isFull(batch: readonly OpenedFile[]): boolean {
  const revisions = batch.reduce(
    (sum, { packet }) => sum + (packet instanceof AppError ? 0 : packet.payload.revisions.length),
    0,
  );
  return batch.length >= packetsPerBatch || revisions >= revisionsPerBatch;
}

/** Judges opened packets in their order, each by itself, and stores what stands in one durable step. The codes: null for one taken in. */
function judge(
  deps: Deps,
  space: string,
  sender: Sender,
  batch: readonly OpenedFile[],
): (ErrorCode | null)[] {
  if (batch.length === 0) return [];
  return deps.vault
    .db()
    .transaction(() => batch.map((opened) => judgeOne(deps, space, sender, opened)))
    .immediate();
}

function judgeOne(deps: Deps, space: string, sender: Sender, { file, packet }: OpenedFile): ErrorCode | null {
  const db = deps.vault.db();
  try {
    if (packet instanceof AppError) throw packet;
    checkPlace(db, space, file, packet);
    applyPacket(deps, space, file, sender, packet);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'packet_not_for_me' && isDoneWith(db, space, file)) {
      rememberFile(db, space, file, null, deps.platform.now().toISOString());
      return error.code;
    }
    remember(deps, space, file, error.code);
    return error.code;
  }
}

/** What was written before this computer was linked was sealed to the person's other one, which has taken it in. */
function isDoneWith(db: Database, space: string, file: SealedFile): boolean {
  return file.number <= lastSeq(db, space, file.device);
}

async function readPacket(deps: Deps, file: SealedFile, senderKey: string): Promise<OpenedPacket> {
  if (file.size > packetFileLimit)
    throw new AppError('packet_too_large', 'the packet file is larger than any packet');
  const bytes = await readFile(file.path).catch(() => {
    throw new AppError('file_unreadable', 'a packet file could not be read');
  });
  return openPacket(bytes, openingKeys(ownDevice(deps.vault.db())), senderKey);
}

/**
 * An authentic packet stands where its own words say: this space, this device, this number, after that hash. One that says
 * everything again may follow a gap; an earlier one that comes after it has nothing new to say.
 */
function checkPlace(db: Database, space: string, file: SealedFile, packet: OpenedPacket): void {
  const { payload, hash } = packet;
  const own = ownDevices(db);
  if (!payload.recipients.some((recipient) => own.includes(recipient))) {
    throw new AppError('packet_not_for_me', 'the packet was written to somebody else');
  }
  const taken = hashOf(db, space, file.device, payload.seq);
  if (taken !== null && (payload.seq !== file.number || taken !== hash)) {
    throw new AppError('packet_replayed', 'this packet was taken in before');
  }
  if (payload.space !== space || payload.device !== file.device || payload.seq !== file.number) {
    throw new AppError('packet_wrong_order', 'the packet does not belong under this name');
  }
  const last = lastSeq(db, space, file.device);
  if (taken !== null || file.number <= last) return;
  const isNext = file.number === last + 1;
  if (isNext && hashOf(db, space, file.device, last) === payload.previous) return;
  if (payload.checkpoint === true) return;
  if (isNext) throw new AppError('packet_wrong_order', 'the packet does not follow from the one before it');
  throw new AppError('packet_early', 'the packet before it has not come');
}

function applyPacket(
  deps: Deps,
  space: string,
  file: SealedFile,
  sender: Sender,
  packet: OpenedPacket,
): void {
  const db = deps.vault.db();
  const now = deps.platform.now();
  const at = now.toISOString();
  const { payload } = packet;
  db.transaction(() => {
    rememberFile(db, space, file, null, at);
    const last = lastSeq(db, space, file.device);
    if (payload.seq <= last) return;
    if (payload.seq > last + 1) forgetSkipped(db, space, file.device, payload.seq);
    if (isOwnSpace(db, space))
      applyOwnRevisions(db, { space, sender: sender.identity, at }, payload.revisions);
    else applyShared(deps, space, sender.identity, payload.revisions);
    prepared(
      db,
      'INSERT INTO packet_in (space, device, seq, hash, head, at, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(space, file.device, payload.seq, packet.hash, payload.head, at, payload.revisions.length);
    noteAcknowledged(db, payload, now);
    answerAsk(db, payload, now);
  })();
}

/** Each revision by itself; its sender is told of one that cannot stand. */
function applyShared(
  deps: Deps,
  space: string,
  sender: string,
  revisions: readonly { readonly hash: string; readonly bytes: string }[],
): void {
  const db = deps.vault.db();
  const packet = { space, sender, at: deps.platform.now().toISOString() };
  const thirds = thirdsIn(db, space);
  const withThird = isFacilitated(db, space);
  let notices = 0;
  for (const entry of revisions) {
    const applied = withThird ? applyFacilitated(deps, packet, entry) : applyRevision(db, packet, entry);
    if (applied?.outcome === 'refused' && notices < noticesPerPacket && !isOver(db, space)) {
      notices += 1;
      say(deps, { kind: 'notice', space, body: { hash: entry.hash, code: applied.code, to: sender } });
    }
  }
  noteThirds(deps, space, thirds);
}

/** What was wrong with files that a packet saying everything again has made needless no longer matters. */
function forgetSkipped(db: Database, space: string, device: string, before: number): void {
  prepared(
    db,
    `UPDATE folder_file SET code = NULL
     WHERE space = ? AND name GLOB ? AND CAST(substr(name, ?) AS INTEGER) < ?`,
  ).run(space, `${device}/[0-9]*`, device.length + 2, before);
}

function lastSeq(db: Database, space: string, device: string): number {
  const seq = prepared(db, 'SELECT max(seq) FROM packet_in WHERE space = ? AND device = ?')
    .pluck()
    .get(space, device);
  return typeof seq === 'number' ? seq : 0;
}

/** The hash of a packet that was taken in, or null. */
function hashOf(db: Database, space: string, device: string, seq: number): string | null {
  const hash = prepared(db, 'SELECT hash FROM packet_in WHERE space = ? AND device = ? AND seq = ?')
    .pluck()
    .get(space, device, seq);
  return typeof hash === 'string' ? hash : null;
}

function remember(deps: Deps, space: string, file: SealedFile, code: ErrorCode): void {
  rememberFile(deps.vault.db(), space, file, code, deps.platform.now().toISOString());
}

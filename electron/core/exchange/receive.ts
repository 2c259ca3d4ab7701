import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { idSchema } from '../../../shared/model/ids.ts';
import { AppError, type ErrorCode } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { say } from '../items/commit.ts';
import { applyRevision } from './applyRevision.ts';
import { ownDevice } from './identity.ts';
import { type OpenedPacket, openPacket, packetFileLimit } from './packet.ts';

export type Received = {
  /** Packets taken in now. */
  readonly taken: number;
  /** Packets that lie there but must wait for an earlier one. */
  readonly waiting: number;
};

type PacketFile = {
  readonly name: string;
  readonly path: string;
  readonly device: string;
  readonly seq: number;
  readonly size: number;
  readonly changed: number;
};

const fileName = /^([1-9][0-9]{0,8})\.age$/;

/**
 * Takes in every packet that is next in its sender's chain; sets aside, with a reason, what cannot be; leaves early ones
 * where they are. Names that are not ours (a sync tool's temporary or conflict files) and links are passed over.
 * Throws 'folder_missing' when the space's folder is away.
 */
export async function takeIn(deps: Deps, space: string, folder: string): Promise<Received> {
  let taken = 0;
  let waiting = 0;
  const own = ownDevices(deps.vault.db());
  for (const device of await deviceFolders(folder, space)) {
    if (own.includes(device)) continue;
    const sender = findSender(deps.vault.db(), space, device);
    for (const file of await packetFiles(join(folder, space, device), device)) {
      const known = knownCode(deps.vault.db(), space, file);
      if (known !== undefined && known !== 'packet_early') continue;
      if (sender === null) {
        remember(deps, space, file, 'packet_unknown_sender');
        continue;
      }
      if (file.seq > lastSeq(deps.vault.db(), space, device) + 1) {
        if (known === undefined && !(await isOutOfPlace(deps, space, file, sender.sign))) {
          remember(deps, space, file, 'packet_early');
        }
        if (knownCode(deps.vault.db(), space, file) === 'packet_early') {
          waiting += 1;
          continue;
        }
      }
      const code = await takeFile(deps, space, file, sender);
      if (code === null) taken += 1;
    }
  }
  return { taken, waiting };
}

type Sender = { readonly identity: string; readonly sign: string };

async function takeFile(
  deps: Deps,
  space: string,
  file: PacketFile,
  sender: Sender,
): Promise<ErrorCode | null> {
  try {
    const packet = await readPacket(deps, file, sender.sign);
    checkPlace(deps.vault.db(), space, file, packet);
    applyPacket(deps, space, file, sender, packet);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'locked' || error.code === 'file_unreadable')
      throw error;
    remember(deps, space, file, error.code);
    return error.code;
  }
}

async function readPacket(deps: Deps, file: PacketFile, senderKey: string): Promise<OpenedPacket> {
  if (file.size > packetFileLimit)
    throw new AppError('packet_too_large', 'the packet file is larger than any packet');
  const bytes = await readFile(file.path).catch(() => {
    throw new AppError('file_unreadable', 'a packet file could not be read');
  });
  const own = ownDevice(deps.vault.db());
  const identities = [own.ageIdentity, ...own.retired.map((device) => device.ageIdentity)];
  return openPacket(bytes, identities, senderKey);
}

/** An authentic packet stands where its own words say: this space, this device, this number, after that hash. */
function checkPlace(db: Database, space: string, file: PacketFile, packet: OpenedPacket): void {
  const { payload, hash } = packet;
  const own = ownDevices(db);
  if (!payload.recipients.some((recipient) => own.includes(recipient))) {
    throw new AppError('packet_not_for_me', 'the packet was written to somebody else');
  }
  const taken = db
    .prepare('SELECT hash FROM packet_in WHERE space = ? AND device = ? AND seq = ?')
    .get(space, file.device, payload.seq) as { hash: string } | undefined;
  if (taken !== undefined && (payload.seq !== file.seq || taken.hash !== hash)) {
    throw new AppError('packet_replayed', 'this packet was taken in before');
  }
  if (payload.space !== space || payload.device !== file.device || payload.seq !== file.seq) {
    throw new AppError('packet_wrong_order', 'the packet does not belong under this name');
  }
  if (taken !== undefined) return;
  const last = db
    .prepare('SELECT hash FROM packet_in WHERE space = ? AND device = ? AND seq = ?')
    .get(space, file.device, file.seq - 1) as { hash: string } | undefined;
  if ((last?.hash ?? null) !== payload.previous) {
    throw new AppError('packet_wrong_order', 'the packet does not follow from the one before it');
  }
}

function applyPacket(
  deps: Deps,
  space: string,
  file: PacketFile,
  sender: Sender,
  packet: OpenedPacket,
): void {
  const db = deps.vault.db();
  const at = deps.platform.now().toISOString();
  const { payload } = packet;
  db.transaction(() => {
    rememberFile(db, space, file, null, at);
    if (payload.seq <= lastSeq(db, space, file.device)) return;
    for (const entry of payload.revisions) {
      const applied = applyRevision(db, { space, sender: sender.identity, at }, entry);
      if (applied.outcome === 'refused') {
        say(deps, { kind: 'notice', space, body: { hash: entry.hash, code: applied.code } });
      }
    }
    db.prepare('INSERT INTO packet_in (space, device, seq, hash, head, at) VALUES (?, ?, ?, ?, ?, ?)').run(
      space,
      file.device,
      payload.seq,
      packet.hash,
      payload.head,
      at,
    );
  })();
}

/** A file too far ahead may be an old packet under a new name: that is told as such instead of waiting for ever. */
async function isOutOfPlace(
  deps: Deps,
  space: string,
  file: PacketFile,
  senderKey: string,
): Promise<boolean> {
  try {
    const packet = await readPacket(deps, file, senderKey);
    return packet.payload.seq !== file.seq || packet.payload.space !== space;
  } catch (error) {
    return error instanceof AppError && error.code !== 'locked' && error.code !== 'file_unreadable';
  }
}

async function deviceFolders(folder: string, space: string): Promise<string[]> {
  await readdir(folder).catch(() => {
    throw new AppError('folder_missing', 'the shared folder is not there');
  });
  const entries = await readdir(join(folder, space), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && idSchema.safeParse(entry.name).success)
    .map((entry) => entry.name);
}

async function packetFiles(folder: string, device: string): Promise<PacketFile[]> {
  const files: PacketFile[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const number = fileName.exec(name)?.[1];
    if (number === undefined) continue;
    const path = join(folder, name);
    const info = await lstat(path).catch(() => null);
    if (info === null || !info.isFile()) continue;
    files.push({
      name: `${device}/${name}`,
      path,
      device,
      seq: Number(number),
      size: info.size,
      changed: info.mtimeMs,
    });
  }
  return files.sort((a, b) => a.seq - b.seq);
}

/** This device and those this vault was before. */
function ownDevices(db: Database): string[] {
  const own = ownDevice(db);
  return [own.id, ...own.retired.map((device) => device.id)];
}

function findSender(db: Database, space: string, device: string): Sender | null {
  const row = db
    .prepare(
      `SELECT device.identity AS identity, device.sign AS sign
       FROM device JOIN member ON member.identity = device.identity JOIN identity ON identity.id = device.identity
       WHERE device.id = ? AND member.space = ? AND identity.state = 'joined' AND device.active = 1`,
    )
    .get(device, space) as Sender | undefined;
  return row ?? null;
}

function lastSeq(db: Database, space: string, device: string): number {
  const row = db
    .prepare('SELECT max(seq) AS seq FROM packet_in WHERE space = ? AND device = ?')
    .get(space, device) as {
    seq: number | null;
  };
  return row.seq ?? 0;
}

/** What an unchanged file was found to be before: null when taken in, undefined when it was never looked at. */
function knownCode(db: Database, space: string, file: PacketFile): string | null | undefined {
  const row = db
    .prepare('SELECT size, changed_ms AS changed, code FROM folder_file WHERE space = ? AND name = ?')
    .get(space, file.name) as { size: number; changed: number; code: string | null } | undefined;
  return row !== undefined && row.size === file.size && row.changed === file.changed ? row.code : undefined;
}

function remember(deps: Deps, space: string, file: PacketFile, code: ErrorCode): void {
  rememberFile(deps.vault.db(), space, file, code, deps.platform.now().toISOString());
}

function rememberFile(
  db: Database,
  space: string,
  file: PacketFile,
  code: ErrorCode | null,
  at: string,
): void {
  db.prepare(
    `INSERT INTO folder_file (space, name, size, changed_ms, code, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (space, name) DO UPDATE
     SET size = excluded.size, changed_ms = excluded.changed_ms, code = excluded.code, at = excluded.at`,
  ).run(space, file.name, file.size, file.changed, code, at);
}

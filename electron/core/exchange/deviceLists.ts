import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { toCanonical } from '../items/canonical.ts';
import { whoAmI } from '../items/me.ts';
import { type Card, cardSchema, identityId, readCard } from './card.ts';
import { forgetUnknownSenders, knownCode, rememberFile } from './fileMemory.ts';
import type { DeviceFolder, SealedFile } from './folder.ts';
import { myCard, openingKeys, ownDevice, storeDevices } from './identity.ts';
import { appendLedger } from './ledger.ts';
import { delistedDevices, recipientsOf } from './members.ts';
import { ownFolder } from './ownFolder.ts';
import { decrypt } from './packet.ts';

/** `TVL` and the version of the file; then the card's canonical JSON. All of it inside age. */
const magic = Buffer.from([0x54, 0x56, 0x4c, 0x01]);
const listFileLimit = 200_000;

/**
 * Lays this person's newest card beside this device's packets, sealed to the space's other devices, when the devices have
 * changed since people joined: so the others learn of a new or a lost computer without swapping cards again, and a computer that was
 * taken off the list and is found again learns that it was.
 */
export async function layOwnList(deps: Deps, space: string, folder: string): Promise<void> {
  const db = deps.vault.db();
  const card = myCard(db);
  const { number } = card.list;
  if (number === 1 || isLaid(db, space, number)) return;
  const recipients = recipientsOf(db, space);
  if (recipients.length === 0) return;
  const encrypter = new Encrypter();
  for (const { recipient } of [...recipients, ...delistedDevices(db)]) encrypter.addRecipient(recipient);
  const bytes = await encrypter.encrypt(Buffer.concat([magic, Buffer.from(toCanonical(card), 'utf8')]));
  const own = await ownFolder(folder, space, ownDevice(deps.vault.db()).id);
  const path = join(own, `list-${number}.age`);
  await writeWhole(path, bytes);
  deps.vault
    .db()
    .prepare('INSERT INTO list_laid (space, number) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(space, number);
}

/** Takes in every newer device list of a member that lies in the folder. A bad one is set aside and stops nothing. */
export async function takeLists(
  deps: Deps,
  space: string,
  folders: readonly DeviceFolder[],
): Promise<boolean> {
  let changed = false;
  const own = ownDevice(deps.vault.db()).id;
  for (const folder of folders) {
    if (folder.device === own) continue;
    for (const file of folder.lists) {
      if (knownCode(deps.vault.db(), space, file) !== undefined) continue;
      changed = (await takeList(deps, space, file)) || changed;
    }
  }
  return changed;
}

/**
 * Puts a person's newer card in the place of the one known: the same root key signed a device list with a higher number. Devices it
 * no longer names are not believed any more. Returns false for a card that is not newer.
 */
export function renewCard(db: Database, identity: string, card: Card, now: Date): boolean {
  const row = db.prepare('SELECT card FROM identity WHERE id = ?').get(identity) as
    | { card: string }
    | undefined;
  if (row === undefined) throw new AppError('not_found', 'there is no card of this person');
  if (card.list.number <= cardSchema.parse(JSON.parse(row.card)).list.number) return false;
  db.prepare('UPDATE identity SET card = ? WHERE id = ?').run(toCanonical(card), identity);
  storeDevices(db, identity, card.list);
  forgetUnknownSenders(db);
  appendLedger(db, now, 'devices', null, identity);
  return true;
}

async function takeList(deps: Deps, space: string, file: SealedFile): Promise<boolean> {
  const db = deps.vault.db();
  const now = deps.platform.now();
  try {
    const card = await openList(db, file);
    const identity = identityId(card.list.root);
    if (!isMember(db, space, identity)) {
      throw new AppError('packet_unknown_sender', 'the list is of somebody who is not in this space');
    }
    if (card.list.number !== file.number || !card.list.devices.some(({ id }) => id === file.device)) {
      throw new AppError('packet_wrong_order', 'the list does not belong under this name');
    }
    return deps.vault.db().transaction(() => {
      rememberFile(db, space, file, null, now.toISOString());
      return renewCard(db, identity, card, now);
    })();
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'locked' || error.code === 'file_unreadable')
      throw error;
    rememberFile(deps.vault.db(), space, file, error.code, now.toISOString());
    return false;
  }
}

async function openList(db: Database, file: SealedFile): Promise<Card> {
  if (file.size > listFileLimit) throw new AppError('packet_too_large', 'the list is larger than any list');
  const bytes = await readFile(file.path).catch(() => {
    throw new AppError('file_unreadable', 'a device list could not be read');
  });
  const plain = await decrypt(bytes, openingKeys(ownDevice(db)));
  if (!plain.subarray(0, 3).equals(magic.subarray(0, 3))) {
    throw new AppError('packet_malformed', 'this is not a device list');
  }
  if (plain[3] !== magic[3]) throw new AppError('newer_format', 'this list was made by a newer Twovoice');
  try {
    return readCard(plain.subarray(4).toString('utf8'));
  } catch (error) {
    if (error instanceof AppError && error.code === 'newer_format') throw error;
    throw new AppError('packet_bad_signature', 'the list is not signed by this person');
  }
}

function isMember(db: Database, space: string, identity: string): boolean {
  return (
    identity === whoAmI(db).identity ||
    db.prepare('SELECT 1 FROM member WHERE space = ? AND identity = ?').get(space, identity) !== undefined
  );
}

function isLaid(db: Database, space: string, number: number): boolean {
  return (
    db.prepare('SELECT 1 FROM list_laid WHERE space = ? AND number = ?').get(space, number) !== undefined
  );
}

/** Whole or not there: readers pass over the temporary name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  // Whatever lies there, a link too, is taken away and not written through.
  await rm(`${path}.tmp`, { force: true });
  const handle = await open(`${path}.tmp`, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
}

import { readFile, stat } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import { readSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { deviceId } from '../exchange/card.ts';
import { myCard, ownDevice } from '../exchange/identity.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { exchangeState } from '../exchange/sync.ts';
import { makeLinkAnswer } from '../exchange/linking.ts';
import { readLinkWords } from '../exchange/linkKey.ts';
import {
  checkLinkWords,
  type LinkRequest,
  linkRequestLimit,
  readLinkRequest,
} from '../exchange/linkRequest.ts';
import { type ListedDevice, mostDevices, nextCard, storeOwnCard } from '../exchange/ownList.ts';
import { writeSmallFile } from '../files.ts';
import { inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { beginOwnVersions, noteOwnChanges } from '../items/ownVersions.ts';
import { draftsOf } from '../items/read.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import { isWithin } from '../vault/place.ts';
import { openRootSeed, rootFromSeed } from '../vault/rootKey.ts';
import { vaultSetting } from '../vault/settings.ts';

function listDevices(deps: Deps): Output<'devices.list'> {
  const db = deps.vault.db();
  const own = ownDevice(db).id;
  const named = new Map(draftsOf(db, 'ownDevice').map(({ body }) => [body.device, body]));
  const devices = myCard(db).list.devices.map(({ id }) => {
    const body = named.get(id);
    const name = body === undefined || body.name === '' ? null : body.name;
    return { id, name, addedAt: body?.addedAt ?? null, isThis: id === own };
  });
  const space = whoAmI(db).selfSpace;
  const folder = db.prepare('SELECT folder FROM space WHERE id = ?').pluck().get(space);
  const { state } = exchangeState(deps, space);
  return typeof folder === 'string'
    ? { devices, folder, state }
    : { devices, folder: null, state: 'noFolder' };
}

/** Anyone who reaches a pair's folder sees that there are private files, and how many: they never go there. */
async function setFolder(
  deps: Deps,
  { folder }: Input<'devices.setFolder'>,
): Promise<Output<'devices.setFolder'>> {
  const info = await stat(folder).catch(() => null);
  if (info === null || !info.isDirectory()) throw new AppError('folder_missing', 'this folder is not there');
  const db = deps.vault.db();
  const shared = db
    .prepare("SELECT folder FROM space WHERE kind <> 'self' AND folder IS NOT NULL")
    .pluck()
    .all() as string[];
  if (shared.some((other) => isWithin(folder, other))) {
    throw new AppError('pair_folder', 'this folder is shared with somebody else');
  }
  db.prepare('UPDATE space SET folder = ? WHERE id = ?').run(folder, whoAmI(db).selfSpace);
  return {};
}

function rename(deps: Deps, { id, name }: Input<'devices.rename'>): Output<'devices.rename'> {
  const db = deps.vault.db();
  if (!myCard(db).list.devices.some((device) => device.id === id)) {
    throw new AppError('not_found', 'this computer is not on the list');
  }
  nameDevice(deps, id, name.trim());
  return {};
}

async function readRequest(
  deps: Deps,
  input: Input<'devices.readRequest'>,
): Promise<Output<'devices.readRequest'>> {
  const title = dialogTitle(deps.platform, 'dialogs.linkRequest');
  const path = input.path ?? (await deps.platform.chooseFile({ title, extensions: ['twovoice-request'] }));
  if (path === null) return { request: null };
  const { name, at } = await requestAt(deps, path);
  return { request: { path, name, at } };
}

/**
 * The list is signed last: until the answer lies there whole, nothing has changed but that this computer knows the new one's
 * name. Throws 'link_words', 'wrong_recovery_code', 'link_answered', 'not_a_link' and 'too_many_devices'.
 */
async function answerRequest(deps: Deps, input: Input<'devices.answer'>): Promise<Output<'devices.answer'>> {
  refuseCopy(deps);
  const request = await requestAt(deps, input.request);
  const key = await checkLinkWords(request, readLinkWords(input.words));
  const seed = openRootSeed(deps.vault.db(), input.recoveryCode);
  try {
    const path = input.answer ?? (await chooseAnswer(deps, request));
    if (path === null) return { path: null };
    const db = deps.vault.db();
    const now = deps.platform.now();
    const device: ListedDevice = {
      id: deviceId(request.sign),
      sign: request.sign,
      recipient: request.recipient,
    };
    inOneTransaction(deps, () => {
      nameDevice(deps, device.id, request.name);
      noteOwnChanges(db, null);
      beginOwnVersions(db);
    });
    const card = nextCard(db, rootFromSeed(seed), [...myCard(db).list.devices, device], now);
    writeOut(path, await makeLinkAnswer(deps, request, key, { card, seed }));
    inOneTransaction(deps, () => {
      storeOwnCard(deps.vault.db(), card);
      appendLedger(deps.vault.db(), now, 'given', null, device.id);
    });
    return { path };
  } finally {
    seed.fill(0);
  }
}

function removeDevice(deps: Deps, input: Input<'devices.remove'>): Output<'devices.remove'> {
  refuseCopy(deps);
  const db = deps.vault.db();
  const { devices } = myCard(db).list;
  if (!devices.some(({ id }) => id === input.id)) {
    throw new AppError('not_found', 'this computer is not on the list');
  }
  if (input.id === ownDevice(db).id) {
    throw new AppError('bad_input', 'a computer does not take itself off the list');
  }
  const seed = openRootSeed(db, input.recoveryCode);
  try {
    const left = devices.filter(({ id }) => id !== input.id);
    const card = nextCard(db, rootFromSeed(seed), left, deps.platform.now());
    inOneTransaction(deps, () => {
      storeOwnCard(db, card);
      appendLedger(db, deps.platform.now(), 'devices', null, whoAmI(db).identity);
    });
    return {};
  } finally {
    seed.fill(0);
  }
}

/** One item of mine for each computer; written where the name is given. */
function nameDevice(deps: Deps, device: string, name: string): void {
  const db = deps.vault.db();
  const known = draftsOf(db, 'ownDevice').find(({ body }) => body.device === device);
  const addedAt = known?.body.addedAt ?? deps.platform.now().toISOString();
  saveDraft(deps, {
    kind: 'ownDevice',
    space: whoAmI(db).selfSpace,
    body: { device, name, addedAt },
    ...(known === undefined ? {} : { item: known.item }),
  });
}

/** A vault that came back from a backup may not know its own newest list: it becomes a new device first. */
function refuseCopy(deps: Deps): void {
  const db = deps.vault.db();
  if (readSetting(db, vaultSetting.restored) !== null || readSetting(db, vaultSetting.rolledBack) !== null) {
    throw new AppError('restored_first', 'a restored vault needs a new device first');
  }
}

async function requestAt(deps: Deps, path: string): Promise<LinkRequest> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new AppError('file_unreadable', 'this file could not be read');
  if (info.size > linkRequestLimit) throw new AppError('not_a_link', 'this file is no request');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError('file_unreadable', 'this file could not be read');
  });
  const request = readLinkRequest(text);
  const db = deps.vault.db();
  if (db.prepare('SELECT 1 FROM device WHERE id = ?').get(deviceId(request.sign)) !== undefined) {
    throw new AppError('link_answered', 'this request was answered before');
  }
  if (myCard(db).list.devices.length >= mostDevices) {
    throw new AppError('too_many_devices', 'the list is full');
  }
  return request;
}

function chooseAnswer(deps: Deps, request: LinkRequest): Promise<string | null> {
  const name = request.name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'new computer';
  return deps.platform.chooseNewFile({
    title: dialogTitle(deps.platform, 'dialogs.linkAnswer'),
    name: `${name}.twovoice-answer`,
    extensions: ['twovoice-answer'],
  });
}

function writeOut(path: string, bytes: Uint8Array): void {
  try {
    writeSmallFile(path, bytes);
  } catch {
    throw new AppError('file_unwritable', 'the answer could not be written there');
  }
}

export const devicesApi = {
  'devices.list': listDevices,
  'devices.setFolder': setFolder,
  'devices.rename': rename,
  'devices.readRequest': readRequest,
  'devices.answer': answerRequest,
  'devices.remove': removeDevice,
};

import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import type { RootKey } from '../vault/rootKey.ts';
import { type Card, type DeviceList, identityId, signCard } from './card.ts';
import { myCard, ownDevice, storeDevices } from './identity.ts';
import { signFor } from './signature.ts';

export type ListedDevice = DeviceList['devices'][number];

/** A person has at most this many computers: each is a recipient of everything. */
export const mostDevices = 8;

/**
 * My next card: the given devices, one number on, signed by the root key. Nothing is stored. Throws 'bad_input' when this device
 * is not among them or there are too many.
 */
export function nextCard(db: Database, root: RootKey, devices: readonly ListedDevice[], now: Date): Card {
  const old = myCard(db);
  const own = ownDevice(db);
  if (devices.length > mostDevices || !devices.some((device) => device.id === own.id)) {
    throw new AppError('bad_input', 'a device list names this device and at most eight');
  }
  const list = { ...old.list, number: old.list.number + 1, devices: [...devices] };
  const listSignature = signFor('device-list', root.privateKey, Buffer.from(toCanonical(list)));
  return cardOfThisDevice(db, { ...old, list, listSignature: listSignature.toString('base64') }, now);
}

/** The same list and name, in a card that this device signs: a second device says who it is with its own key. */
export function cardOfThisDevice(db: Database, card: Card, now: Date): Card {
  const own = ownDevice(db);
  const { signature: _, ...rest } = card;
  return signCard({ ...rest, device: own.id, madeAt: now.toISOString() }, own.sign);
}

/** Puts my newer card in the place of the one before. Call it inside a transaction. */
export function storeOwnCard(db: Database, card: Card): void {
  db.prepare("UPDATE identity SET card = ?, name = ? WHERE state = 'me'").run(toCanonical(card), card.name);
  storeDevices(db, identityId(card.list.root), card.list);
}

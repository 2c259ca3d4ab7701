import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import { toCanonical } from '../items/canonical.ts';
import { bytesToId } from '../items/ids.ts';
import { type Card, cardSchema, type DeviceList, deviceId, identityId, signCard } from './card.ts';
import { privateKeyFromText, privateKeyToText, publicKeyToText, signFor } from './signature.ts';

/** This vault's own device: a signing key, an age identity (hybrid post-quantum), an id. */
export type OwnDevice = {
  readonly id: string;
  readonly sign: KeyObject;
  readonly ageIdentity: string;
  /** Devices this vault was before: what was sealed to them can still be read. */
  readonly retired: readonly { readonly id: string; readonly ageIdentity: string }[];
};

const storedDeviceSchema = z.object({
  id: z.string(),
  sign: z.string(),
  ageIdentity: z.string(),
  retired: z.array(z.object({ id: z.string(), ageIdentity: z.string() })),
});
type StoredDevice = z.infer<typeof storedDeviceSchema>;

/**
 * Signs a device list while the root key is open (at creation and when the recovery code is used: no other time).
 * The first time it founds the identity, its self-space and its first device; with `newDevice` it retires the device this
 * vault had and makes another, which a restored or copied vault needs before it may write again. The person's other
 * devices stay listed.
 */
export async function signDeviceList(
  db: Database,
  root: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  options: { readonly name: string; readonly now: Date; readonly newDevice: boolean },
): Promise<void> {
  const rootText = publicKeyToText(root.publicKey);
  const identity = identityId(rootText);
  const old = storedCard(db);
  if (old !== null && !options.newDevice) return;
  const before = storedDevice(db);
  const others = old?.list.devices.filter((device) => device.id !== before?.id) ?? [];
  const ageIdentity = await generateHybridIdentity();
  const recipient = await identityToRecipient(ageIdentity);
  const keys = generateKeyPairSync('ed25519');
  const signText = publicKeyToText(keys.publicKey);
  const id = deviceId(signText);
  const list: DeviceList = {
    format: 1,
    root: rootText,
    number: old === null ? 1 : numberAfterCopy(old.list.number, options.now),
    devices: [...others, { id, sign: signText, recipient }],
  };
  const card = signCard(
    {
      format: 1,
      kind: 'twovoice-card',
      name: options.name,
      salt: old?.salt ?? randomBytes(16).toString('base64'),
      madeAt: options.now.toISOString(),
      list,
      listSignature: signFor('device-list', root.privateKey, Buffer.from(toCanonical(list))).toString(
        'base64',
      ),
      device: id,
    },
    keys.privateKey,
  );
  const retired =
    before === null ? [] : [{ id: before.id, ageIdentity: before.ageIdentity }, ...before.retired];
  const device = { id, sign: privateKeyToText(keys.privateKey), ageIdentity, retired };
  db.transaction(() => found(db, identity, card, device, options.now))();
}

/**
 * A vault that was put back may not know its person's newest list, and a number that was given out already would be passed over
 * by everybody. So a copy's list is numbered by its time: seconds since 2020, far above any that was counted.
 */
function numberAfterCopy(known: number, now: Date): number {
  return Math.max(known + 1, Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 1000));
}

/** My own contact card. Throws 'not_found' before an identity was founded. */
export function myCard(db: Database): Card {
  const card = storedCard(db);
  if (card === null) throw new AppError('not_found', 'this vault has no identity yet');
  return card;
}

/** This vault's device with its private keys. Throws 'not_found' before an identity was founded. */
export function ownDevice(db: Database): OwnDevice {
  const text = readSetting(db, 'device');
  if (text === null) throw new AppError('not_found', 'this vault has no device yet');
  const known = parsedDevices.get(db);
  if (known?.text === text) return known.device;
  const stored = storedDeviceSchema.parse(JSON.parse(text));
  const device = { ...stored, sign: privateKeyFromText(stored.sign) };
  parsedDevices.set(db, { text, device });
  return device;
}

/** Making a key out of its text costs half a millisecond, and every packet needs it; it goes with the connection when the vault is locked. */
const parsedDevices = new WeakMap<Database, { readonly text: string; readonly device: OwnDevice }>();

/** The age identities that open what was sealed to this vault: its device's and those of devices it was before. */
export function openingKeys(device: OwnDevice): string[] {
  return [device.ageIdentity, ...device.retired.map((one) => one.ageIdentity)];
}

function storedDevice(db: Database): StoredDevice | null {
  const value = readSetting(db, 'device');
  return value === null ? null : storedDeviceSchema.parse(JSON.parse(value));
}

function storedCard(db: Database): Card | null {
  const row = db.prepare("SELECT card FROM identity WHERE state = 'me'").get() as
    | { card: string }
    | undefined;
  return row === undefined ? null : cardSchema.parse(JSON.parse(row.card));
}

function found(db: Database, identity: string, card: Card, device: StoredDevice, now: Date): void {
  const at = now.toISOString();
  db.prepare(
    `INSERT INTO identity (id, name, state, card, added_at) VALUES (?, ?, 'me', ?, ?)
     ON CONFLICT (id) DO UPDATE SET card = excluded.card`,
  ).run(identity, card.name, toCanonical(card), at);
  writeSetting(db, 'device', JSON.stringify(device));
  storeDevices(db, identity, card.list);
  const self = db.prepare("SELECT id FROM space WHERE kind = 'self'").get();
  if (self !== undefined) {
    startNewChain(db, device.retired[0]?.id ?? device.id);
    return;
  }
  const space = bytesToId(randomBytes(17));
  db.prepare("INSERT INTO space (id, kind, folder, made_at) VALUES (?, 'self', NULL, ?)").run(space, at);
  db.prepare('INSERT INTO member (space, identity) VALUES (?, ?)').run(space, identity);
}

/**
 * A new device writes a chain of its own, from the first packet, and says everything of mine again: the others keep what they
 * have and take in what they miss. The old device's chain goes on being read from where this vault stood in it: what it wrote
 * after the backup lies in the folder, sealed to itself as well.
 */
function startNewChain(db: Database, oldDevice: string): void {
  db.prepare(
    `INSERT INTO packet_in (space, device, seq, hash, head, at, content)
     SELECT space, ?, seq, hash, head, at, 0 FROM packet_out WHERE true ON CONFLICT DO NOTHING`,
  ).run(oldDevice);
  for (const table of ['packet_out', 'outgoing', 'acknowledged', 'list_laid']) {
    db.prepare(`DELETE FROM ${table}`).run();
  }
  db.prepare('INSERT INTO restate (space) SELECT id FROM space WHERE true ON CONFLICT DO NOTHING').run();
}

/**
 * Writes a person's device list: listed devices active, all others of theirs not. Listing another person's device brings it to
 * nobody, and does not bring it back either.
 */
export function storeDevices(db: Database, identity: string, list: DeviceList): void {
  db.prepare('UPDATE device SET active = 0 WHERE identity = ?').run(identity);
  const insert = db.prepare(
    `INSERT INTO device (id, identity, sign, recipient, active) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET active = 1 WHERE device.identity = excluded.identity`,
  );
  for (const device of list.devices) insert.run(device.id, identity, device.sign, device.recipient);
}

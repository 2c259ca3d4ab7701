import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { bytesToId } from '../items/ids.ts';
import { type Card, cardSchema, type DeviceList, deviceId, identityId, signCard } from './card.ts';
import { privateKeyFromText, privateKeyToText, publicKeyToText, signFor } from './signature.ts';

/** This vault's own device: a signing key, an age identity (hybrid post-quantum), an id. */
export type OwnDevice = { readonly id: string; readonly sign: KeyObject; readonly ageIdentity: string };

const storedDeviceSchema = z.object({ id: z.string(), sign: z.string(), ageIdentity: z.string() });

/**
 * Signs a device list while the root key is open (at creation and when the recovery code is used: no other time).
 * The first time it founds the identity, its self-space and its first device; with `newDevice` it retires the device this
 * vault had and makes another, which a restored or copied vault needs before it may write again.
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
  const ageIdentity = await generateHybridIdentity();
  const recipient = await identityToRecipient(ageIdentity);
  const keys = generateKeyPairSync('ed25519');
  const signText = publicKeyToText(keys.publicKey);
  const id = deviceId(signText);
  const list: DeviceList = {
    format: 1,
    root: rootText,
    number: (old?.list.number ?? 0) + 1,
    devices: [{ id, sign: signText, recipient }],
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
  const device = { id, sign: privateKeyToText(keys.privateKey), ageIdentity };
  db.transaction(() => found(db, identity, card, device, options.now))();
}

/** My own contact card. Throws 'not_found' before an identity was founded. */
export function myCard(db: Database): Card {
  const card = storedCard(db);
  if (card === null) throw new AppError('not_found', 'this vault has no identity yet');
  return card;
}

/** This vault's device with its private keys. Throws 'not_found' before an identity was founded. */
export function ownDevice(db: Database): OwnDevice {
  const row = db.prepare("SELECT value FROM setting WHERE key = 'device'").get() as
    | { value: string }
    | undefined;
  if (row === undefined) throw new AppError('not_found', 'this vault has no device yet');
  const stored = storedDeviceSchema.parse(JSON.parse(row.value));
  return { id: stored.id, sign: privateKeyFromText(stored.sign), ageIdentity: stored.ageIdentity };
}

function storedCard(db: Database): Card | null {
  const row = db.prepare("SELECT card FROM identity WHERE state = 'me'").get() as
    | { card: string }
    | undefined;
  return row === undefined ? null : cardSchema.parse(JSON.parse(row.card));
}

function found(
  db: Database,
  identity: string,
  card: Card,
  device: z.infer<typeof storedDeviceSchema>,
  now: Date,
): void {
  const at = now.toISOString();
  db.prepare(
    `INSERT INTO identity (id, name, state, card, added_at) VALUES (?, ?, 'me', ?, ?)
     ON CONFLICT (id) DO UPDATE SET card = excluded.card`,
  ).run(identity, card.name, toCanonical(card), at);
  db.prepare(
    "INSERT INTO setting (key, value) VALUES ('device', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(JSON.stringify(device));
  storeDevices(db, identity, card.list);
  const self = db.prepare("SELECT id FROM space WHERE kind = 'self'").get();
  if (self !== undefined) return;
  const space = bytesToId(randomBytes(17));
  db.prepare("INSERT INTO space (id, kind, folder, made_at) VALUES (?, 'self', NULL, ?)").run(space, at);
  db.prepare('INSERT INTO member (space, identity) VALUES (?, ?)').run(space, identity);
}

/** Writes a person's device list: listed devices active, all others of theirs not. */
export function storeDevices(db: Database, identity: string, list: DeviceList): void {
  db.prepare('UPDATE device SET active = 0 WHERE identity = ?').run(identity);
  const insert = db.prepare(
    `INSERT INTO device (id, identity, sign, recipient, active) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET active = 1`,
  );
  for (const device of list.devices) insert.run(device.id, identity, device.sign, device.recipient);
}

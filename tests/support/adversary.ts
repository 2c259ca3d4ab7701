import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { myCard, type OwnDevice, ownDevice } from '../../electron/core/exchange/identity.ts';
import { type Payload, sealPacket } from '../../electron/core/exchange/packet.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { newId, sha256 } from '../../electron/core/items/ids.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import type { TestCore } from './core.ts';
import { packetPlain } from './packetBytes.ts';

/** What somebody with their own joined vault, and a program they wrote themselves, can do to the other. */
export type Adversary = {
  readonly device: OwnDevice;
  /** The recipient string of the victim's device. */
  readonly victim: string;
  readonly folder: string;
  /** A payload that would be accepted next, with these revisions. */
  payload(revisions: Payload['revisions'], changes?: Partial<Payload>): Payload;
  /** Seals it as our program would and lays it under `name` (default: its own number). */
  lay(payload: Payload, name?: string): Promise<string>;
  layBytes(name: string, bytes: Uint8Array): string;
  /** Seals any bytes as the packed payload, signed by `device` unless another key is given. */
  sealRaw(packed: Uint8Array, signature?: Uint8Array): Promise<Uint8Array>;
  revision(changes: Record<string, unknown>): { hash: string; bytes: string };
};

export function adversary(
  attacker: TestCore,
  victim: TestCore,
  space: string,
  sharedFolder: string,
): Adversary {
  const db = attacker.session().deps.vault.db();
  const device = ownDevice(db);
  const victimDevice = myCard(victim.session().deps.vault.db()).list.devices[0];
  if (victimDevice === undefined) throw new Error('the victim has no device');
  const folder = join(sharedFolder, space, device.id);
  mkdirSync(folder, { recursive: true });
  const last = db
    .prepare('SELECT seq, hash FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 1')
    .get(space) as { seq: number; hash: string } | undefined;
  const made = { seq: last?.seq ?? 0, hash: last?.hash ?? null };

  function payload(revisions: Payload['revisions'], changes: Partial<Payload> = {}): Payload {
    return {
      format: 1,
      minReader: 1,
      space,
      device: device.id,
      recipients: [victimDevice?.id ?? ''],
      list: 1,
      seq: made.seq + 1,
      previous: made.hash,
      acks: {},
      head: '',
      revisions,
      ...changes,
    };
  }

  async function lay(next: Payload, name = `${next.seq}.age`): Promise<string> {
    const sealed = await sealPacket(next, device, [victimDevice?.recipient ?? '']);
    const honest = next.seq === made.seq + 1 && next.previous === made.hash && next.space === space;
    if (honest && name === `${next.seq}.age`) Object.assign(made, { seq: next.seq, hash: sealed.hash });
    return layBytes(name, sealed.bytes);
  }

  function layBytes(name: string, bytes: Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  async function sealRaw(packed: Uint8Array, signature?: Uint8Array): Promise<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(victimDevice?.recipient ?? '');
    return encrypter.encrypt(packetPlain(packed, signature ?? device.sign));
  }

  function revision(changes: Record<string, unknown>): { hash: string; bytes: string } {
    const bytes = toCanonical({
      format: 1,
      minReader: 1,
      item: newId(attacker.platform),
      kind: 'session',
      space,
      subject: null,
      parents: [],
      at: '2026-11-22T10:00:00.000Z',
      by: whoAmI(db).identity,
      body: { date: '2026-11-22' },
      ...changes,
    });
    return { hash: sha256(bytes), bytes };
  }

  return { device, victim: victimDevice.recipient, folder, payload, lay, layBytes, sealRaw, revision };
}

/** A signing key nobody listed. */
export function strangerKey() {
  return generateKeyPairSync('ed25519').privateKey;
}

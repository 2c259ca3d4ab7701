import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import canonicalize from 'canonicalize';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { readSetting } from '../db/setting.ts';
import { vaultSetting } from './settings.ts';
import type { UnsavedCall } from './vault.ts';

const callsSchema = z.array(z.object({ method: z.string(), input: z.unknown() }));

/**
 * Encrypts calls that could not be saved to the vault's own age identity, so that they can wait in memory while the
 * vault is locked. Several seals are kept one after another, each with its length (32 bits, big-endian) before it.
 */
export async function sealCalls(
  db: Database,
  calls: readonly UnsavedCall[],
  earlier: Uint8Array | null,
): Promise<Uint8Array | null> {
  if (calls.length === 0) return earlier;
  const identity = readSetting(db, vaultSetting.sealing);
  if (identity === null) throw new Error('The vault has no identity to seal to.');
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const sealed = await encrypter.encrypt(canonicalize(calls) ?? '[]');
  return Buffer.concat([earlier ?? new Uint8Array(0), framed(sealed)]);
}

/** Opens what was sealed to this vault; `rest` is what belongs to another vault and stays sealed. */
export async function openSealed(
  db: Database,
  sealed: Uint8Array | null,
): Promise<{ calls: UnsavedCall[]; rest: Uint8Array | null }> {
  const identity = readSetting(db, vaultSetting.sealing);
  if (sealed === null || identity === null) return { calls: [], rest: sealed };
  const calls: UnsavedCall[] = [];
  const rest: Uint8Array[] = [];
  for (const part of partsOf(sealed)) {
    const text = await openPart(identity, part);
    if (text === null) rest.push(framed(part));
    else calls.push(...callsSchema.parse(JSON.parse(text)));
  }
  return { calls, rest: rest.length > 0 ? Buffer.concat(rest) : null };
}

async function openPart(identity: string, part: Uint8Array): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(part, 'text');
  } catch {
    return null;
  }
}

function framed(part: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return Buffer.concat([length, part]);
}

function partsOf(sealed: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(sealed);
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}

import type { KeyObject } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Payload } from '../../electron/core/exchange/packet.ts';
import { signFor } from '../../electron/core/exchange/signature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';

/** The deflated payload: what a packet's signature and hash are over. */
export function packed(payload: Payload): Buffer {
  return deflateRawSync(Buffer.from(toCanonical(payload), 'utf8'), { level: 9 });
}

/** What lies inside age, written here from FORMAT.md: `TVP` 01, the signature (made here when a key is given), the deflated payload. */
export function packetPlain(deflated: Uint8Array, signer: KeyObject | Uint8Array): Buffer {
  const signature = signer instanceof Uint8Array ? signer : signFor('packet', signer, deflated);
  return Buffer.concat([Buffer.from([0x54, 0x56, 0x50, 0x01]), signature, deflated]);
}

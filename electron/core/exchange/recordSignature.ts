import type { Database } from 'better-sqlite3';
import type { RecordSignature } from '../../../shared/model/signing.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';
import { identityId, readDeviceList } from './card.ts';
import { myCard, ownDevice } from './identity.ts';
import { isSignedFor, publicKeyFromText, signFor } from './signature.ts';

/** This device's signature under the bytes of a record, with its maker's note and the time on their clock. */
export function signRecord(
  db: Database,
  record: string,
  said: { readonly note: string; readonly now: Date },
): RecordSignature {
  const device = ownDevice(db);
  const { list, listSignature } = myCard(db);
  const hash = sha256(record);
  const at = said.now.toISOString();
  const payload = signedPayload({ by: identityId(list.root), hash, note: said.note, at });
  return {
    hash,
    device: device.id,
    signature: signFor('record', device.sign, payload).toString('base64'),
    note: said.note,
    at,
    list: toCanonical(list),
    listSignature,
  };
}

/**
 * Whether a device of this person signed exactly these bytes with exactly this note and time. It needs nothing but what is
 * given: the signature carries the device list, and a person's id is the hash of the root key that signed that list. So a
 * device that was replaced since still counts for what it signed.
 */
export function isRecordSignedBy(identity: string, record: string, signed: RecordSignature): boolean {
  const list = readDeviceList(signed.list, signed.listSignature);
  const device = list?.devices.find((one) => one.id === signed.device);
  if (list === null || device === undefined || identityId(list.root) !== identity) return false;
  if (sha256(record) !== signed.hash) return false;
  return isSignedFor(
    'record',
    publicKeyFromText(device.sign),
    signedPayload({ ...signed, by: identity }),
    Buffer.from(signed.signature, 'base64'),
  );
}

/** What a signature covers: who signs which record (by hash), with which note, and when by their own clock. */
function signedPayload(signed: { by: string; hash: string; note: string; at: string }): Buffer {
  const { by, hash, note, at } = signed;
  return Buffer.from(toCanonical({ format: 1, record: hash, by, note, at }), 'utf8');
}

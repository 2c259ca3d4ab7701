import type { Database } from 'better-sqlite3';
import type { RecordSignature } from '../../../shared/model/signing.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';
import { identityId, readDeviceList } from './card.ts';
import { myCard, ownDevice } from './identity.ts';
import { isTextSignedFor, signFor } from './signature.ts';

/**
 * This device's signature under the bytes of a record, with its maker's note and the time on their clock. `after` is the
 * proposer's signature when this is the second one, else null.
 */
export function signRecord(
  db: Database,
  record: string,
  said: { readonly note: string; readonly now: Date; readonly after: string | null },
): RecordSignature {
  const device = ownDevice(db);
  const { list, listSignature } = myCard(db);
  const hash = sha256(record);
  const at = said.now.toISOString();
  const { note, after } = said;
  const payload = signedPayload({ by: identityId(list.root), hash, note, at, after });
  return {
    hash,
    device: device.id,
    signature: signFor('record', device.sign, Buffer.from(payload)).toString('base64'),
    note,
    at,
    after,
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
  const payload = signedPayload({ ...signed, by: identity });
  return isTextSignedFor('record', device.sign, payload, signed.signature);
}

/** Whether these two signatures, each of which holds by itself, are the proposer's and the one that answers it. */
export function isAnswerTo(proposed: RecordSignature, signed: RecordSignature): boolean {
  return proposed.after === null && signed.after === proposed.signature;
}

/** What a signature covers: who signs which record (by hash), after whose signature, with which note, and when. */
function signedPayload(
  signed: Pick<RecordSignature, 'hash' | 'note' | 'at' | 'after'> & { by: string },
): string {
  const { by, hash, note, at, after } = signed;
  return toCanonical({ format: 1, record: hash, by, note, at, after });
}

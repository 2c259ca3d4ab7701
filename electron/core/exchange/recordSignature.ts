import type { Database } from 'better-sqlite3';
import { ownDevice } from './identity.ts';
import { isSignedFor, publicKeyFromText, signFor } from './signature.ts';

/** This device's Ed25519 signature over the bytes of a record, base64. */
export function signRecord(db: Database, record: string): { device: string; signature: string } {
  const device = ownDevice(db);
  const signature = signFor('record', device.sign, Buffer.from(record, 'utf8')).toString('base64');
  return { device: device.id, signature };
}

/** Whether a device of this person signed exactly these bytes. A retired device's earlier signatures still count. */
export function isRecordSignedBy(
  db: Database,
  identity: string,
  record: string,
  signed: { readonly device: string; readonly signature: string },
): boolean {
  const row = db
    .prepare('SELECT sign FROM device WHERE id = ? AND identity = ?')
    .get(signed.device, identity) as { sign: string } | undefined;
  if (row === undefined) return false;
  return isSignedFor(
    'record',
    publicKeyFromText(row.sign),
    Buffer.from(record, 'utf8'),
    Buffer.from(signed.signature, 'base64'),
  );
}

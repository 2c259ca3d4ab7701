import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { openPacket } from '../../electron/core/exchange/packet.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import type { TestCore } from './core.ts';
import { filesBelow } from './folderBytes.ts';

/** Everything in the shared folder that this person can open, each packet as the text of its whole payload; `passOver` are files left out. */
export async function packetsSeenBy(
  receiver: TestCore,
  sharedFolder: string,
  passOver: readonly string[] = [],
): Promise<string[]> {
  const db = receiver.session().deps.vault.db();
  const { id, ageIdentity } = ownDevice(db);
  const texts: string[] = [];
  for (const file of filesBelow(sharedFolder)) {
    const device = basename(dirname(file));
    if (device === id || passOver.includes(file)) continue;
    const sender = db.prepare('SELECT sign FROM device WHERE id = ?').get(device) as { sign: string };
    texts.push(toCanonical((await openPacket(readFileSync(file), [ageIdentity], sender.sign)).payload));
  }
  return texts;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { restate } from './healing.ts';
import { ownDevice } from './identity.ts';
import { recipientsOf } from './members.ts';

/**
 * Packets of this device that somebody still needs and that are no longer in the folder (another folder was chosen, files were
 * deleted) cannot be laid again: the vault keeps no sealed copies. Everything is said again instead.
 */
export async function noteLostPackets(deps: Deps, space: string, folder: string): Promise<void> {
  const db = deps.vault.db();
  const laid = prepared(
    db,
    `SELECT seq FROM packet_out WHERE space = ? AND bytes IS NULL AND pruned_at IS NULL
       AND seq > (SELECT coalesce(min(coalesce(acknowledged.seq, 0)), 0)
                  FROM device LEFT JOIN acknowledged ON acknowledged.device = device.id AND acknowledged.space = packet_out.space
                  WHERE device.id IN (SELECT value FROM json_each(?)))`,
  ).all(space, JSON.stringify(recipientsOf(db, space).map(({ id }) => id))) as { seq: number }[];
  if (laid.length === 0) return;
  const there = new Set(await readdir(join(folder, space, ownDevice(db).id)).catch(() => []));
  const lost = laid.filter(({ seq }) => !there.has(`${seq}.age`));
  if (lost.length === 0) return;
  db.transaction(() => {
    const at = deps.platform.now().toISOString();
    const forget = db.prepare('UPDATE packet_out SET pruned_at = ? WHERE space = ? AND seq = ?');
    for (const { seq } of lost) forget.run(at, space, seq);
    restate(db, space);
  })();
}

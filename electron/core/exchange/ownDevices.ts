import type { Database } from 'better-sqlite3';
import type { Deps } from '../deps.ts';
import { inOneTransaction } from '../items/commit.ts';
import { followSoon } from '../items/followIndex.ts';
import { whoAmI } from '../items/me.ts';
import { forgetReplaced, noteOwnChanges } from '../items/ownVersions.ts';
import { recipientsOf } from './members.ts';

/** A private item goes to my other devices when it has not been written in for this long. */
const restsFor = 10_000;

/** What changed and rests now becomes versions for my other devices; what all of them have is let go. */
export function tellOwnDevices(deps: Deps, space: string, hasTaken: boolean): void {
  const before = new Date(deps.platform.now().getTime() - restsFor).toISOString();
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    if (recipientsOf(db, space).length > 0) noteOwnChanges(db, before);
    if (hasTaken && isEverythingThere(db, space)) forgetReplaced(db);
  });
  if (hasTaken) followSoon(deps);
}

/** For a person who asks: nothing rests any longer. */
export function tellEverythingNow(deps: Deps): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    if (recipientsOf(db, whoAmI(db).selfSpace).length > 0) noteOwnChanges(db, null);
  });
}

/** Every other device of mine has said that it took in all that this one wrote. */
function isEverythingThere(db: Database, space: string): boolean {
  if (db.prepare('SELECT 1 FROM outgoing WHERE space = ?').get(space) !== undefined) return false;
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM packet_out WHERE space = ?').pluck().get(space);
  const acknowledged = db.prepare('SELECT seq FROM acknowledged WHERE space = ? AND device = ?').pluck();
  return recipientsOf(db, space).every(({ id }) => Number(acknowledged.get(space, id) ?? 0) >= Number(last));
}

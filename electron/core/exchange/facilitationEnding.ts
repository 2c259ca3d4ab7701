import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import {
  agreedSuggestion,
  type Facilitation,
  facilitationParts,
  getFacilitation,
  pairOfRupture,
  rupturesOf,
} from '../items/facilitation.ts';
import { whoAmI } from '../items/me.ts';
import { getRepair } from '../items/repair.ts';
import { appendLedger } from './ledger.ts';

/** Whether a space is a facilitated one that has ended: nothing is sealed to anyone in it any more, and nothing taken in. */
export function isOver(db: Database, space: string): boolean {
  const row = prepared(
    db,
    "SELECT 1 FROM space WHERE id = ? AND kind = 'facilitated' AND closed_at IS NOT NULL",
  ).get(space);
  return row !== undefined;
}

export function isFacilitated(db: Database, space: string): boolean {
  return prepared(db, "SELECT 1 FROM space WHERE id = ? AND kind = 'facilitated'").get(space) !== undefined;
}

/**
 * Ends a facilitated space by the one statement there is for it, whatever made me end it. What I had shown and not sent yet
 * is not sent. Does nothing in one that has ended.
 */
export function endFacilitation(deps: Deps, space: string): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    if (isOver(db, space)) return;
    prepared(db, 'DELETE FROM outgoing WHERE space = ?').run(space);
    say(deps, { kind: 'facilitationEnd', space, body: {} });
    close(deps, space);
  });
}

/** Closes a space in which somebody's ending has arrived, also one that its owner took back. Nothing of mine is sent there after it. */
export function noteEnd(deps: Deps, space: string): void {
  const db = deps.vault.db();
  const said = prepared(db, "SELECT 1 FROM item WHERE space = ? AND kind = 'facilitationEnd'").get(space);
  if (said === undefined || isOver(db, space)) return;
  prepared(db, 'DELETE FROM outgoing WHERE space = ?').run(space);
  close(deps, space);
}

/**
 * Ends every space that no longer stands: it goes on only while the pair does, the repair does not rest, and both people's
 * yes is to whom they both said yes to. Returns whether one ended now. The facilitator's vault knows nothing of all this.
 */
export function endWhatNoLongerStands(deps: Deps): boolean {
  const db = deps.vault.db();
  const open = prepared(db, "SELECT id FROM space WHERE kind = 'facilitated' AND closed_at IS NULL")
    .pluck()
    .all() as string[];
  const over = open.filter((space) => !stands(db, getFacilitation(db, space)));
  for (const space of over) endFacilitation(deps, space);
  return over.length > 0;
}

function stands(db: Database, one: Facilitation): boolean {
  const isReplaced = facilitationParts.some((part) => isFormer(db, one.founding[part]));
  if (isReplaced) return false;
  if (one.me === 'facilitator') return true;
  // Whoever claims that it is for another rupture as well can end it with that, and not keep it open.
  const ruptures = rupturesOf(db, one);
  return ruptures.length > 0 && ruptures.every((rupture) => standsFor(db, one, rupture));
}

function standsFor(db: Database, one: Facilitation, rupture: string): boolean {
  const pair = pairOfRupture(db, rupture);
  if (pair.endedAt !== null) return false;
  const { paused, gate } = getRepair(db, rupture);
  if (paused.byMe || paused.byOther || gate === 'yes' || gate === 'notSure') return false;
  return agreedSuggestion(db, rupture, pair, one.founding) !== undefined;
}

function isFormer(db: Database, identity: string): boolean {
  return prepared(db, "SELECT 1 FROM identity WHERE id = ? AND state = 'former'").get(identity) !== undefined;
}

function close(deps: Deps, space: string): void {
  const db = deps.vault.db();
  const now = deps.platform.now();
  prepared(db, 'UPDATE space SET closed_at = ? WHERE id = ?').run(now.toISOString(), space);
  appendLedger(db, now, 'ended', space, space);
  for (const item of openInvitations(db, space)) withdraw(deps, item);
}

/** My invitation to a third person who has not come: it is taken back, so that they do not come into an empty room. */
function openInvitations(db: Database, space: string): string[] {
  return prepared(
    db,
    `SELECT item.id FROM item JOIN shown ON shown.item = item.id
       WHERE item.kind = 'facilitationInvite' AND item.owner = ? AND item.subject IS NULL
         AND json_extract(shown.body, '$.space') = ?
         AND NOT EXISTS (
           SELECT 1 FROM item AS here WHERE here.space = ? AND here.kind = 'facilitationHere'
             AND here.owner = json_extract(shown.body, '$.facilitator')
         )`,
  )
    .pluck()
    .all(whoAmI(db).identity, space, space) as string[];
}

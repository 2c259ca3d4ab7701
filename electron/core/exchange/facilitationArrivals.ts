import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { getFacilitation } from '../items/facilitation.ts';
import { getPair } from '../items/pair.ts';
import { statementsOf } from '../items/read.ts';
import { isFacilitated } from './facilitationEnding.ts';
import { readFacilitationInvite } from './facilitationInvite.ts';
import { appendLedger } from './ledger.ts';

/** What an entry is about that says a third person was asked: kept apart from that of joining with them. */
export function thirdAbout(identity: string): string {
  return `third ${identity}`;
}

/** Who was asked and who came, as far as this space says, before a packet is taken in. */
export function thirdsIn(db: Database, space: string): ReadonlySet<string> {
  const items = prepared(
    db,
    "SELECT id FROM item WHERE space = ? AND kind IN ('facilitationInvite', 'facilitationHere')",
  )
    .pluck()
    .all(space) as string[];
  return new Set(items);
}

/** A third person's access is in the ledger of both: that they were asked, and that they came. */
export function noteThirds(deps: Deps, space: string, before: ReadonlySet<string>): void {
  const db = deps.vault.db();
  const now = deps.platform.now();
  const arrived = [...thirdsIn(db, space)].filter((item) => !before.has(item));
  if (arrived.length === 0) return;
  const isNew = (one: { readonly item: string }) => arrived.includes(one.item);
  if (isPair(db, space)) {
    for (const invite of statementsOf(db, 'facilitationInvite', space).filter(isNew)) {
      if (invite.subject === null || readFacilitationInvite(db, invite, getPair(db, space)) === null)
        continue;
      appendLedger(db, now, 'joined', space, thirdAbout(invite.body.facilitator));
    }
  }
  if (isFacilitated(db, space)) {
    const { me, people } = getFacilitation(db, space);
    const { identity, isHere } = people.facilitator;
    const came = statementsOf(db, 'facilitationHere', space).filter(isNew);
    if (me === 'facilitator' || !isHere || !came.some((here) => here.owner === identity)) return;
    appendLedger(db, now, 'joined', space, identity);
  }
}

function isPair(db: Database, space: string): boolean {
  return prepared(db, "SELECT 1 FROM space WHERE id = ? AND kind = 'pair'").get(space) !== undefined;
}

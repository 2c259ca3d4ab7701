import type { Database } from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction } from '../items/commit.ts';
import { getPair } from '../items/pair.ts';
import { statementsOf } from '../items/read.ts';
import { readSubject } from '../items/recordSubject.ts';
import { endWhatNoLongerStands } from './facilitationEnding.ts';
import { appendLedger } from './ledger.ts';
import { readSigning } from './signing.ts';

export type Ending =
  | { readonly how: 'left'; readonly by: string; readonly at: string }
  | { readonly how: 'agreed'; readonly at: string };

/** How the two ended their pair: one of them left, or both signed a leaving. Null while it goes on. */
export function endingOf(db: Database, space: string): Ending | null {
  const [left] = statementsOf(db, 'left', space);
  if (left !== undefined) return { how: 'left', by: left.owner, at: left.at };
  for (const { item } of statementsOf(db, 'leaving', space)) {
    const [signed] = readSigning(readSubject(db, item)).signed;
    if (signed !== undefined) {
      const at =
        signed.signatures
          .map((signature) => signature.at)
          .sort()
          .at(-1) ?? '';
      return { how: 'agreed', at };
    }
  }
  return null;
}

/**
 * Marks every pair that its two have ended, here or there, so that nothing new is begun in it, and ends what a third person came to
 * where it no longer stands. Returns whether one ended now.
 */
export function noteEndings(deps: Deps): boolean {
  const db = deps.vault.db();
  const candidates = prepared(
    db,
    `SELECT id FROM space WHERE kind = 'pair' AND closed_at IS NULL
       AND EXISTS (SELECT 1 FROM item WHERE item.space = space.id AND item.kind IN ('left', 'leaving'))`,
  )
    .pluck()
    .all() as string[];
  const ended = candidates.filter((space) => noteEnding(deps, space));
  return endWhatNoLongerStands(deps) || ended.length > 0;
}

function noteEnding(deps: Deps, space: string): boolean {
  const db = deps.vault.db();
  if (endingOf(db, space) === null) return false;
  inOneTransaction(deps, () => {
    const now = deps.platform.now();
    prepared(db, 'UPDATE space SET closed_at = ? WHERE id = ?').run(now.toISOString(), space);
    appendLedger(db, now, 'ended', space, getPair(db, space).other.identity);
  });
  return true;
}

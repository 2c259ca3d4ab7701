import { isDiskFull } from '../failure.ts';
import { inChunks } from './chunks.ts';
import { type CommitDeps, eraseItem } from './commit.ts';
import { followNow } from './followIndex.ts';
import { removeBatch, unfinishedBatches } from './importBatch.ts';

/** Days that a removed item can be put back. */
const keptDays = 30;

const day = 86_400_000;

/** The instant from which an item removed at `removedAt` is erased for good. */
export function erasedFrom(removedAt: string): string {
  return new Date(Date.parse(removedAt) + keptDays * day).toISOString();
}

/**
 * What every unlock clears away: the leftovers of an import that a crash or a lock cut short, removed items whose 30 days
 * are over, and words that a crash left in the search index. A full disk must not keep anyone out: it is tried again at the next unlock.
 */
export async function tidyAfterUnlock(deps: CommitDeps): Promise<void> {
  try {
    for (const batch of unfinishedBatches(deps.vault.db())) await removeBatch(deps, batch);
    await eraseLongRemoved(deps);
    followNow(deps);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

async function eraseLongRemoved(deps: CommitDeps): Promise<void> {
  const before = new Date(deps.platform.now().getTime() - keptDays * day).toISOString();
  const rows = deps.vault.db().prepare('SELECT id FROM item WHERE removed_at <= ?').all(before) as {
    id: string;
  }[];
  if (rows.length === 0) return;
  await inChunks(deps, rows, (row) => eraseItem(deps, row.id));
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
}

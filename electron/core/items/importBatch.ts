import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { readSetting, removeSetting, writeSetting } from '../db/setting.ts';
import { inChunks } from './chunks.ts';
import { type CommitDeps, eraseItem, inOneTransaction } from './commit.ts';

/** Batches that began and did not end. What they brought in is no one's yet. */
const setting = 'import.unfinished';
const batchesSchema = z.array(z.string());

export function beginBatch(deps: CommitDeps, batch: string): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    writeSetting(db, setting, JSON.stringify([...unfinishedBatches(db), batch]));
  });
}

/** From here on the batch's items are the person's like any other. */
export function endBatch(deps: CommitDeps, batch: string): void {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const left = unfinishedBatches(db).filter((other) => other !== batch);
    if (left.length === 0) removeSetting(db, setting);
    else writeSetting(db, setting, JSON.stringify(left));
  });
}

export function unfinishedBatches(db: Database): string[] {
  const text = readSetting(db, setting);
  return text === null ? [] : batchesSchema.parse(JSON.parse(text));
}

/** Erases everything a batch brought in, then forgets that it ever was. Safe to be cut short and run again. */
export async function removeBatch(deps: CommitDeps, batch: string): Promise<void> {
  const rows = deps.vault.db().prepare('SELECT id FROM item WHERE batch = ?').all(batch) as { id: string }[];
  await inChunks(deps, rows, (row) => eraseItem(deps, row.id));
  endBatch(deps, batch);
}

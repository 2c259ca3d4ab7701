import type { Database } from 'better-sqlite3';
import type { Output } from '../../../shared/contract/index.ts';
import { type KeptKind, keptKinds } from '../../../shared/model/kept.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { eraseItem, inOneTransaction, setRemoved } from '../items/commit.ts';

type Which = { readonly item: string };

function removeKept(deps: Deps, { item }: Which): Output<'kept.remove'> {
  mustBeKept(deps.vault.db(), item);
  setRemoved(deps, item, true);
  return {};
}

function restoreKept(deps: Deps, { item }: Which): Output<'kept.restore'> {
  mustBeKept(deps.vault.db(), item);
  setRemoved(deps, item, false);
  return {};
}

function eraseKept(deps: Deps, { item }: Which): Output<'kept.erase'> {
  const db = deps.vault.db();
  mustBeKept(db, item);
  inOneTransaction(deps, () => {
    eraseItem(deps, item);
    appendLedger(db, deps.platform.now(), 'erasure', null, item);
  });
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  db.pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

function mustBeKept(db: Database, item: string): void {
  const kind = db.prepare('SELECT kind FROM item WHERE id = ?').pluck().get(item);
  if (!keptKinds.includes(kind as KeptKind)) throw new AppError('not_found', 'there is no such entry');
}

export const keptApi = {
  'kept.remove': removeKept,
  'kept.restore': restoreKept,
  'kept.erase': eraseKept,
} as const;

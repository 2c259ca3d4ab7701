import type { Body } from '../../../shared/model/kinds.ts';
import type { KeptKind } from '../../../shared/model/kept.ts';
import { AppError } from '../../../shared/result.ts';
import { type CommitDeps, inOneTransaction, saveDraft } from './commit.ts';
import { whoAmI } from './me.ts';
import { draftsOf, getDraft } from './read.ts';

type Entry<K extends KeptKind> = { readonly item: string } & Body<K>;

/**
 * Keeps an entry for its owner alone; `item` null makes a new one. Throws 'bad_input' when it says nothing, 'not_found' for an
 * item that is none of its kind.
 */
export function keepEntry<K extends KeptKind>(
  deps: CommitDeps,
  entry: {
    readonly kind: K;
    readonly item: string | null;
    readonly body: Body<K>;
    readonly isEmpty: boolean;
  },
): { item: string } {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind, item, body } = entry;
    if (entry.isEmpty) throw new AppError('bad_input', `a ${kind} that says nothing is not kept`);
    const known = item === null ? {} : { item: getDraft(db, kind, item).item };
    return { item: saveDraft(deps, { kind, space: whoAmI(db).selfSpace, body, ...known }) };
  });
}

/** Every entry of a kind, oldest day first; those of one day in the order they were made. */
export function entriesByDay<K extends Exclude<KeptKind, 'modellingAnswer'>>(
  deps: CommitDeps,
  kind: K,
): Entry<K>[] {
  return draftsOf(deps.vault.db(), kind)
    .map(({ item, body }) => ({ item, ...(body as Body<K>) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Throws 'date_in_future' for a civil date after `today`. */
export function mustHaveCome(date: string, today: string): void {
  if (date > today) throw new AppError('date_in_future', 'this day has not come yet');
}

import type { Database } from 'better-sqlite3';
import type { Body, Kind } from '../../../shared/model/kinds.ts';
import { type CommitDeps, inOneTransaction, say, withdraw } from './commit.ts';
import { whoAmI } from './me.ts';

/**
 * Says the one thing of a kind that I say about a subject (or, with null, in a space); null takes it back. The item is the same
 * every time, also after it was taken back. Where two devices of mine each made one while apart, the other is taken back, so
 * that nothing older comes to the fore again.
 */
export function sayOwn<K extends Kind>(
  deps: CommitDeps,
  said: {
    readonly kind: K;
    readonly space: string;
    readonly subject: string | null;
    readonly body: Body<K> | null;
  },
): void {
  inOneTransaction(deps, () => {
    const { kind, space, subject, body } = said;
    const [first, ...others] = ownItems(deps.vault.db(), said);
    const tookBack = body === null && first !== undefined ? [first, ...others] : others;
    for (const one of tookBack) if (one.shown === 1) withdraw(deps, one.item);
    if (body === null) return;
    say(deps, { kind, space, subject, body, ...(first === undefined ? {} : { item: first.item }) });
  });
}

function ownItems(
  db: Database,
  which: { readonly kind: Kind; readonly space: string; readonly subject: string | null },
): { item: string; shown: number }[] {
  return db
    .prepare(
      `SELECT item.id AS item, shown.body IS NOT NULL AS shown
       FROM item LEFT JOIN shown ON shown.item = item.id
       WHERE item.kind = ? AND item.space = ? AND item.subject IS ? AND item.owner = ?
       ORDER BY item.made_at, item.id`,
    )
    .all(which.kind, which.space, which.subject, whoAmI(db).identity) as { item: string; shown: number }[];
}

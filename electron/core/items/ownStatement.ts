import type { Database } from 'better-sqlite3';
import type { Body, Kind } from '../../../shared/model/kinds.ts';
import { type CommitDeps, say, withdraw } from './commit.ts';
import { whoAmI } from './me.ts';

/**
 * Says the one thing of a kind that I say about a subject (or, with null, in a space); null takes it back. The item is the same
 * every time, also after it was taken back, so that there are never two of mine.
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
  const { kind, space, subject, body } = said;
  const mine = ownItem(deps.vault.db(), said);
  if (body !== null) say(deps, { kind, space, subject, body, ...(mine === null ? {} : { item: mine.item }) });
  else if (mine?.shown) withdraw(deps, mine.item);
}

function ownItem(
  db: Database,
  which: { readonly kind: Kind; readonly space: string; readonly subject: string | null },
): { item: string; shown: boolean } | null {
  const row = db
    .prepare(
      `SELECT item.id AS item, shown.body IS NOT NULL AS shown
       FROM item LEFT JOIN shown ON shown.item = item.id
       WHERE item.kind = ? AND item.space = ? AND item.subject IS ? AND item.owner = ?
       ORDER BY item.made_at, item.id
       LIMIT 1`,
    )
    .get(which.kind, which.space, which.subject, whoAmI(db).identity) as
    | { item: string; shown: number }
    | undefined;
  return row === undefined ? null : { item: row.item, shown: row.shown === 1 };
}

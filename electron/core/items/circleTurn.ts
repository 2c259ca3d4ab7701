import type { Database } from 'better-sqlite3';
import type { TurnDraft } from '../../../shared/contract/circles.ts';
import { whoAmI } from './me.ts';
import { draftsUnder } from './read.ts';
import { stampOf } from './sessionDrafts.ts';

/** My working copies in a meeting, each with the round it belongs to. */
export function turnDrafts(db: Database, meeting: string): TurnDraft[] {
  const isShown = db.prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL');
  return draftsUnder(db, meeting).flatMap((draft): TurnDraft[] =>
    draft.kind !== 'circleTurn' || draft.subject === null
      ? []
      : [
          {
            item: draft.item,
            round: draft.subject,
            text: draft.body.text,
            asked: draft.body.asked,
            shown: isShown.get(draft.item) !== undefined,
            stamp: stampOf(draft.body),
          },
        ],
  );
}

/** My own turn in a round: what I am writing, else what I have shown, else what I took back. Undefined when there is none. */
export function myTurn(db: Database, round: string): string | undefined {
  const row = db
    .prepare(
      `SELECT item.id AS id
       FROM item LEFT JOIN working_copy ON working_copy.item = item.id LEFT JOIN shown ON shown.item = item.id
       WHERE item.kind = 'circleTurn' AND item.subject = ? AND item.owner = ?
       ORDER BY working_copy.item IS NULL, shown.body IS NULL, item.id`,
    )
    .get(round, whoAmI(db).identity) as { id: string } | undefined;
  return row?.id;
}

import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { TurnDraft } from '../../../shared/contract/circles.ts';
import { prepared } from '../db/prepared.ts';
import { whoAmI } from './me.ts';
import { firstPlaceOf } from './pageProjection.ts';
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

/**
 * My own turn in a round: what I am writing, else what I have shown, else what I took back. Undefined when there is none. Of two,
 * written on two computers, the one that the round shows first.
 */
export function myTurn(db: Database, round: string): string | undefined {
  const row = prepared(
    db,
    `SELECT item.id AS id
       FROM item LEFT JOIN working_copy ON working_copy.item = item.id LEFT JOIN shown ON shown.item = item.id
       WHERE item.kind = 'circleTurn' AND item.subject = ? AND item.owner = ?
       ORDER BY working_copy.item IS NULL, shown.body IS NULL, json_extract(shown.body, '$.passed'),
         shown.at, shown.hash, item.id`,
  ).get(round, whoAmI(db).identity) as { id: string } | undefined;
  return row?.id;
}

/** Something I said, or am writing, in a circle, as search shows it. `place` sorts by the meeting's date, as pages do. */
export type TurnOfMine = {
  readonly item: string;
  readonly place: number;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly turn: { readonly meeting: string; readonly round: string };
};

const turnRowSchema = z.object({
  item: z.string(),
  round: z.string(),
  meeting: z.string(),
  date: z.string(),
  title: z.string(),
  text: z.string(),
});

/** After every page of the same day. */
const behindPages = 2 ** 23;

/** All my turns with words, the newest words of each. */
export function myTurns(db: Database): TurnOfMine[] {
  const rows = prepared(
    db,
    `SELECT item.id AS item, round.id AS round, meeting.id AS meeting,
         json_extract(opening.body, '$.date') AS date, json_extract(opening.body, '$.title') AS title,
         json_extract(coalesce(working_copy.body, shown.body), '$.text') AS text
       FROM item JOIN item AS round ON round.id = item.subject JOIN item AS meeting ON meeting.id = round.subject
         JOIN shown AS opening ON opening.item = meeting.id AND opening.body IS NOT NULL
         LEFT JOIN working_copy ON working_copy.item = item.id LEFT JOIN shown ON shown.item = item.id
       WHERE item.kind = 'circleTurn' AND item.owner = ? AND coalesce(working_copy.body, shown.body) IS NOT NULL
       ORDER BY item.id`,
  ).all(whoAmI(db).identity);
  return turnRowSchema
    .array()
    .parse(rows)
    .flatMap(({ round, meeting, ...row }, index) =>
      row.text === ''
        ? []
        : [{ ...row, place: firstPlaceOf(row.date) + behindPages + index, turn: { meeting, round } }],
    );
}

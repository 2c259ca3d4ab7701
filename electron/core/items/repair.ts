import type { Database } from 'better-sqlite3';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import {
  foldRupture,
  isRuptureStatement,
  ruptureKinds,
  type RuptureStatement,
} from '../../../shared/model/foldRupture.ts';
import { type RuptureView, stageKey } from '../../../shared/model/ruptureView.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { whoAmI } from './me.ts';
import { getPair, type Pair } from './pair.ts';
import { draftsUnder, type KnownDraft, spaceOf, statementsOfKinds, statementsUnder } from './read.ts';
import { gateIn } from './ruptureGate.ts';

/** Named ruptures, the latest first; one whose words were taken back only while something of mine stands in it. */
function sharedRuptures(db: Database): { id: string; space: string }[] {
  return prepared(
    db,
    `SELECT item.id AS id, item.space AS space
       FROM item JOIN shown ON shown.item = item.id
       WHERE item.kind = 'rupture' AND (SELECT kind FROM space WHERE space.id = item.space) = 'pair'
         AND (shown.body IS NOT NULL OR EXISTS (
           SELECT 1
           FROM item AS child LEFT JOIN shown AS said ON said.item = child.id
             LEFT JOIN working_copy ON working_copy.item = child.id
           WHERE child.subject = item.id AND child.owner = ? AND child.kind NOT IN ('ruptureGate', 'rupturePaused')
             AND (said.body IS NOT NULL OR working_copy.item IS NOT NULL)
         ))
       ORDER BY item.made_at DESC, item.id`,
  ).all(whoAmI(db).identity) as { id: string; space: string }[];
}

/** One named rupture among all of them. */
export type FoldedRepair = {
  readonly rupture: string;
  readonly pair: Pair;
  readonly view: RuptureView;
  readonly said: readonly RuptureStatement[];
};

/** Every named rupture, the latest first, folded out of one reading of all that was said in any. */
export function foldAllRepairs(db: Database): FoldedRepair[] {
  const said = Map.groupBy(
    statementsOfKinds(db, ruptureKinds).filter(isRuptureStatement),
    (statement) => statement.subject ?? statement.item,
  );
  const pairs = new Map<string, Pair>();
  return sharedRuptures(db).map(({ id, space }) => {
    const pair = pairs.get(space) ?? getPair(db, space);
    pairs.set(space, pair);
    const statements = said.get(id) ?? [];
    const view = foldRupture(id, statements, pair.me.identity);
    return { rupture: id, pair, view, said: statements };
  });
}

/** A repair as I see it. Throws 'not_found' for an id that is no named rupture, 'not_joined' outside a pair. */
export function getRepair(db: Database, rupture: string): RepairView {
  const space = spaceOf(db, rupture);
  const row = prepared(db, 'SELECT kind FROM item WHERE id = ?').get(rupture) as { kind: string };
  if (row.kind !== 'rupture') throw new AppError('not_found', 'there is no such rupture');
  const pair = getPair(db, space);
  const view = foldRupture(
    rupture,
    statementsUnder(db, rupture).filter(isRuptureStatement),
    pair.me.identity,
  );
  const drafts = draftsUnder(db, rupture);
  const { gate, answeredAt } = gateIn(drafts);
  return {
    ...view,
    isReplaced: pair.isReplaced,
    acts: pair.isReplaced ? [] : view.acts,
    space,
    me: { name: pair.me.name, role: pair.me.role },
    other: { name: pair.other.name, role: pair.other.role ?? oppositeRole[pair.me.role] },
    gate,
    isGateDue: !pair.isReplaced && view.acts.length > 0 && !answeredAt.includes(stageKey(view)),
    note: noteOn(db, rupture),
    drafts: unshownWords(view, drafts),
  };
}

/** My own private note of a repair: the one it was named from, or one about what the other named; null when there is none. */
export function noteOn(db: Database, rupture: string): string | null {
  const item = prepared(
    db,
    `SELECT item.id FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.kind = 'ruptureNoticed' AND item.space = ? AND item.removed_at IS NULL
         AND (item.subject = ? OR json_extract(working_copy.body, '$.namedAs') = ?)
       ORDER BY item.made_at, item.id LIMIT 1`,
  )
    .pluck()
    .get(whoAmI(db).selfSpace, rupture, rupture);
  return typeof item === 'string' ? item : null;
}

/** The note a rupture was named from, also one that was deleted and can still be put back; null when it was erased. */
export function noteNamedAs(db: Database, rupture: string): string | null {
  const item = prepared(
    db,
    `SELECT item.id FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.kind = 'ruptureNoticed' AND item.space = ? AND json_extract(working_copy.body, '$.namedAs') = ?
       ORDER BY item.made_at, item.id LIMIT 1`,
  )
    .pluck()
    .get(whoAmI(db).selfSpace, rupture);
  return typeof item === 'string' ? item : null;
}

const oppositeRole = { supervisor: 'supervisee', supervisee: 'supervisor' } as const;

/** A draft that says just what is shown is no draft: a change that was thought better of. */
function unshownWords(view: RuptureView, drafts: readonly KnownDraft[]): RepairView['drafts'] {
  const words: { -readonly [K in keyof RepairView['drafts']]: RepairView['drafts'][K] } = {
    account: null,
    need: null,
  };
  const { account, need } = view.now.mine;
  for (const { kind, body } of drafts) {
    if (kind === 'ruptureAccount' && body.cycle === view.cycle) {
      const isShown = account?.howItWas === body.howItWas && account.myPart === body.myPart;
      if (!isShown) words.account = { howItWas: body.howItWas, myPart: body.myPart };
    }
    if (kind === 'ruptureNeed' && body.cycle === view.cycle) {
      const isShown = need?.need === body.need && need.iWill === body.iWill && need.by === body.by;
      if (!isShown) words.need = { need: body.need, iWill: body.iWill, by: body.by };
    }
  }
  return words;
}

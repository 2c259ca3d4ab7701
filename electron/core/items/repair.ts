import type { Database } from 'better-sqlite3';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { foldRupture, isRuptureStatement } from '../../../shared/model/foldRupture.ts';
import type { RuptureView } from '../../../shared/model/ruptureView.ts';
import { AppError } from '../../../shared/result.ts';
import { whoAmI } from './me.ts';
import { getPair } from './pair.ts';
import { draftsOf, draftsUnder, type KnownDraft, spaceOf, statementsUnder } from './read.ts';

/** Named ruptures, the latest first; one whose words were taken back only while something of mine stands in it. */
export function sharedRuptures(db: Database): string[] {
  const rows = db
    .prepare(
      `SELECT item.id AS id
       FROM item JOIN shown ON shown.item = item.id
         JOIN space ON space.id = item.space AND space.kind = 'pair'
       WHERE item.kind = 'rupture'
         AND (shown.body IS NOT NULL OR EXISTS (
           SELECT 1
           FROM item AS child LEFT JOIN shown AS said ON said.item = child.id
             LEFT JOIN working_copy ON working_copy.item = child.id
           WHERE child.subject = item.id AND child.owner = ? AND child.kind <> 'ruptureGate'
             AND (said.body IS NOT NULL OR working_copy.item IS NOT NULL)
         ))
       ORDER BY item.made_at DESC, item.id`,
    )
    .all(whoAmI(db).identity) as { id: string }[];
  return rows.map((row) => row.id);
}

/** A repair as I see it. Throws 'not_found' for an id that is no named rupture, 'not_joined' outside a pair. */
export function getRepair(db: Database, rupture: string): RepairView {
  const space = spaceOf(db, rupture);
  const row = db.prepare('SELECT kind FROM item WHERE id = ?').get(rupture) as { kind: string };
  if (row.kind !== 'rupture') throw new AppError('not_found', 'there is no such rupture');
  const pair = getPair(db, space);
  const view = foldRupture(
    rupture,
    statementsUnder(db, rupture).filter(isRuptureStatement),
    pair.me.identity,
  );
  const drafts = draftsUnder(db, rupture);
  const note = draftsOf(db, 'ruptureNoticed').find((d) => d.body.namedAs === rupture);
  return {
    ...view,
    space,
    me: { name: pair.me.name, role: pair.me.role },
    other: { name: pair.other.name, role: pair.other.role ?? oppositeRole[pair.me.role] },
    gate: drafts.find((d) => d.kind === 'ruptureGate')?.body.gate ?? null,
    note: note?.item ?? null,
    drafts: unshownWords(view, drafts),
  };
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

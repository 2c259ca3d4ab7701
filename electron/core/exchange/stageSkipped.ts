import type { Database } from 'better-sqlite3';
import { isRuptureStatement, type RuptureStatement } from '../../../shared/model/foldRupture.ts';
import type { Revision } from '../../../shared/model/revision.ts';
import { prepared } from '../db/prepared.ts';
import { whoAmI } from '../items/me.ts';

/**
 * Whether a statement in a repair skips a stage: what it must rest on was never said. Only that it was ever said counts, not what
 * it says now; words taken back keep their place. Call it for a revision whose kind and body have been checked.
 *
 * It is judged only where all it can rest on must be here: in a pair whose two people have had one device each all along, and with
 * nothing of a newer format held unread. A person's statements come in the order they were said (a packet that says everything again
 * keeps it), and what they answer of mine was said in this vault. With more devices, or after a vault came back from a backup, a
 * statement may only be early: it is stored, and the fold leaves it unsaid until its stage is there.
 */
export function skipsStage(db: Database, revision: Revision, hash: string): boolean {
  if (!isRuptureStatement(revision) || revision.body === null) return false;
  if (prepared(db, 'SELECT 1 FROM revision WHERE hash = ?').get(hash) !== undefined) return false;
  if (!mustKnowAll(db, revision.space)) return false;
  return !restsOnWhatWasSaid(db, revision, revision as unknown as RuptureStatement);
}

function mustKnowAll(db: Database, space: string): boolean {
  const isKnown = prepared(
    db,
    `SELECT space.kind = 'pair'
       AND NOT EXISTS (SELECT 1 FROM held WHERE held.space = space.id)
       AND NOT EXISTS (
         SELECT 1 FROM member JOIN device ON device.identity = member.identity
         WHERE member.space = space.id
         GROUP BY member.identity HAVING count(*) > 1
       )
     FROM space WHERE space.id = ?`,
  )
    .pluck()
    .get(space);
  return isKnown === 1;
}

function restsOnWhatWasSaid(db: Database, revision: Revision, statement: RuptureStatement): boolean {
  if (statement.kind === 'rupture') return true;
  const { subject } = revision;
  if (subject === null || !isNamed(db, subject, revision.space)) return false;
  const mine = saidBy(db, subject, whoAmI(db).identity);
  const theirs = saidBy(db, subject, revision.by);
  const byBoth = (kind: Said['kind'], cycle: number, round?: number) =>
    mine.some(isAt(kind, cycle, round)) && theirs.some(isAt(kind, cycle, round));
  switch (statement.kind) {
    case 'ruptureReply':
    case 'rupturePaused':
      return true;
    case 'ruptureAccount': {
      const { cycle } = statement.body;
      return cycle === 1 || [...mine, ...theirs].some(isAt('ruptureReopened', cycle));
    }
    case 'ruptureHeard':
      return wasAccount(db, subject, whoAmI(db).identity, statement.body.hash);
    case 'ruptureNeed':
      return byBoth('ruptureAccount', statement.body.cycle);
    case 'ruptureAgreed':
      return byBoth('ruptureNeed', statement.body.cycle);
    case 'ruptureCheck': {
      const { cycle, round } = statement.body;
      return round === 1 ? byBoth('ruptureAgreed', cycle) : byBoth('ruptureCheck', cycle, round - 1);
    }
    case 'ruptureSettled': {
      // Both answer each round, the first one before any other: one that both answered means that both answered the first.
      return byBoth('ruptureCheck', statement.body.cycle, 1);
    }
    case 'ruptureReopened':
      return byBoth('ruptureSettled', statement.body.cycle - 1);
  }
}

function isNamed(db: Database, rupture: string, space: string): boolean {
  return (
    prepared(db, "SELECT 1 FROM item WHERE id = ? AND space = ? AND kind = 'rupture'").get(rupture, space) !==
    undefined
  );
}

/** `cycle` and `round` are null for words that were taken back: which they were is erased with them. */
type Said = {
  readonly kind: RuptureStatement['kind'];
  readonly cycle: number | null;
  readonly round: number | null;
};

function saidBy(db: Database, rupture: string, owner: string): Said[] {
  return prepared(
    db,
    `SELECT item.kind AS kind, json_extract(shown.body, '$.cycle') AS cycle, json_extract(shown.body, '$.round') AS round
     FROM item JOIN shown ON shown.item = item.id
     WHERE item.subject = ? AND item.owner = ?`,
  ).all(rupture, owner) as Said[];
}

function isAt(kind: Said['kind'], cycle: number, round?: number): (said: Said) => boolean {
  return (said) =>
    said.kind === kind &&
    (said.cycle === null || (said.cycle === cycle && (round === undefined || said.round === round)));
}

/** Whether these were ever the words of this person's account; hashes outlive words that were taken back. */
function wasAccount(db: Database, rupture: string, owner: string, hash: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM revision JOIN item ON item.id = revision.item
       WHERE revision.hash = ? AND item.subject = ? AND item.owner = ? AND item.kind = 'ruptureAccount'`,
    ).get(hash, rupture, owner) !== undefined
  );
}

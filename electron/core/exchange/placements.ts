import type { Database } from 'better-sqlite3';
import {
  foldPlacement,
  type PlacementCommit,
  type PlacementReveal,
  type PlacementView,
} from '../../../shared/model/placement.ts';
import { commitmentOf } from './placementCommitment.ts';
import { isOnForBoth } from '../items/choices.ts';
import { type CommitDeps, eraseItem, inOneTransaction, say, withdraw } from '../items/commit.ts';
import { getPair, type Pair } from '../items/pair.ts';
import { draftsOf, statementsOf } from '../items/read.ts';
import { membersOf } from '../items/session.ts';

export type PlacementsOnFile = {
  readonly pair: Pair;
  readonly commits: readonly PlacementCommit[];
  readonly reveals: readonly PlacementReveal[];
};

/** Everything sealed and opened in a pair's space. */
export function readPlacements(db: Database, pair: Pair): PlacementsOnFile {
  return {
    pair,
    commits: statementsOf(db, 'placementCommit', pair.space),
    reveals: statementsOf(db, 'placementReveal', pair.space),
  };
}

/** What stands about one session or decision, the same in both vaults. */
export function viewPlacement(onFile: PlacementsOnFile, subject: string): PlacementView {
  const { pair, commits, reveals } = onFile;
  return foldPlacement({ subject, members: membersOf(pair), commits, reveals, commitmentOf });
}

/** My private placement of a session or decision, as far as it is not revealed. */
export function myPlacement(db: Database, subject: string) {
  return draftsOf(db, 'placement').find((draft) => draft.subject === subject);
}

/**
 * Opens what I have sealed and still want opened, once this vault holds both commitments: by itself, on a round of the
 * exchange. Returns how many were opened. Nothing is opened against a copy of my own commitment, against several of the
 * other's, or when theirs was opened already and does not fit or was meant for another of mine.
 */
export function revealSealed(deps: CommitDeps, space: string): number {
  const db = deps.vault.db();
  const sealed = draftsOf(db, 'placement').filter((draft) => draft.body.commit !== null);
  if (sealed.length === 0 || !isPair(db, space)) return 0;
  return inOneTransaction(deps, () => {
    const pair = getPair(db, space);
    if (!isOnForBoth(db, pair, 'placement')) return 0;
    const onFile = readPlacements(db, pair);
    let opened = 0;
    for (const { item, subject, body } of sealed) {
      const mine = onFile.commits.find((commit) => commit.item === body.commit);
      if (mine === undefined || subject === null || body.nonce === null) continue;
      // Another device of mine has opened it meanwhile.
      if (onFile.reveals.some((one) => one.body.mine === mine.body.commitment && one.owner === mine.owner)) {
        eraseItem(deps, item);
        continue;
      }
      const theirs = openable(onFile, mine, subject);
      if (theirs === null) continue;
      const reveal = { where: body.where, nonce: body.nonce, mine: mine.body.commitment, theirs };
      say(deps, { kind: 'placementReveal', space, subject, body: reveal });
      eraseItem(deps, item);
      opened += 1;
    }
    return opened;
  });
}

/** Takes back what I have sealed in a pair's space and nobody can read yet. The private placements stay, and are sealed no more. */
export function takeBackSealed(deps: CommitDeps, pair: Pair): void {
  const db = deps.vault.db();
  const { commits, reveals } = readPlacements(db, pair);
  for (const commit of commits) {
    const isMine = commit.owner === pair.me.identity;
    if (
      isMine &&
      reveals.every((reveal) => reveal.owner !== commit.owner || reveal.subject !== commit.subject)
    ) {
      withdraw(deps, commit.item);
    }
  }
}

/** The other's one commitment that mine may be opened against, or null. */
function openable(onFile: PlacementsOnFile, mine: PlacementCommit, subject: string): string | null {
  const other = onFile.pair.other.identity;
  const theirs = onFile.commits.filter((one) => one.owner === other && one.subject === subject);
  const [commit] = theirs;
  if (commit === undefined || theirs.length > 1) return null;
  const { commitment } = commit.body;
  if (commitment === mine.body.commitment) return null;
  const opened = onFile.reveals.filter((one) => one.owner === other && one.subject === subject);
  const fits = opened.every(
    ({ body }) =>
      body.mine === commitment &&
      body.theirs === mine.body.commitment &&
      commitmentOf({ nonce: body.nonce, where: body.where, author: other, subject }) === commitment,
  );
  return fits ? commitment : null;
}

function isPair(db: Database, space: string): boolean {
  return db.prepare("SELECT 1 FROM space WHERE id = ? AND kind = 'pair'").get(space) !== undefined;
}

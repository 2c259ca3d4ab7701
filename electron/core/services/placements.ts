import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { commitmentOf } from '../exchange/placementCommitment.ts';
import { myPlacement, readPlacements, viewPlacement } from '../exchange/placements.ts';
import { isOnForBoth, mustBeOn } from '../items/choices.ts';
import { eraseItem, inOneTransaction, say, saveDraft, withdraw } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, type Pair } from '../items/pair.ts';
import { getStatement, spaceOf } from '../items/read.ts';

function getPlacement(deps: Deps, input: Input<'placements.get'>): Output<'placements.get'> {
  const db = deps.vault.db();
  const { subject } = input;
  const pair = pairOf(deps, subject);
  if (!isOnForBoth(db, pair, 'placement')) return off;
  const onFile = readPlacements(db, pair);
  const { revealed, ignored, outdated } = viewPlacement(onFile, subject);
  const kept = myPlacement(db, subject)?.body;
  const opened = onFile.reveals.find((one) => one.owner === pair.me.identity && one.subject === subject);
  const myRole = pair.me.role;
  return {
    isOn: true,
    mine:
      opened !== undefined
        ? { where: opened.body.where, isSealed: true }
        : kept !== undefined
          ? { where: kept.where, isSealed: onFile.commits.some((one) => one.item === kept.commit) }
          : null,
    revealed,
    isTheirsIgnored: ignored.some((role) => role !== myRole),
    isMineOutdated: outdated.includes(myRole),
  };
}

const off: Output<'placements.get'> = {
  isOn: false,
  mine: null,
  revealed: null,
  isTheirsIgnored: false,
  isMineOutdated: false,
};

function savePlacement(deps: Deps, input: Input<'placements.save'>): Output<'placements.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { subject, where } = input;
    const pair = mustBeOn(db, pairOf(deps, subject).space, 'placement');
    mustNotBeSealed(deps, pair, subject);
    const known = myPlacement(db, subject);
    if (where === null) {
      if (known !== undefined) eraseItem(deps, known.item);
      return {};
    }
    const body = { where, nonce: null, commit: null };
    const draft = { kind: 'placement', space: whoAmI(db).selfSpace, subject, body } as const;
    saveDraft(deps, known === undefined ? draft : { ...draft, item: known.item });
    return {};
  });
}

/** A fresh nonce each time: what was sealed once and taken back can never be told from what is sealed now. */
function sealPlacement(deps: Deps, input: Input<'placements.seal'>): Output<'placements.seal'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { subject } = input;
    const { space, me } = mustBeOn(db, pairOf(deps, subject).space, 'placement');
    const known = myPlacement(db, subject);
    if (known === undefined) throw new AppError('not_found', 'there is no placement to seal');
    mustNotBeSealed(deps, getPair(db, space), subject);
    const { where } = known.body;
    const nonce = Buffer.from(deps.platform.randomBytes(32)).toString('hex');
    const commitment = commitmentOf({ nonce, where, author: me.identity, subject });
    const commit = say(deps, { kind: 'placementCommit', space, subject, body: { commitment } });
    const body = { where, nonce, commit };
    saveDraft(deps, { kind: 'placement', item: known.item, space: known.space, body });
    return {};
  });
}

function takePlacementBack(deps: Deps, input: Input<'placements.takeBack'>): Output<'placements.takeBack'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { subject } = input;
    const { commits, reveals } = readPlacements(db, pairOf(deps, subject));
    const me = whoAmI(db).identity;
    for (const one of [...reveals, ...commits]) {
      if (one.owner === me && one.subject === subject) withdraw(deps, one.item);
    }
    const known = myPlacement(db, subject);
    if (known !== undefined) {
      const body = { where: known.body.where, nonce: null, commit: null };
      saveDraft(deps, { kind: 'placement', item: known.item, space: known.space, body });
    }
    return {};
  });
}

function mustNotBeSealed(deps: Deps, pair: Pair, subject: string): void {
  const { commits } = readPlacements(deps.vault.db(), pair);
  if (commits.some((one) => one.owner === pair.me.identity && one.subject === subject)) {
    throw new AppError('conflict', 'this is sealed; it has to be taken back first');
  }
}

/** The pair whose session or decision this is. Throws 'not_found' for anything else, and for what nobody has shown. */
function pairOf(deps: Deps, subject: string): Pair {
  const db = deps.vault.db();
  const row = db.prepare('SELECT kind FROM item WHERE id = ?').get(subject) as { kind: string } | undefined;
  if (row?.kind !== 'session' && row?.kind !== 'decision') {
    throw new AppError('not_found', 'only a session or a decision can be placed');
  }
  getStatement(db, row.kind, subject);
  return getPair(db, spaceOf(db, subject));
}

export const placementsApi = {
  'placements.get': getPlacement,
  'placements.save': savePlacement,
  'placements.seal': sealPlacement,
  'placements.takeBack': takePlacementBack,
} as const;

import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PairView } from '../../../shared/contract/pairs.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { cardSchema } from '../exchange/card.ts';
import { storedContact } from '../exchange/contact.ts';
import { compareWords, pairSpaceId } from '../exchange/compareWords.ts';
import { endWhatNoLongerStands } from '../exchange/facilitationEnding.ts';
import { askNow } from '../exchange/healing.ts';
import { myCard, storeDevices } from '../exchange/identity.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { mustBeSharedFolder } from '../exchange/sharedFolder.ts';
import { exchangeStanding } from '../exchange/standing.ts';
import { tellEverythingNow } from '../exchange/ownDevices.ts';
import { syncAll } from '../exchange/sync.ts';
import { inOneTransaction, say } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, listPairs, type Pair } from '../items/pair.ts';
import { statementsOf } from '../items/read.ts';

/** Joins a pair once the words the other person sees are the ones computed here. Throws 'words_differ' otherwise. */
export async function joinPair(deps: Deps, input: Input<'pairs.join'>): Promise<Output<'pairs.join'>> {
  const db = deps.vault.db();
  const row = storedContact(db, input.identity);
  if (row.state === 'joined' || row.state === 'former')
    throw new AppError('conflict', 'you are already joined with this person');
  if (input.folder !== null) await mustBeSharedFolder(deps.vault.db(), input.folder);
  const mine = myCard(db);
  const theirs = cardSchema.parse(JSON.parse(row.card));
  const words = await compareWords(mine, theirs);
  const same = words.every((word, index) => word === input.words[index]?.trim().toLowerCase());
  if (!same) throw new AppError('words_differ', 'the six words are not the same on both sides');
  const space = pairSpaceId(mine, theirs);
  const replaced = input.continues == null ? null : getPair(db, input.continues);
  if (replaced !== null && replaced.endedAt !== null) {
    throw new AppError('pair_ended', 'that pair has ended already');
  }
  const me = whoAmI(deps.vault.db());
  inOneTransaction(deps, () => {
    const now = deps.platform.now();
    const at = now.toISOString();
    db.prepare("UPDATE identity SET state = 'joined' WHERE id = ?").run(input.identity);
    storeDevices(db, input.identity, theirs.list);
    db.prepare("INSERT INTO space (id, kind, folder, made_at) VALUES (?, 'pair', ?, ?)").run(
      space,
      input.folder,
      at,
    );
    const insert = db.prepare('INSERT INTO member (space, identity) VALUES (?, ?)');
    for (const identity of [me.identity, input.identity]) insert.run(space, identity);
    const members = [me.identity, input.identity].sort();
    say(deps, { kind: 'member', space, body: { members, name: me.name, role: input.role } });
    appendLedger(db, now, 'joined', space, input.identity);
    if (replaced !== null) replace(deps, replaced, space);
  });
  return { space };
}

/**
 * The other person lost their vault and made another: nothing more is believed from the old one. Everything said in the old pair
 * stays here, readable; the new pair says that it goes on from there.
 */
function replace(deps: Deps, old: Pair, space: string): void {
  const db = deps.vault.db();
  const now = deps.platform.now();
  db.prepare("UPDATE identity SET state = 'former' WHERE id = ?").run(old.other.identity);
  db.prepare('UPDATE space SET closed_at = ? WHERE id = ?').run(now.toISOString(), old.space);
  db.prepare('DELETE FROM outgoing WHERE space = ?').run(old.space);
  say(deps, { kind: 'continues', space, body: { space: old.space } });
  appendLedger(db, now, 'ended', old.space, old.other.identity);
  endWhatNoLongerStands(deps);
}

export function listPairViews(deps: Deps): Output<'pairs.list'> {
  return { pairs: listPairs(deps.vault.db()).map((pair) => toView(deps, pair)) };
}

export function getPairView(deps: Deps, input: Input<'pairs.get'>): PairView {
  return toView(deps, getPair(deps.vault.db(), input.space));
}

/** Another folder for the pair: what is unsent goes there; what was sent stays where it lies. */
export async function setPairFolder(
  deps: Deps,
  input: Input<'pairs.setFolder'>,
): Promise<Output<'pairs.setFolder'>> {
  getPair(deps.vault.db(), input.space);
  await mustBeSharedFolder(deps.vault.db(), input.folder);
  deps.vault.db().prepare('UPDATE space SET folder = ? WHERE id = ?').run(input.folder, input.space);
  return {};
}

/** Says anew which part I have in this pair. */
export function setPairRole(deps: Deps, input: Input<'pairs.setRole'>): Output<'pairs.setRole'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const mine = statementsOf(db, 'member', input.space).find(
    (statement) => statement.owner === pair.me.identity,
  );
  const members = [pair.me.identity, pair.other.identity].sort();
  const body = { members, name: pair.me.name, role: input.role };
  say(deps, { kind: 'member', space: input.space, body, ...(mine === undefined ? {} : { item: mine.item }) });
  return {};
}

export async function askAgain(
  deps: Deps,
  input: Input<'exchange.askAgain'>,
): Promise<Output<'exchange.askAgain'>> {
  askNow(deps.vault.db(), input.space);
  await syncAll(deps);
  return {};
}

export async function syncNow(deps: Deps): Promise<Output<'exchange.sync'>> {
  tellEverythingNow(deps);
  await syncAll(deps);
  return {};
}

function toView(deps: Deps, pair: Pair): PairView {
  const { space, me, other, folder, endedAt, isReplaced } = pair;
  return { space, me, other, folder, endedAt, isReplaced, exchange: exchangeStanding(deps, space, folder) };
}

import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PairWay } from '../../../shared/contract/ways.ts';
import { compare, roleOf, roleOrder } from '../../../shared/model/foldSession.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsOf } from '../items/read.ts';
import { dropDraft, membersOf } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function listWays(deps: Deps, { space }: Input<'ways.list'>): Output<'ways.list'> {
  const db = deps.vault.db();
  const mine = draftsOf(db, 'wayIn')
    .filter((draft) => draft.space === space)
    .map(({ item, body }) => ({ item, ...body, shown: isShown(deps, item), stamp: stampOf(body) }));
  return { ways: shownWays(deps, space), mine };
}

function waysInSession(deps: Deps, { session }: Input<'ways.inSession'>): Output<'ways.inSession'> {
  const db = deps.vault.db();
  return { ways: shownWays(deps, spaceOf(db, getStatement(db, 'session', session).item)) };
}

function saveWay(deps: Deps, { space, item, ...body }: Input<'ways.save'>): Output<'ways.save'> {
  getPair(deps.vault.db(), space);
  const draft = { kind: 'wayIn', space, body } as const;
  return { item: saveDraft(deps, item === null ? draft : { ...draft, item }) };
}

/** What both see has a name and asks something; lines left empty are not shown. */
function showWay(deps: Deps, { item, stamp }: Input<'ways.show'>): Output<'ways.show'> {
  return inOneTransaction(deps, () => {
    const { body, space } = getDraft(deps.vault.db(), 'wayIn', item);
    if (stampOf(body) !== stamp) throw new AppError('conflict', 'these words have changed since');
    const questions = body.questions.map((one) => one.trim()).filter((one) => one !== '');
    if (body.name.trim() === '' || questions.length === 0) {
      throw new AppError('bad_input', 'a way in has a name and a question');
    }
    saveDraft(deps, { kind: 'wayIn', item, space, body: { name: body.name.trim(), questions } });
    showDraft(deps, item);
    return {};
  });
}

function removeWay(deps: Deps, { item }: Input<'ways.remove'>): Output<'ways.remove'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const row = db.prepare("SELECT owner FROM item WHERE id = ? AND kind = 'wayIn'").get(item) as
      | { owner: string }
      | undefined;
    if (row === undefined) throw new AppError('not_found', 'there is no such way in');
    if (row.owner !== whoAmI(db).identity) throw new AppError('not_yours', 'only its maker takes it away');
    if (!isShown(deps, item)) {
      eraseItem(deps, item);
      return {};
    }
    dropDraft(db, item);
    withdraw(deps, item);
    return {};
  });
}

function shownWays(deps: Deps, space: string): PairWay[] {
  const db = deps.vault.db();
  const pair = getPair(db, space);
  const members = membersOf(pair);
  return statementsOf(db, 'wayIn', space)
    .filter((way) => members.some((member) => member.identity === way.owner))
    .sort(
      (a, b) =>
        roleOrder(roleOf({ members }, a)) - roleOrder(roleOf({ members }, b)) ||
        compare(a.body.name, b.body.name) ||
        compare(a.item, b.item),
    )
    .map(({ item, owner, body }) => {
      const mine = owner === pair.me.identity;
      return { item, ...body, mine, byName: mine ? pair.me.name : pair.other.name };
    });
}

function isShown(deps: Deps, item: string): boolean {
  const row = deps.vault.db().prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL').get(item);
  return row !== undefined;
}

export const waysApi = {
  'ways.list': listWays,
  'ways.inSession': waysInSession,
  'ways.save': saveWay,
  'ways.show': showWay,
  'ways.remove': removeWay,
} as const;

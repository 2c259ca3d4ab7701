import type { Input, Output } from '../../../shared/contract/index.ts';
import type { SuggestionView, ThirdPerson } from '../../../shared/contract/facilitations.ts';
import type { FacilitationFounding, Suggestion } from '../../../shared/model/facilitation.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { thirdAbout } from '../exchange/facilitationArrivals.ts';
import { endWhatNoLongerStands } from '../exchange/facilitationEnding.ts';
import { cardHash, makeFacilitationInvite } from '../exchange/facilitationInvite.ts';
import { openFacilitation, openInvitations } from '../exchange/facilitationOpening.ts';
import { personOnFile } from '../exchange/invitedPeople.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { mustBeSharedFolder } from '../exchange/sharedFolder.ts';
import { inOneTransaction, say } from '../items/commit.ts';
import {
  facilitationsFor,
  foundedOn,
  mustBeOpenToThird,
  pairOfRupture,
  suggestionsFor,
  whyClosedToThird,
} from '../items/facilitation.ts';
import { purposeOf } from '../items/facilitationId.ts';
import { sayOwn } from '../items/ownStatement.ts';
import { listPairs, type Pair } from '../items/pair.ts';
import { getRepair } from '../items/repair.ts';

function thirdOfRepair(deps: Deps, { rupture }: Input<'thirds.ofRepair'>): Output<'thirds.ofRepair'> {
  const db = deps.vault.db();
  const pair = pairOfRupture(db, rupture);
  const suggestions = suggestionsFor(db, rupture, pair);
  const viewOf = (by: string): SuggestionView | null => {
    const one = suggestions.find((suggestion) => suggestion.by === by);
    return one === undefined ? null : suggestionView(deps, rupture, one, by === pair.me.identity);
  };
  return {
    otherName: pair.other.name,
    isOpen: whyClosedToThird(pair, getRepair(db, rupture)) === null,
    people: whomToSuggest(deps, pair),
    mine: viewOf(pair.me.identity),
    theirs: viewOf(pair.other.identity),
    invitation: openInvitations(db).find((one) => one.rupture === rupture && one.people !== null) ?? null,
    spaces: facilitationsFor(db, rupture).map((one) => ({
      space: one.space,
      facilitator: one.people.facilitator.name,
      endedAt: one.endedAt,
    })),
  };
}

function suggestThird(deps: Deps, { rupture, person }: Input<'thirds.suggest'>): Output<'thirds.suggest'> {
  return change(deps, rupture, (pair) => {
    if (person === pair.me.identity || person === pair.other.identity) {
      throw new AppError('bad_input', 'a third person is neither of the two');
    }
    mustBeJoinedWith(deps, pair, person);
    mustHaveNoOther(deps, rupture);
    const { card } = personOnFile(deps.vault.db(), person);
    const body = { person, name: card.name, card: cardHash(card) };
    sayOwn(deps, { kind: 'ruptureThird', space: pair.space, subject: rupture, body });
  });
}

function sayYes(deps: Deps, { rupture, hash }: Input<'thirds.sayYes'>): Output<'thirds.sayYes'> {
  return change(deps, rupture, (pair) => {
    mustHaveNoOther(deps, rupture);
    suggestionBy(deps, rupture, pair, pair.other.identity, hash);
    sayOwn(deps, { kind: 'ruptureThirdYes', space: pair.space, subject: rupture, body: { to: hash } });
  });
}

/** Taking back is open at every stage, also while it rests. */
function takeBack(deps: Deps, { rupture, what }: Input<'thirds.takeBack'>): Output<'thirds.takeBack'> {
  return inOneTransaction(deps, () => {
    const { space } = pairOfRupture(deps.vault.db(), rupture);
    const kind = what === 'yes' ? 'ruptureThirdYes' : 'ruptureThird';
    sayOwn(deps, { kind, space, subject: rupture, body: null });
    endWhatNoLongerStands(deps);
    return {};
  });
}

/**
 * Asks the third person, once both have said yes to them. A person does this and not their vault by itself: a third learns that there is
 * something to mend at a moment that somebody chose.
 */
async function askThird(deps: Deps, input: Input<'thirds.ask'>): Promise<Output<'thirds.ask'>> {
  const { rupture, hash, folder } = input;
  if (folder !== null) await mustBeSharedFolder(deps.vault.db(), folder);
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const pair = pairOfRupture(db, rupture);
    mustBeOpenToThird(pair, getRepair(db, rupture));
    mustHaveNoOther(deps, rupture);
    const suggestion = suggestionBy(deps, rupture, pair, pair.me.identity, hash);
    if (!suggestion.isAgreed) throw new AppError('stage_skipped', 'both say yes to a third person first');
    if (foundedOn(db, rupture, suggestion) !== undefined) {
      throw new AppError('conflict', 'they were asked once on this; it takes a new suggestion');
    }
    const theirs = mustBeJoinedWith(deps, pair, suggestion.person);
    if (isStale(deps, suggestion)) throw new AppError('not_newest', 'they have another card now');
    const founding = foundingOf(deps, rupture, pair, suggestion);
    const members = [founding.supervisee, founding.supervisor, founding.facilitator];
    const people = members.map((identity) => personOnFile(db, identity));
    const invite = makeFacilitationInvite(founding, people);
    openFacilitation(deps, { space: invite.space, founding, people, folder });
    say(deps, { kind: 'facilitationInvite', space: pair.space, subject: rupture, body: invite });
    say(deps, { kind: 'facilitationInvite', space: theirs.space, body: invite });
    appendLedger(db, deps.platform.now(), 'joined', pair.space, thirdAbout(suggestion.person));
    return { space: invite.space };
  });
}

type Done = Record<string, never>;

function change(deps: Deps, rupture: string, run: (pair: Pair) => void): Done {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const pair = pairOfRupture(db, rupture);
    mustBeOpenToThird(pair, getRepair(db, rupture));
    run(pair);
    return {};
  });
}

/** One person's suggestion as it was seen. Throws 'not_newest' when it is another now, or none. */
function suggestionBy(deps: Deps, rupture: string, pair: Pair, by: string, hash: string): Suggestion {
  const one = suggestionsFor(deps.vault.db(), rupture, pair).find((suggestion) => suggestion.by === by);
  if (one?.hash !== hash) throw new AppError('not_newest', 'the suggestion is another now');
  return one;
}

function foundingOf(deps: Deps, rupture: string, pair: Pair, suggestion: Suggestion): FacilitationFounding {
  const salt = Buffer.from(deps.platform.randomBytes(16)).toString('base64');
  const [me, other] = [pair.me.identity, pair.other.identity];
  const isSupervisee = pair.me.role === 'supervisee';
  return {
    founder: me,
    supervisee: isSupervisee ? me : other,
    supervisor: isSupervisee ? other : me,
    facilitator: suggestion.person,
    purpose: purposeOf(rupture, suggestion.hash, salt),
    salt,
  };
}

/** One third person at a time for one repair. */
function mustHaveNoOther(deps: Deps, rupture: string): void {
  const open = facilitationsFor(deps.vault.db(), rupture).some((one) => one.endedAt === null);
  if (open) throw new AppError('conflict', 'there is a third person for this already');
}

function mustBeJoinedWith(deps: Deps, pair: Pair, person: string): Pair {
  const theirs = othersOf(deps, pair).find((one) => one.other.identity === person);
  if (theirs === undefined) throw new AppError('not_joined', 'you are not joined with this person');
  return theirs;
}

function whomToSuggest(deps: Deps, pair: Pair): ThirdPerson[] {
  return othersOf(deps, pair).map(({ other }) => ({
    identity: other.identity,
    name: other.name,
    known: 'joined',
  }));
}

function othersOf(deps: Deps, pair: Pair): Pair[] {
  return listPairs(deps.vault.db()).filter(
    (one) => one.endedAt === null && !one.isReplaced && one.other.identity !== pair.other.identity,
  );
}

function suggestionView(deps: Deps, rupture: string, one: Suggestion, isMine: boolean): SuggestionView {
  const db = deps.vault.db();
  const row = db.prepare("SELECT name FROM identity WHERE id = ? AND state = 'joined'").get(one.person) as
    | { name: string }
    | undefined;
  return {
    hash: one.hash,
    person: {
      identity: one.person,
      name: row?.name ?? one.name,
      known: row === undefined ? 'introduced' : 'joined',
    },
    isAgreed: one.isAgreed,
    space: foundedOn(db, rupture, one)?.space ?? null,
    isStale: isMine && isStale(deps, one),
  };
}

function isStale(deps: Deps, suggestion: Suggestion): boolean {
  return cardHash(personOnFile(deps.vault.db(), suggestion.person).card) !== suggestion.card;
}

export const thirdsApi = {
  'thirds.ofRepair': thirdOfRepair,
  'thirds.suggest': suggestThird,
  'thirds.sayYes': sayYes,
  'thirds.takeBack': takeBack,
  'thirds.ask': askThird,
} as const;

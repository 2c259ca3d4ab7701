import type { Database } from 'better-sqlite3';
import type { FacilitationFounding, Suggestion } from '../../../shared/model/facilitation.ts';
import type { Body, KnownStatement } from '../../../shared/model/kinds.ts';
import { toCanonical } from '../items/canonical.ts';
import { agreedSuggestion } from '../items/facilitation.ts';
import { facilitatedSpaceId } from '../items/facilitationId.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import type { Pair } from '../items/pair.ts';
import { spaceOf } from '../items/read.ts';
import type { Card } from './card.ts';
import { type InvitedPerson, readPeople } from './invitedPeople.ts';

type Invite = KnownStatement & { kind: 'facilitationInvite' };

/** The invitation a founder says to each of the other two: the three cards, who has which part, and nothing of the rupture. */
export function makeFacilitationInvite(
  founding: FacilitationFounding,
  people: readonly InvitedPerson[],
): Body<'facilitationInvite'> {
  return {
    ...founding,
    space: facilitatedSpaceId(founding),
    cards: people.map((person) => toCanonical(person.card)),
  };
}

/** What a suggestion says of somebody's card: both say yes to these very devices, not to a name. */
export function cardHash(card: Card): string {
  return sha256(toCanonical(card));
}

/**
 * Everybody in an invitation that came in a pair, or null when it does not hold for me. It holds when every card does, its sender founded
 * it as one of the two, the three cards are of the three people it names, and its space follows from them. To the facilitator
 * it must be about nothing; to the other of the pair about a rupture of theirs, with the very person, card and
 * suggestion that both have said yes to.
 */
export function readFacilitationInvite(
  db: Database,
  invite: Invite,
  pair: Pair,
): readonly InvitedPerson[] | null {
  const { body, owner, subject } = invite;
  const people = readPeople(body.cards);
  const { founder, supervisee, supervisor, facilitator, purpose, salt } = body;
  const founding = { founder, supervisee, supervisor, facilitator, purpose, salt };
  const named = [supervisee, supervisor, facilitator].sort();
  const isSound =
    people !== null &&
    owner === pair.other.identity &&
    owner === founder &&
    founder !== facilitator &&
    toCanonical(named) === toCanonical(people.map((person) => person.identity).sort()) &&
    facilitatedSpaceId(founding) === body.space;
  if (!isSound) return null;
  const me = whoAmI(db).identity;
  if (subject === null) return facilitator === me ? people : null;
  const suggestion = agreedWith(db, subject, pair, founding);
  const card = people.find((person) => person.identity === facilitator)?.card;
  const isAgreed =
    suggestion !== undefined &&
    named.includes(me) &&
    facilitator !== me &&
    card !== undefined &&
    cardHash(card) === suggestion.card &&
    card.name === suggestion.name &&
    hasParts(pair, founding);
  return isAgreed ? people : null;
}

function agreedWith(
  db: Database,
  rupture: string,
  pair: Pair,
  founding: FacilitationFounding,
): Suggestion | undefined {
  const kind = db.prepare('SELECT kind FROM item WHERE id = ?').pluck().get(rupture);
  if (kind !== 'rupture' || spaceOf(db, rupture) !== pair.space) return undefined;
  return agreedSuggestion(db, rupture, pair, founding);
}

/** Each of the two in the part they have in their pair; where both say the same part, whichever the founder took them for. */
function hasParts(pair: Pair, founding: FacilitationFounding): boolean {
  if (pair.me.role === pair.other.role) return true;
  return founding[pair.me.role] === pair.me.identity;
}

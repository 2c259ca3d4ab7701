import type { Body } from '../../../shared/model/kinds.ts';
import { toCanonical } from '../items/canonical.ts';
import { circleSpaceId } from '../items/circleId.ts';
import { type InvitedPerson, readPeople } from './invitedPeople.ts';

/** The invitation a founder says in each pair: everybody's card, and the space that follows from who they are. */
export function makeInvite(input: {
  readonly founder: string;
  readonly name: string;
  readonly salt: string;
  readonly people: readonly InvitedPerson[];
}): Body<'circleInvite'> {
  const { founder, name, salt, people } = input;
  const members = people.map((person) => person.identity);
  return {
    circle: circleSpaceId({ founder, members, salt }),
    name,
    salt,
    cards: people.map((person) => toCanonical(person.card)),
  };
}

/**
 * Everybody in an invitation, or null when it does not hold: a card that was changed, the same person or device twice, a founder
 * or a receiver who is not among them, or a space that does not follow from exactly these people and this founder.
 */
export function readInvite(
  body: Body<'circleInvite'>,
  founder: string,
  receiver: string,
): readonly InvitedPerson[] | null {
  const people = readPeople(body.cards);
  if (people === null) return null;
  const members = people.map((person) => person.identity);
  const isSound =
    members.includes(founder) &&
    members.includes(receiver) &&
    circleSpaceId({ founder, members, salt: body.salt }) === body.circle;
  return isSound ? people : null;
}

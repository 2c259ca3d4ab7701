import type { Body } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { circleSpaceId } from '../items/circleId.ts';
import { type Card, identityId, readCard } from './card.ts';

/** Somebody a founder invites, by their own checked card. */
export type InvitedPerson = { readonly identity: string; readonly card: Card };

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
  const people = body.cards.flatMap((text) => invitedPerson(text) ?? []);
  const members = people.map((person) => person.identity);
  const isSound =
    people.length === body.cards.length &&
    isDistinct(members) &&
    isDistinct(people.flatMap((person) => person.card.list.devices.map((device) => device.id))) &&
    members.includes(founder) &&
    members.includes(receiver) &&
    circleSpaceId({ founder, members, salt: body.salt }) === body.circle;
  return isSound ? people : null;
}

function isDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

function invitedPerson(text: string): InvitedPerson | null {
  try {
    const card = readCard(text);
    return { identity: identityId(card.list.root), card };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

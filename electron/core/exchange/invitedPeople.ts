import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { whoAmI } from '../items/me.ts';
import { type Card, cardSchema, identityId, readCard } from './card.ts';
import { myCard } from './identity.ts';

/** Somebody invited into a space of more than two, by their own checked card. */
export type InvitedPerson = { readonly identity: string; readonly card: Card };

/** Everybody whose card an invitation carries, or null when a card was changed, or a person or a device comes twice. */
export function readPeople(cards: readonly string[]): readonly InvitedPerson[] | null {
  const people = cards.flatMap((text) => invitedPerson(text) ?? []);
  const isSound =
    people.length === cards.length &&
    isDistinct(people.map((person) => person.identity)) &&
    isDistinct(people.flatMap((person) => person.card.list.devices.map((device) => device.id)));
  return isSound ? people : null;
}

/** Somebody whose card this vault holds, or me. Throws 'not_found'. */
export function personOnFile(db: Database, identity: string): InvitedPerson {
  if (identity === whoAmI(db).identity) return { identity, card: myCard(db) };
  const card = db.prepare('SELECT card FROM identity WHERE id = ?').pluck().get(identity);
  if (typeof card !== 'string') throw new AppError('not_found', 'there is no card of this person');
  return { identity, card: cardSchema.parse(JSON.parse(card)) };
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

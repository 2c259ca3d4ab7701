import type { Database } from 'better-sqlite3';
import { toCanonical } from '../items/canonical.ts';
import { cardSchema } from './card.ts';
import type { InvitedPerson } from './circleInvite.ts';
import { storeDevices } from './identity.ts';

/**
 * Takes in a person by the card another brought. Who is joined already stays joined under the name they have here; who is
 * not is `introduced`: their words are theirs as far as the founder tells the truth about whose card it is. A newer
 * device list replaces an older one, whoever carried it: their own root key signed it.
 */
export function introduce(db: Database, person: InvitedPerson, now: Date): void {
  const { identity, card } = person;
  const known = db.prepare('SELECT state, card FROM identity WHERE id = ?').get(identity) as
    | { state: string; card: string }
    | undefined;
  if (known?.state === 'me') return;
  if (known === undefined) {
    db.prepare(
      "INSERT INTO identity (id, name, state, card, added_at) VALUES (?, ?, 'introduced', ?, ?)",
    ).run(identity, card.name, toCanonical(card), now.toISOString());
    storeDevices(db, identity, card.list);
    return;
  }
  const held = cardSchema.parse(JSON.parse(known.card));
  const isNewer = card.list.number > held.list.number;
  if (isNewer) db.prepare('UPDATE identity SET card = ? WHERE id = ?').run(toCanonical(card), identity);
  if (known.state === 'unconfirmed') {
    db.prepare("UPDATE identity SET state = 'introduced' WHERE id = ?").run(identity);
  }
  if (isNewer || known.state === 'unconfirmed') {
    storeDevices(db, identity, isNewer ? card.list : held.list);
  }
}

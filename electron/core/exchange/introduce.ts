import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { cardSchema } from './card.ts';
import type { InvitedPerson } from './invitedPeople.ts';
import { renewCard } from './deviceLists.ts';
import { storeDevices } from './identity.ts';

/**
 * Takes in a person by the card another brought. Who is joined already stays joined under the name they have here; who is
 * not is `introduced`: their words are theirs as far as the founder tells the truth about whose card it is. A newer
 * device list replaces an older one, whoever carried it: their own root key signed it. Throws 'invite_unsound' for a card
 * that lists somebody else's device.
 */
export function introduce(db: Database, person: InvitedPerson, now: Date): void {
  const { identity, card } = person;
  const known = db.prepare('SELECT state, card FROM identity WHERE id = ?').get(identity) as
    | { state: string; card: string }
    | undefined;
  if (known?.state === 'me') return;
  mustOwnDevices(db, person);
  if (known === undefined) {
    db.prepare(
      "INSERT INTO identity (id, name, state, card, added_at) VALUES (?, ?, 'introduced', ?, ?)",
    ).run(identity, card.name, toCanonical(card), now.toISOString());
    storeDevices(db, identity, card.list);
    return;
  }
  renewCard(db, identity, card, now);
  if (known.state !== 'unconfirmed') return;
  db.prepare("UPDATE identity SET state = 'introduced' WHERE id = ?").run(identity);
  const held = cardSchema.parse(JSON.parse(known.card)).list;
  if (held.number >= card.list.number) storeDevices(db, identity, held);
}

/** A public key can be copied into another list: words of that device would then be taken for another person's. */
function mustOwnDevices(db: Database, { identity, card }: InvitedPerson): void {
  const owner = db.prepare('SELECT identity FROM device WHERE id = ?').pluck();
  for (const device of card.list.devices) {
    const known = owner.get(device.id);
    if (known !== undefined && known !== identity) {
      throw new AppError('invite_unsound', "a card lists another person's device");
    }
  }
}

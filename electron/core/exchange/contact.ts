import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';

/** A person whose card this vault holds. `card` is its canonical JSON, checked when it was taken in. */
export type StoredContact = {
  readonly identity: string;
  readonly name: string;
  readonly state: 'unconfirmed' | 'joined' | 'introduced' | 'former';
  readonly card: string;
  readonly addedAt: string;
};

/** Throws 'not_found' when no card of this person is here; one's own is none. */
export function storedContact(db: Database, identity: string): StoredContact {
  const row = db
    .prepare(
      "SELECT id AS identity, name, state, card, added_at AS addedAt FROM identity WHERE id = ? AND state <> 'me'",
    )
    .get(identity) as StoredContact | undefined;
  if (row === undefined) throw new AppError('not_found', 'there is no card of this person');
  return row;
}

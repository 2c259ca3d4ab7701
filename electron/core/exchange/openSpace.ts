import type { Database } from 'better-sqlite3';
import { introduce } from './introduce.ts';
import type { InvitedPerson } from './invitedPeople.ts';
import { appendLedger } from './ledger.ts';

/** Opens a space of more than two here: its people are taken in by their cards, and the ledger says that I am in it. */
export function openSpace(
  db: Database,
  space: {
    readonly id: string;
    readonly kind: 'circle' | 'facilitated';
    readonly title: string | null;
    readonly folder: string | null;
    readonly people: readonly InvitedPerson[];
  },
  now: Date,
): void {
  const { id, kind, title, folder, people } = space;
  for (const person of people) introduce(db, person, now);
  db.prepare('INSERT INTO space (id, kind, folder, made_at, title) VALUES (?, ?, ?, ?, ?)').run(
    id,
    kind,
    folder,
    now.toISOString(),
    title,
  );
  const insert = db.prepare('INSERT INTO member (space, identity) VALUES (?, ?)');
  for (const { identity } of people) insert.run(id, identity);
  appendLedger(db, now, 'joined', id, id);
}

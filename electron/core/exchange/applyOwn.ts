import type { Database } from 'better-sqlite3';
import { isKind, kinds } from '../../../shared/model/kinds.ts';
import { readerVersion } from '../../../shared/model/revision.ts';
import { prepared } from '../db/prepared.ts';
import { type OwnRevision, ownRevisionSchema } from '../items/ownVersions.ts';
import { type Came, takeOwnVersions } from '../items/settleOwn.ts';
import { parseRevision } from './applyRevision.ts';

type Packet = { readonly space: string; readonly sender: string; readonly at: string };
type Entry = { readonly hash: string; readonly bytes: string };

/** Whether a space is the person's own: what travels there are private items, between their own devices. */
export function isOwnSpace(db: Database, space: string): boolean {
  return prepared(db, "SELECT 1 FROM space WHERE id = ? AND kind = 'self'").get(space) !== undefined;
}

/**
 * Takes in what another of my own devices says of private items. A newer program's versions are held whole; what is not mine or
 * does not fit is passed over: there is nobody else to tell.
 */
export function applyOwnRevisions(db: Database, packet: Packet, entries: readonly Entry[]): void {
  const came = entries.flatMap((entry): Came[] => {
    const revision = readOwn(db, packet, entry);
    return revision === null ? [] : [{ revision, ...entry }];
  });
  takeOwnVersions(db, came);
}

function readOwn(db: Database, packet: Packet, entry: Entry): OwnRevision | null {
  const revision = parseRevision(entry);
  if (revision === null || revision.space !== packet.space || revision.by !== packet.sender) return null;
  if (revision.minReader > readerVersion || !isKind(revision.kind)) {
    prepared(
      db,
      'INSERT INTO held (hash, space, sender, bytes, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(entry.hash, packet.space, packet.sender, entry.bytes, packet.at);
    return null;
  }
  const parsed = ownRevisionSchema.safeParse(revision);
  if (!parsed.success || !isSameKind(db, parsed.data)) return null;
  const { place, body } = kinds[revision.kind];
  const fits = place === 'private' && (revision.body === null || body.safeParse(revision.body).success);
  return fits ? parsed.data : null;
}

function isSameKind(db: Database, revision: OwnRevision): boolean {
  const known = prepared(db, 'SELECT kind, space FROM item WHERE id = ?').get(revision.item) as
    | { kind: string; space: string }
    | undefined;
  return known === undefined || (known.kind === revision.kind && known.space === revision.space);
}

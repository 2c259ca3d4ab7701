import type { Database } from 'better-sqlite3';
import { isKind, kinds } from '../../../shared/model/kinds.ts';
import { readerVersion, type Revision, revisionSchema } from '../../../shared/model/revision.ts';
import type { ErrorCode } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { toCanonical } from '../items/canonical.ts';
import { storeFirst } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { storeRevision } from '../items/versions.ts';
import { skipsStage } from './stageSkipped.ts';

export type Applied =
  | { readonly outcome: 'applied' | 'held' }
  | { readonly outcome: 'refused'; readonly code: ErrorCode };

/**
 * Judges one revision out of an authentic packet and stores it if it stands. A refusal is about this revision alone: the
 * packet's chain goes on. A newer format is held whole and unread.
 */
export function applyRevision(
  db: Database,
  packet: { readonly space: string; readonly sender: string; readonly at: string },
  entry: { readonly hash: string; readonly bytes: string },
): Applied {
  const revision = parseRevision(entry);
  if (revision === null) return { outcome: 'refused', code: 'revision_malformed' };
  if (revision.space !== packet.space || revision.by !== packet.sender) {
    return { outcome: 'refused', code: 'revision_not_owner' };
  }
  const known = prepared(db, 'SELECT kind, owner, space, subject FROM item WHERE id = ?').get(
    revision.item,
  ) as { kind: string; owner: string; space: string; subject: string | null } | undefined;
  if (known !== undefined && known.owner !== revision.by)
    return { outcome: 'refused', code: 'revision_not_owner' };
  if (revision.minReader > readerVersion || !isKind(revision.kind)) {
    prepared(
      db,
      'INSERT INTO held (hash, space, sender, bytes, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(entry.hash, packet.space, packet.sender, entry.bytes, packet.at);
    return { outcome: 'held' };
  }
  const kind = kinds[revision.kind];
  const fits =
    kind.place === 'shared' &&
    (known === undefined || isSameItem(known, revision)) &&
    (revision.body === null || kind.body.safeParse(revision.body).success);
  if (!fits) return { outcome: 'refused', code: 'revision_malformed' };
  if (replacesSignature(db, revision, entry.hash)) return { outcome: 'refused', code: 'already_signed' };
  if (skipsStage(db, revision, entry.hash)) return { outcome: 'refused', code: 'stage_skipped' };
  if (revision.kind === 'notice') storeNotice(db, packet, revision);
  else if (known === undefined) storeFirst(db, revision, entry.hash, entry.bytes);
  else if (prepared(db, 'SELECT 1 FROM revision WHERE hash = ?').get(entry.hash) === undefined) {
    storeRevision(db, revision, entry.hash, entry.bytes);
  }
  return { outcome: 'applied' };
}

/** An item keeps its kind, its space and what it is about; otherwise what it means would hang on which version came first. */
function isSameItem(
  known: { kind: string; space: string; subject: string | null },
  revision: Revision,
): boolean {
  return known.kind === revision.kind && known.space === revision.space && known.subject === revision.subject;
}

/** A revision whose bytes are what its hash says and canonical; null for anything else. */
export function parseRevision(entry: { hash: string; bytes: string }): Revision | null {
  if (sha256(entry.bytes) !== entry.hash) return null;
  try {
    const json: unknown = JSON.parse(entry.bytes);
    if (toCanonical(json) !== entry.bytes) return null;
    return revisionSchema.parse(json);
  } catch {
    return null;
  }
}

/** A signature that was given stands: its maker cannot take it back or put another answer in its place. */
function replacesSignature(db: Database, revision: Revision, hash: string): boolean {
  if (revision.kind !== 'confirmation') return false;
  const row = db.prepare('SELECT hash, body FROM shown WHERE item = ?').get(revision.item) as
    | { hash: string; body: string | null }
    | undefined;
  if (row === undefined || row.body === null || row.hash === hash) return false;
  return kinds.confirmation.body.parse(JSON.parse(row.body)).answer === 'signed';
}

function storeNotice(
  db: Database,
  packet: { space: string; sender: string; at: string },
  revision: Revision,
): void {
  const body = kinds.notice.body.parse(revision.body);
  if (body.to !== undefined && body.to !== whoAmI(db).identity) return;
  prepared(
    db,
    'INSERT INTO refusal (hash, space, by, code, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(body.hash, packet.space, packet.sender, body.code, packet.at);
}

import type { Database } from 'better-sqlite3';
import type { DeviceConflict } from '../../../shared/contract/devices.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { bodyText } from '../../../shared/model/bodyText.ts';
import { headsOf } from '../../../shared/model/heads.ts';
import { type Kind, isKind } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { followSoon } from '../items/followIndex.ts';
import { whoAmI } from '../items/me.ts';
import { noteOwnChange, type OwnRevision, ownVersionsOf, tellOwnVersion } from '../items/ownVersions.ts';
import { settleOwn } from '../items/settleOwn.ts';
import { heads } from '../items/versions.ts';

type Version = { readonly hash: string; readonly at: string; readonly body: unknown };
type Conflict = {
  readonly kind: Kind;
  readonly isShared: boolean;
  readonly isErasedElsewhere: boolean;
  readonly versions: readonly Version[];
};

function listConflicts(deps: Deps): Output<'devices.conflicts'> {
  const db = deps.vault.db();
  const own = db.prepare('SELECT item FROM own_conflict ORDER BY item').pluck().all() as string[];
  const conflicts = [...own, ...sharedItems(db)].flatMap((item) => {
    const found = conflictOf(db, item);
    return found === null ? [] : [toView(item, found)];
  });
  return { conflicts };
}

/** What the person chose replaces every version, here and on their other computers. */
function choose(deps: Deps, { item, keep }: Input<'devices.choose'>): Output<'devices.choose'> {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const conflict = conflictOf(db, item);
    if (conflict === null) throw new AppError('not_found', 'there are no two versions of this');
    if (keep === 'erase') {
      if (!conflict.isErasedElsewhere) throw new AppError('bad_input', 'this was not erased anywhere');
      if (conflict.isShared) withdraw(deps, item);
      else {
        eraseItem(deps, item);
        noteOwnChange(db, item);
        settleOwn(db, item);
      }
      return;
    }
    const [top] = conflict.versions;
    const kept = keep === 'both' ? top : conflict.versions.find((version) => version.hash === keep);
    if (kept === undefined || (keep === 'both' && conflict.isShared)) {
      throw new AppError('bad_input', 'there is no such version');
    }
    if (conflict.isShared) return keepShared(deps, item, conflict.kind, kept);
    if (keep === 'both') for (const other of conflict.versions.slice(1)) copyOf(deps, conflict.kind, other);
    keepOwn(db, item, kept);
  });
  followSoon(deps);
  return {};
}

function keepOwn(db: Database, item: string, kept: Version): void {
  noteOwnChange(db, item);
  const all = headsOf(ownVersionsOf(db, item));
  const said = ownVersionsOf(db, item).find((version) => version.hash === kept.hash)?.revision;
  if (said === undefined || said === null) throw new AppError('not_found', 'this version is gone');
  const parents = all.map((head) => head.hash).slice(0, 16);
  const at =
    all
      .map((head) => head.at)
      .sort()
      .at(-1) ?? kept.at;
  tellOwnVersion(db, { ...said, parents, at, removedAt: null, forgets: false } satisfies OwnRevision);
  settleOwn(db, item);
}

/** My own words in a record with others: the version I choose is shown anew, in the place of both. */
function keepShared(deps: Deps, item: string, kind: Kind, kept: Version): void {
  const row = deps.vault.db().prepare('SELECT space FROM item WHERE id = ?').get(item) as { space: string };
  const draft = deps.vault.db().prepare('SELECT 1 FROM working_copy WHERE item = ?').get(item);
  if (draft !== undefined) throw new AppError('conflict', 'there are unshown words on top of these');
  saveDraft(deps, { kind, item, space: row.space, body: kept.body as never });
  showDraft(deps, item);
}

function copyOf(deps: Deps, kind: Kind, version: Version): void {
  saveDraft(deps, { kind, space: whoAmI(deps.vault.db()).selfSpace, body: version.body as never });
}

function conflictOf(db: Database, item: string): Conflict | null {
  const row = db.prepare('SELECT kind, owner, space FROM item WHERE id = ?').get(item) as
    | { kind: string; owner: string; space: string }
    | undefined;
  const me = whoAmI(db);
  if (row === undefined || row.owner !== me.identity || !isKind(row.kind)) return null;
  const isShared = row.space !== me.selfSpace;
  const all = isShared ? sharedHeads(db, item) : ownHeads(db, item);
  const versions = all.filter((version) => version.body !== null);
  if (all.length < 2 || versions.length === 0) return null;
  return { kind: row.kind, isShared, isErasedElsewhere: versions.length < all.length, versions };
}

function ownHeads(db: Database, item: string): Version[] {
  return headsOf(ownVersionsOf(db, item)).flatMap(({ hash, at, revision }) =>
    revision === null ? [] : [{ hash, at, body: revision.body }],
  );
}

function sharedHeads(db: Database, item: string): Version[] {
  const bytes = db.prepare('SELECT at, bytes FROM revision WHERE hash = ?');
  return heads(db, item).flatMap((hash) => {
    const row = bytes.get(hash) as { at: string; bytes: string | null } | undefined;
    if (row === undefined || row.bytes === null) return [];
    const { body } = JSON.parse(row.bytes) as { body: unknown };
    return [{ hash, at: row.at, body }];
  });
}

/** Shown items of mine with more than one version that no other replaces. */
function sharedItems(db: Database): string[] {
  if (db.prepare('SELECT 1 FROM own_version LIMIT 1').get() === undefined) return [];
  return db
    .prepare(
      `SELECT revision.item FROM revision JOIN item ON item.id = revision.item
       WHERE item.owner = ? AND item.space <> ? AND NOT EXISTS (
         SELECT 1 FROM revision AS later, json_each(later.parents) AS parent
         WHERE later.item = revision.item AND parent.value = revision.hash)
       GROUP BY revision.item HAVING count(*) > 1 ORDER BY revision.item`,
    )
    .pluck()
    .all(whoAmI(db).identity, whoAmI(db).selfSpace) as string[];
}

function toView(item: string, conflict: Conflict): DeviceConflict {
  const { kind, isShared, isErasedElsewhere } = conflict;
  const versions = conflict.versions.map(({ hash, at, body }) => ({ hash, at, text: bodyText(kind, body) }));
  return { item, kind, isShared, isErasedElsewhere, versions };
}

export const twoVersionsApi = {
  'devices.conflicts': listConflicts,
  'devices.choose': choose,
};

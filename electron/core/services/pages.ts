import type { Input, Output } from '../../../shared/contract/index.ts';
import {
  isBlankPage,
  type PageBody,
  pageBodySchema,
  pageExcerpt,
  pageLines,
} from '../../../shared/model/page.ts';
import { emptySections } from '../../../shared/reflection/promptSets.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import {
  eraseItem,
  forgetEarlierVersions,
  inOneTransaction,
  saveDraft,
  setRemoved,
} from '../items/commit.ts';
import { followSoon } from '../items/followIndex.ts';
import { whoAmI } from '../items/me.ts';
import { placeAfter } from '../items/pageProjection.ts';
import { readFrom, typedFrom } from '../items/laidOver.ts';
import { getDraft } from '../items/read.ts';
import { saveApart } from '../items/settleOwn.ts';
import { erasedFrom } from '../items/tidy.ts';

export function createPage(deps: Deps, input: Input<'pages.create'>): Output<'pages.create'> {
  const body = { ...input, title: '', sections: emptySections(input.promptSet) };
  return { item: saveDraft(deps, { kind: 'page', space: whoAmI(deps.vault.db()).selfSpace, body }) };
}

function getPage(deps: Deps, { item }: Input<'pages.get'>): Output<'pages.get'> {
  const db = deps.vault.db();
  const { body, at } = getDraft(db, 'page', item);
  const row = prepared(db, 'SELECT removed_at AS removedAt FROM item WHERE id = ?').get(item) as {
    removedAt: string | null;
  };
  return { item, body, at, removedAt: row.removedAt, from: readFrom(db, item) };
}

/** Saves what is being written. A page in "Recently deleted" is not written to: it is put back first. */
export function savePage(deps: Deps, { item, body, from }: Input<'pages.save'>): Output<'pages.save'> {
  const db = deps.vault.db();
  const row = prepared(db, "SELECT removed_at AS removedAt FROM item WHERE id = ? AND kind = 'page'").get(
    item,
  ) as { removedAt: string | null } | undefined;
  if (row === undefined || row.removedAt !== null) throw new AppError('not_found', 'there is no such page');
  const at = deps.platform.now().toISOString();
  const behind = from === undefined ? null : typedFrom(db, item, from);
  if (behind === null) saveDraft(deps, { kind: 'page', item, space: whoAmI(db).selfSpace, body });
  const next =
    behind === null
      ? (from ?? readFrom(db, item))
      : inOneTransaction(deps, () => saveApart(db, item, { body, at, from: behind }));
  followSoon(deps);
  return { at, from: next };
}

type PageRow = Output<'pages.list'>['pages'][number];

/** The hot query of the list; its plan is asserted in tests. */
export const listSql = `SELECT item, place, date, title, excerpt
  FROM page
  WHERE place < ?
  ORDER BY place DESC
  LIMIT ?`;

function listPages(deps: Deps, input: Input<'pages.list'>): Output<'pages.list'> {
  const upTo = input.upTo === null ? Number.MAX_SAFE_INTEGER : placeAfter(input.upTo);
  const before = Math.min(input.before ?? Number.MAX_SAFE_INTEGER, upTo);
  const rows = prepared(deps.vault.db(), listSql).all(before, input.limit + 1) as PageRow[];
  return { pages: rows.slice(0, input.limit), more: rows.length > input.limit };
}

function removePage(deps: Deps, { item }: Input<'pages.remove'>): Output<'pages.remove'> {
  refuseOther(deps, item);
  setRemoved(deps, item, true);
  return {};
}

function putPageBack(deps: Deps, { item }: Input<'pages.putBack'>): Output<'pages.putBack'> {
  refuseOther(deps, item);
  setRemoved(deps, item, false);
  return {};
}

function removedPages(deps: Deps): Output<'pages.removed'> {
  const rows = deps.vault
    .db()
    .prepare(
      `SELECT item.id AS item, item.removed_at AS removedAt, working_copy.body AS body
       FROM item JOIN working_copy ON working_copy.item = item.id
       WHERE item.removed_at IS NOT NULL AND item.kind = 'page'
       ORDER BY item.removed_at DESC, item.id
       LIMIT 500`,
    )
    .all() as { item: string; removedAt: string; body: string }[];
  const pages = rows.map(({ item, removedAt, body }) => {
    const page = pageBodySchema.parse(JSON.parse(body));
    const { date, title } = page;
    return { item, date, title, excerpt: pageExcerpt(page), removedAt, erasedFrom: erasedFrom(removedAt) };
  });
  return { pages };
}

export function erasePage(deps: Deps, { item }: Input<'pages.erase'>): Output<'pages.erase'> {
  refuseOther(deps, item);
  inOneTransaction(deps, () => {
    eraseItem(deps, item);
    appendLedger(deps.vault.db(), deps.platform.now(), 'erasure', null, item);
  });
  checkpoint(deps);
  return {};
}

function dropBlankPage(deps: Deps, { item }: Input<'pages.dropIfBlank'>): Output<'pages.dropIfBlank'> {
  const { body, removedAt } = getPage(deps, { item });
  const dropped =
    removedAt === null && isBlankPage(body) && listVersions(deps, { item }).versions.length === 0;
  if (dropped) eraseItem(deps, item);
  return { dropped };
}

export function listVersions(deps: Deps, { item }: Input<'pages.versions'>): Output<'pages.versions'> {
  refuseOther(deps, item);
  const versions = prepared(
    deps.vault.db(),
    'SELECT number, at FROM revision WHERE item = ? AND bytes IS NOT NULL ORDER BY number DESC',
  ).all(item) as Output<'pages.versions'>['versions'];
  return { versions };
}

function getVersion(deps: Deps, { item, number }: Input<'pages.version'>): Output<'pages.version'> {
  refuseOther(deps, item);
  const row = prepared(
    deps.vault.db(),
    'SELECT at, bytes FROM revision WHERE item = ? AND number = ? AND bytes IS NOT NULL',
  ).get(item, number) as { at: string; bytes: string } | undefined;
  if (row === undefined) throw new AppError('not_found', 'this earlier version was forgotten');
  const { body } = JSON.parse(row.bytes) as { body: unknown };
  return { at: row.at, body: pageBodySchema.parse(body) };
}

export function forgetEarlier(
  deps: Deps,
  { item }: Input<'pages.forgetEarlier'>,
): Output<'pages.forgetEarlier'> {
  refuseOther(deps, item);
  const forgotten = inOneTransaction(deps, () => {
    const count = forgetEarlierVersions(deps, item);
    if (count > 0) appendLedger(deps.vault.db(), deps.platform.now(), 'erasure', null, item);
    return count;
  });
  checkpoint(deps);
  return { forgotten };
}

function linesOfPage(deps: Deps, { item }: Input<'pages.lines'>): Output<'pages.lines'> {
  const body: PageBody = getDraft(deps.vault.db(), 'page', item).body;
  return { lines: pageLines(body) };
}

export const pagesApi = {
  'pages.create': createPage,
  'pages.get': getPage,
  'pages.save': savePage,
  'pages.list': listPages,
  'pages.remove': removePage,
  'pages.putBack': putPageBack,
  'pages.removed': removedPages,
  'pages.erase': erasePage,
  'pages.dropIfBlank': dropBlankPage,
  'pages.versions': listVersions,
  'pages.version': getVersion,
  'pages.forgetEarlier': forgetEarlier,
  'pages.lines': linesOfPage,
} as const;

/** Pages only: another kind's item is not this service's to touch. Throws 'not_found'. */
function refuseOther(deps: Deps, item: string): void {
  const row = prepared(deps.vault.db(), "SELECT 1 AS found FROM item WHERE id = ? AND kind = 'page'").get(
    item,
  );
  if (row === undefined) throw new AppError('not_found', 'there is no such page');
}

/** The write-ahead log holds earlier states of the pages it changed; after this it is empty. */
function checkpoint(deps: Deps): void {
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
}

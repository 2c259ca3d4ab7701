import type { Input, Output } from '../../../shared/contract/index.ts';
import { textToIndex } from '../../../shared/search/cjk.ts';
import { findMatches, snippetOf } from '../../../shared/search/matches.ts';
import { parseQuery, type Query, type Term } from '../../../shared/search/query.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { myTurns, type TurnOfMine } from '../items/circleTurn.ts';
import { indexAll } from '../items/followIndex.ts';

type Row = { place: number; item: string; text: string; date: string; title: string };

const columns =
  'search.rowid AS place, search_text.item AS item, search_text.text AS text, page.date AS date, page.title AS title';
const tables = `search
  JOIN search_text ON search_text.place = search.rowid
  JOIN page ON page.item = search_text.item`;

/** Newest first: the index is read backwards and stops at the limit, however common the word. Plans are asserted in tests. */
export const newestSql = `SELECT ${columns}
  FROM ${tables}
  WHERE search MATCH ? AND search.rowid < ?
  ORDER BY search.rowid DESC
  LIMIT ?`;

/** Best first: every match is weighed (bm25), so its cost grows with how common the words are. Only when asked for. */
export const bestSql = `SELECT ${columns}
  FROM ${tables}
  WHERE search MATCH ?
  ORDER BY search.rank
  LIMIT ?`;

export function findPages(deps: Deps, input: Input<'search.find'>): Output<'search.find'> {
  const db = deps.vault.db();
  const query = parseQuery(input.query, input.language);
  if (query.terms.length === 0) return { results: [], more: false };
  indexAll(deps);
  const match = toMatch(query);
  const isNewest = input.order === 'newest';
  const rows = (
    isNewest
      ? prepared(db, newestSql).all(match, input.before ?? Number.MAX_SAFE_INTEGER, input.limit + 1)
      : prepared(db, bestSql).all(match, input.limit)
  ) as Row[];
  const pages = rows.map(({ text, ...row }) => ({
    ...row,
    turn: null,
    text: textWithoutTitle(text, row.title),
  }));
  const found = [...pages, ...turnsFound(deps, input, query)];
  if (isNewest) found.sort((a, b) => b.place - a.place);
  const results = found
    .slice(0, input.limit)
    .map(({ text, ...row }) => ({ ...row, snippet: snippetOf(text, query) }));
  return { results, more: found.length > input.limit };
}

export const searchApi = { 'search.find': findPages } as const;

/** My own turns in circles that hold every word: so few that each is read, and the index holds private pages only. */
function turnsFound(deps: Deps, input: Input<'search.find'>, query: Query): TurnOfMine[] {
  const { order, before } = input;
  return myTurns(deps.vault.db()).filter(
    (turn) =>
      (order === 'best' || before === null || turn.place < before) &&
      query.terms.every((term) => findMatches(turn.text, { terms: [term] }).next().done !== true),
  );
}

/** The query in FTS5's own language. Every word is a quoted string there, so nothing a person types is syntax. */
export function toMatch(query: Query): string {
  return query.terms.map(toMatchTerm).join(' AND ');
}

function toMatchTerm(term: Term): string {
  const forms = term.forms.map(
    (form) => `"${textToIndex(form.join(' ')).replaceAll('"', '""').trim()}"${term.isPrefix ? '*' : ''}`,
  );
  return forms.length === 1 ? (forms[0] ?? '""') : `(${forms.join(' OR ')})`;
}

/** The title stands above the snippet anyway; where only the title matches, the snippet is the beginning of the text. */
function textWithoutTitle(text: string, title: string): string {
  return title !== '' && text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text;
}

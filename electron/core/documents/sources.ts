import type { Database } from 'better-sqlite3';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import { blockToText } from '../../../shared/model/prose.ts';
import { theirWords } from '../../../shared/reflection/formal.ts';
import { AppError } from '../../../shared/result.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, listPairs, type Pair } from '../items/pair.ts';
import { draftsOf, getDraft, statementsOf, statementsUnder } from '../items/read.ts';
import { withFirstShown } from '../items/session.ts';
import { civilDate } from './civilDate.ts';

/** A line that may be chosen as evidence. */
export type SourceLine = {
  readonly source: string;
  /** The revision it stands in; null for a private page. */
  readonly hash: string | null;
  readonly text: string;
  readonly author: string;
  readonly authorName: string;
  readonly space: string | null;
  readonly date: string;
};

export type SourceGroup = {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly lines: readonly SourceLine[];
};

const groupsAtOnce = 20;

/** My private pages with their paragraphs, newest first. `after` is the `next` of the part before. */
export function pageGroups(
  db: Database,
  after: string | null,
): { groups: SourceGroup[]; next: string | null } {
  const rows = db
    .prepare('SELECT item, place, title FROM page WHERE place < ? ORDER BY place DESC LIMIT ?')
    .all(Number(after ?? Number.MAX_SAFE_INTEGER), groupsAtOnce) as {
    item: string;
    place: number;
    title: string;
  }[];
  const groups = rows.map(({ item, title }) => {
    const lines = pageLines(db, item);
    return { key: item, date: getDraft(db, 'page', item).body.date, title, lines };
  });
  const last = rows.length === groupsAtOnce ? rows.at(-1) : undefined;
  return { groups, next: last === undefined ? null : String(last.place) };
}

/** Sessions of every pair with the lines shown in them, newest first. `after` is the `next` of the part before. */
export function sessionGroups(
  db: Database,
  after: string | null,
): { groups: SourceGroup[]; next: string | null } {
  const names = new Map(listPairs(db).map((pair) => [pair.space, pair.other.name]));
  const sessions = statementsOf(db, 'session', null)
    .filter((session) => names.has(spaceOfStatement(db, session.item)))
    .sort((one, other) => compare(other.body.date, one.body.date) || compare(other.item, one.item));
  const start = after === null ? 0 : sessions.findIndex((session) => session.item === after) + 1;
  const part = sessions.slice(start, start + groupsAtOnce);
  const groups = part.map((session) => ({
    key: session.item,
    date: session.body.date,
    title: names.get(spaceOfStatement(db, session.item)) ?? '',
    lines: statementsUnder(db, session.item).flatMap((said) => statementLines(db, said)),
  }));
  const last = start + groupsAtOnce < sessions.length ? part.at(-1) : undefined;
  return { groups, next: last?.item ?? null };
}

/** What the two of each pair showed each other as strengths, thanks and celebrations, newest first. All at once: they are few. */
export function strengthGroups(db: Database): SourceGroup[] {
  return listPairs(db)
    .flatMap((pair) =>
      withFirstShown(db, statementsOf(db, 'strength', pair.space)).map((said) => ({ said, pair })),
    )
    .sort(
      (one, other) => compare(other.said.madeAt, one.said.madeAt) || compare(other.said.item, one.said.item),
    )
    .map(({ said, pair }) => {
      const lines = strengthLines(pair, said);
      return { key: said.item, date: civilDate(new Date(said.madeAt)), title: pair.other.name, lines };
    });
}

/** My learning log, newest first. */
export function learningGroups(db: Database): SourceGroup[] {
  return draftsOf(db, 'learning')
    .sort((one, other) => compare(other.body.date, one.body.date) || compare(other.item, one.item))
    .map(({ item, body }) => ({ key: item, date: body.date, title: '', lines: learningLines(db, item) }));
}

/**
 * The lines of one source, as they stand now. Throws 'not_found' when there is none, 'not_evidence' for what is never
 * evidence: words typed in the room for somebody, withdrawn words, check-ins, and what was said of a repair.
 */
export function linesOf(db: Database, source: string): SourceLine[] {
  const row = db.prepare('SELECT kind, removed_at FROM item WHERE id = ?').get(source) as
    | { kind: string; removed_at: string | null }
    | undefined;
  if (row === undefined) throw new AppError('not_found', 'there is no such source');
  if (row.kind === 'page' && row.removed_at === null) return pageLines(db, source);
  if (row.kind === 'learning' && row.removed_at === null) return learningLines(db, source);
  const said = statementsUnder(db, source).find((one) => one.item === source);
  const lines = said === undefined ? [] : statementLines(db, said);
  if (lines.length === 0) throw new AppError('not_evidence', 'these words can never be evidence');
  return lines;
}

/** Whether the words of a source can still be seen by those they were shown to. */
export function stillStands(db: Database, source: string): boolean {
  const row = db.prepare('SELECT body FROM shown WHERE item = ?').get(source) as
    | { body: string | null }
    | undefined;
  return row !== undefined && row.body !== null;
}

function pageLines(db: Database, page: string): SourceLine[] {
  const { body } = getDraft(db, 'page', page);
  // What a family said in a meeting is theirs: it is nobody else's evidence.
  const own = body.sections.filter((section) => section.prompt !== theirWords);
  const texts = own.flatMap((section) =>
    section.prose.blocks.filter((block) => block.type !== 'heading').map(blockToText),
  );
  return ownLines(db, { source: page, date: body.date, texts });
}

function learningLines(db: Database, item: string): SourceLine[] {
  const { body } = getDraft(db, 'learning', item);
  const texts = [body.what, body.changed].flatMap((text) => text.split('\n'));
  return ownLines(db, { source: item, date: body.date, texts });
}

/** Lines of a private source of mine, each text once. */
function ownLines(
  db: Database,
  { source, date, texts }: { readonly source: string; readonly date: string; readonly texts: string[] },
): SourceLine[] {
  const me = whoAmI(db);
  return [...new Set(texts.flatMap(trimmed))].map((text) => ({
    source,
    hash: null,
    text,
    author: me.identity,
    authorName: me.name,
    space: null,
    date,
  }));
}

/** In a session nothing of this kind stands, so its day is the one it was first shown on. */
function strengthLines(pair: Pair, said: KnownStatement & { kind: 'strength' }): SourceLine[] {
  const author = said.owner === pair.me.identity ? pair.me : pair.other;
  if (author.identity !== said.owner) return [];
  return [said.body.text, said.body.effect]
    .flatMap((text) => text.split('\n').flatMap(trimmed))
    .map((text) => ({
      source: said.item,
      hash: said.hash,
      text,
      author: said.owner,
      authorName: author.name,
      space: pair.space,
      date: civilDate(new Date(said.madeAt)),
    }));
}

function statementLines(db: Database, said: KnownStatement): SourceLine[] {
  if (said.kind === 'strength') {
    const [first = said] = withFirstShown(db, [said]);
    return strengthLines(getPair(db, spaceOfStatement(db, said.item)), first);
  }
  const texts = evidenceTexts(said);
  if (texts.length === 0) return [];
  const { space, date } = sessionOf(db, said.item);
  const pair = getPair(db, space);
  const author = said.owner === pair.me.identity ? pair.me : pair.other;
  if (author.identity !== said.owner) return [];
  return texts
    .flatMap((text) => text.split('\n').flatMap(trimmed))
    .map((text) => ({
      source: said.item,
      hash: said.hash,
      text,
      author: said.owner,
      authorName: author.name,
      space,
      date,
    }));
}

/** Arriving and How we work stay between the two (EXPERIENCE.md, rule 7); scribed words are only ever a proposal. */
function evidenceTexts(said: KnownStatement): string[] {
  switch (said.kind) {
    case 'voice':
      return said.body.part === 'arriving' || said.body.part === 'howWeWork' ? [] : [said.body.text];
    case 'decision':
    case 'promise':
    case 'amendment':
      return [said.body.text];
    case 'difference':
      return [said.body.account];
    default:
      return [];
  }
}

/** Follows subjects up to the session something was said in. Throws 'not_evidence' when there is none. */
function sessionOf(db: Database, item: string): { space: string; date: string } {
  const row = db
    .prepare(
      `WITH RECURSIVE over (id, subject) AS (
         SELECT id, subject FROM item WHERE id = ?
         UNION SELECT item.id, item.subject FROM item JOIN over ON item.id = over.subject
       )
       SELECT item.space AS space, json_extract(shown.body, '$.date') AS date
       FROM over JOIN item ON item.id = over.id JOIN shown ON shown.item = item.id
       WHERE item.kind = 'session' AND shown.body IS NOT NULL`,
    )
    .get(item) as { space: string; date: string } | undefined;
  if (row === undefined) throw new AppError('not_evidence', 'these words belong to no session');
  return row;
}

function spaceOfStatement(db: Database, item: string): string {
  const row = db.prepare('SELECT space FROM item WHERE id = ?').get(item) as { space: string };
  return row.space;
}

function trimmed(text: string): string[] {
  const line = text.trim();
  return line === '' ? [] : [line];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

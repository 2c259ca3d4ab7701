import type { Database } from 'better-sqlite3';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { EvidenceBody } from '../../../shared/model/evidence.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { type ChosenLine, chosenLines, viewLine } from '../documents/chosenLines.ts';
import {
  learningGroups,
  linesOf,
  pageGroups,
  sessionGroups,
  type SourceGroup,
  strengthGroups,
} from '../documents/sources.ts';
import { findUnseenWords } from '../documents/unseenWords.ts';
import { inOneTransaction, saveDraft, setRemoved, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft, statementsOf } from '../items/read.ts';

export function listSources({ vault }: Deps, input: Input<'evidence.sources'>): Output<'evidence.sources'> {
  const db = vault.db();
  const me = whoAmI(db).identity;
  const chosen = new Set(draftsOf(db, 'evidence').map(({ body }) => `${body.source.item}\n${body.text}`));
  const { groups, next } = groupsFrom(db, input);
  return {
    next,
    groups: groups.map((group) => ({
      ...group,
      lines: group.lines.map(({ source, text, author, authorName }) => ({
        source,
        text,
        authorName,
        mine: author === me,
        chosen: chosen.has(`${source}\n${text}`),
      })),
    })),
  };
}

function groupsFrom(
  db: Database,
  { from, after }: Input<'evidence.sources'>,
): { groups: SourceGroup[]; next: string | null } {
  switch (from) {
    case 'pages':
      return pageGroups(db, after);
    case 'sessions':
      return sessionGroups(db, after);
    case 'strengths':
      return { groups: strengthGroups(db), next: null };
    case 'learning':
      return { groups: learningGroups(db), next: null };
  }
}

/** Copies one line of a source. Choosing the same line twice gives the same evidence. */
export function chooseLine(deps: Deps, input: Input<'evidence.choose'>): Output<'evidence.choose'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const me = whoAmI(db);
    const line = linesOf(db, input.source).find((one) => one.text === input.text);
    if (line === undefined) throw new AppError('not_evidence', 'the source has no such line');
    const isMine = line.author === me.identity;
    if (isMine && findUnseenWords(db, line.text).length > 0) {
      throw new AppError('not_evidence', 'the person these words are about has not seen them');
    }
    const before = draftsOf(db, 'evidence').find(
      ({ body }) => body.source.item === line.source && body.text === line.text,
    );
    if (before !== undefined) return { evidence: before.item };
    const evidence = saveDraft(deps, {
      kind: 'evidence',
      space: me.selfSpace,
      body: {
        text: line.text,
        textHash: sha256(line.text),
        author: line.author,
        authorName: line.authorName,
        space: line.space,
        source: { item: line.source, hash: line.hash },
        date: line.date,
        tags: [],
        wordsOf: isMine || line.space === null ? null : { space: line.space, identity: line.author },
        requests: [],
      },
    });
    return { evidence };
  });
}

export function listEvidence({ vault }: Deps): Output<'evidence.list'> {
  const db = vault.db();
  const packs = draftsOf(db, 'pack').map(({ body }) => body);
  return {
    lines: chosenLines(db).map((line) => ({
      ...viewLine(db, line),
      packs: packs
        .filter((pack) => pack.sections.some((section) => section.evidence.includes(line.item)))
        .map((pack) => pack.title),
    })),
  };
}

export function changeLine(deps: Deps, input: Input<'evidence.change'>): Output<'evidence.change'> {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const me = whoAmI(db);
    const line = getDraft(db, 'evidence', input.evidence);
    const text = input.text ?? line.body.text;
    const isMine = line.body.author === me.identity;
    if (!isMine && (text !== line.body.text || input.wordsOf !== undefined)) {
      throw new AppError('not_yours', "another's words stay as they wrote them");
    }
    const wordsOf = input.wordsOf === undefined ? line.body.wordsOf : otherOf(deps, input.wordsOf);
    const isSame = text === line.body.text && wordsOf?.space === line.body.wordsOf?.space;
    save(deps, line, {
      text,
      textHash: sha256(text),
      tags: input.tags ?? line.body.tags,
      wordsOf,
      requests: isSame ? line.body.requests : takeBackRequests(deps, line),
    });
  });
  return {};
}

export function setLineRemoved(
  deps: Deps,
  input: Input<'evidence.setRemoved'>,
): Output<'evidence.setRemoved'> {
  inOneTransaction(deps, () => {
    const line = getDraft(deps.vault.db(), 'evidence', input.evidence);
    if (input.removed && line.body.requests.length > 0) {
      save(deps, line, { requests: takeBackRequests(deps, line) });
    }
    setRemoved(deps, input.evidence, input.removed);
  });
  return {};
}

function save(deps: Deps, line: ChosenLine, change: Partial<EvidenceBody>): void {
  saveDraft(deps, {
    kind: 'evidence',
    item: line.item,
    space: line.space,
    body: { ...line.body, ...change },
  });
}

/** Withdraws every request for the text as it was; the other person no longer sees it. Returns the requests left: none. */
function takeBackRequests(deps: Deps, line: ChosenLine): string[] {
  const standing = new Set(statementsOf(deps.vault.db(), 'consentRequest', null).map(({ item }) => item));
  for (const request of line.body.requests) if (standing.has(request)) withdraw(deps, request);
  return [];
}

function otherOf(deps: Deps, space: string | null): EvidenceBody['wordsOf'] {
  if (space === null) return null;
  return { space, identity: getPair(deps.vault.db(), space).other.identity };
}

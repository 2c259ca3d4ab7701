import type { Query, Term } from './query.ts';
import { type FoundWord, foldWord, wordsOf } from './words.ts';

export type Match = { readonly start: number; readonly end: number };
export type SnippetPart = { readonly text: string; readonly isMatch: boolean };

type Pattern = { readonly words: readonly string[]; readonly isPrefix: boolean };

/** Where a query's words stand in a text, in order, never overlapping. Offsets in UTF-16 units. */
export function* findMatches(text: string, query: Query): Generator<Match> {
  const patterns = query.terms.flatMap(patternsOf);
  const longest = Math.max(0, ...patterns.map((pattern) => pattern.words.length));
  if (longest === 0) return;
  const ahead: (FoundWord & { folded: string })[] = [];
  const source = wordsOf(text);
  for (;;) {
    while (ahead.length < longest) {
      const next = source.next();
      if (next.done === true) break;
      ahead.push({ ...next.value, folded: foldWord(next.value.text) });
    }
    const first = ahead[0];
    if (first === undefined) return;
    const length = longestMatch(ahead, patterns);
    const last = ahead[length - 1];
    if (last === undefined) ahead.shift();
    else {
      yield { start: first.start, end: last.end };
      ahead.splice(0, length);
    }
  }
}

const contextBefore = 60;
const snippetLength = 220;

/**
 * The part of a text around the first match, on one line, as pieces to be shown as text: nothing in it is ever markup.
 * Without a match, the beginning of the text.
 */
export function snippetOf(text: string, query: Query): SnippetPart[] {
  const matches = findMatches(text, query);
  const first = matches.next();
  const anchor = first.done === true ? 0 : first.value.start;
  const from = wordStart(text, Math.max(0, anchor - contextBefore), anchor);
  const to = wordEnd(text, Math.max(from + snippetLength, first.done === true ? 0 : first.value.end));
  const parts: SnippetPart[] = from > 0 ? [{ text: '… ', isMatch: false }] : [];
  let at = from;
  for (let found = first; found.done !== true && found.value.end <= to; found = matches.next()) {
    if (found.value.start > at) parts.push(part(text, at, found.value.start, false));
    parts.push(part(text, found.value.start, found.value.end, true));
    at = found.value.end;
  }
  if (at < to) parts.push(part(text, at, to, false));
  if (to < text.length) parts.push({ text: ' …', isMatch: false });
  return parts;
}

function patternsOf(term: Term): Pattern[] {
  return term.forms.map((form) => ({ words: form.map(foldWord), isPrefix: term.isPrefix }));
}

function longestMatch(ahead: readonly { folded: string }[], patterns: readonly Pattern[]): number {
  let longest = 0;
  for (const { words, isPrefix } of patterns) {
    if (words.length <= longest || words.length > ahead.length) continue;
    const isHere = words.every((word, index) => {
      const here = ahead[index]?.folded;
      const mayGoOn = isPrefix && index === words.length - 1;
      return here === word || (mayGoOn && here?.startsWith(word));
    });
    if (isHere) longest = words.length;
  }
  return longest;
}

function part(text: string, start: number, end: number, isMatch: boolean): SnippetPart {
  return { text: text.slice(start, end).replace(/\s+/g, ' '), isMatch };
}

function wordStart(text: string, from: number, anchor: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, anchor).search(/\s\S/);
  return space === -1 ? wholeCharacter(text, from) : from + space + 1;
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(to, to + 30).search(/\s/);
  return space === -1 ? wholeCharacter(text, to) : to + space;
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

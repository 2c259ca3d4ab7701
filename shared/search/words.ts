import { cjkClass } from './cjk.ts';

export type FoundWord = { readonly start: number; readonly end: number; readonly text: string };

// Letters, digits and private use, as SQLite's unicode61 takes them; combining marks inside a word belong to it.
const word = new RegExp(
  `${cjkClass}\\p{M}*|(?!${cjkClass})[\\p{L}\\p{N}\\p{Co}](?:(?!${cjkClass})[\\p{L}\\p{N}\\p{Co}\\p{M}])*`,
  'gu',
);

/** The words of a text, in order, cut where the search index cuts them. */
export function* wordsOf(text: string): Generator<FoundWord> {
  for (const match of text.matchAll(word)) {
    yield { start: match.index, end: match.index + match[0].length, text: match[0] };
  }
}

/** A word without case and diacritics: `Ŵyl` and `wyl` are the same word to a search. */
export function foldWord(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

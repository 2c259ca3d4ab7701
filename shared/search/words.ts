import { cjkClass } from './cjk.ts';

export type FoundWord = { readonly start: number; readonly end: number; readonly text: string };

// Letters, digits and private use, as SQLite's unicode61 takes them; combining marks inside a word belong to it.
const letter = String.raw`\p{L}\p{N}\p{Co}`;
const wordHere = new RegExp(
  String.raw`${cjkClass}\p{M}*|(?!${cjkClass})[${letter}](?:(?!${cjkClass})[${letter}\p{M}])*`,
  'uy',
);

/** The words of a text, in order, cut where the search index cuts them. */
export function* wordsOf(text: string): Generator<FoundWord> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    // Most of a text is plain letters; asking Unicode about each of them would take most of a search's time.
    while (isPlainLetter(text.charCodeAt(at))) at += 1;
    if (isBeyondAscii(text.charCodeAt(at))) at = wordEndAt(text, start);
    if (at > start) yield { start, end: at, text: text.slice(start, at) };
    else at += isBeyondAscii(text.charCodeAt(at)) ? characterLength(text, at) : 1;
  }
}

/** A word without case and diacritics: `Ŵyl` and `wyl` are the same word to a search. */
export function foldWord(text: string): string {
  if (/^[A-Za-z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** The end of the word that begins here; `start` itself when none does. */
function wordEndAt(text: string, start: number): number {
  wordHere.lastIndex = start;
  return wordHere.test(text) ? wordHere.lastIndex : start;
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** False for NaN: the end of the text. */
function isBeyondAscii(code: number): boolean {
  return code > 0x7f;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

import type { Span } from './identifiers.ts';

/** The languages that there are word lists for: those of the screen. */
export type WrittenLanguage = 'en-GB' | 'cy';

/** Full stops after these end nothing, unless the line ends there. */
const abbreviations: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st nos vs etc approx dept tel ext eg ie cf ayb ayyb hy ee gw ebr'.split(' '),
);

/** What an initial comes after, besides another initial: "Dr. J. Price". */
const titles: ReadonlySet<string> = new Set('mr mrs ms dr prof st'.split(' '));

const ends = '.!?\u2026:';
const closers = '.!?\u2026\'"\u2019\u201d\u00bb)]';

/**
 * The sentences of a text, in order, each from its first visible character to its end. A sentence ends
 * - at the end of a line;
 * - at a full stop, question mark, exclamation mark or ellipsis that white space follows, when what comes next does not
 *   begin with a small letter. A full stop after an abbreviation, an initial or a letter with stops in it ("e.g.") is none. A single
 *   letter is an initial where a name can begin: first in its sentence, or after a title or another initial. After any other word it
 *   is a code ("Child A."), and its full stop ends the sentence. "No." shortens only a number;
 * - at a colon that white space follows, whatever comes next (as Björnsson counts).
 * Semicolons end nothing. One pass: each character is looked at a bounded number of times.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  function end(at: number): void {
    const span = trimmed(text, start, at);
    if (span !== null) sentences.push(span);
    start = at;
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') end(at);
    else if (ends.includes(character)) {
      const after = afterClosers(text, at + 1);
      if (isEnd(text, start, at, after)) end(after);
      at = after - 1;
    }
  }
  end(text.length);
  return sentences;
}

function isEnd(text: string, start: number, at: number, after: number): boolean {
  if (after < text.length && !/\s/.test(text.charAt(after))) return false;
  if (text.charAt(at) === ':') return true;
  const next = nextVisible(text, after);
  if (next === null) return true;
  return !/^\p{Ll}/u.test(next) && !(text.charAt(at) === '.' && after === at + 1 && isShort(text, start, at));
}

function afterClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && closers.includes(text.charAt(at))) at += 1;
  return at;
}

/** The first visible character on the rest of this line; null when there is none. */
function nextVisible(text: string, from: number): string | null {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && /\s/.test(text.charAt(at))) at += 1;
  if (at >= text.length || text.charAt(at) === '\n') return null;
  const opened = /["'\u2018\u201c\u00ab([]/.test(text.charAt(at)) ? at + 1 : at;
  return text.slice(opened, opened + 2);
}

/** Whether the full stop at `at` only shortens the word before it. */
function isShort(text: string, start: number, at: number): boolean {
  // No abbreviation is longer; a word of a million letters is not read through at each of its stops.
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(start, at - 12), at))?.[0] ?? '';
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) return true;
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && isNameBegun(text, start, at - 1);
  if (word.toLowerCase() === 'no') return /\d/.test(nextVisible(text, at + 1)?.charAt(0) ?? '');
  return abbreviations.has(word.toLowerCase());
}

/** Whether a single letter at `at` can begin a name: nothing of its sentence, a title or another initial stands before it. */
function isNameBegun(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 12), at).trimEnd();
  const word = /(\p{L}+)\.?$/u.exec(before)?.[1];
  if (word === undefined) return text.slice(start, at).trim() === '' || !/\p{L}/u.test(before);
  return /^\p{Lu}$/u.test(word) ? before.endsWith('.') : titles.has(word.toLowerCase());
}

function trimmed(text: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

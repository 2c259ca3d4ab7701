import type { Span } from './identifiers.ts';

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u2018', '\u2019'],
  ["'", "'"],
]);
/** These also stand for a letter left out ("'wnes i", "parents'"): only a pair of them is a quotation. */
const alsoApostrophes = "'\u2018";

/**
 * What stands in quotation marks, marks included, in order. A quotation ends with its line at the latest: one whose end
 * was forgotten goes on to the end of the line, so that nobody else's words are taken for the writer's. Single marks
 * count only where a pair of them stands around words, since an apostrophe looks the same.
 */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = [];
  // Up to where it is known that no such mark closes anything: a line is not searched again for each apostrophe.
  const noneUntil = new Map<string, number>();
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    const close = closing.get(mark);
    if (close === undefined || !opens(text, at) || at < (noneUntil.get(close) ?? 0)) {
      at += 1;
      continue;
    }
    const isSingle = alsoApostrophes.includes(mark);
    const found = closingAt(text, at + 1, close, isSingle);
    if (found.isClosed || !isSingle) {
      spans.push({ start: at, end: found.at });
      at = found.at;
    } else {
      noneUntil.set(close, found.at);
      at += 1;
    }
  }
  return spans;
}

/** A straight mark after a letter closes, or is an apostrophe. */
function opens(text: string, at: number): boolean {
  const isStraight = text.charAt(at) === '"' || text.charAt(at) === "'";
  return !isStraight || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function closingAt(
  text: string,
  from: number,
  close: string,
  isSingle: boolean,
): { readonly at: number; readonly isClosed: boolean } {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return { at, isClosed: false };
    if (character !== close || at === from) continue;
    const isApostrophe = isSingle && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
    if (!isApostrophe) return { at: at + 1, isClosed: true };
  }
  return { at: text.length, isClosed: false };
}

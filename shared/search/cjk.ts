const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const everyCjk = new RegExp(`[${cjk}]`, 'gu');

/** One letter of a script that is written without spaces; its signs and punctuation are no words. */
export const cjkClass = `(?:(?=[\\p{L}\\p{N}])[${cjk}])`;

/**
 * The text as the index sees it: each CJK character a word of its own (SQLite's unicode61 would make one word of a whole
 * run, so that two characters inside it find nothing), and NUL, which would hide the rest, a space.
 */
export function textToIndex(text: string): string {
  return text.replaceAll('\0', ' ').replace(everyCjk, ' $& ');
}

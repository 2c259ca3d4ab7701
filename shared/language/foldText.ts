/** Text made plain for matching, with the place in the original that each of its characters came from. */
export type FoldedText = {
  readonly text: string;
  /** `starts[i]` is the original index of folded character i; one more entry marks the end. */
  readonly starts: readonly number[];
};

/**
 * Lower case without accents, one space for any run of white space, and without invisible characters: so that "Siân",
 * "Sian" and "SIA\u0302N" are one name, however they were typed.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  let index = 0;
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      if (part === ' ' && folded.endsWith(' ')) continue;
      folded += part;
      for (let unit = 0; unit < part.length; unit += 1) starts.push(index);
    }
    index += character.length;
  }
  starts.push(text.length);
  return { text: folded, starts };
}

function foldCharacter(character: string): string {
  if (/\s/u.test(character)) return ' ';
  if (character === '\u2019' || character === '\u02bc') return "'";
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}

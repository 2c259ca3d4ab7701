import { foldWord, wordsOf } from '../search/words.ts';
import type { Span } from './identifiers.ts';
import { quotationsOf } from './quotations.ts';
import { sentencesOf } from './sentences.ts';

/** A word as it is looked at: cut at apostrophes and hyphens, as the search cuts it. */
export type Token = Span & {
  /** Lower case, without accents. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** Somebody else's words: in quotation marks, or in a passage the caller named. */
  readonly isQuoted: boolean;
  /** Which of `sentences` it is in. */
  readonly sentence: number;
};

export type Tokens = {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
};

/** The words of a text with what is asked of each. `theirs`: passages of somebody else, in order. */
export function tokensOf(text: string, theirs: readonly Span[]): Tokens {
  const sentences = sentencesOf(text);
  const quoted = [...quotationsOf(text), ...theirs].sort((one, other) => one.start - other.start);
  const tokens: Token[] = [];
  let [sentence, quote, quotedTo, before] = [0, 0, 0, 0];
  for (const { start, end, text: word } of wordsOf(text)) {
    while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.end ?? 0)) sentence += 1;
    for (; (quoted[quote]?.start ?? Number.POSITIVE_INFINITY) <= start; quote += 1) {
      quotedTo = Math.max(quotedTo, quoted[quote]?.end ?? 0);
    }
    tokens.push({
      start,
      end,
      folded: foldWord(word),
      isCapital: /^\p{Lu}/u.test(word),
      // Long gaps say no more than that they are long.
      gap: text.slice(Math.max(before, start - 40), start),
      isQuoted: start < quotedTo,
      sentence,
    });
    before = end;
  }
  return { tokens, sentences };
}

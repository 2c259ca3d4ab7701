import type { Span } from './identifiers.ts';
import { sentencesOf, type WrittenLanguage } from './sentences.ts';

/** What a text is made of. Nothing of it is kept anywhere: it is counted when somebody looks, and gone when they close. */
export type Measured = {
  readonly words: number;
  /** Sentences with at least one word. */
  readonly sentences: number;
  readonly longWords: number;
  /** The sentence with the most words, the first of several; null without a word. */
  readonly longest: (Span & { readonly words: number }) | null;
};

/** A word of more than this many letters is long. */
const longFrom = 7;

/**
 * A word begins with a letter or digit and goes on over apostrophes, hyphens and the stops inside a number or between
 * single letters: "mother's", "self-harm", "10:30" and "e.g." are a word each.
 */
const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['\u2019\u02bc\u2010\u2011-]|(?<=\p{N})[.,:/](?=\p{N})|(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L})))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Two signs, one letter of the Welsh alphabet. "ng" is always read as one, which it is not in every word (Bangor). */
const welshDigraph = /ch|dd|ff|ng|ll|ph|rh|th/giu;

/**
 * Counts words, sentences (`sentencesOf`) and long words. A word is long with more than six letters; digits, hyphens and
 * apostrophes are no letters, and a Welsh digraph is one. A text without an end to its sentence is one sentence.
 */
export function measureText(text: string, language: WrittenLanguage): Measured {
  let [words, sentences, longWords] = [0, 0, 0];
  let longest: Measured['longest'] = null;
  for (const span of sentencesOf(text)) {
    const found = text.slice(span.start, span.end).match(wordPattern) ?? [];
    if (found.length === 0) continue;
    words += found.length;
    sentences += 1;
    longWords += found.filter((word) => lettersIn(word, language) >= longFrom).length;
    if (longest === null || found.length > longest.words) longest = { ...span, words: found.length };
  }
  return { words, sentences, longWords, longest };
}

function lettersIn(word: string, language: WrittenLanguage): number {
  const letters = word.normalize('NFC').replace(/[^\p{L}]/gu, '');
  return [...(language === 'cy' ? letters.replace(welshDigraph, 'x') : letters)].length;
}

/**
 * LIX (läsbarhetsindex): words a sentence, plus long words in a hundred words. Björnsson, C. H. (1968), Läsbarhet,
 * Stockholm: Liber; in English in Anderson, J. (1981), ERIC ED207022, and Björnsson (1983), Reading Research Quarterly
 * 18(4), 480–497. No unit; null for a text without words.
 */
export function lixOf({
  words,
  sentences,
  longWords,
}: Pick<Measured, 'words' | 'sentences' | 'longWords'>): number | null {
  if (words === 0 || sentences === 0) return null;
  return words / sentences + (100 * longWords) / words;
}

export const likenesses = ['children', 'story', 'newspaper', 'official', 'dense'] as const;
export type Likeness = (typeof likenesses)[number];

/** Under this many words one long sentence decides everything, and nothing is likened to anything (our own choice). */
export const fewestWords = 50;

/**
 * What English text of this LIX reads like. The Swedish scale runs in tens: under 30 a book for children, stories,
 * newspapers from 40, official texts from 50, above 60 denser than those. An ordinary newspaper came to 47 in Swedish and
 * to 52 in English (Björnsson 1983), so in English every step stands five higher. Of Welsh no such figures are known.
 */
export function likenessOf(lix: number): Likeness {
  const step = Math.floor((lix - 5 - 20) / 10);
  return likenesses[Math.min(Math.max(step, 0), likenesses.length - 1)] ?? 'dense';
}

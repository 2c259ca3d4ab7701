import { foldWord, wordsOf } from './words.ts';
import { mutatedForms } from './welsh.ts';

/** One thing that must be there: any of its forms, each a sequence of words next to one another. */
export type Term = {
  readonly forms: readonly (readonly string[])[];
  /** Whether the last word of a form may go on: what is still being typed. */
  readonly isPrefix: boolean;
};

/** All terms must be there. No terms: there is nothing to look for yet. */
export type Query = { readonly terms: readonly Term[] };

/** Letters from which on a word still being typed also finds what it begins. */
const prefixFrom = 3;
const mostTerms = 12;

/**
 * Reads what a person types: words all of which must be there, "words in a row" in quotation marks, and the last word,
 * from three letters on, as the beginning of a word. In Welsh a word also finds its mutated forms. Never throws:
 * whatever is not a word or a quotation mark only separates.
 */
export function parseQuery(text: string, language: 'en-GB' | 'cy'): Query {
  const terms: Term[] = [];
  // Curly quotation marks come from keyboards that correct.
  const parts = text.replaceAll('\0', ' ').split(/["“”„«»]/);
  parts.forEach((part, index) => {
    const isQuoted = index % 2 === 1 && index < parts.length - 1;
    if (isQuoted) terms.push(...phrase(part));
    else terms.push(...looseWords(part, language, index === parts.length - 1));
  });
  return { terms: terms.slice(0, mostTerms) };
}

function phrase(text: string): Term[] {
  const words = [...wordsOf(text)].map((word) => word.text);
  return words.length === 0 ? [] : [{ forms: [words], isPrefix: false }];
}

function looseWords(text: string, language: 'en-GB' | 'cy', isLast: boolean): Term[] {
  const chunks = text.split(/\s+/u).filter((chunk) => chunk !== '');
  return chunks.flatMap((chunk, index) => {
    const found = [...wordsOf(chunk)];
    const words = found.map((word) => word.text);
    const last = found.at(-1);
    if (last === undefined) return [];
    const isTyping = isLast && index === chunks.length - 1 && !/\s$/u.test(text) && last.end === chunk.length;
    const isPrefix = isTyping && Array.from(last.text).length >= prefixFrom;
    const [only] = words;
    const isWelsh = language === 'cy' && words.length === 1 && only !== undefined;
    const forms = isWelsh ? mutatedForms(foldWord(only)).map((form) => [form]) : [words];
    return [{ forms, isPrefix }];
  });
}

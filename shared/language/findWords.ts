import { whoseWords } from './aboutOneself.ts';
import type { Span } from './identifiers.ts';
import { type Listed, listedIn } from './listedForms.ts';
import type { WrittenLanguage } from './sentences.ts';
import { tokensOf } from './tokens.ts';
import { mutate } from './welshMutations.ts';
import type { ListKind } from './wordLists.ts';

/** A word from a list, where it stands, in UTF-16 units. */
export type FoundWord = Span & {
  readonly kind: ListKind;
  readonly text: string;
  /** As they would stand in its place: with its capital and its Welsh mutation. */
  readonly alternatives: readonly string[];
  readonly why: string | null;
  /** The sentence it stands in. */
  readonly sentence: Span;
};

/**
 * The listed words of a text, in order, never overlapping. What stands in quotation marks or in a passage of `theirs` is
 * somebody else's and left out. So is whatever the writer says of themselves (`whoseWords`): blaming words also where it
 * is unsaid who is meant. Time grows with the length of the text, and nothing of it is kept.
 */
export function findWords(
  text: string,
  options: { readonly language: WrittenLanguage; readonly theirs?: readonly Span[] },
): FoundWord[] {
  const { language, theirs = [] } = options;
  const { tokens, sentences } = tokensOf(text, theirs);
  const standing = listedIn(text, tokens, language);
  if (standing.length === 0) return [];
  const listed = new Set<number>();
  for (const { from, to, listed: of } of standing) {
    // Jargon can name somebody ("the service user refused"); a blaming word names nobody.
    if (of.kind === 'blaming') for (let index = from; index < to; index += 1) listed.add(index);
  }
  const whose = whoseWords(tokens, (index) => listed.has(index), language);
  return standing.flatMap(({ from, to, listed: of }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined) return [];
    const isSilent = whose[from] === 'own' || (of.kind === 'blaming' && whose[from] === 'unsaid');
    if (isSilent || first.isQuoted || last.isQuoted) return [];
    const sentence = sentences[first.sentence] ?? { start: first.start, end: last.end };
    const written = text.slice(first.start, last.end);
    const opensSentence = text.slice(sentence.start, first.start).trim() === '';
    return {
      start: first.start,
      end: last.end,
      kind: of.kind,
      text: written,
      alternatives: of.alternatives.map((one) => inPlace(one, of, written, opensSentence)),
      why: of.why,
      sentence,
    };
  });
}

/** The text with an alternative where the found word stood; nothing else of it changes. */
export function putIn(text: string, place: Span, alternative: string): string {
  return text.slice(0, place.start) + alternative + text.slice(place.end);
}

function inPlace(alternative: string, listed: Listed, written: string, opensSentence: boolean): string {
  const { mutation } = listed;
  const changed =
    mutation === null
      ? alternative
      : mutation === 'h'
        ? alternative.replace(/^(?=[aeiouwy])/, 'h')
        : (mutate(alternative, mutation) ?? alternative);
  const isAbbreviation = /^\P{Ll}{2,}$/u.test(written);
  const wantsCapital = isAbbreviation ? opensSentence : /^\p{Lu}/u.test(written);
  return wantsCapital ? changed.charAt(0).toUpperCase() + changed.slice(1) : changed;
}

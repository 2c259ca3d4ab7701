import { findBirthDates } from './birthDates.ts';
import { findNames } from './names.ts';
import { findNhsNumbers } from './nhsNumbers.ts';
import { findPostcodes } from './postcodes.ts';

/** From `start` up to `end`, in UTF-16 units of the text looked at. */
export type Span = { readonly start: number; readonly end: number };

/** What may point to a person. All of these can be kept knowingly. */
export const identifierKinds = ['nhsNumber', 'birthDate', 'postcode', 'name'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export type Identifier = Span & { readonly kind: IdentifierKind; readonly text: string };

/**
 * Everything in the text that may point to a person, in order. `names` are those the person listed; `period` is the
 * first day (YYYY-MM-DD) of the time the text is about, for telling old dates apart. Finding nothing proves nothing:
 * a story can point to somebody without any of these.
 */
export function findIdentifiers(
  text: string,
  options: { readonly names: readonly string[]; readonly period: string },
): Identifier[] {
  const found = {
    nhsNumber: findNhsNumbers(text),
    birthDate: findBirthDates(text, options.period),
    postcode: findPostcodes(text),
    name: findNames(text, options.names),
  } satisfies Record<IdentifierKind, Span[]>;
  return identifierKinds
    .flatMap((kind) => found[kind].map((span) => ({ ...span, kind, text: text.slice(span.start, span.end) })))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

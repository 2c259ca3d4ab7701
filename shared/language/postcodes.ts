import type { Span } from './identifiers.ts';

/** The shapes of UK postcodes (BS 7666): A9, A99, AA9, AA99, A9A, AA9A, then a digit and two letters of a smaller alphabet. */
const outward = '(?:GIR|[A-PR-UWYZ](?:\\d{1,2}|\\d[A-HJKPS-UW]|[A-HK-Y]\\d{1,2}|[A-HK-Y]\\d[ABEHMNPRV-Y]))';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])${outward}\\s{0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
  'giu',
);

export function findPostcodes(text: string): Span[] {
  return [...text.matchAll(postcode)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

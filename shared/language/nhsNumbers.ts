import type { Span } from './identifiers.ts';

/** Ten digits, however they are spaced, that are not part of a longer number. */
const tenDigits = /(?<!\d)(?:\d[\s.-]?){9}\d(?!\d)/g;

/** Where NHS numbers stand: ten digits whose last is the right check digit. */
export function findNhsNumbers(text: string): Span[] {
  return [...text.matchAll(tenDigits)]
    .filter((match) => isNhsNumber(match[0].replace(/\D/g, '')))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * Modulus 11 over the first nine digits with weights 10 to 2; the tenth is 11 less the remainder, 11 counts as 0 and 10
 * makes a number that is never issued (NHS Data Dictionary, "NHS NUMBER").
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

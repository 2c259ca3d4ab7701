import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIdentifiers, type IdentifierKind } from '../../shared/language/identifiers.ts';
import { isNhsNumber } from '../../shared/language/nhsNumbers.ts';

const options = { names: ['Siân Pritchard', 'Ben', 'Gwen', 'Llinos', 'Tomos'], period: '2025-04-01' };

function found(text: string, kind: IdentifierKind): string[] {
  return findIdentifiers(text, options)
    .filter((one) => one.kind === kind)
    .map((one) => one.text);
}

/** The check digit as the NHS Data Dictionary describes it, worked out apart from the code under test. */
function withCheckDigit(nine: string): string | null {
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : nine + check;
}

const nineDigits = fc.stringMatching(/^[0-9]{9}$/);

describe('NHS numbers', () => {
  test('a number that is published as an example is found however it is spaced', () => {
    for (const text of [
      '943 476 5919',
      '9434765919',
      '943-476-5919',
      '94 34 76 59 19',
      '943\u00a0476\u00a05919',
    ]) {
      expect(found(`Her number is ${text}, as agreed.`, 'nhsNumber')).toEqual([text]);
    }
  });

  test('every number with the right check digit is found, and with any other check digit it is not', () => {
    fc.assert(
      fc.property(nineDigits, fc.constantFrom('', ' '), (nine, gap) => {
        const number = withCheckDigit(nine);
        const spaced = (ten: string) => `${ten.slice(0, 3)}${gap}${ten.slice(3, 6)}${gap}${ten.slice(6)}`;
        for (let last = 0; last < 10; last += 1) {
          const ten = `${nine}${last}`;
          expect(found(`(${spaced(ten)})`, 'nhsNumber')).toEqual(ten === number ? [spaced(ten)] : []);
        }
      }),
    );
  });

  test('one digit changed or two neighbours swapped makes it another number, which is not found', () => {
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('4934765919')).toBe(false);
  });

  test('a longer number is not an NHS number with something around it', () => {
    expect(found('Account 94347659190 and 19434765919.', 'nhsNumber')).toEqual([]);
  });
});

describe('Dates of birth', () => {
  test.each([
    'DOB 12/03/2016',
    'd.o.b. 12.3.16',
    'date of birth: 3 May 2015',
    'born on the 3rd of May, 2015',
    'born May 3, 2025',
    'dyddiad geni 3 Mawrth 2025',
    'fe’i ganed ar 3ydd o Fawrth 2025',
    '2025-05-03 is her birthday',
    'born in March 2025',
    'she was born in 2019',
  ])('%s is found', (text) => {
    expect(found(text, 'birthDate')).toHaveLength(1);
  });

  test('an old date without a word about birth is found, one inside the year under review is not', () => {
    expect(found('Seen on 12 June 2014 and again on 14 May 2025.', 'birthDate')).toEqual(['12 June 2014']);
    expect(found('We met on 14/05/2025, then 2025-11-20.', 'birthDate')).toEqual([]);
  });

  test('what only looks like a date is left alone', () => {
    expect(found('Section 17.3.1, 31/02/2016, 4 mugs 2016', 'birthDate')).toEqual([]);
  });

  test('every real day beside a word about birth is found in every way of writing it', () => {
    const day = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2026-11-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.nat(4), (date, style) => {
        const [y, m, d] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
        const long = (locale: string) =>
          new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        const written = [
          `${d}/${m}/${y}`,
          `${y}-${m}-${d}`,
          `${d}.${m}.${y.slice(2)}`,
          long('en-GB'),
          long('cy'),
        ][style] as string;
        expect(found(`DOB: ${written}.`, 'birthDate')).toEqual([written]);
      }),
    );
  });
});

describe('Postcodes', () => {
  test.each([
    'CF10 1BH',
    'cf101bh',
    'SW1A 1AA',
    'M1 1AE',
    'B33 8TH',
    'CR2 6XH',
    'DN55 1PT',
    'EC1A\u00a01BB',
    'W1A 0AX',
  ])('%s is found', (postcode) => {
    expect(found(`at ${postcode}, the blue door`, 'postcode')).toEqual([postcode]);
  });

  test('a section of an Act, a form number and a room are left alone', () => {
    expect(found('s17 assessment, form CR2, room B12, 10 am', 'postcode')).toEqual([]);
  });
});

describe('Names', () => {
  test('a listed name is found in any case, with or without accents, possessive or hyphenated', () => {
    const text = 'SIAN PRITCHARD came. si\u0302an pritchard’s coat. Siân-Pritchard? Gwen’s, gwen, (GWEN).';
    expect(found('SIAN PRITCHARD came.', 'name')).toEqual(['SIAN PRITCHARD']);
    expect(found('It was Siân Pritchard’s coat.', 'name')).toEqual(['Siân Pritchard']);
    expect(found('It was Sia\u0302n  Pritchard.', 'name')).toEqual(['Sia\u0302n  Pritchard']);
    expect(found(text, 'name').filter((name) => /gwen/i.test(name))).toHaveLength(3);
  });

  test('a part of a listed name is found on its own when it is written as a name', () => {
    expect(found('I asked Siân, then Pritchard.', 'name')).toEqual(['Siân', 'Pritchard']);
  });

  test('a name inside another word is not found', () => {
    expect(found('Bending the Gwenllian rule, Benefits, Tomosaidd', 'name')).toEqual([]);
  });

  test('a mutated name is found when it is written as a name, and the common word it looks like is not', () => {
    expect(found('i Domos, a Thomos, â Linos, fy Nhomos, i Wen', 'name')).toEqual([
      'Domos',
      'Thomos',
      'Linos',
      'Nhomos',
      'Wen',
    ]);
    expect(found('two men and a fen', 'name')).toEqual([]);
  });

  test('whatever stands around a name that is not a letter or digit, it is found at its place', () => {
    const around = fc.stringMatching(/^[ .,;:!?"'()[\]\n\t…–—-]{1,6}$/);
    fc.assert(
      fc.property(around, around, fc.constantFrom('Gwen', 'gwen', 'GWEN'), (before, after, name) => {
        const text = `x${before}${name}${after}y`;
        const [one] = findIdentifiers(text, options).filter((each) => each.kind === 'name');
        expect(one).toMatchObject({ text: name, start: 1 + before.length });
      }),
    );
  });
});

test('what is found lies where it says, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
      const text = `${noise} Gwen, 943 476 5919 at CF10 1BH`;
      for (const one of findIdentifiers(text, options)) expect(text.slice(one.start, one.end)).toBe(one.text);
      expect(found(text, 'postcode')).toContain('CF10 1BH');
    }),
  );
});

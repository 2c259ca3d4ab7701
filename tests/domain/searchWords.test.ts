import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, snippetOf } from '../../shared/search/matches.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { mutatedForms } from '../../shared/search/welsh.ts';
import { foldWord, wordsOf } from '../../shared/search/words.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'cat',
        'Cath',
        'ŵyn',
        '看望',
        '2026年',
        'e\u0301t',
        '\n',
        ' ',
        '"',
        '<b>',
        '🙂',
        '’s',
        '힘들',
      ),
    )
    .map((parts) => parts.join('')),
);

test('Words cover a text in order, without overlap, and hold a letter or a digit each', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const word of wordsOf(text)) {
        expect(word.start).toBeGreaterThanOrEqual(last);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        expect(word.text).toMatch(/^[\p{L}\p{N}\p{Co}]/u);
        last = word.end;
      }
    }),
  );
});

test('Every word of a text is found in it, and so is the text between any two words, as a phrase', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, from, to) => {
      const words = [...wordsOf(text)];
      fc.pre(words.length > 0);
      const [first, last] = [from % words.length, to % words.length].toSorted((one, other) => one - other);
      const start = words[first ?? 0]?.start ?? 0;
      const end = words[last ?? 0]?.end ?? 0;
      const phrase = text.slice(start, end).replaceAll('"', ' ');
      const found = [...findMatches(text, parseQuery(`"${phrase}"`, 'en-GB'))];
      expect(found.length).toBeGreaterThan(0);
    }),
  );
});

test('A snippet is a stretch of the text with its white space on one line, cut into pieces and never more', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom('en-GB', 'cy'), (text, query, language) => {
      const parts = snippetOf(text, parseQuery(query, language));
      const line = parts
        .map((part) => part.text)
        .join('')
        .replace(/^… /, '')
        .replace(/ …$/, '');
      expect(text.replace(/\s+/g, ' ').replace(/ +/g, ' ')).toContain(line.replace(/ +/g, ' '));
      for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
    }),
  );
});

test('What anyone types is a query of words: at most twelve terms, none of them empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en-GB', 'cy'), (typed, language) => {
      const { terms } = parseQuery(typed, language);
      expect(terms.length).toBeLessThanOrEqual(12);
      for (const term of terms) {
        for (const form of term.forms) expect(form.every((word) => word !== '')).toBe(true);
      }
    }),
  );
});

test('Welsh words and their mutated forms lead to one another', () => {
  const table = {
    cath: ['gath', 'nghath', 'chath'],
    pen: ['ben', 'mhen', 'phen'],
    tref: ['dref', 'nhref', 'thref'],
    bara: ['fara', 'mara'],
    dydd: ['ddydd', 'nydd'],
    gardd: ['ardd', 'ngardd'],
    mam: ['fam'],
    llyfr: ['lyfr'],
    rhaglen: ['raglen'],
  };
  for (const [radical, forms] of Object.entries(table)) {
    for (const form of forms) {
      expect(mutatedForms(radical), `${radical} → ${form}`).toContain(form);
      expect(mutatedForms(form), `${form} → ${radical}`).toContain(radical);
    }
  }
  expect(mutatedForms('cath')[0]).toBe('cath');
  expect(mutatedForms('yn')).toEqual(['yn']);
});

test('Folding takes case and diacritics away and nothing else', () => {
  expect(['ŴYL', 'Café', 'e\u0301', 'ß', '看', 'İ'].map(foldWord)).toEqual([
    'wyl',
    'cafe',
    'e',
    'ß',
    '看',
    'i',
  ]);
});

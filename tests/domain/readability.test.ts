import { expect, test } from 'vitest';
import { fewestWords, likenessOf, lixOf, measureText } from '../../shared/language/readability.ts';

const english = (text: string) => measureText(text, 'en-GB');

test('LIX by hand from its definition', () => {
  // 9 words, 2 sentences, 2 long ones (visited, grandmother): 9/2 + 200/9.
  const text = 'We visited on Monday. Her grandmother let us in.';
  expect(english(text)).toMatchObject({ words: 9, sentences: 2, longWords: 2 });
  expect(lixOf(english(text))).toBeCloseTo(4.5 + 22.2222, 3);
  // 4 words, 1 sentence, none long.
  expect(lixOf(english('He was not in.'))).toBe(4);
  // One word, long.
  expect(lixOf(english('Safeguarding.'))).toBe(101);
});

test('Published: the newspapers of Björnsson (1983), sentence length + long words in a hundred = LIX', () => {
  for (const [length, long, lix] of [
    [17, 30, 47],
    [20, 28, 48],
    [22, 29, 51],
    [25, 27, 52],
    [23, 32, 55],
    [22, 37, 59],
    [30, 35, 65],
    [14, 58, 72],
  ] as const) {
    expect(lixOf({ words: length * 100, sentences: 100, longWords: length * long })).toBeCloseTo(lix, 9);
  }
});

test('Published: 23 words, 3 full stops and a colon, 3 long words are 18.79 (npm lix-index, README)', () => {
  expect(lixOf({ words: 23, sentences: 4, longWords: 3 })).toBeCloseTo(18.79, 2);
});

test('A colon ends a sentence, as there; a semicolon does not', () => {
  expect(english('Here is a word: another. And one; more.')).toMatchObject({ words: 8, sentences: 3 });
});

test.each([
  ['no words', '', 0, 0],
  ['only marks', '… !? — .', 0, 0],
  ['no end to the sentence', 'Mum let us in', 4, 1],
  ['abbreviations and initials', 'Dr. J. Price rang, e.g. on Monday, at 4 p.m. and again.', 12, 1],
  ['an abbreviation at the end of a line', 'Tea, toast etc.\nShe ate.', 5, 2],
  ['a plain "no" at the end', 'Mum said no. She closed the door.', 7, 2],
  ['a number', 'We rang No. 14 first.', 5, 1],
  ['an hour at the end', 'We met at 3 pm. Dad came late.', 8, 2],
  ['a code for a person at the end', 'I saw Child A. She was calm.', 7, 2],
  ['initials at the beginning', 'J. B. Price rang. Mrs T. Lloyd came.', 8, 2],
  ['figures, times, dates', 'At 10:30 on 3.5.2027 they paid 1,200.50 for it.', 9, 1],
  ['hyphens and apostrophes', "Mum’s self-care isn't easy.", 4, 1],
  ['ellipsis that goes on', 'She said... nothing. Then left…', 5, 2],
  ['marks in a row and closing quotes', '“Why?!” He left.', 3, 2],
  ['lines without marks', 'One thing\nAnother thing', 4, 2],
])('Counting: %s', (_, text, words, sentences) => {
  expect(english(text)).toMatchObject({ words, sentences });
});

test('A text without words has no LIX, rather than one of nothing', () => {
  expect(lixOf(english(''))).toBeNull();
  expect(english('').longest).toBeNull();
});

test('Long is more than six letters: digits, hyphens and apostrophes are none, an accent is not another', () => {
  expect(english('123456789 friend friends father’s self-ish café-e\u0301a').longWords).toBe(3);
});

test('In Welsh two signs of one letter count once: llonydd has five letters, ymddygiad eight', () => {
  expect(measureText('llonydd', 'cy').longWords).toBe(0);
  expect(measureText('ymddygiad', 'cy').longWords).toBe(1);
  expect(english('llonydd').longWords).toBe(1);
});

test('The longest sentence is named by its place', () => {
  const text = 'Short one. This one has a few more words in it. End.';
  const { longest } = english(text);
  expect(longest?.words).toBe(9);
  expect(text.slice(longest?.start, longest?.end)).toBe('This one has a few more words in it.');
});

test('The likeness for English stands five above the Swedish scale, so that its newspapers read like newspapers', () => {
  expect([0, 34.9, 35, 44.9, 45, 52, 54.9, 55, 64.9, 65, 200].map(likenessOf)).toEqual([
    'children',
    'children',
    'story',
    'story',
    'newspaper',
    'newspaper',
    'newspaper',
    'official',
    'official',
    'dense',
    'dense',
  ]);
  expect(fewestWords).toBe(50);
});

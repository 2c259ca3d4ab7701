import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, putIn } from '../../shared/language/findWords.ts';
import type { WrittenLanguage } from '../../shared/language/sentences.ts';
import { mutatedForms } from '../../shared/language/welshMutations.ts';
import { wordListsOf } from '../../shared/language/wordLists.ts';

const languages = ['en-GB', 'cy'] as const satisfies readonly WrittenLanguage[];
const english = (text: string) => findWords(text, { language: 'en-GB' }).map((one) => one.text);
const welsh = (text: string) => findWords(text, { language: 'cy' }).map((one) => one.text);

describe('What is found', () => {
  test.each([
    ['Mum failed to engage with the plan.', ['failed to engage with']],
    [
      'Mum FAILED TO ENGAGE. Dad fails to engage, and she is failing to engage.',
      ['FAILED TO ENGAGE', 'fails to engage', 'failing to engage'],
    ],
    ["She didn’t engage; he won't engage.", ['didn’t engage', "won't engage"]],
    [
      'The family is hard-to-reach, non\u2011compliant and hard to reach.',
      ['hard-to-reach', 'non\u2011compliant', 'hard to reach'],
    ],
    ['The service user’s placement ended.', ['service user', 'placement']],
    ['A LAC review. MASH rang.', ['LAC review', 'MASH']],
  ])('%s', (text, found) => {
    expect(english(text)).toEqual(found);
  });

  test.each([
    ['a part of a longer word', 'She reclaims it; a displacement activity; self-denied.'],
    ['an abbreviation that is only a word when it is small', 'They mash potatoes and he sings a pep song.'],
    ['a phrase over the end of a sentence', 'Nothing she tried failed. To engage him we rang.'],
    ['a longer phrase that means something else', 'The contact details are on his work placement form.'],
    ['a passive, in which others did it', 'Mum was refused a house and was denied access.'],
  ])('%s is not found', (_, text) => {
    expect(english(text)).toEqual([]);
  });

  test.each([
    ['Symudodd y plentyn i leoliad newydd.', ['leoliad']],
    ['Roedd ei lleoliad hi yn bell.', ['lleoliad']],
    ['Gwrthododd y fam siarad.', ['Gwrthododd']],
    ['Pan wrthododd y fam, aeth y tad.', ['wrthododd']],
    ["Aeth y nain â'i theulu problemus.", ['theulu problemus']],
    ['Cafodd y teulu ei alw yn ddiog, a’i hymddygiad heriol hi.', ['ddiog', 'hymddygiad heriol']],
    ['Mae nifer o ddefnyddwyr gwasanaethau.', ['ddefnyddwyr gwasanaethau']],
  ])('Welsh after a mutation: %s', (text, found) => {
    expect(welsh(text)).toEqual(found);
  });

  test('an alternative takes the capital and the mutation of the word it stands for', () => {
    const [capital] = findWords('Placements ended.', { language: 'en-GB' });
    expect(capital?.alternatives).toEqual(['Homes']);
    const [abbreviation] = findWords('She is LAC.', { language: 'en-GB' });
    expect(abbreviation?.alternatives).toEqual(['in care']);
    const [soft] = findWords('Symudodd hi i leoliad newydd.', { language: 'cy' });
    expect(soft?.alternatives).toEqual(['gartref']);
    const [aspirate] = findWords("Aeth hi â'i theulu problemus.", { language: 'cy' });
    expect(aspirate?.alternatives).toEqual(["theulu â llawer i'w gario"]);
  });

  test('each comes with the sentence it stands in', () => {
    const text = 'Dr. Price rang at 10.30 a.m. on Monday. Mum refused to talk!\nNext line.';
    const [found] = findWords(text, { language: 'en-GB' });
    expect(text.slice(found?.sentence.start, found?.sentence.end)).toBe('Mum refused to talk!');
  });
});

describe('Never about oneself', () => {
  test.each([
    'I failed to engage.',
    "I've been chaotic, and my LAC review was late.",
    'I was late, chaotic and manipulative.',
    'Chaotic, I left.',
    'I was tired and a bit chaotic.',
    'I was tired and chaotic to her.',
    'They called me, a worker of ten years, manipulative.',
    'Mum said I was hostile.',
    'It was me who failed to ring.',
    'It was my fault: manipulative is what they called me.',
    'This writer felt hostile.',
    'Failed again. Should have said it. Refused to listen.',
    'I rang. Failed to say it.',
    'Rang Amir and was hostile. Failed to listen.',
    'Hopeless. Refused to listen.',
    'Hopeless morning. Refused to listen.',
    'Then met the family. Refused to move.',
    'Totally chaotic.',
  ])('nothing is found in: %s', (text) => {
    expect(english(text)).toEqual([]);
  });

  test.each([
    ['When I visited, mum refused to talk.', ['refused to']],
    ['I visited because the mother was hostile.', ['hostile']],
    ['Mum was hostile and I left.', ['hostile']],
    ['I met a man who refused to talk.', ['refused to']],
    ['It was me, chaotic as ever, and he was manipulative.', ['manipulative']],
    ['Emily came late. Refused to sit down.', ['Refused to']],
    ['We failed to engage him.', ['failed to engage']],
    ['The hostile parents shouted.', ['hostile']],
    ['He is, i.e. was, manipulative.', ['manipulative']],
  ])('somebody else in the same sentence is found: %s', (text, found) => {
    expect(english(text)).toEqual(found);
  });

  test.each([
    'Gwrthodais agor y drws. Roeddwn i’n anhrefnus.',
    'Dw i’n ddiog, ac yn ystrywgar.',
    'Fy lleoliad i oedd e.',
    'O’n i’n elyniaethus.',
    'Mae hi yn ystrywgar yn fy marn i.',
    'Methu amddiffyn. Anhrefnus.',
  ])('in Welsh nothing is found in: %s', (text) => {
    expect(welsh(text)).toEqual([]);
  });

  test('in Welsh the other in the same sentence is found, and "i" for "to" is nobody', () => {
    expect(welsh('Pan es i yno, gwrthododd y fam siarad.')).toEqual(['gwrthododd']);
    expect(welsh("Aeth y tad i'r cyfarfod yn elyniaethus.")).toEqual(['elyniaethus']);
    expect(welsh('Rhoddodd drais a chais ger bron: mae ef yn ystrywgar.')).toEqual(['yn ystrywgar']);
  });

  const selves = fc.constantFrom('I', "I've", 'me', 'my', 'myself', 'mine');
  const plain = fc.constantFrom(
    'was',
    'felt',
    'again',
    'late',
    'so',
    'very',
    'at',
    'with',
    'work',
    'chaotic',
    'hostile',
    'non-compliant',
  );
  test('a sentence of one piece that speaks of the writer is silent, whatever else it says', () => {
    fc.assert(
      fc.property(
        fc.array(plain, { maxLength: 8 }),
        selves,
        fc.array(plain, { maxLength: 8 }),
        (before, self, after) => {
          const words = [...before, self, ...after].filter((word) => word !== 'so');
          expect(english(`${words.join(' ')}.`)).toEqual([]);
        },
      ),
    );
  });
});

describe('What somebody else said', () => {
  test.each([
    'She said "mum is manipulative" and left.',
    'She said “mum is manipulative.”',
    'She said ‘mum’s manipulative’ and left.',
    "She said 'mum's manipulative' and left.",
    'She said “mum is manipulative and never closed it.',
  ])('in quotation marks is left alone: %s', (text) => {
    expect(english(text)).toEqual([]);
  });

  test('the next line, and apostrophes, are not quotations', () => {
    expect(english('She said “and never closed it.\nMum is manipulative.')).toEqual(['manipulative']);
    expect(english("The parents' house and 'cause mum's hostile.")).toEqual(['hostile']);
    expect(english('He said “I left” and mum was hostile.')).toEqual(['hostile']);
  });

  test('a passage named as theirs is left alone', () => {
    const text = 'Mum is hostile.\nMum is hostile.';
    const found = findWords(text, { language: 'en-GB', theirs: [{ start: 0, end: 15 }] });
    expect(found.map((one) => one.start)).toEqual([23]);
  });
});

const forms = Object.fromEntries(
  languages.map((language) => [
    language,
    wordListsOf(language).flatMap((list) =>
      list.entries.flatMap((entry) => Object.keys(entry.forms).flatMap((form) => form.split('|'))),
    ),
  ]),
) as Record<WrittenLanguage, string[]>;

describe('Whatever is written', () => {
  const piece = (language: WrittenLanguage) =>
    fc.oneof(
      fc.constantFrom(...forms[language]),
      fc.constantFrom(
        'Mum',
        'She',
        'Roedd y fam',
        'I',
        'fi',
        '“',
        '”',
        "'",
        '.',
        ', ',
        '\n',
        '👩‍👧',
        'e\u0301',
        '…',
        '-',
        '/',
      ),
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\u{1F469}', 'ŵ', '\ud83d', '\u0000', '\u00a0', '٣'),
    );
  const written = (language: WrittenLanguage) =>
    fc.array(piece(language), { maxLength: 14 }).map((pieces) => pieces.join(' '));

  test.each(languages)(
    'places are right, in order, and one put in changes that place alone (%s)',
    (language) => {
      fc.assert(
        fc.property(written(language), (text) => {
          const found = findWords(text, { language });
          expect(findWords(text, { language })).toEqual(found);
          let last = 0;
          for (const one of found) {
            expect(one.start).toBeGreaterThanOrEqual(last);
            expect(one.text).toBe(text.slice(one.start, one.end));
            expect(one.text).not.toBe('');
            expect(one.sentence.start).toBeLessThanOrEqual(one.start);
            expect(one.sentence.end).toBeGreaterThanOrEqual(one.end);
            last = one.end;
            for (const alternative of one.alternatives) {
              const changed = putIn(text, one, alternative);
              expect(changed.slice(0, one.start)).toBe(text.slice(0, one.start));
              expect(changed.slice(one.start + alternative.length)).toBe(text.slice(one.end));
            }
          }
        }),
      );
    },
  );

  test('a hundred thousand characters that invite looking twice take no more steps than others', () => {
    // Counted in time of the same machine: a quadratic search would take thousands of times as long.
    const time = (text: string) => {
      const from = performance.now();
      findWords(text, { language: 'en-GB' });
      return performance.now() - from;
    };
    const usual = time('We went to see the family and it was raining hard. '.repeat(2_000));
    for (const hard of [
      "'a ".repeat(33_000),
      'failed to '.repeat(10_000),
      'a, '.repeat(33_000),
      'non-'.repeat(25_000),
      '. '.repeat(50_000),
    ]) {
      expect(time(hard)).toBeLessThan(usual * 50 + 500);
    }
  });
});

describe('The lists', () => {
  test.each(languages)('every form is found, and no alternative is on a list itself (%s)', (language) => {
    // Somebody else, named at once.
    const begin = language === 'cy' ? 'Gwelodd y fam' : 'Yesterday mum and Amir';
    const lists = wordListsOf(language);
    for (const { entries } of lists) {
      for (const [written, alternatives] of entries.flatMap((entry) => Object.entries(entry.forms))) {
        for (const form of written.split('|')) {
          expect(
            findWords(`${begin} ${form}.`, { language }).map((one) => one.text),
            form,
          ).toEqual([form]);
        }
        for (const alternative of alternatives) {
          expect(findWords(`${begin} ${alternative}.`, { language }), alternative).toEqual([]);
        }
      }
    }
  });

  test('no mutated Welsh form is an everyday word', () => {
    const everyday = new Set(
      'mae mai fel fan ddim dim yna yno wedi gan gyda cael bod fod dod mynd dweud gweld heb hen nad pan pob bob rhai rhan tro dro gair air llaw law lle le mam dad plant teulu'.split(
        ' ',
      ),
    );
    for (const form of forms.cy.filter((one) => /^\p{Ll}+$/u.test(one))) {
      expect(
        [form, ...mutatedForms(form)].filter((one) => everyday.has(one)),
        form,
      ).toEqual([]);
    }
  });

  test('they hold what they promise: some 80 and 100 English words, 40 and 50 Welsh ones, each dated', () => {
    const rows = (language: WrittenLanguage, kind: string) =>
      wordListsOf(language)
        .filter((list) => list.kind === kind)
        .flatMap((list) => list.entries.flatMap((entry) => Object.keys(entry.forms))).length;
    expect(rows('en-GB', 'blaming')).toBeGreaterThanOrEqual(80);
    expect(rows('en-GB', 'jargon')).toBeGreaterThanOrEqual(100);
    expect(rows('cy', 'blaming')).toBeGreaterThanOrEqual(40);
    expect(rows('cy', 'jargon')).toBeGreaterThanOrEqual(50);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FeelingChange,
  feelingChangeBodySchema,
  foldFeelingList,
  isFreeWord,
  mayHide,
} from '../../shared/model/feelingList.ts';
import { feelingFamilies, feelings, noWordForIt } from '../../shared/model/feelings.ts';

const family = fc.constantFrom(...feelingFamilies.map((one) => one.family));
const word = fc.constantFrom(...feelings, 'hiraeth', 'Hiraeth', 'wobbly', 'a bit raw');
const change = fc.oneof(
  fc.record({ change: fc.constant('added' as const), family, word }),
  fc.record({ change: fc.constant('hidden' as const), word }),
);

const usual = foldFeelingList([]);

test('the usual list has fifteen words of our own in each of six families, none of them twice', () => {
  expect(usual.map(({ words }) => words.length)).toEqual([15, 15, 15, 15, 15, 15]);
  const all = usual.flatMap(({ words }) => words.map((one) => one.word));
  expect(new Set(all).size).toBe(90);
  expect(usual.flatMap(({ words }) => words).some((one) => one.isHidden || one.isOwn)).toBe(false);
});

test('whatever a person did to it, the list keeps every usual word, and each own word once', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const list = foldFeelingList(changes);
      const words = list.flatMap((one) => one.words);
      expect(words.filter((one) => !one.isOwn).map((one) => one.word)).toEqual(
        usual.flatMap((one) => one.words.map(({ word }) => word)),
      );
      const own = words.filter((one) => one.isOwn).map((one) => one.word.toLowerCase());
      expect(new Set(own).size).toBe(own.length);
      for (const one of words) {
        const wasHidden = changes.some(
          (known) => known.change === 'hidden' && known.word.toLowerCase() === one.word.toLowerCase(),
        );
        expect(one.isHidden).toBe(wasHidden);
      }
    }),
  );
});

test('what was hidden twice, as on two computers, reads as what was hidden once', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes: FeelingChange[]) => {
      expect(foldFeelingList([...changes, ...changes])).toEqual(foldFeelingList(changes));
    }),
  );
});

test('an own word is new only when neither it nor a key of ours is there; capitals make no other word', () => {
  const list = foldFeelingList([{ change: 'added', family: 'heavy', word: 'Hiraeth' }]);
  expect(isFreeWord(list, 'hiraeth')).toBe(false);
  expect(isFreeWord(list, 'tired')).toBe(false);
  expect(isFreeWord(list, noWordForIt)).toBe(false);
  expect(isFreeWord(list, 'wobbly')).toBe(true);
});

test('"no word for it" cannot be hidden, nor can a word that is not there', () => {
  expect(mayHide(usual, 'tired')).toBe(true);
  expect(mayHide(usual, noWordForIt)).toBe(false);
  expect(mayHide(usual, 'hiraeth')).toBe(false);
});

test('a word of one’s own is one short line of well-formed text', () => {
  const added = { change: 'added', family: 'heavy' };
  for (const word of ['', ' ', ' raw', 'two\nlines', 'a\0b', '\ud800', 'w'.repeat(61)]) {
    expect(feelingChangeBodySchema.safeParse({ ...added, word }).success, JSON.stringify(word)).toBe(false);
  }
  expect(feelingChangeBodySchema.safeParse({ ...added, word: 'ar bigau’r drain' }).success).toBe(true);
});

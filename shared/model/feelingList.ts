import { z } from 'zod';
import { feelingFamilies, type FeelingFamily, isFeeling, noWordForIt } from './feelings.ts';
import { words } from './ids.ts';

const families = feelingFamilies.map(({ family }) => family) as [FeelingFamily, ...FeelingFamily[]];
export const feelingFamilySchema = z.enum(families);

/** A word for a feeling: a key of our list, or the person's own in one short line. */
export const feelingWordSchema = words(60).refine(
  (word) => word !== '' && word === word.trim() && !/\p{Cc}/u.test(word),
  { message: 'not one short line' },
);

/**
 * One thing the person did to the list of feelings: put a word of their own into a family, or hid a word. Each is an item
 * by itself, so that what was done on two computers joins without anything to choose; to undo it is to erase it.
 */
export const feelingChangeBodySchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('added'), family: feelingFamilySchema, word: feelingWordSchema }).strict(),
  z.object({ change: z.literal('hidden'), word: feelingWordSchema }).strict(),
]);
export type FeelingChange = z.infer<typeof feelingChangeBodySchema>;

export const feelingListSchema = z.array(
  z.object({
    family: feelingFamilySchema,
    words: z.array(z.object({ word: feelingWordSchema, isOwn: z.boolean(), isHidden: z.boolean() })),
  }),
);
export type FeelingList = z.infer<typeof feelingListSchema>;

/** The usual list with what the person did to it, own words last in their family, in the order they came. */
export function foldFeelingList(changes: readonly FeelingChange[]): FeelingList {
  const hidden = changes.flatMap((change) => (change.change === 'hidden' ? [change.word] : []));
  const own = changes.flatMap((change) => (change.change === 'added' ? [change] : []));
  // The same word may have been added on two computers: the first of them stands.
  const first = own.filter(({ word }, index) => own.findIndex((one) => isSameWord(one.word, word)) === index);
  const listed = (word: string, isOwn: boolean) => ({
    word,
    isOwn,
    isHidden: hidden.some((one) => isSameWord(one, word)),
  });
  return feelingFamilies.map(({ family, feelings }) => ({
    family,
    words: [
      ...feelings.map((word) => listed(word, false)),
      ...first.filter((one) => one.family === family).map(({ word }) => listed(word, true)),
    ],
  }));
}

/** Whether two are one word to a reader: capitals and the way an accent is typed make no other word. */
export function isSameWord(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Whether a word can be added as the person's own: neither a key of ours nor there already, hidden or not. */
export function isFreeWord(list: FeelingList, word: string): boolean {
  const isTaken = list.some((family) => family.words.some((one) => isSameWord(one.word, word)));
  return !isTaken && !isFeeling(word);
}

/** Whether a word stands on the list, and so may be hidden. "No word for it" always stays. */
export function mayHide(list: FeelingList, word: string): boolean {
  return word !== noWordForIt && list.some((family) => family.words.some((one) => one.word === word));
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

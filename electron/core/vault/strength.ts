import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

export type Strength = {
  readonly guessesLog10: number;
  readonly level: 'short' | 'guessable' | 'fair' | 'strong';
  readonly enough: boolean;
};

/**
 * 10^10 guesses at 65 ms of 64 MiB Argon2id each are some twenty processor years. Length alone never makes a
 * passphrase good enough: `passwordpassword` has 16 letters.
 */
const enoughLog10 = 10;
const strongLog10 = 14;
const longEnough = 12;

/** In every cracker's list since https://xkcd.com/936, and in no dictionary of single words. */
const famous = ['correct horse battery staple', 'correcthorsebatterystaple'];

let estimator: Promise<ZxcvbnFactory> | null = null;

/** Honest strength of a passphrase. What the person is called counts as already guessed. */
export async function passphraseStrength(passphrase: string, names: readonly string[]): Promise<Strength> {
  const known = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((word) => word.length > 1);
  estimator ??= loadEstimator();
  const estimate = (await estimator).check(passphrase, known);
  const guessesLog10 = Math.round(estimate.guessesLog10 * 100) / 100;
  const enough = guessesLog10 >= enoughLog10;
  return { guessesLog10, enough, level: levelOf(guessesLog10, passphrase) };
}

function levelOf(guessesLog10: number, passphrase: string): Strength['level'] {
  if (guessesLog10 >= strongLog10) return 'strong';
  if (guessesLog10 >= enoughLog10) return 'fair';
  return [...passphrase].length < longEnough ? 'short' : 'guessable';
}

/** Loaded on first use: the word lists take a moment and an unlock never needs them. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, famous },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: true,
  });
}

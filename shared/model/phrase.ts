import { z } from 'zod';
import { words } from './ids.ts';

const phrase = {
  /** The words we use. */
  say: words(500).refine((text) => text.trim() !== '', { message: 'a phrase has words' }),
  /** What they take the place of; empty when nothing. */
  insteadOf: words(500),
  /** Why, or when; empty when it goes without saying. */
  why: words(2_000),
  /** The language the phrase is in. */
  language: z.enum(['en-GB', 'cy']),
};

/** Shown in a pair or a circle: a phrase of our common language. Whoever is in that space may pass it on without a name. */
export const phraseBodySchema = z.object(phrase).strict();
export type PhraseBody = z.infer<typeof phraseBodySchema>;

/** Private: a phrase of my own, or one taken in from a file. `from`: whose phrasebook that was, as the file says; '' for mine. */
export const ownPhraseBodySchema = z.object({ ...phrase, from: words(200) }).strict();

/** The most phrases a file may hold. */
export const mostPhrases = 500;

/**
 * A phrasebook as a file, to give to a team or a partner agency and to take in again: `twovoice-phrases/1`. Nobody's name
 * is in it but the title's words.
 */
export const phraseFileSchema = z
  .object({
    format: z.literal('twovoice-phrases/1'),
    title: words(200),
    phrases: z.array(phraseBodySchema).max(mostPhrases),
  })
  .strict();

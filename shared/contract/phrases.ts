import { z } from 'zod';
import { idSchema, words } from '../model/ids.ts';
import { mostPhrases, ownPhraseBodySchema, phraseBodySchema, phraseFileSchema } from '../model/phrase.ts';
import { read, write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});
const path = z.string().min(1).max(4000).nullable();

const phraseViewSchema = phraseBodySchema.extend({
  item: idSchema,
  /** The pair or circle it is shown in; null for one that only I see. */
  space: idSchema.nullable(),
  mine: z.boolean(),
  /** Who says it, when it is not I; null for mine. */
  by: z.string().nullable(),
  /** For one taken in from a file: whose phrasebook that was. */
  from: z.string(),
});
export type PhraseView = z.infer<typeof phraseViewSchema>;

const teamSchema = z.object({
  space: idSchema,
  name: z.string(),
  /** Everybody else who sees what is shown here. */
  names: z.array(z.string()),
  /** Nothing more can be shown in one that ended or that I left. */
  isOpen: z.boolean(),
});
export type PhraseTeam = z.infer<typeof teamSchema>;

export const phrasesContract = {
  /** The phrases I see, by their words; and the pairs and circles I could show one in. */
  'phrases.list': read(
    ['phrases', 'spaces', 'circles'],
    z.object({}).strict(),
    z.object({ phrases: z.array(phraseViewSchema), teams: z.array(teamSchema) }),
  ),
  /** A phrase that only I see; `item` null makes a new one. */
  'phrases.save': write(['phrases'], phraseBodySchema.extend({ item: idSchema.nullable() }).strict(), which),
  /** Out of sight, and back: for delete with undo. Only for one that only I see. */
  'phrases.remove': write(['phrases'], which, done),
  'phrases.restore': write(['phrases'], which, done),
  /** Shows a copy of one of mine in a pair or circle, word for word. 'not_joined' for a space I am not in, 'pair_ended'. */
  'phrases.show': write(['phrases'], z.object({ item: idSchema, space: idSchema }).strict(), which),
  /** Takes back what I showed; the private one it was copied from stays. */
  'phrases.takeBack': write(['phrases'], which, done),
  /** What in chosen phrases and the title of their file may point to a person, each once. */
  'phrases.check': read(
    ['phrases', 'settings', 'spaces'],
    z.object({ items: z.array(idSchema).min(1).max(mostPhrases), title: words(200) }).strict(),
    z.object({ found: z.array(z.string()) }),
  ),
  /**
   * Writes chosen phrases to a file: JSON that another Twovoice takes in, or a PDF to print. No name is in it. Refused with
   * 'identifiers_found' when something that may point to a person is in the words and was not looked at (`looked`).
   */
  'phrases.export': write(
    ['ledger'],
    z
      .object({
        items: z.array(idSchema).min(1).max(mostPhrases),
        title: words(200),
        format: z.enum(['json', 'pdf']),
        language: z.enum(['en-GB', 'cy']),
        looked: z.boolean(),
        path,
      })
      .strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Reads a phrasebook file and keeps nothing yet; null when the person changed their mind. 'file_unreadable'. */
  'phrases.read': write([], z.object({ path }).strict(), z.object({ file: phraseFileSchema.nullable() })),
  /** Keeps chosen phrases of a file privately; those I have already, word for word, are not doubled. */
  'phrases.takeIn': write(
    ['phrases'],
    z
      .object({
        from: ownPhraseBodySchema.shape.from,
        phrases: z.array(phraseBodySchema).min(1).max(mostPhrases),
      })
      .strict(),
    z.object({ kept: z.number().int() }),
  ),
} as const;

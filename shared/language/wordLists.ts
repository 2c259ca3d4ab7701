import { z } from 'zod';
import { dateSchema } from '../model/ids.ts';
import blamingCy from './lists/blaming.cy.json' with { type: 'json' };
import blamingEn from './lists/blaming.en-GB.json' with { type: 'json' };
import jargonCy from './lists/jargon.cy.json' with { type: 'json' };
import jargonEn from './lists/jargon.en-GB.json' with { type: 'json' };
import type { WrittenLanguage } from './sentences.ts';

export const listKinds = ['blaming', 'jargon'] as const;
export type ListKind = (typeof listKinds)[number];

/** Words of social-work writing with plainer ones, as dated data in our own wording. */
const wordListSchema = z
  .object({
    kind: z.enum(listKinds),
    language: z.enum(['en-GB', 'cy']),
    /** When it was last gone through. */
    date: dateSchema,
    entries: z.array(
      z
        .object({
          /** In a few words: what the word does to whoever reads it about themselves. */
          why: z.string().min(1).max(160).optional(),
          /**
           * What is found, with one or two alternatives that fit where it stood. `a|b` are two forms with the same
           * alternatives. A form all in capitals is found only so: MASH is not mash.
           */
          forms: z.record(z.string().min(2).max(200), z.array(z.string().min(1).max(80)).min(1).max(2)),
        })
        .strict(),
    ),
    /** Longer phrases around a listed word that are left alone: "contact details". */
    leave: z.array(z.string().min(2).max(60)),
  })
  .strict();
export type WordList = z.infer<typeof wordListSchema>;

/** The lists of a language. Finding nothing on them says only that. */
export function wordListsOf(language: WrittenLanguage): readonly WordList[] {
  const lists = language === 'cy' ? [blamingCy, jargonCy] : [blamingEn, jargonEn];
  return lists.map((list) => wordListSchema.parse(list));
}

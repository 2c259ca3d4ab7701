import { z } from 'zod';
import { tagSchema } from './evidence.ts';
import { dateSchema, words } from './ids.ts';

/** The newest version of the document format this program writes. */
export const packDocumentVersion = 1;

const key = z.string().min(1).max(60);
const label = words(400);

const lineSchema = z
  .object({
    text: words(20_000),
    /** Key of an entry in `authors`. */
    author: key,
    date: dateSchema,
    tags: z.array(tagSchema.extend({ name: label })).max(40),
    /** Name, date and tags, as printed under the words. */
    byline: label.max(4_000),
    /** How somebody else's words came to be here; null when there are none in it. */
    consent: label.nullable(),
  })
  .strict();
export type DocumentLine = z.infer<typeof lineSchema>;

/**
 * An appraisal as it leaves: everything the preview, Word, PDF and HTML print, and the whole of the JSON. It holds no id,
 * hash or trace of what it was made from, and nothing of lines that were not included.
 */
export const packDocumentSchema = z
  .object({
    format: z.literal('twovoice-appraisal'),
    version: z.literal(packDocumentVersion),
    language: z.enum(['en-GB', 'cy']),
    profile: z.object({ id: key, version: z.string().max(20), name: label }).strict(),
    title: words(300),
    /** The person whose appraisal it is. */
    person: words(200),
    period: z.object({ from: dateSchema, until: dateSchema }).strict(),
    audience: words(300),
    madeOn: dateSchema,
    details: z
      .object({
        columns: z.tuple([label, label]),
        fields: z.array(z.object({ key, label, value: words(5_000) }).strict()).max(60),
      })
      .strict(),
    authors: z.array(z.object({ key, name: words(200), voice: z.enum(['own', 'other']) }).strict()).max(100),
    sections: z
      .array(
        z
          .object({
            key,
            name: label,
            text: words(50_000),
            lines: z.array(lineSchema).max(200),
            /** True where an empty section leaves room to write by hand. */
            space: z.boolean(),
          })
          .strict(),
      )
      .max(60),
    signOff: z
      .object({ name: label, columns: z.array(label).min(2).max(6), rows: z.array(z.array(label)).max(6) })
      .strict(),
    /** How the words in it were chosen, checked and agreed to. */
    statement: z.object({ name: label, paragraphs: z.array(words(2_000)).max(6) }).strict(),
  })
  .strict();
export type PackDocument = z.infer<typeof packDocumentSchema>;

import { z } from 'zod';
import { dateSchema } from '../model/ids.ts';

/** The same text in each language a document may be in. */
const bilingualSchema = z
  .object({ 'en-GB': z.string().min(1).max(400), cy: z.string().min(1).max(400) })
  .strict();

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** An appraisal format as dated data: what an employer asks for, never code. A profile has no place for a rating. */
export const profileSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    version: z.string().min(1).max(20),
    /** When its fields were last compared with the forms named in `source`. */
    date: dateSchema,
    source: z.string().min(1).max(400),
    name: bilingualSchema,
    /** Who it is usually handed to; the person may say otherwise. */
    audience: bilingualSchema,
    /** Filled from the person's own name and the period when a pack is begun. */
    fields: z
      .array(z.object({ key, label: bilingualSchema, kind: z.enum(['words', 'date']) }).strict())
      .max(40),
    sections: z
      .array(
        z
          .object({
            key,
            name: bilingualSchema,
            /** What may be written here; shown while writing, never printed. */
            hint: bilingualSchema,
            /** `omit`: nothing of it is printed. `space`: its heading, and room to write by hand. */
            whenEmpty: z.enum(['omit', 'space']),
          })
          .strict(),
      )
      .max(40),
    signOff: z
      .object({
        name: bilingualSchema,
        columns: z.array(bilingualSchema).min(2).max(6),
        rows: z.array(bilingualSchema).max(6),
      })
      .strict(),
  })
  .strict();
export type Profile = z.infer<typeof profileSchema>;

/** A framework to tag lines with: names only, its descriptions belong to whoever published it. */
export const frameworkSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    version: z.string().min(1).max(20),
    date: dateSchema,
    source: z.string().min(1).max(400),
    name: bilingualSchema,
    tags: z.array(z.object({ code: key, name: bilingualSchema }).strict()).max(60),
  })
  .strict();
export type Framework = z.infer<typeof frameworkSchema>;

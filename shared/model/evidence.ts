import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from './ids.ts';

export const tagSchema = z
  .object({ framework: z.string().max(40), version: z.string().max(20), code: z.string().max(40) })
  .strict();

/** A line as released for appraisal: a copy, kept privately, bound to the hash of exactly that text. */
export const evidenceBodySchema = z
  .object({
    text: words(20_000),
    textHash: hashSchema,
    /** Who wrote it: me, or the other of the pair `space`. */
    author: idSchema,
    authorName: words(200),
    space: idSchema.nullable(),
    /** Where it came from; never leaves the vault. */
    source: z.object({ item: idSchema, hash: hashSchema.nullable() }).strict(),
    date: dateSchema,
    tags: z.array(tagSchema).max(40),
    check: z
      .object({
        at: instantSchema,
        textHash: hashSchema,
        passed: z.boolean(),
        keptKinds: z.array(z.string().max(40)).max(20),
      })
      .strict()
      .nullable(),
    /** The consent request sent for this text, when another's words are in it. */
    consentRequest: idSchema.nullable(),
  })
  .strict();
export type EvidenceBody = z.infer<typeof evidenceBodySchema>;

/** In the pair's space: may exactly this text, with your words in it, go to this audience until then? */
export const consentRequestBodySchema = z
  .object({
    text: words(20_000),
    textHash: hashSchema,
    profile: z.string().max(60),
    audience: words(300),
    until: dateSchema,
  })
  .strict();

/** Subject: the request. Only `yes` bound to the same hash, and not expired, includes the line; nothing else is ever shown. */
export const consentAnswerBodySchema = z
  .object({ answer: z.enum(['yes', 'no']), textHash: hashSchema })
  .strict();

/** A pack being gathered under a profile's sections. Private until it is exported. */
export const packBodySchema = z
  .object({
    title: words(300),
    profile: z.string().max(60),
    profileVersion: z.string().max(20),
    language: z.enum(['en-GB', 'cy']),
    from: dateSchema,
    until: dateSchema,
    fields: z.record(z.string().max(60), words(5_000)),
    sections: z
      .array(
        z
          .object({ key: z.string().max(60), text: words(50_000), evidence: z.array(idSchema).max(200) })
          .strict(),
      )
      .max(60),
    exports: z
      .array(
        z
          .object({ at: instantSchema, format: z.enum(['docx', 'pdf', 'html', 'json']), hash: hashSchema })
          .strict(),
      )
      .max(1000),
  })
  .strict();
export type PackBody = z.infer<typeof packBodySchema>;

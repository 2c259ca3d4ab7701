import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from './ids.ts';

export const tagSchema = z
  .object({ framework: z.string().max(40), version: z.string().max(20), code: z.string().max(40) })
  .strict();

/** A line as released for appraisal: a copy, kept privately, that consent is bound to by the hash of exactly its text. */
export const evidenceBodySchema = z
  .object({
    text: words(20_000),
    textHash: hashSchema,
    /** Who wrote it: me, or the other of the pair `space`. */
    author: idSchema,
    authorName: words(200),
    /** The pair it was shown in; null for a line from a private page. */
    space: idSchema.nullable(),
    /** Where it came from; never leaves the vault. */
    source: z.object({ item: idSchema, hash: hashSchema.nullable() }).strict(),
    date: dateSchema,
    tags: z.array(tagSchema).max(40),
    /** Whose yes it needs: the author when that is not me, or somebody whose words I say are in it. */
    wordsOf: z.object({ space: idSchema, identity: idSchema }).strict().nullable(),
    /** Consent requests sent for this text; withdrawn and emptied when the text changes. */
    requests: z.array(idSchema).max(100),
  })
  .strict();
export type EvidenceBody = z.infer<typeof evidenceBodySchema>;

/** In the pair's space: may exactly this text, with your words in it, go to this audience until then? */
export const consentRequestBodySchema = z
  .object({
    text: words(20_000),
    textHash: hashSchema,
    /** The purpose: an appraisal profile's id. */
    profile: z.string().max(60),
    audience: words(300),
    /** The last day a yes counts. */
    until: dateSchema,
  })
  .strict();
export type ConsentRequestBody = z.infer<typeof consentRequestBodySchema>;

/**
 * Subject: the request. Only `yes` bound to the same hash, and not expired, includes the line. `no` stays a working copy
 * in the answerer's own vault and is never sent, so that declining and silence are the same bytes to the asker.
 */
export const consentAnswerBodySchema = z
  .object({ answer: z.enum(['yes', 'no']), textHash: hashSchema })
  .strict();
export type ConsentAnswerBody = z.infer<typeof consentAnswerBodySchema>;

export const packFormats = ['docx', 'pdf', 'html', 'json'] as const;
export type PackFormat = (typeof packFormats)[number];

/** What can be kept knowingly after a look (see shared/language/identifiers.ts). */
export const keptKindSchema = z.enum(['nhsNumber', 'birthDate', 'postcode', 'name']);

/** A pack being gathered under a profile's sections. Private until it is exported. */
export const packBodySchema = z
  .object({
    title: words(300),
    profile: z.string().max(60),
    profileVersion: z.string().max(20),
    language: z.enum(['en-GB', 'cy']),
    /** Who it is for; a consent covers this audience and no other. */
    audience: words(300),
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
    /** What was looked at and kept knowingly, bound to the hash of all the text as it then stood. */
    check: z
      .object({ at: instantSchema, textHash: hashSchema, kept: z.array(keptKindSchema).max(4) })
      .strict()
      .nullable(),
    exports: z
      .array(z.object({ at: instantSchema, format: z.enum(packFormats), hash: hashSchema }).strict())
      .max(1000),
  })
  .strict();
export type PackBody = z.infer<typeof packBodySchema>;

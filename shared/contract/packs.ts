import { z } from 'zod';
import { keptKindSchema, packBodySchema, packFormats } from '../model/evidence.ts';
import { dateSchema, hashSchema, idSchema, instantSchema } from '../model/ids.ts';
import { packDocumentSchema } from '../model/packDocument.ts';
import { read, write } from './call.ts';
import { evidenceViewSchema } from './evidence.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const which = z.object({ pack: idSchema }).strict();

/** What a person writes of a pack; the rest is kept by the core. */
const packWritingSchema = packBodySchema.omit({
  profile: true,
  profileVersion: true,
  check: true,
  exports: true,
});
export type PackWriting = z.infer<typeof packWritingSchema>;

const placeSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('title') }),
  z.object({ in: z.literal('field'), key: z.string() }),
  z.object({ in: z.literal('section'), key: z.string() }),
  z.object({ in: z.literal('line'), key: z.string(), index: z.number().int() }),
]);

/** Something that may point to a person, from `start` up to `end` of the text at its place in the document. */
const findingSchema = z.object({
  place: placeSchema,
  /** `unseen` cannot be kept: a supervisor's words about someone who has not seen them in their joint record. */
  kind: z.enum([...keptKindSchema.options, 'unseen']),
  start: z.number().int(),
  end: z.number().int(),
  /** The whole text it stands in. */
  text: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

const packLineSchema = evidenceViewSchema.omit({ packs: true }).extend({
  /** `notIncluded` stands for every reason alike. */
  consent: z.enum(['notNeeded', 'notAsked', 'notIncluded', 'included']),
  /** The last day of what I asked, mine to know; null when I have not asked. */
  askedUntil: dateSchema.nullable(),
});
export type PackLine = z.infer<typeof packLineSchema>;

const packViewSchema = packWritingSchema.extend({
  pack: idSchema,
  profile: z.string(),
  profileVersion: z.string(),
  /** Every chosen line, placed or not, with how it stands for this pack. */
  lines: z.array(packLineSchema),
  exports: packBodySchema.shape.exports,
});
export type PackView = z.infer<typeof packViewSchema>;

export const packsContract = {
  'packs.list': read(
    ['packs'],
    nothing,
    z.object({
      packs: z.array(
        z.object({
          pack: idSchema,
          title: z.string(),
          profile: z.string(),
          from: dateSchema,
          until: dateSchema,
          lastExport: instantSchema.nullable(),
        }),
      ),
    }),
  ),
  /** Begins a pack under a profile of shared/profiles, in the language its document will be in. */
  'packs.create': write(
    ['packs'],
    z
      .object({
        profile: z.string().max(60),
        language: packBodySchema.shape.language,
        from: dateSchema,
        until: dateSchema,
      })
      .strict(),
    which,
  ),
  'packs.get': read(['packs', 'evidence', 'sessions', 'spaces'], which, packViewSchema),
  /** Saves what is written, as it is typed. */
  'packs.save': write(['packs'], packWritingSchema.extend({ pack: idSchema }).strict(), done),
  'packs.setRemoved': write(['packs'], which.extend({ removed: z.boolean() }).strict(), done),
  /** Exactly what would leave now. `seen` is the hash to give back when handing it over. */
  'packs.preview': read(
    ['packs', 'evidence', 'sessions', 'spaces', 'settings'],
    which,
    z.object({
      document: packDocumentSchema,
      seen: hashSchema,
      findings: z.array(findingSchema),
      /** Kinds kept knowingly for exactly this text. */
      kept: z.array(keptKindSchema),
      /** Nothing found, or all of it kept. */
      passed: z.boolean(),
    }),
  ),
  /**
   * Keeps findings of these kinds knowingly, for exactly the text of `seen`. Throws 'identifiers_found' when something
   * else was found, 'conflict' when the document is no longer what was seen.
   */
  'packs.check': write(
    ['packs'],
    which.extend({ seen: hashSchema, keep: z.array(keptKindSchema).max(4) }).strict(),
    done,
  ),
  /**
   * Writes exactly what was seen to the chosen file, or to `path` (absolute, ending in the format's name), and records it.
   * Refused: 'conflict' when it is no longer what was seen, 'identifiers_found' without a passed check. `path` null in the
   * answer: the person changed their mind.
   */
  'packs.export': write(
    ['packs', 'ledger'],
    which
      .extend({
        format: z.enum(packFormats),
        seen: hashSchema,
        path: z.string().min(1).max(4_000).nullable(),
      })
      .strict(),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

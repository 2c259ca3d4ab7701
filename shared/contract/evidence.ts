import { z } from 'zod';
import { tagSchema } from '../model/evidence.ts';
import { dateSchema, idSchema, words } from '../model/ids.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const done = z.object({});

/** Where lines may be chosen from. */
export const sourcePlaces = ['pages', 'sessions', 'strengths', 'learning'] as const;
export type SourcePlace = (typeof sourcePlaces)[number];

/** Lines of one page, session, strength or entry of the learning log that may be chosen. */
const sourceGroupSchema = z.object({
  key: z.string(),
  date: dateSchema,
  /** A page's title (may be empty), or the other person's name for a session or a strength. */
  title: z.string(),
  lines: z.array(
    z.object({
      source: idSchema,
      text: z.string(),
      authorName: z.string(),
      mine: z.boolean(),
      /** Whether this very line has been chosen already. */
      chosen: z.boolean(),
    }),
  ),
});

export const evidenceViewSchema = z.object({
  evidence: idSchema,
  text: z.string(),
  authorName: z.string(),
  /** Only my own words may be shortened or altered. */
  mine: z.boolean(),
  date: dateSchema,
  /** `page`: private words of mine, a page's or the learning log's. `session`: what both of a pair see. */
  from: z.enum(['page', 'session']),
  tags: z.array(tagSchema),
  /** Whose yes it needs before it can go in; null when nobody's. */
  wordsOf: z.object({ space: idSchema, name: z.string() }).nullable(),
  /** Titles of the packs it lies in. */
  packs: z.array(z.string()),
});
export type EvidenceView = z.infer<typeof evidenceViewSchema>;

/** Someone asks to use words of mine. */
export const consentAskedSchema = z.object({
  request: idSchema,
  name: z.string(),
  text: z.string(),
  profile: z.string(),
  audience: z.string(),
  until: dateSchema,
  /** Mine alone: a no, like silence, is never sent. */
  answer: z.enum(['yes', 'no']).nullable(),
});
export type ConsentAsked = z.infer<typeof consentAskedSchema>;

export const evidenceContract = {
  /** Pages or sessions (twenty at a time), strengths or learning with their lines, newest first; `next` continues, null at the end. */
  'evidence.sources': read(
    ['pages', 'sessions', 'strengths', 'kept', 'evidence', 'spaces'],
    z.object({ from: z.enum(sourcePlaces), after: z.string().max(40).nullable() }).strict(),
    z.object({ groups: z.array(sourceGroupSchema), next: z.string().nullable() }),
  ),
  /**
   * Copies a line as evidence; `text` is one of the source's own lines. Refused with 'not_evidence': words typed in the
   * room for somebody, words that were withdrawn, and a supervisor's words about someone who has not seen them.
   */
  'evidence.choose': write(
    ['evidence'],
    z.object({ source: idSchema, text: words(20_000) }).strict(),
    z.object({ evidence: idSchema }),
  ),
  'evidence.list': read(
    ['evidence', 'packs', 'sessions', 'spaces'],
    nothing,
    z.object({ lines: z.array(evidenceViewSchema) }),
  ),
  /** Changes what is named. `text` only of my own words ('not_yours'); a new text ends every consent to the old one. */
  'evidence.change': write(
    ['evidence', 'packs'],
    z
      .object({
        evidence: idSchema,
        text: words(20_000)
          .refine((text) => text.trim() !== '')
          .optional(),
        tags: z.array(tagSchema).max(40).optional(),
        /** The pair whose other person's words are in my own line, or null. */
        wordsOf: idSchema.nullable().optional(),
      })
      .strict(),
    done,
  ),
  /** Takes a line out, or puts it back. Taking it out also takes back what was asked for it. */
  'evidence.setRemoved': write(
    ['evidence', 'packs'],
    z.object({ evidence: idSchema, removed: z.boolean() }).strict(),
    done,
  ),

  /** Asks the other person for a yes to exactly this text, for this pack's purpose and audience, until this day. */
  'consents.ask': write(
    ['evidence', 'packs'],
    z.object({ evidence: idSchema, pack: idSchema, until: dateSchema }).strict(),
    z.object({ request: idSchema }),
  ),
  'consents.askedOfMe': read(
    ['evidence', 'spaces'],
    nothing,
    z.object({ requests: z.array(consentAskedSchema) }),
  ),
  /** My answer to exactly this request; a no also takes a yes back. Only a yes ever leaves. */
  'consents.answer': write(
    ['evidence', 'ledger'],
    z.object({ request: idSchema, answer: z.enum(['yes', 'no']) }).strict(),
    done,
  ),
} as const;

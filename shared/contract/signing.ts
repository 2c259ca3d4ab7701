import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { sessionViewSchema } from '../model/sessionView.ts';
import { read, write } from './call.ts';

const done = z.object({});
const session = idSchema;

const signatureSchema = z.object({
  role: roleSchema,
  name: z.string(),
  note: z.string(),
  /** Null when it is not known here. */
  at: instantSchema.nullable(),
});

export const signingStateSchema = z.object({
  /** The record, then its amendments, each signed by both. */
  signed: z.array(
    z.object({
      hash: hashSchema,
      previous: hashSchema.nullable(),
      frozenAt: instantSchema,
      signatures: z.array(signatureSchema),
    }),
  ),
  open: z
    .object({
      proposal: idSchema,
      hash: hashSchema,
      by: roleSchema,
      mine: z.boolean(),
      /** False once newer words were shown, or words taken back: it cannot be signed any more. */
      current: z.boolean(),
      note: z.string(),
      at: instantSchema,
      /** Five working days after it was proposed: a suggestion, nothing follows from it. */
      suggestedBy: dateSchema,
    })
    .nullable(),
  /** Who answered "I have newer words" last, while nothing is proposed. */
  newerWords: roleSchema.nullable(),
  /** Proposals and signatures that do not hold: ignored, and said. */
  ignored: z.array(z.object({ role: roleSchema, why: z.enum(['signature', 'record']) })),
  /** There is something to sign that no signed record holds. */
  hasWords: z.boolean(),
  /** Later words that no signed record holds yet, by hash. */
  unsigned: z.array(hashSchema),
});
export type SigningState = z.infer<typeof signingStateSchema>;

/** A record as it reads: rendered from bytes, never from anything else. */
export const recordViewSchema = z.object({
  previous: hashSchema.nullable(),
  members: z.array(z.object({ name: z.string(), role: roleSchema })),
  view: sessionViewSchema,
});
export type RecordView = z.infer<typeof recordViewSchema>;

export const signingContract = {
  /** What a proposal made now would hold. `stamp` changes when that changes. */
  'signing.preview': read(
    ['sessions', 'promises'],
    z.object({ session }).strict(),
    z.object({ record: recordViewSchema, stamp: hashSchema, unshown: z.boolean() }),
  ),
  /** Freezes the record, signs it and gives it to the other. Throws 'conflict' when it is no longer what was previewed. */
  'signing.propose': write(
    ['sessions', 'ledger'],
    z.object({ session, stamp: hashSchema, note: words(5_000) }).strict(),
    z.object({ hash: hashSchema }),
  ),
  /** A proposal's stored bytes, rendered. */
  'signing.read': read(
    ['sessions'],
    z.object({ proposal: idSchema }).strict(),
    z.object({ hash: hashSchema, note: z.string(), record: recordViewSchema }),
  ),
  /** Signs the very bytes of the other's proposal. Throws 'not_newest' when there are newer words than it holds. */
  'signing.sign': write(
    ['sessions', 'ledger'],
    z.object({ proposal: idSchema, hash: hashSchema, note: words(5_000) }).strict(),
    done,
  ),
  /** Answers the other's proposal: not yet, I have more to say. */
  'signing.newerWords': write(['sessions'], z.object({ proposal: idSchema }).strict(), done),
  /** Takes my own proposal back before the other has signed. */
  'signing.takeBack': write(['sessions'], z.object({ proposal: idSchema }).strict(), done),
  /** Words after signing; shown with `sessions.show`, and signed again like the record. */
  'signing.saveAmendment': write(
    ['sessions'],
    z.object({ session, item: idSchema.nullable(), text: words(20_000) }).strict(),
    z.object({ item: idSchema }),
  ),
} as const;

import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import type { KnownStatement } from '../model/kinds.ts';
import { rootKinds } from '../model/recordKinds.ts';
import { read, write } from './call.ts';

const done = z.object({});
/** The item that is signed about: a session, an agreement, a leaving. */
const root = idSchema;

const signatureSchema = z.object({
  role: roleSchema,
  name: z.string(),
  note: z.string(),
  /** What the signer's clock said. */
  at: instantSchema,
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

/** A record as it reads: what stands in its bytes, in their order, and nothing else. A feature folds it for the screen. */
export const recordViewSchema = z.object({
  root,
  kind: z.enum(rootKinds),
  previous: hashSchema.nullable(),
  members: z.array(z.object({ identity: idSchema, name: z.string(), role: roleSchema })),
  statements: z.array(z.custom<KnownStatement>((value) => typeof value === 'object' && value !== null)),
});
export type RecordView = z.infer<typeof recordViewSchema>;

export const signingContract = {
  /** Where the signing of an item stands. Sessions carry it in `sessions.get` as well. */
  'signing.state': read(['sessions'], z.object({ root }).strict(), signingStateSchema),
  /** What a proposal made now would hold. `stamp` changes when that changes. */
  'signing.preview': read(
    ['sessions', 'promises'],
    z.object({ root }).strict(),
    z.object({ record: recordViewSchema, stamp: hashSchema, unshown: z.boolean() }),
  ),
  /** Freezes the record, signs it and gives it to the other. Throws 'conflict' when it is no longer what was previewed. */
  'signing.propose': write(
    ['sessions', 'ledger'],
    z.object({ root, stamp: hashSchema, note: words(5_000) }).strict(),
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
  /** Words after signing a session; shown with `sessions.show`, and signed again like the record. */
  'signing.saveAmendment': write(
    ['sessions'],
    z.object({ root, item: idSchema.nullable(), text: words(20_000) }).strict(),
    z.object({ item: idSchema }),
  ),
  /** Saves the signed record and all later words both signed as one file (`npm run verify` checks it). Null path asks. */
  'signing.export': write(
    ['ledger'],
    z.object({ root, path: z.string().max(4_096).nullable() }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

import { z } from 'zod';
import { hashSchema, idSchema, instantSchema, words } from './ids.ts';

const frozen = {
  format: z.literal(1),
  space: idSchema,
  /** Hash of the signed record this one adds to, or null. */
  previous: hashSchema.nullable(),
  members: z
    .array(
      z.object({ identity: idSchema, name: words(200), role: z.enum(['supervisor', 'supervisee']) }).strict(),
    )
    .min(2),
  /** Each revision in full with its hash, in the order its kind of record gives. */
  entries: z.array(z.object({ hash: hashSchema, revision: z.unknown() }).strict()).max(5_000),
  frozenAt: instantSchema,
};

/**
 * The frozen record: exactly what a signature covers. Canonical JSON of this object is what is hashed and signed. A session's
 * names it as `session`; every other kind names its root item as `subject`.
 */
export const recordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session-record'), session: idSchema, ...frozen }).strict(),
  z.object({ kind: z.enum(['agreement-record', 'leaving-record']), subject: idSchema, ...frozen }).strict(),
]);
export type FrozenRecord = z.infer<typeof recordSchema>;

/** The item a record is about. */
export function rootOfRecord(record: FrozenRecord): string {
  return record.kind === 'session-record' ? record.session : record.subject;
}

/**
 * A signature under a record: base64 Ed25519 by one device over the record's hash, who signs, the note and the time (see
 * FORMAT.md). It carries its maker's device list as their root key signed it, so that it stands by itself for good, also
 * when that device has long been replaced. `at` is what the signer's clock said: a claim.
 */
const signature = {
  hash: hashSchema,
  device: idSchema,
  signature: z.string().max(120),
  note: words(5_000),
  at: instantSchema,
  /** Null for who proposes. Who signs second signs the first signature too, so that the first note can no longer be changed. */
  after: z.string().max(120).nullable(),
  /** Canonical JSON of the device list. */
  list: z.string().max(50_000),
  listSignature: z.string().max(120),
};
export const recordSignatureSchema = z.object(signature).strict();
export type RecordSignature = z.infer<typeof recordSignatureSchema>;

/** Subject: the record's root item. `record` is the canonical text that its proposer signed. */
export const proposalBodySchema = z.object({ record: z.string().max(20_000_000), ...signature }).strict();

/**
 * Subject: a proposal. The other's signature over the very same bytes, or "I have newer words". A signed one stands on its
 * own: it carries the bytes and the proposer's signature, so that neither person can later make a signed record go away.
 */
export const confirmationBodySchema = z.discriminatedUnion('answer', [
  z
    .object({
      answer: z.literal('signed'),
      record: z.string().max(20_000_000),
      ...signature,
      proposed: recordSignatureSchema,
    })
    .strict(),
  z.object({ answer: z.literal('newerWords') }).strict(),
]);

/** Subject: the record's root item. Words after signing; part of the record once signed again. */
export const amendmentBodySchema = z.object({ previous: hashSchema, text: words(20_000) }).strict();

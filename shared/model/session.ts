import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from './ids.ts';

/** A meeting of a pair. Owned by whoever set it up; everything said in it is an item of its own. */
export const sessionBodySchema = z.object({ date: dateSchema }).strict();

/** Parts of every session that nobody needs to bring (EXPERIENCE.md, order of the joint session). */
export const sessionParts = ['arriving', 'howWeWork', 'beforeWeGo'] as const;
export type SessionPart = (typeof sessionParts)[number];

/** Where something is said in a session: a topic's id, or a part that nobody needs to bring. */
export const placeSchema = z.union([idSchema, z.enum(sessionParts)]);
export type Place = z.infer<typeof placeSchema>;

/** Subject: the session. Owned by who brought it. `part` null for a topic somebody brought. */
export const topicBodySchema = z.object({ title: words(300) }).strict();

/** Subject: a topic, or the session itself with `part` set. Mostly one per owner and place: what this person says there. */
export const voiceBodySchema = z
  .object({
    part: z.enum(sessionParts).nullable(),
    text: words(50_000),
    /** The scribed item these words were kept from, when they were typed in the room by the other. */
    scribed: idSchema.nullable(),
  })
  .strict();

export const stances = ['agree', 'differ', 'later'] as const;

/** Subject: a topic. None preset; silence is not agreement. */
export const stanceBodySchema = z.object({ stance: z.enum(stances) }).strict();

/** Subject: a topic. My account of where we see it differently, and the next step as I see it. */
export const differenceBodySchema = z
  .object({ account: words(20_000), nextStep: words(5_000), reviewDate: dateSchema.nullable() })
  .strict();

export const deciders = ['together', 'supervisor', 'aboveUs'] as const;

/** Subject: a topic (or the session). `because` empty reads "not said yet". */
export const decisionBodySchema = z
  .object({
    text: words(10_000),
    /** Null only while it is being written: a decision is shown once it says who could make it. */
    who: z.enum(deciders).nullable(),
    because: words(10_000),
    alternatives: words(10_000),
  })
  .strict();

export const promiseStates = ['open', 'kept', 'changed', 'dropped'] as const;

/** Subject: the topic or the session it was made in. Owned by who promises. */
export const promiseBodySchema = z
  .object({
    text: words(5_000),
    due: dateSchema.nullable(),
    state: z.enum(promiseStates),
    why: words(2_000),
    /** The later session in which its owner said what became of it, so that this can be signed there; null else. */
    markedIn: idSchema.nullable(),
  })
  .strict();

/** Subject: a topic or the session. Words typed in the room for the other: a proposal until their own vault answers. */
export const scribedBodySchema = z
  .object({ for: idSchema, part: z.enum(sessionParts).nullable(), text: words(50_000) })
  .strict();

/** Subject: a scribed item. Kept or changed words become the answerer's own voice. */
export const scribeAnswerBodySchema = z.object({ answer: z.enum(['kept', 'changed', 'removed']) }).strict();

/** Subject: the session. A quiet time in which nothing is expected; it ends by itself. */
export const quietBodySchema = z.object({ until: instantSchema }).strict();

/** The frozen record: exactly what a signature covers. Canonical JSON of this object is what is hashed and signed. */
export const recordSchema = z
  .object({
    format: z.literal(1),
    kind: z.literal('session-record'),
    space: idSchema,
    session: idSchema,
    /** Hash of the signed record this one amends, or null. */
    previous: hashSchema.nullable(),
    members: z
      .array(
        z
          .object({ identity: idSchema, name: words(200), role: z.enum(['supervisor', 'supervisee']) })
          .strict(),
      )
      .min(2),
    /** Each revision in full with its hash, ordered by (place in the session, supervisee first, hash). */
    entries: z.array(z.object({ hash: hashSchema, revision: z.unknown() }).strict()).max(5_000),
    frozenAt: instantSchema,
  })
  .strict();
export type SessionRecord = z.infer<typeof recordSchema>;

/** A signature under the record: base64 Ed25519 by one device over the canonical text, with what its maker wants noted. */
const signatureSchema = {
  hash: hashSchema,
  device: idSchema,
  signature: z.string().max(120),
  note: words(5_000),
};

/** Subject: the session. `record` is the canonical text that its proposer signed. */
export const proposalBodySchema = z
  .object({ record: z.string().max(20_000_000), ...signatureSchema })
  .strict();

/**
 * Subject: a proposal. The other's signature over the very same bytes, or "I have newer words". A signed one stands on its
 * own: it carries the bytes and the proposer's signature, so that neither person can later make a signed record go away.
 */
export const confirmationBodySchema = z.discriminatedUnion('answer', [
  z
    .object({
      answer: z.literal('signed'),
      record: z.string().max(20_000_000),
      ...signatureSchema,
      proposed: z.object(signatureSchema).strict(),
    })
    .strict(),
  z.object({ answer: z.literal('newerWords') }).strict(),
]);

/** Subject: the session. Words after signing; part of the record once signed again. */
export const amendmentBodySchema = z.object({ previous: hashSchema, text: words(20_000) }).strict();

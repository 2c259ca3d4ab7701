import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from './ids.ts';

/** A meeting of a pair. Owned by whoever set it up; everything said in it is an item of its own. */
export const sessionBodySchema = z.object({ date: dateSchema, held: z.enum(['planned', 'held']) }).strict();

/** Parts of every session that nobody needs to bring (EXPERIENCE.md, order of the joint session). */
export const sessionParts = ['arriving', 'howWeWork', 'beforeWeGo'] as const;

/** Subject: the session. Owned by who brought it. `part` null for a topic somebody brought. */
export const topicBodySchema = z.object({ title: words(300) }).strict();

/** Subject: a topic, or the session itself with `part` set. One per owner and place: what this person says there. */
export const voiceBodySchema = z
  .object({
    part: z.enum(sessionParts).nullable(),
    text: words(50_000),
    /** The scribed item these words were kept from, when they were typed in the room by the other. */
    scribed: idSchema.nullable(),
  })
  .strict();

/** Subject: a topic. None preset; silence is not agreement. */
export const stanceBodySchema = z.object({ stance: z.enum(['agree', 'differ', 'later']) }).strict();

/** Subject: a topic. My account of where we see it differently, and the next step as I see it. */
export const differenceBodySchema = z
  .object({ account: words(20_000), nextStep: words(5_000), reviewDate: dateSchema.nullable() })
  .strict();

/** Subject: a topic (or the session). `because` empty reads "not said yet". */
export const decisionBodySchema = z
  .object({
    text: words(10_000),
    who: z.enum(['together', 'supervisor', 'aboveUs']),
    because: words(10_000),
    alternatives: words(10_000),
  })
  .strict();

/** Subject: the session it was made in. Owned by who promises. */
export const promiseBodySchema = z
  .object({
    text: words(5_000),
    due: dateSchema.nullable(),
    state: z.enum(['open', 'kept', 'changed', 'dropped']),
    why: words(2_000),
  })
  .strict();

/** Subject: a topic or the session. Words typed in the room for the other: a proposal until their own vault answers. */
export const scribedBodySchema = z
  .object({ for: idSchema, part: z.enum(sessionParts).nullable(), text: words(50_000) })
  .strict();

/** Subject: a scribed item. Kept or changed words become the answerer's own voice. */
export const scribeAnswerBodySchema = z.object({ answer: z.enum(['kept', 'changed', 'removed']) }).strict();

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

/** Subject: the session. `record` is the canonical text that was signed; `signature` is base64 Ed25519 over it by the proposer's device. */
export const proposalBodySchema = z
  .object({
    record: z.string().max(20_000_000),
    hash: hashSchema,
    device: idSchema,
    signature: z.string().max(120),
    note: words(5_000),
  })
  .strict();

/** Subject: a proposal. The other's signature over the very same bytes, or "I have newer words". */
export const confirmationBodySchema = z.discriminatedUnion('answer', [
  z
    .object({
      answer: z.literal('signed'),
      hash: hashSchema,
      device: idSchema,
      signature: z.string().max(120),
      note: words(5_000),
    })
    .strict(),
  z.object({ answer: z.literal('newerWords') }).strict(),
]);

/** Subject: the session. Words after signing; part of the record once signed again. */
export const amendmentBodySchema = z.object({ previous: hashSchema, text: words(20_000) }).strict();

import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, words } from './ids.ts';

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

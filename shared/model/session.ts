import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, words } from './ids.ts';

export const meetingKinds = ['planned', 'corridor'] as const;

/**
 * A meeting of a pair. Owned by whoever set it up; everything said in it is an item of its own. A corridor record is one
 * that was written down after a few words in passing; bytes of before there were any say nothing of it.
 */
export const sessionBodySchema = z
  .object({ date: dateSchema, kind: z.enum(meetingKinds).default('planned') })
  .strict();

/** Parts of every session that nobody needs to bring (EXPERIENCE.md, order of the joint session). */
export const sessionParts = ['arriving', 'howWeWork', 'beforeWeGo'] as const;
export type SessionPart = (typeof sessionParts)[number];

/** Where something is said in a session: a topic's id, or a part that nobody needs to bring. */
export const placeSchema = z.union([idSchema, z.enum(sessionParts)]);
export type Place = z.infer<typeof placeSchema>;

/** Subject: the session. Owned by who brought it. `from`: the earlier topic it takes up again, and that session's date. */
export const topicBodySchema = z
  .object({
    title: words(300),
    from: z.object({ topic: idSchema, date: dateSchema }).strict().nullable().default(null),
  })
  .strict();

/** Subject: the session. The order in which its owner wants their own topics; others' topics in it count for nothing. */
export const topicOrderBodySchema = z.object({ topics: z.array(idSchema).max(200) }).strict();

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
    /** Who took part in deciding, in the words of whoever writes it. */
    tookPart: words(2_000).default(''),
  })
  .strict();

export const fairAnswers = ['yes', 'partly', 'no'] as const;
const fairAnswer = z.enum(fairAnswers).nullable();

/**
 * Subject: a decision. How its making was for me (fair process: engagement, explanation, clear expectations). For the two
 * of a pair only: never signed, exported or evidence. "Not today" is no statement at all.
 */
export const fairProcessBodySchema = z
  .object({ heard: fairAnswer, explained: fairAnswer, clear: fairAnswer })
  .strict();
export type FairProcess = z.infer<typeof fairProcessBodySchema>;

/** Questions a pair made for itself. Either makes one, its maker changes it, both use it. */
export const wayInBodySchema = z
  .object({ name: words(120), questions: z.array(words(6_000)).max(100) })
  .strict();

/** Private: an earlier topic or difference of mine that I chose not to bring again. */
export const carryLeftBodySchema = z.object({ item: idSchema }).strict();

/** Private: a corridor record being written. It becomes a session, a topic and a voice when it is shown, and is then gone. */
export const corridorNoteBodySchema = z
  .object({
    /** Whom it was with; null until chosen. */
    space: idSchema.nullable(),
    title: words(300),
    text: words(50_000),
    decision: decisionBodySchema.pick({ text: true, who: true, because: true }).strict(),
    promise: z.object({ text: words(5_000), due: dateSchema.nullable() }).strict(),
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

import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, words } from './ids.ts';
import type { Statement } from './revision.ts';

/** A circle is a space of 3 to 12 people. Who they are is bound to the space's id, so nobody is ever added to what was said. */
export const fewestInCircle = 3;
export const mostInCircle = 12;

/** 16 random bytes in base64: what makes a space's id its own. */
export const saltSchema = z.string().regex(/^[A-Za-z0-9+/]{22}==$/);
const question = words(2_000);

/**
 * Said by the founder in the pair with each person invited: the circle's name and everyone's contact card (canonical JSON),
 * the founder's and the receiver's own among them. `circle` follows from founder, people and salt (exchange/FORMAT.md).
 */
export const circleInviteBodySchema = z
  .object({
    circle: idSchema,
    name: words(200).min(1),
    salt: saltSchema,
    cards: z.array(z.string().max(40_000)).min(fewestInCircle).max(mostInCircle),
  })
  .strict();

/** Said by the founder in the circle: what it is called, and the order in which voices have their place. */
export const circleBodySchema = z
  .object({
    name: words(200).min(1),
    salt: saltSchema,
    order: z.array(idSchema).max(mostInCircle),
  })
  .strict();

/** Said by each person who has joined; `here` false once they have left. Nothing is said by an invitation left unanswered. */
export const circleMemberBodySchema = z.object({ here: z.boolean() }).strict();

/** A meeting of a circle, owned by whoever set it up: its keeper. */
export const circleMeetingBodySchema = z.object({ title: words(300).min(1), date: dateSchema }).strict();

/** Subject: a meeting. A question that goes round; only its keeper's count. Rounds go by `place`, then by item. */
export const circleRoundBodySchema = z
  .object({ question: question.min(1), place: z.number().int().min(0).max(999) })
  .strict();

/**
 * Subject: a round. What its owner says when it is their turn, or that they pass. `asked` is the question as they read it,
 * so that nobody can put another question over words that answered this one.
 */
export const circleTurnBodySchema = z
  .object({ text: words(50_000), passed: z.boolean(), asked: question })
  .strict()
  .refine((turn) => !turn.passed || turn.text === '', { message: 'who passes says nothing' });

/** What a meeting is made of. */
export type MeetingStatement =
  | (Statement<z.infer<typeof circleMeetingBodySchema>> & { readonly kind: 'circleMeeting' })
  | (Statement<z.infer<typeof circleRoundBodySchema>> & { readonly kind: 'circleRound' })
  | (Statement<z.infer<typeof circleTurnBodySchema>> & { readonly kind: 'circleTurn' });

const turnViewSchema = z.object({
  item: idSchema,
  hash: hashSchema,
  text: z.string(),
  /** The question these words answered, where it is no longer the one that stands; null where it is. */
  asked: z.string().nullable(),
});

/** Everybody has a seat in every round. `notYet` says nothing about why: it is the same for all who have not spoken. */
const seatSchema = z.object({
  identity: idSchema,
  heard: z.enum(['words', 'passed', 'notYet', 'left']),
  /** One, or two where the same person wrote on two computers; none unless `heard` is `words`. */
  turns: z.array(turnViewSchema),
  /** Their say that they pass, so that its owner can take it back; null unless `heard` is `passed`. */
  pass: idSchema.nullable(),
});
export type SeatView = z.infer<typeof seatSchema>;

const roundViewSchema = z.object({
  round: idSchema,
  /** Null when the keeper took the question back while others had spoken under it. */
  question: z.string().nullable(),
  seats: z.array(seatSchema),
});
export type RoundView = z.infer<typeof roundViewSchema>;

/** What stands in a meeting, the same for everybody and for every order of arrival. */
export const meetingViewSchema = z.object({
  meeting: idSchema,
  title: z.string(),
  date: dateSchema.nullable(),
  keeper: idSchema.nullable(),
  rounds: z.array(roundViewSchema),
});
export type MeetingView = z.infer<typeof meetingViewSchema>;

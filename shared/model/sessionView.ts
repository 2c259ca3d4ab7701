import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema } from './ids.ts';
import type { Body, KnownStatement } from './kinds.ts';
import { type Role, roleSchema } from './member.ts';
import type { Statement } from './revision.ts';
import {
  deciders,
  fairProcessBodySchema,
  meetingKinds,
  placeSchema,
  promiseStates,
  stances,
} from './session.ts';

/** Kinds that are said in a session. */
export const sessionKinds = [
  'session',
  'topic',
  'topicOrder',
  'voice',
  'stance',
  'difference',
  'decision',
  'fairProcess',
  'promise',
  'scribed',
  'scribeAnswer',
  'quiet',
  'proposal',
  'confirmation',
  'amendment',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

export type SessionStatement = {
  [K in SessionKind]: Statement<Body<K>> & { readonly kind: K };
}[SessionKind];

/** Of everything said, what was said in a session. */
export function onlySession(statements: readonly KnownStatement[]): SessionStatement[] {
  return statements.filter((one): one is SessionStatement =>
    (sessionKinds as readonly string[]).includes(one.kind),
  );
}

export type Member = { readonly identity: string; readonly name: string; readonly role: Role };

const said = { item: idSchema, hash: hashSchema, role: roleSchema };
const stance = z.enum(stances).nullable();

const voiceViewSchema = z.object({
  ...said,
  text: z.string(),
  /** These words were first typed in the room by the other, and then kept or changed by their owner. */
  scribed: z.boolean(),
});
export type VoiceView = z.infer<typeof voiceViewSchema>;

const differenceViewSchema = z.object({
  ...said,
  account: z.string(),
  nextStep: z.string(),
  reviewDate: dateSchema.nullable(),
});
const decisionViewSchema = z.object({
  ...said,
  text: z.string(),
  who: z.enum(deciders).nullable(),
  /** Empty means not said yet. */
  because: z.string(),
  alternatives: z.string(),
  tookPart: z.string(),
  /** How its making was for each; null as long as they have said nothing. Not in any record. */
  fair: z.object({
    supervisee: fairProcessBodySchema.nullable(),
    supervisor: fairProcessBodySchema.nullable(),
  }),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;
const promiseViewSchema = z.object({
  ...said,
  text: z.string(),
  due: dateSchema.nullable(),
  state: z.enum(promiseStates),
  why: z.string(),
});
export type PromiseView = z.infer<typeof promiseViewSchema>;

/** Words typed in the room for `role`, who has not answered them: nobody's voice yet, and never signed. */
const scribedViewSchema = z.object({ ...said, text: z.string() });

export const placeViewSchema = z.object({
  place: placeSchema,
  /** Null for a part of the session, and for a topic that was taken back while others had spoken under it. */
  title: z.string().nullable(),
  topic: z.object(said).nullable(),
  /** The date of the session it was brought over from; null for a new topic. */
  from: dateSchema.nullable(),
  voices: z.array(voiceViewSchema),
  stances: z.object({ supervisee: stance, supervisor: stance }),
  /** `differ` as soon as one of the two says so; `agreed` only when both did; null while nothing follows. */
  standing: z.enum(['agreed', 'differ', 'later']).nullable(),
  differences: z.array(differenceViewSchema),
  decisions: z.array(decisionViewSchema),
  promises: z.array(promiseViewSchema),
  scribed: z.array(scribedViewSchema),
});
export type PlaceView = z.infer<typeof placeViewSchema>;

/** What stands in a session, the same for both people; within every list the supervisee comes first. */
export const sessionViewSchema = z.object({
  session: idSchema,
  date: dateSchema.nullable(),
  kind: z.enum(meetingKinds),
  setUpBy: roleSchema.nullable(),
  arriving: placeViewSchema,
  /** Promises of earlier sessions that their owner spoke of in this one; the supervisor's first. */
  marked: z.array(promiseViewSchema),
  /** The supervisee's topics, then the supervisor's. */
  topics: z.array(placeViewSchema),
  howWeWork: placeViewSchema,
  /** Also what was decided and promised without a topic. */
  beforeWeGo: placeViewSchema,
  quiet: z.object({ role: roleSchema, until: instantSchema }).nullable(),
  amendments: z.array(z.object({ ...said, text: z.string() })),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import {
  decisionBodySchema,
  deciders,
  differenceBodySchema,
  meetingKinds,
  placeSchema,
  promiseBodySchema,
  scribedBodySchema,
  stances,
  topicBodySchema,
  voiceBodySchema,
} from '../model/session.ts';
import { sessionViewSchema } from '../model/sessionView.ts';
import { read, write } from './call.ts';
import { amendmentBodySchema } from '../model/signing.ts';
import { signingStateSchema } from './signing.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const made = z.object({ item: idSchema });
const session = idSchema;
/** Null makes a new item; the answer names it. */
const item = idSchema.nullable();

const membersSchema = z.object({
  supervisee: z.object({ identity: idSchema, name: z.string() }),
  supervisor: z.object({ identity: idSchema, name: z.string() }),
});

/** In words on the screen: nothing shown yet, something shown, proposed by the other or by me, newer words, signed. */
const sessionStates = [
  'planned',
  'open',
  'toSign',
  'proposed',
  'newerWords',
  'signed',
  'signedWithNote',
] as const;

const sessionLineSchema = z.object({
  session,
  space: idSchema,
  date: dateSchema,
  kind: z.enum(meetingKinds),
  otherName: z.string(),
  state: z.enum(sessionStates),
});

const draftKeys = {
  item: idSchema,
  /** Null for what belongs to no place: a topic, later words. */
  place: placeSchema.nullable(),
  /** Something of this item is shown; these are changes on top of it. */
  shown: z.boolean(),
  /** Changes when the words change: `sessions.show` takes exactly what was seen. */
  stamp: hashSchema,
};
/** My working copies in a session. Nobody else sees them or that they are there. */
export const sessionDraftSchema = z.discriminatedUnion('kind', [
  z.object({ ...draftKeys, kind: z.literal('topic'), body: topicBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('voice'), body: voiceBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('difference'), body: differenceBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('decision'), body: decisionBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('promise'), body: promiseBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('scribed'), body: scribedBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('amendment'), body: amendmentBodySchema }),
]);
export type SessionDraft = z.infer<typeof sessionDraftSchema>;

const lastPromiseSchema = z.object({
  item: idSchema,
  role: roleSchema,
  mine: z.boolean(),
  text: z.string(),
  due: dateSchema.nullable(),
  state: promiseBodySchema.shape.state,
  why: z.string(),
  madeOn: dateSchema,
});

export const sessionSchema = z.object({
  session,
  space: idSchema,
  date: dateSchema,
  me: roleSchema,
  members: membersSchema,
  /** The date belongs to whoever set the session up. */
  mayChangeDate: z.boolean(),
  view: sessionViewSchema,
  /** Open promises of both from earlier sessions and those spoken of in this one; the supervisor's first. */
  lastPromises: z.array(lastPromiseSchema),
  mine: z.array(sessionDraftSchema),
  /** My own topics in the order I gave them, shown or not. Topics it leaves out come after. */
  myTopicOrder: z.array(idSchema),
  /** Together mode only: shown items of mine whose unshown changes are kept out of sight. */
  held: z.array(idSchema),
  signing: signingStateSchema,
  /** Words of mine that were shown while the other signed what stood before: in no record, and mine to use as later words. */
  crossed: z.array(z.object({ item: idSchema, text: z.string() })),
  /** One laptop between two people. */
  together: z.boolean(),
});
export type SessionPage = z.infer<typeof sessionSchema>;

const shownLineSchema = z.object({
  item: idSchema,
  hash: hashSchema,
  kind: z.enum(['voice', 'difference', 'decision', 'promise', 'amendment']),
  author: idSchema,
  authorName: z.string(),
  text: z.string(),
  date: dateSchema,
  session,
  space: idSchema,
  /** Both have signed a record that holds this line. */
  signed: z.boolean(),
  /** First typed in the room by the other, then kept or changed by its author. */
  scribed: z.boolean(),
});

export const sessionsContract = {
  /** Newest first; null for every pair. */
  'sessions.list': read(
    ['sessions', 'spaces'],
    z.object({ space: idSchema.nullable() }).strict(),
    z.object({ sessions: z.array(sessionLineSchema) }),
  ),
  'sessions.create': write(
    ['sessions'],
    z.object({ space: idSchema, date: dateSchema }).strict(),
    z.object({ session }),
  ),
  'sessions.changeDate': write(['sessions'], z.object({ session, date: dateSchema }).strict(), done),
  'sessions.get': read(['sessions', 'promises', 'spaces'], z.object({ session }).strict(), sessionSchema),

  'sessions.saveTopic': write(['sessions'], z.object({ session, item, title: words(300) }).strict(), made),
  /** My own topics in this order. What is not shown yet takes its place in it when it is. */
  'sessions.orderTopics': write(
    ['sessions'],
    z.object({ session, topics: z.array(idSchema).max(200) }).strict(),
    done,
  ),
  'sessions.saveVoice': write(
    ['sessions'],
    z.object({ session, place: placeSchema, item, text: words(50_000) }).strict(),
    made,
  ),
  'sessions.saveDifference': write(
    ['sessions'],
    z
      .object({
        session,
        place: idSchema,
        item,
        account: words(20_000),
        nextStep: words(5_000),
        reviewDate: dateSchema.nullable(),
      })
      .strict(),
    made,
  ),
  /** `place` null: decided without a topic. */
  'sessions.saveDecision': write(
    ['sessions'],
    z
      .object({
        session,
        place: idSchema.nullable(),
        item,
        text: words(10_000),
        who: z.enum(deciders).nullable(),
        because: words(10_000),
        alternatives: words(10_000),
        tookPart: words(2_000),
      })
      .strict(),
    made,
  ),
  /** Shows a working copy of mine to the other: exactly the one with this stamp, else 'conflict'. */
  'sessions.show': write(
    ['sessions', 'promises'],
    z.object({ item: idSchema, stamp: hashSchema }).strict(),
    done,
  ),
  /** Takes shown words back; they become a working copy again. Throws 'already_signed' once both have signed. */
  'sessions.takeBack': write(['sessions', 'promises'], z.object({ item: idSchema }).strict(), done),
  /** Drops my unshown words. What of them was shown stays. */
  'sessions.discard': write(['sessions'], z.object({ item: idSchema }).strict(), done),
  /** My own stance on a topic; null takes it back. */
  'sessions.answer': write(
    ['sessions'],
    z.object({ session, place: idSchema, stance: z.enum(stances).nullable() }).strict(),
    done,
  ),
  /** A quiet time for both; null ends it. */
  'sessions.quiet': write(
    ['sessions'],
    z.object({ session, until: instantSchema.nullable() }).strict(),
    done,
  ),

  /** Words typed in the room for the other: theirs to keep, change or remove. */
  'scribing.save': write(
    ['sessions'],
    z.object({ session, place: placeSchema, item, text: words(50_000) }).strict(),
    made,
  ),
  /** `text` only with `changed`: my own words instead. Kept and changed words become my own voice, shown. */
  'scribing.answer': write(
    ['sessions'],
    z.discriminatedUnion('answer', [
      z.object({ item: idSchema, answer: z.literal('kept') }).strict(),
      z.object({ item: idSchema, answer: z.literal('changed'), text: words(50_000) }).strict(),
      z.object({ item: idSchema, answer: z.literal('removed') }).strict(),
    ]),
    done,
  ),

  'sessions.enterTogether': write(['sessions'], z.object({ session }).strict(), done),
  /** The owner's passphrase ends Together mode; it opens nothing. Throws 'wrong_passphrase'. */
  'sessions.leaveTogether': write(
    ['sessions'],
    z.object({ passphrase: z.string().min(1).max(1000) }).strict(),
    done,
  ),
  'sessions.together': read(['sessions'], nothing, z.object({ session: idSchema.nullable() })),

  /** The record as signed (`signed` not empty), or what stands shown so far. Both voices, in the same order and size. */
  'sessions.record': read(
    ['sessions'],
    z.object({ session }).strict(),
    z.object({
      session,
      space: idSchema,
      date: dateSchema,
      members: membersSchema,
      view: sessionViewSchema,
      signed: signingStateSchema.shape.signed,
    }),
  ),
  /** Shown lines of both that could become evidence; never words typed for somebody that they have not answered. */
  'sessions.lines': read(
    ['sessions', 'promises'],
    z.object({ space: idSchema.nullable() }).strict(),
    z.object({ lines: z.array(shownLineSchema) }),
  ),
} as const;

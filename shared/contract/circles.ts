import { z } from 'zod';
import { fewestInCircle, meetingViewSchema, mostInCircle } from '../model/circle.ts';
import { dateSchema, hashSchema, idSchema, instantSchema, words } from '../model/ids.ts';
import { read, write } from './call.ts';
import { exchangeSchema } from './pairs.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const path = z.string().min(1).max(4000);
const space = idSchema;
const meeting = idSchema;
const question = words(2_000).min(1);

const personSchema = z.object({
  identity: idSchema,
  name: z.string(),
  /** `joined`: I have compared words with them. `introduced`: only the founder's word says that it is they. */
  known: z.enum(['me', 'joined', 'introduced']),
});
export type CirclePerson = z.infer<typeof personSchema>;

const memberSchema = personSchema.extend({
  /** `notYet` until their own word that they joined has arrived. */
  here: z.enum(['here', 'notYet', 'left']),
});

export const circleSchema = z.object({
  space,
  name: z.string(),
  /** Who brought these people together; null until their word is here. */
  founder: idSchema.nullable(),
  isFounder: z.boolean(),
  /** In the order of their seats. */
  members: z.array(memberSchema),
  /** When I left; null while I am in it. */
  leftAt: instantSchema.nullable(),
  folder: z.string().nullable(),
  exchange: exchangeSchema,
  /** Newest first. */
  meetings: z.array(z.object({ meeting, title: z.string(), date: dateSchema, keeperName: z.string() })),
});
export type CircleView = z.infer<typeof circleSchema>;

const invitationSchema = z.object({
  invite: idSchema,
  name: z.string(),
  from: z.string(),
  at: instantSchema,
  /** Everybody in it, in no order that means anything; null when the invitation cannot be trusted. */
  people: z.array(personSchema).nullable(),
});
export type CircleInvitation = z.infer<typeof invitationSchema>;

const turnDraftSchema = z.object({
  item: idSchema,
  round: idSchema,
  text: z.string(),
  asked: z.string(),
  /** Something of this item is shown; these are changes on top of it. */
  shown: z.boolean(),
  /** Changes when the words change: `circles.showTurn` takes exactly what was seen. */
  stamp: hashSchema,
});
export type TurnDraft = z.infer<typeof turnDraftSchema>;

export const meetingSchema = z.object({
  space,
  circleName: z.string(),
  me: idSchema,
  members: z.array(memberSchema),
  leftAt: instantSchema.nullable(),
  isKeeper: z.boolean(),
  view: meetingViewSchema,
  /** My working copies. Nobody else sees them or that they are there. */
  mine: z.array(turnDraftSchema),
});
export type MeetingPage = z.infer<typeof meetingSchema>;

const order = z.array(idSchema).max(mostInCircle);

export const circlesContract = {
  'circles.list': read(
    ['circles', 'spaces', 'exchange'],
    nothing,
    z.object({
      circles: z.array(
        z.object({
          space,
          name: z.string(),
          names: z.array(z.string()),
          leftAt: instantSchema.nullable(),
          needsCare: z.boolean(),
        }),
      ),
      /** Sound ones I have not joined; nothing of them is answered until I do. */
      invitations: z.array(invitationSchema),
    }),
  ),
  /** `people`: those I am joined with, without me. Everybody is invited in the pair I have with them. */
  'circles.found': write(
    ['circles', 'spaces'],
    z
      .object({
        name: words(200).min(1),
        people: z
          .array(idSchema)
          .min(fewestInCircle - 1)
          .max(mostInCircle - 1),
        folder: path.nullable(),
      })
      .strict(),
    z.object({ space }),
  ),
  /** Throws 'invite_unsound' for one whose cards or people do not hold. */
  'circles.join': write(
    ['circles', 'spaces', 'contacts'],
    z.object({ invite: idSchema, folder: path.nullable() }).strict(),
    z.object({ space }),
  ),
  'circles.get': read(['circles', 'spaces', 'exchange'], z.object({ space }).strict(), circleSchema),
  'circles.setFolder': write(
    ['circles', 'spaces', 'exchange'],
    z.object({ space, folder: path }).strict(),
    done,
  ),
  /** The founder's own statement: who sits where. Throws 'not_yours' for anyone else. */
  'circles.setOrder': write(['circles'], z.object({ space, order }).strict(), done),
  /** What I said stays with the others unless `takeBack`. A circle that was left stays readable here. */
  'circles.leave': write(['circles', 'spaces'], z.object({ space, takeBack: z.boolean() }).strict(), done),

  'circles.createMeeting': write(
    ['circles'],
    z
      .object({
        space,
        title: words(300).min(1),
        date: dateSchema,
        questions: z.array(question).min(1).max(12),
      })
      .strict(),
    z.object({ meeting }),
  ),
  'circles.meeting': read(['circles', 'spaces'], z.object({ meeting }).strict(), meetingSchema),
  'circles.changeMeeting': write(
    ['circles'],
    z.object({ meeting, title: words(300).min(1), date: dateSchema }).strict(),
    done,
  ),
  'circles.addRound': write(
    ['circles'],
    z.object({ meeting, question }).strict(),
    z.object({ round: idSchema }),
  ),
  'circles.changeRound': write(['circles'], z.object({ round: idSchema, question }).strict(), done),
  /** Words that others have said under it stay. */
  'circles.takeBackRound': write(['circles'], z.object({ round: idSchema }).strict(), done),

  /** My words in a round, private until shown. One of mine a round: saving again changes it. */
  'circles.saveTurn': write(
    ['circles'],
    z.object({ round: idSchema, text: words(50_000) }).strict(),
    z.object({ item: idSchema }),
  ),
  /** Shows a working copy of mine: exactly the one with this stamp, else 'conflict'. */
  'circles.showTurn': write(['circles'], z.object({ item: idSchema, stamp: hashSchema }).strict(), done),
  /** Says that I pass in this round. What I had begun to write stays mine. */
  'circles.pass': write(['circles'], z.object({ round: idSchema }).strict(), done),
  /** Takes back what I showed; words become a working copy again, a pass leaves nothing. */
  'circles.takeBackTurn': write(['circles'], z.object({ item: idSchema }).strict(), done),
  /** Drops my unshown words. What of them was shown stays. */
  'circles.discardTurn': write(['circles'], z.object({ item: idSchema }).strict(), done),
} as const;

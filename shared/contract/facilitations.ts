import { z } from 'zod';
import {
  facilitationAccountBodySchema,
  facilitationNeedBodySchema,
  facilitationViewSchema,
  facilitationWordsBodySchema,
} from '../model/facilitation.ts';
import { hashSchema, idSchema, instantSchema } from '../model/ids.ts';
import { read, write } from './call.ts';
import { exchangeSchema } from './pairs.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const path = z.string().min(1).max(4000);
const space = idSchema;
const rupture = idSchema;
const known = z.enum(['me', 'joined', 'introduced']);
const parts = z.enum(['supervisee', 'supervisor', 'facilitator']);

const personSchema = z.object({ identity: idSchema, name: z.string(), known });
export type ThirdPerson = z.infer<typeof personSchema>;

const suggestionSchema = z.object({
  hash: hashSchema,
  /** As they are known here; `introduced` when I have not compared words with them. */
  person: personSchema,
  /** The other's suggestion: I have said yes. Mine: the other has. */
  isAgreed: z.boolean(),
  /** The space that was opened on it, or null. */
  space: idSchema.nullable(),
  /** Mine alone: their card is another now, and it takes a new suggestion. */
  isStale: z.boolean(),
});
export type SuggestionView = z.infer<typeof suggestionSchema>;

const invitationSchema = z.object({
  invite: idSchema,
  /** Whose invitation it is. */
  from: z.string(),
  at: instantSchema,
  /** The three, in their parts; null when the invitation does not hold. */
  people: z
    .object({ supervisee: personSchema, supervisor: personSchema, facilitator: personSchema })
    .nullable(),
});
export type FacilitationInvitation = z.infer<typeof invitationSchema>;

/** A third person for one repair, as its pair sees it. */
const ofRepairSchema = z.object({
  otherName: z.string(),
  /** Whether somebody may be suggested, agreed to or asked now: not while it rests, is settled, or the gate is closed for me. */
  isOpen: z.boolean(),
  /** Whom I could suggest: those I am joined with, but for the other. */
  people: z.array(personSchema),
  mine: suggestionSchema.nullable(),
  theirs: suggestionSchema.nullable(),
  /** The other's invitation into the space for this repair, sound and not taken up. */
  invitation: invitationSchema.nullable(),
  /** Newest first. */
  spaces: z.array(z.object({ space, facilitator: z.string(), endedAt: instantSchema.nullable() })),
});
export type ThirdOfRepair = z.infer<typeof ofRepairSchema>;

const memberSchema = personSchema.extend({ isHere: z.boolean() });
const stamp = hashSchema;

const facilitationSchema = z.object({
  space,
  me: parts,
  people: z.object({ supervisee: memberSchema, supervisor: memberSchema, facilitator: memberSchema }),
  /** Who of the pair asked the facilitator in. */
  founder: z.string(),
  view: facilitationViewSchema,
  /** When it ended, whoever ended it; null while it goes on. */
  endedAt: instantSchema.nullable(),
  /** Nothing is shown before all three are here. */
  isComplete: z.boolean(),
  /** The repair it is for; null for the facilitator. */
  rupture: idSchema.nullable(),
  folder: z.string().nullable(),
  exchange: exchangeSchema,
  /** My words here that are not shown, or not in this form. */
  drafts: z.object({
    account: facilitationAccountBodySchema.extend({ stamp }).nullable(),
    need: facilitationNeedBodySchema.extend({ stamp }).nullable(),
    words: facilitationWordsBodySchema.extend({ stamp }).nullable(),
  }),
  /** What I have shown the other in the repair itself, to copy from. Null for the facilitator. */
  own: z
    .object({
      account: facilitationAccountBodySchema.nullable(),
      need: facilitationNeedBodySchema.nullable(),
    })
    .nullable(),
});
export type FacilitationPage = z.infer<typeof facilitationSchema>;

const what = z.enum(['account', 'need', 'words']);
const topics = ['ruptures', 'spaces', 'exchange'] as const;

export const facilitationsContract = {
  'thirds.ofRepair': read(['ruptures', 'spaces', 'contacts'], z.object({ rupture }).strict(), ofRepairSchema),
  /** Names a person to the other of the pair. 'not_joined' for somebody I am not joined with, 'bad_input' for one of the two. */
  'thirds.suggest': write(['ruptures'], z.object({ rupture, person: idSchema }).strict(), done),
  /** Yes to the other's suggestion as it stands at this hash, else 'not_newest'. */
  'thirds.sayYes': write(['ruptures'], z.object({ rupture, hash: hashSchema }).strict(), done),
  /** Takes my suggestion or my yes back; a space that was opened on it ends. */
  'thirds.takeBack': write(
    ['ruptures', 'spaces'],
    z.object({ rupture, what: z.enum(['suggestion', 'yes']) }).strict(),
    done,
  ),
  /** Asks the person both have said yes to: opens the space, and invites the two others. 'stage_skipped' before both yeses. */
  'thirds.ask': write(
    ['ruptures', 'spaces'],
    z.object({ rupture, hash: hashSchema, folder: path.nullable() }).strict(),
    z.object({ space }),
  ),

  'facilitations.list': read(
    [...topics],
    nothing,
    z.object({
      spaces: z.array(
        z.object({ space, names: z.array(z.string()), me: parts, endedAt: instantSchema.nullable() }),
      ),
      /** Those in which I am asked to be the third person. */
      invitations: z.array(invitationSchema),
    }),
  ),
  /** 'invite_unsound' for one that does not hold, or is not for what I have said yes to. */
  'facilitations.join': write(
    ['ruptures', 'spaces', 'contacts'],
    z.object({ invite: idSchema, folder: path.nullable() }).strict(),
    z.object({ space }),
  ),
  'facilitations.get': read([...topics], z.object({ space }).strict(), facilitationSchema),
  'facilitations.setFolder': write(['spaces', 'exchange'], z.object({ space, folder: path }).strict(), done),
  /** Ends it for all three, for good. */
  'facilitations.end': write(['ruptures', 'spaces'], z.object({ space }).strict(), done),

  /** My words here, private until shown. The first two are the pair's, the third is the facilitator's: 'not_yours' otherwise. */
  'facilitations.saveAccount': write(
    ['ruptures'],
    facilitationAccountBodySchema.extend({ space }).strict(),
    done,
  ),
  'facilitations.saveNeed': write(['ruptures'], facilitationNeedBodySchema.extend({ space }).strict(), done),
  'facilitations.saveWords': write(
    ['ruptures'],
    facilitationWordsBodySchema.extend({ space }).strict(),
    done,
  ),
  /** Shows exactly the words with this stamp to the two others, else 'conflict'. 'stage_skipped' before all three are here. */
  'facilitations.show': write(['ruptures'], z.object({ space, what, stamp }).strict(), done),
  /** Drops my unshown words. What of them was shown stays. */
  'facilitations.discard': write(['ruptures'], z.object({ space, what }).strict(), done),
  /** Takes back what I showed; it becomes a working copy again. */
  'facilitations.takeBack': write(['ruptures'], z.object({ space, what }).strict(), done),
  /** To the other's account as it stands at `hash`; null takes an answer back. */
  'facilitations.hear': write(
    ['ruptures'],
    z.object({ space, hash: hashSchema, answer: z.enum(['heard', 'notYet']).nullable() }).strict(),
    done,
  ),
} as const;

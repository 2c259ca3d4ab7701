import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import {
  checkAnswers,
  gateAnswers,
  ruptureNoticedBodySchema,
  ruptureOutcomes,
  ruptureReplies,
} from '../model/rupture.ts';
import { repairsLookedBackSchema } from '../model/repairsLookedBack.ts';
import { ruptureStages, ruptureViewSchema } from '../model/ruptureView.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const which = z.object({ item: idSchema }).strict();
const person = z.object({ name: z.string(), role: roleSchema });

const noticedSchema = ruptureNoticedBodySchema.extend({
  item: idSchema,
  /** The repair it is a note of, when another person named that; null for a note of its own. */
  about: idSchema.nullable(),
});
export type NoticedView = z.infer<typeof noticedSchema>;

/** A repair with its two people, my own unshown words, and what I answered at the gate. */
const repairSchema = ruptureViewSchema.extend({
  space: idSchema,
  me: person,
  other: person,
  /** The other lost their vault and came anew: this is the record so far, and nothing said here would reach anybody. */
  isReplaced: z.boolean(),
  /** My own latest answer at the gate of this repair; the other never sees it. */
  gate: z.enum(gateAnswers).nullable(),
  /** Whether the gate has a question before my next step here: asked once a stage, and reading needs no answer. */
  isGateDue: z.boolean(),
  /** My private note: the one it was named from, or one I keep about what the other named. */
  note: idSchema.nullable(),
  /** My words of this time round that are not shown, or not shown in this form. */
  drafts: z.object({
    account: z.object({ howItWas: z.string(), myPart: z.string() }).nullable(),
    need: z.object({ need: z.string(), iWill: z.string(), by: dateSchema.nullable() }).nullable(),
  }),
});
export type RepairView = z.infer<typeof repairSchema>;

const account = z.object({ item: idSchema, howItWas: words(20_000), myPart: words(20_000) }).strict();
const need = z
  .object({ item: idSchema, need: words(10_000), iWill: words(10_000), by: dateSchema.nullable() })
  .strict();

/**
 * `item` is the shared rupture unless said otherwise. A step whose turn has not come is refused with 'stage_skipped', and so is the first
 * step of a stage at which the gate has not been answered.
 */
export const rupturesContract = {
  'ruptures.list': read(
    ['ruptures', 'spaces'],
    nothing,
    z.object({
      /** Private, with something in it, not named and not about something named, newest first. */
      noticed: z.array(noticedSchema),
      shared: z.array(
        z.object({
          item: idSchema,
          space: idSchema,
          other: z.string(),
          stage: z.enum(ruptureStages),
          namedByMe: z.boolean(),
          paused: z.boolean(),
        }),
      ),
    }),
  ),
  /** What I can look back on over my repairs: for me alone, in no pack and nobody's summary. */
  'ruptures.lookBack': read(['ruptures', 'spaces'], nothing, repairsLookedBackSchema),
  /** Either a private note or a repair, whichever the id is. Throws 'not_found'. */
  'ruptures.open': read(
    ['ruptures', 'spaces'],
    which,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('noticed'), noticed: noticedSchema }),
      z.object({ kind: z.literal('repair'), repair: repairSchema }),
    ]),
  ),

  /** An empty private note to write in; the same one again while nothing is in it. */
  'ruptures.notice': write(['ruptures'], nothing, which),
  /** My private note of a repair, whoever named it: the one there is, or an empty one. `item` is the shared rupture. */
  'ruptures.noteOn': write(['ruptures'], which, which),
  /**
   * Saves a private note as it is typed. `item` is the note. A date that has not come yet is refused ('date_in_future'), and so is
   * one on which it happened after it was noticed ('dates_out_of_order').
   */
  'ruptures.saveNoticed': write(
    ['ruptures'],
    ruptureNoticedBodySchema.omit({ namedAs: true }).extend({ item: idSchema }).strict(),
    done,
  ),
  'ruptures.removeNoticed': write(['ruptures'], which, done),
  'ruptures.restoreNoticed': write(['ruptures'], which, done),

  /**
   * What naming would send: `bytes` is the very body, as canonical JSON. Refused like the naming itself: 'stage_skipped'
   * before the gate is answered or without words, 'gate_closed' on yes or not sure, 'my_part_first' for a supervisor.
   */
  'ruptures.preview': read(
    ['ruptures', 'spaces'],
    z.object({ item: idSchema, space: idSchema }).strict(),
    z.object({ bytes: z.string(), hash: hashSchema, to: z.string() }),
  ),
  /** Sends exactly what was previewed; other words since then are refused with 'not_newest'. */
  'ruptures.name': write(
    ['ruptures'],
    z.object({ item: idSchema, space: idSchema, hash: hashSchema }).strict(),
    z.object({ rupture: idSchema }),
  ),

  'ruptures.reply': write(
    ['ruptures'],
    z.object({ item: idSchema, reply: z.enum(ruptureReplies) }).strict(),
    done,
  ),
  'ruptures.saveAccount': write(['ruptures'], account, done),
  'ruptures.showAccount': write(['ruptures'], which, done),
  /** To the other's account as it stands at `hash`; null takes an earlier answer back. */
  'ruptures.hear': write(
    ['ruptures'],
    z.object({ item: idSchema, hash: hashSchema, answer: z.enum(['heard', 'notYet']).nullable() }).strict(),
    done,
  ),
  'ruptures.saveNeed': write(['ruptures'], need, done),
  'ruptures.showNeed': write(['ruptures'], which, done),
  /** Yes to both as they stand at these hashes; refused with 'not_newest' when either has changed. */
  'ruptures.agree': write(
    ['ruptures'],
    z.object({ item: idSchema, mine: hashSchema, theirs: hashSchema }).strict(),
    done,
  ),
  'ruptures.check': write(
    ['ruptures'],
    z
      .object({
        item: idSchema,
        round: z.number().int().min(1),
        now: z.enum(checkAnswers),
        words: words(5_000),
      })
      .strict(),
    done,
  ),
  'ruptures.settle': write(
    ['ruptures'],
    z.object({ item: idSchema, outcome: z.enum(ruptureOutcomes) }).strict(),
    done,
  ),
  'ruptures.reopen': write(['ruptures'], z.object({ item: idSchema, words: words(20_000) }).strict(), done),
  /** Rests it, or picks it up again. The other sees only that it rests. Picking up is 'gate_closed' while my gate says yes or not sure. */
  'ruptures.pause': write(['ruptures'], z.object({ item: idSchema, paused: z.boolean() }).strict(), done),
  /** My private answer at the gate, at the stage it is at now. Yes and not sure also rest it. */
  'ruptures.answerGate': write(
    ['ruptures'],
    z.object({ item: idSchema, gate: z.enum(gateAnswers) }).strict(),
    done,
  ),
  /** Takes back what I showed. Only while nothing was built on it: 'conflict' otherwise. */
  'ruptures.withdraw': write(
    ['ruptures'],
    z.object({ item: idSchema, what: z.enum(['naming', 'account', 'need']) }).strict(),
    done,
  ),
} as const;

import { z } from 'zod';
import { hashSchema, idSchema, instantSchema } from './ids.ts';
import {
  checkAnswers,
  ruptureAccountBodySchema,
  ruptureNeedBodySchema,
  ruptureOutcomes,
  ruptureReplies,
} from './rupture.ts';

/** Where a named rupture is. `reopened` is `talking` of a later time round in which nobody has written yet. */
export const ruptureStages = ['named', 'talking', 'agreed', 'checking', 'settled', 'reopened'] as const;
export type RuptureStage = (typeof ruptureStages)[number];

/** A stage of one time round, as the gate remembers it. */
export function stageKey(view: { readonly stage: RuptureStage; readonly cycle: number }): string {
  return `${view.stage} ${view.cycle}`;
}

/** What a person may do next in a repair; everything else is refused with 'stage_skipped'. */
export const ruptureActs = [
  'reply',
  'account',
  'hear',
  'need',
  'agree',
  'check',
  'settle',
  'reopen',
] as const;
export type RuptureAct = (typeof ruptureActs)[number];

const account = ruptureAccountBodySchema.omit({ cycle: true });
const need = ruptureNeedBodySchema.omit({ cycle: true });

/** What one person has shown in one time round. */
const sideSchema = z.object({
  account: account
    .extend({
      item: idSchema,
      hash: hashSchema,
      /** What the other answered to exactly these words; null when nothing, which is an answer too. */
      heard: z.enum(['heard', 'notYet']).nullable(),
    })
    .nullable(),
  need: need.extend({ item: idSchema, hash: hashSchema }).nullable(),
  /** Whether this person said yes to both needs as they stand. */
  agreed: z.boolean(),
  settled: z.enum(ruptureOutcomes).nullable(),
});
export type RuptureSide = z.infer<typeof sideSchema>;

/** A round of "How is it now?". Both answers, or neither of the other's: `theirs` is null until both have answered. */
const checkSchema = z.object({ now: z.enum(checkAnswers), words: z.string(), at: instantSchema });
const roundSchema = z.object({
  round: z.number().int(),
  mine: checkSchema,
  theirs: checkSchema.nullable(),
});
export type RuptureRound = z.infer<typeof roundSchema>;

const timeRoundSchema = z.object({
  /** The words with which it came back; empty list the first time. Two when both said so. */
  reopened: z.array(z.object({ byMe: z.boolean(), words: z.string() })),
  mine: sideSchema,
  theirs: sideSchema,
  rounds: z.array(roundSchema),
});
export type RuptureTimeRound = z.infer<typeof timeRoundSchema>;

/** A repair as one of its two people sees it. */
export const ruptureViewSchema = z.object({
  rupture: idSchema,
  stage: z.enum(ruptureStages),
  /** The words it was named with; `taken` when their author took them back. */
  named: z.discriminatedUnion('state', [
    z.object({ state: z.literal('shown'), byMe: z.boolean(), words: z.string(), myPart: z.string() }),
    z.object({ state: z.literal('taken') }),
  ]),
  /** The receiver's reply; null when there is none, and none is needed. */
  reply: z.enum(ruptureReplies).nullable(),
  paused: z.object({ byMe: z.boolean(), byOther: z.boolean() }),
  now: timeRoundSchema,
  earlier: z.array(timeRoundSchema),
  /** Orders the items of the present time round. Never shown. */
  cycle: z.number().int(),
  /** The check round that is mine to answer, or null. */
  openRound: z.number().int().nullable(),
  acts: z.array(z.enum(ruptureActs)),
});
export type RuptureView = z.infer<typeof ruptureViewSchema>;

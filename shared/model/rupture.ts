import { z } from 'zod';
import { codesSchema } from './code.ts';
import { dateSchema, hashSchema, idSchema, words } from './ids.ts';

export const gateAnswers = ['yes', 'notSure', 'no'] as const;
export type GateAnswer = (typeof gateAnswers)[number];
export const ruptureShapes = ['movingAway', 'movingAgainst', 'both', 'unsure'] as const;
/** What one may notice, in words of our own. */
export const ruptureSigns = [
  'wentQuiet',
  'agreedTooFast',
  'keptToTasks',
  'stoppedBringing',
  'putOff',
  'sharpWords',
  'feltJudged',
  'feltUnheard',
  'overExplained',
  'onGuard',
] as const;
export const ruptureFrequencies = ['first', 'sometimes', 'pattern'] as const;
export const ruptureTouches = ['task', 'goal', 'bond', 'power', 'identity', 'trust', 'values'] as const;
/** What may have set it off (DOMAIN.md 4), under plain names. */
export const ruptureTriggers = [
  'mismatch',
  'misread',
  'workload',
  'feedback',
  'decision',
  'remark',
  'culture',
  'other',
] as const;

/**
 * Noticed privately, in the self-space. Subject: none, or the repair it is about, when somebody else named that. Of all this only `draftWords`
 * and `draftMyPart` can ever be sent, as a copy, by naming it. Fields with a default came later: older notes are without them.
 */
export const ruptureNoticedBodySchema = z
  .object({
    noticedOn: dateSchema,
    /** When it happened, if that can be said; not after it was noticed. */
    happenedOn: dateSchema.nullable().default(null),
    what: words(20_000),
    triggers: z.array(z.enum(ruptureTriggers)).max(ruptureTriggers.length).default([]),
    /** Who else was touched by it, by code. */
    affected: codesSchema.default([]),
    /** Steadying myself first: what helps before anything is said. */
    steadying: words(20_000).default(''),
    severity: z.number().int().min(1).max(5).nullable(),
    shape: z.enum(ruptureShapes).nullable(),
    signs: z.array(z.enum(ruptureSigns)).max(ruptureSigns.length),
    frequency: z.enum(ruptureFrequencies).nullable(),
    touches: z.array(z.enum(ruptureTouches)).max(ruptureTouches.length),
    gate: z.enum(gateAnswers).nullable(),
    /** The words for the other, while they are being found. */
    draftWords: words(20_000),
    draftMyPart: words(20_000),
    /** The shared item made when it was named, or null. */
    namedAs: idSchema.nullable(),
  })
  .strict();
export type RuptureNoticedBody = z.infer<typeof ruptureNoticedBodySchema>;

/** Subject: none. The start of a joint repair: the words its author chose, and nothing else. A supervisor writes `myPart` first. */
export const ruptureBodySchema = z.object({ words: words(20_000), myPart: words(20_000) }).strict();
export type RuptureBody = z.infer<typeof ruptureBodySchema>;

/**
 * Which time round: 1 when it is first talked about, one more each time it comes back. Never shown as a number. It orders
 * what two people say without asking either one's clock.
 */
const cycle = z.number().int().min(1).max(1000);

/*
 * Subject: the rupture, for all below. One per owner and cycle unless said otherwise.
 */

/** Having read it is not among the replies: opening a joint record leaves no receipt (EXPERIENCE.md, rules 4 and 5). */
export const ruptureReplies = ['talk', 'notNow', 'thirdPerson'] as const;
export const ruptureReplyBodySchema = z.object({ reply: z.enum(ruptureReplies) }).strict();
export const ruptureAccountBodySchema = z
  .object({ cycle, howItWas: words(20_000), myPart: words(20_000) })
  .strict();
/** To the other's account, as it stood at `hash`. There is no "accept". */
export const ruptureHeardBodySchema = z
  .object({ answer: z.enum(['heard', 'notYet']), hash: hashSchema })
  .strict();
export const ruptureNeedBodySchema = z
  .object({ cycle, need: words(10_000), iWill: words(10_000), by: dateSchema.nullable() })
  .strict();
/** Yes to both people's needs, exactly as they stood at these hashes: a later change by either needs a new yes. */
export const ruptureAgreedBodySchema = z.object({ cycle, mine: hashSchema, theirs: hashSchema }).strict();
/** Several per owner, one a round. Shown to each only once both have answered that round. */
export const checkAnswers = ['better', 'same', 'harder'] as const;
export const ruptureCheckBodySchema = z
  .object({
    cycle,
    round: z.number().int().min(1).max(1000),
    now: z.enum(checkAnswers),
    words: words(5_000),
  })
  .strict();
export const ruptureOutcomes = ['mended', 'different', 'liveWithIt', 'elsewhere'] as const;
export const ruptureSettledBodySchema = z.object({ cycle, outcome: z.enum(ruptureOutcomes) }).strict();
/** One per owner. Paused tells nothing of why. */
export const rupturePausedBodySchema = z.object({ paused: z.boolean() }).strict();
/** Begins `cycle` (2 or more) once the one before is settled. */
export const ruptureReopenedBodySchema = z.object({ cycle: cycle.min(2), words: words(20_000) }).strict();
/**
 * What the gate was answered last in a repair: private, in the self-space, subject the shared rupture's id. `answeredAt` holds
 * the stages it was answered at, each once a time round (`stageKey`); notes of before have only the last one, in `stage`.
 */
export const ruptureGateBodySchema = z
  .object({
    gate: z.enum(gateAnswers),
    stage: z.string().max(30),
    answeredAt: z.array(z.string().max(40)).max(5000).default([]),
  })
  .strict();

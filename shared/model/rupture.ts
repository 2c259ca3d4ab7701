import { z } from 'zod';
import { dateSchema, idSchema, words } from './ids.ts';

export const gateAnswers = ['yes', 'notSure', 'no'] as const;

/** Noticed privately, in the self-space. Of all this only `words` and `myPart` can ever be sent, as a copy, by naming it. */
export const ruptureNoticedBodySchema = z
  .object({
    noticedOn: dateSchema,
    what: words(20_000),
    severity: z.number().int().min(1).max(5).nullable(),
    shape: z.enum(['movingAway', 'movingAgainst', 'both', 'unsure']).nullable(),
    frequency: z.enum(['first', 'sometimes', 'pattern']).nullable(),
    touches: z.array(z.enum(['task', 'goal', 'bond', 'power', 'identity', 'trust', 'values'])).max(7),
    gate: z.enum(gateAnswers).nullable(),
    /** The words for the other, while they are being found. */
    draftWords: words(20_000),
    draftMyPart: words(20_000),
    /** The shared item made when it was named, or null. */
    namedAs: idSchema.nullable(),
  })
  .strict();

/** Subject: none. The start of a joint repair: the words its author chose, and nothing else. A supervisor writes `myPart` first. */
export const ruptureBodySchema = z.object({ words: words(20_000), myPart: words(20_000) }).strict();

/** Subject: the rupture, for all below. One per owner unless said otherwise. */
export const ruptureReplyBodySchema = z
  .object({ reply: z.enum(['read', 'talk', 'notNow', 'thirdPerson']) })
  .strict();
export const ruptureAccountBodySchema = z.object({ howItWas: words(20_000), myPart: words(20_000) }).strict();
/** To the other's account, as it stood at `hash`. There is no "accept". */
export const ruptureHeardBodySchema = z
  .object({ answer: z.enum(['heard', 'notYet']), hash: z.string().max(64) })
  .strict();
export const ruptureNeedBodySchema = z
  .object({ need: words(10_000), iWill: words(10_000), by: dateSchema.nullable(), agreed: z.boolean() })
  .strict();
/** Several per owner, one a round. Shown to each only once both have answered that round. */
export const ruptureCheckBodySchema = z
  .object({
    round: z.number().int().min(1).max(1000),
    now: z.enum(['better', 'same', 'harder']),
    words: words(5_000),
  })
  .strict();
export const ruptureSettledBodySchema = z
  .object({ outcome: z.enum(['mended', 'different', 'liveWithIt', 'elsewhere']) })
  .strict();
/** Paused tells nothing of why. */
export const rupturePausedBodySchema = z.object({ paused: z.boolean() }).strict();
export const ruptureReopenedBodySchema = z
  .object({ after: z.string().max(64), words: words(20_000) })
  .strict();
/** What the gate was answered later on, at each stage: private, in the self-space, subject the shared rupture's id. */
export const ruptureGateBodySchema = z
  .object({ gate: z.enum(gateAnswers), stage: z.string().max(30) })
  .strict();

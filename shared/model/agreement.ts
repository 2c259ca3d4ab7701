import { z } from 'zod';
import { dateSchema, idSchema, words } from './ids.ts';
import { rhythmSchema } from './rhythm.ts';

/** How two people mean to work together. Owned by whoever began it; everything in it is said by each in items of their own. */
export const agreementBodySchema = z
  .object({
    /** The signed agreement that this one follows, or null. */
    previous: idSchema.nullable(),
  })
  .strict();

/** What both are asked first, each in their own voice. Order is the order on the page. */
export const agreementQuestions = ['wants', 'brings', 'hardThings', 'disagree', 'repair', 'limits'] as const;
export type AgreementQuestion = (typeof agreementQuestions)[number];

const answer = words(5_000);

/** Subject: an agreement. One person's answers; an empty one is not answered. */
export const agreementAnswersBodySchema = z
  .object({
    wants: answer,
    brings: answer,
    hardThings: answer,
    disagree: answer,
    repair: answer,
    limits: answer,
  })
  .strict();
export type AgreementAnswersBody = z.infer<typeof agreementAnswersBodySchema>;

/** Arrangements by the fold they stand in. The first is open; the others are folded until wanted. */
export const arrangementGroups = {
  basics: ['frequency', 'length', 'place', 'recorder', 'shareWithin'],
  meeting: ['bookedAhead', 'cancellation', 'interruptions', 'preparation'],
  record: ['comments', 'storage', 'accessNotice'],
  safety: ['thirdPerson', 'appraisal'],
  ground: ['purpose', 'standards'],
} as const;
export type ArrangementGroup = keyof typeof arrangementGroups;
export const arrangementKeys = [
  ...arrangementGroups.basics,
  ...arrangementGroups.meeting,
  ...arrangementGroups.record,
  ...arrangementGroups.safety,
  ...arrangementGroups.ground,
] as const;
export type ArrangementKey = (typeof arrangementKeys)[number];

/**
 * Subject: an agreement. One person's arrangements. A key that is not there was not said. "As you have it" is the same words
 * said by the other: only when both say the same does it stand for both.
 */
export const arrangementsBodySchema = z
  .object({
    values: z.partialRecord(z.enum(arrangementKeys), words(1_000)),
    reviewOn: dateSchema.nullable(),
    /** Their own statement about themselves; nothing for the other to agree to. */
    policyRead: z.boolean(),
  })
  .strict();
export type ArrangementsBody = z.infer<typeof arrangementsBodySchema>;

/** Subject: an agreement. What a leader promised this record is never used for, as entered by one of the two. */
export const leaderPromiseBodySchema = z
  .object({ text: words(5_000), by: words(200), role: words(200), on: dateSchema.nullable() })
  .strict();
export type LeaderPromiseBody = z.infer<typeof leaderPromiseBodySchema>;

/** What stays private first. */
export const privateParts = ['power', 'withdrawing'] as const;
export type PrivatePart = (typeof privateParts)[number];

/** Subject: an agreement. Lines somebody chose to offer about one of the private parts. Where they came from is not in it. */
export const agreementLineBodySchema = z.object({ part: z.enum(privateParts), text: words(5_000) }).strict();

/** In the self-space. What I think about power and who I am, and how one can tell that I withdraw, with this pair. */
export const agreementPrivateBodySchema = z
  .object({ pair: idSchema, part: z.enum(privateParts), text: words(20_000) })
  .strict();

/** Subject: none; one an owner in a pair. `standard` is where the figures came from; they may have been changed since. */
export const pairStandardBodySchema = z
  .object({
    standard: z
      .object({ id: z.string().max(60), version: z.string().max(20) })
      .strict()
      .nullable(),
    rhythm: rhythmSchema,
  })
  .strict();
export type PairStandardBody = z.infer<typeof pairStandardBodySchema>;

export const timeOutcomes = ['held', 'interrupted', 'moved', 'cancelled'] as const;
export type TimeOutcome = (typeof timeOutcomes)[number];

/** Subject: a session. How its time went, as one of the two says. Never in a signed record. */
export const sessionTimeBodySchema = z
  .object({
    outcome: z.enum(timeOutcomes),
    /** Minutes that were had; null for not said. */
    minutes: z.number().int().min(0).max(600).nullable(),
    why: words(500),
  })
  .strict();
export type SessionTimeBody = z.infer<typeof sessionTimeBodySchema>;

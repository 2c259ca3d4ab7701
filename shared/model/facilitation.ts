import { z } from 'zod';
import { saltSchema } from './circle.ts';
import { hashSchema, idSchema, words } from './ids.ts';
import type { Statement } from './revision.ts';
import { ruptureAccountBodySchema, ruptureHeardBodySchema, ruptureNeedBodySchema } from './rupture.ts';

/*
 * A third person for one repair. Said in the pair's space, subject the rupture:
 */

/** Somebody its owner is joined with, by the card they had then. One per owner. It names a person and says nothing of the rupture. */
export const ruptureThirdBodySchema = z
  .object({ person: idSchema, name: words(200).min(1), card: hashSchema })
  .strict();
/** Yes to exactly the suggestion with this hash. There is no "no": it would be an answer to hold against somebody. */
export const ruptureThirdYesBodySchema = z.object({ to: hashSchema }).strict();

/**
 * What a facilitated space's id is bound to. `purpose` is a hash over the rupture, the suggestion both said yes to, and the salt: the
 * pair can check it, and the facilitator learns nothing from it (exchange/FORMAT.md).
 */
const foundingShape = {
  founder: idSchema,
  supervisee: idSchema,
  supervisor: idSchema,
  facilitator: idSchema,
  purpose: hashSchema,
  salt: saltSchema,
};

/** Said by the founder to each of the other two in the pair they have: to the other of the pair about the rupture, to the facilitator about nothing. */
export const facilitationInviteBodySchema = z
  .object({ ...foundingShape, space: idSchema, cards: z.array(z.string().max(40_000)).length(3) })
  .strict();

/*
 * Said in the facilitated space, about nothing else. One per owner.
 */

/** I am here. It repeats what the space's id is bound to, so that each vault knows the three parts whoever else is silent. */
export const facilitationHereBodySchema = z.object(foundingShape).strict();
export type FacilitationFounding = z.infer<typeof facilitationHereBodySchema>;
/** It is over, whoever of the three says so. Without a reason, and not to be taken back. */
export const facilitationEndBodySchema = z.object({}).strict();
/** Copies that one of the pair makes of their own words, or other words: they say nothing of where they come from. */
export const facilitationAccountBodySchema = ruptureAccountBodySchema.omit({ cycle: true });
export const facilitationNeedBodySchema = ruptureNeedBodySchema.omit({ cycle: true });
/** One of the pair to the other's account, as it stood at `hash`. */
export const facilitationHeardBodySchema = ruptureHeardBodySchema;
/** The facilitator's: what they have heard, and a next step they suggest. Shown to both at once. */
export const facilitationWordsBodySchema = z
  .object({ heard: words(20_000), nextStep: words(10_000) })
  .strict();

/** What a facilitated space holds. */
export type FacilitationStatement =
  | (Statement<z.infer<typeof facilitationAccountBodySchema>> & { readonly kind: 'facilitationAccount' })
  | (Statement<z.infer<typeof facilitationNeedBodySchema>> & { readonly kind: 'facilitationNeed' })
  | (Statement<z.infer<typeof facilitationHeardBodySchema>> & { readonly kind: 'facilitationHeard' })
  | (Statement<z.infer<typeof facilitationWordsBodySchema>> & { readonly kind: 'facilitationWords' });

const shown = { item: idSchema, hash: hashSchema };
const pairSideSchema = z.object({
  identity: idSchema,
  account: facilitationAccountBodySchema
    .extend({
      ...shown,
      /** What the other of the pair answered to exactly these words; null when nothing, which is an answer too. */
      heard: z.enum(['heard', 'notYet']).nullable(),
    })
    .nullable(),
  need: facilitationNeedBodySchema.extend(shown).nullable(),
});
export type FacilitationSide = z.infer<typeof pairSideSchema>;

/** What stands in a facilitated space, the same for all three and for every order of arrival. */
export const facilitationViewSchema = z.object({
  supervisee: pairSideSchema,
  supervisor: pairSideSchema,
  facilitator: z.object({
    identity: idSchema,
    words: facilitationWordsBodySchema.extend(shown).nullable(),
  }),
});
export type FacilitationView = z.infer<typeof facilitationViewSchema>;

/** A person suggested for a repair, and whether both of the pair have said yes to exactly this. */
export type Suggestion = {
  readonly by: string;
  readonly hash: string;
  readonly person: string;
  readonly name: string;
  readonly card: string;
  readonly isAgreed: boolean;
};

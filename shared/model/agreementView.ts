import { z } from 'zod';
import {
  agreementQuestions,
  arrangementKeys,
  leaderPromiseBodySchema,
  pairStandardBodySchema,
  privateParts,
} from './agreement.ts';
import { dateSchema, hashSchema, idSchema } from './ids.ts';
import type { Body } from './kinds.ts';
import { roleSchema } from './member.ts';
import type { Statement } from './revision.ts';

/** Kinds that are said in an agreement. */
export const agreementKinds = [
  'agreement',
  'agreementAnswers',
  'arrangements',
  'leaderPromise',
  'agreementLine',
] as const;
export type AgreementKind = (typeof agreementKinds)[number];
export type AgreementStatement = {
  [K in AgreementKind]: Statement<Body<K>> & { readonly kind: K };
}[AgreementKind];

/** What each said; null for nothing. The supervisee's always first. */
const twoTexts = { supervisee: z.string().nullable(), supervisor: z.string().nullable() };
const twoItems = {
  supervisee: z.object({ item: idSchema, hash: hashSchema }).nullable(),
  supervisor: z.object({ item: idSchema, hash: hashSchema }).nullable(),
};

/** What stands in an agreement, the same for both people. */
export const agreementViewSchema = z.object({
  agreement: idSchema,
  previous: idSchema.nullable(),
  begunBy: roleSchema.nullable(),
  answers: z.array(z.object({ question: z.enum(agreementQuestions), ...twoTexts })),
  /** `both`: they say the same, in the same words. Never because one of them is silent. */
  arrangements: z.array(z.object({ key: z.enum(arrangementKeys), ...twoTexts, both: z.boolean() })),
  /** `both` is the day they both named, or null. */
  reviewOn: z.object({
    supervisee: dateSchema.nullable(),
    supervisor: dateSchema.nullable(),
    both: dateSchema.nullable(),
  }),
  policyRead: z.object({ supervisee: z.boolean(), supervisor: z.boolean() }),
  leaderPromises: z.array(
    leaderPromiseBodySchema
      .omit({ role: true })
      .extend({ item: idSchema, hash: hashSchema, enteredBy: roleSchema, leaderRole: z.string() }),
  ),
  lines: z.array(z.object({ part: z.enum(privateParts), ...twoTexts })),
  /** The items behind it, by who says them. */
  said: z.object({
    answers: z.object(twoItems),
    arrangements: z.object(twoItems),
    power: z.object(twoItems),
    withdrawing: z.object(twoItems),
  }),
});
export type AgreementView = z.infer<typeof agreementViewSchema>;

/** The standard of a pair: each one's own, and the one that stands while both say the same. */
export const pairStandardViewSchema = z.object({
  supervisee: pairStandardBodySchema.extend({ hash: hashSchema }).nullable(),
  supervisor: pairStandardBodySchema.extend({ hash: hashSchema }).nullable(),
  /** What time is looked at against: both say the same, or only one has said anything. Null while they differ. */
  standing: pairStandardBodySchema.nullable(),
  both: z.boolean(),
});
export type PairStandardView = z.infer<typeof pairStandardViewSchema>;

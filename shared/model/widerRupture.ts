import { z } from 'zod';
import { codeSchema } from './code.ts';
import { dateSchema, words } from './ids.ts';
import { gateAnswers, ruptureOutcomes } from './rupture.ts';

/** Where a rupture between more than two is; one between a pair is a `ruptureNoticed` and can be named. */
export const widerSettings = ['team', 'family', 'agency'] as const;

/** Steps in the writer's own words; each may stay unsaid. */
const mending = { needed: words(20_000), agreed: words(20_000), now: words(20_000) };

/** One person's private record of a rupture in a team, with a family or between agencies. It never leaves the vault and is named to nobody. */
export const widerRuptureBodySchema = z
  .object({
    setting: z.enum(widerSettings).nullable(),
    noticedOn: dateSchema,
    /** Not after it was noticed. */
    happenedOn: dateSchema.nullable(),
    what: words(20_000),
    /** Everyone who is part of it, by code. `said`: what they said themselves; null while they have not been heard. */
    parties: z.array(z.object({ code: codeSchema, said: words(20_000).nullable() }).strict()).max(20),
    affected: words(20_000),
    /** For a rupture between agencies. */
    agency: z
      .object({
        name: words(200),
        /** What was agreed about how the agencies work together, in the writer's own words. */
        protocol: words(20_000),
        /** Terms both use, and what they mean by them. */
        sharedWords: z.array(z.object({ word: words(200), meaning: words(2000) }).strict()).max(50),
      })
      .strict(),
    gate: z.enum(gateAnswers).nullable(),
    ...mending,
    state: z.enum(['open', 'resting', 'settled']),
    outcome: z.enum(ruptureOutcomes).nullable(),
    /** How it was mended before it came back, and the words with which it did; oldest first. */
    earlier: z
      .array(z.object({ ...mending, outcome: z.enum(ruptureOutcomes), cameBack: words(20_000) }).strict())
      .max(100),
  })
  .strict();
export type WiderRuptureBody = z.infer<typeof widerRuptureBodySchema>;

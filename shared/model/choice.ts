import { z } from 'zod';
import { idSchema } from './ids.ts';
import type { Statement } from './revision.ts';

/** What a pair has only while both want it. */
export const features = ['placement', 'balance', 'pulse'] as const;
export const featureSchema = z.enum(features);
export type Feature = z.infer<typeof featureSchema>;

/** In a pair's space, one per owner and feature: this person's own switch. It travels as "I suggest this". */
export const choiceBodySchema = z.object({ feature: featureSchema, on: z.boolean() }).strict();

/** Private. A suggestion I have put aside: from then on my window looks as if it had never come. */
export const choicePutAsideBodySchema = z.object({ space: idSchema, feature: featureSchema }).strict();

type Choice = Statement<z.infer<typeof choiceBodySchema>>;

/** Whether a person has a feature switched on. Of several switches the newest counts. */
export function hasChosen(choices: readonly Choice[], identity: string, feature: Feature): boolean {
  const own = choices
    .filter((choice) => choice.owner === identity && choice.body.feature === feature)
    .sort((a, b) => (a.at === b.at ? (a.hash < b.hash ? -1 : 1) : a.at < b.at ? -1 : 1));
  return own.at(-1)?.body.on ?? false;
}

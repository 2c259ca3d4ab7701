import { z } from 'zod';
import { dateSchema, words } from './ids.ts';

/** A strength somebody saw, thanks, or something that went well. */
export const strengthKinds = ['strength', 'thanks', 'celebration'] as const;
export type StrengthKind = (typeof strengthKinds)[number];

const text = words(5_000);

/** In a pair's space: what its owner saw, and what it did. Nobody answers it, and it belongs to no session. */
export const strengthBodySchema = z.object({ what: z.enum(strengthKinds), text, effect: text }).strict();
export type StrengthBody = z.infer<typeof strengthBodySchema>;

/** Private. The same for oneself: about a family or a colleague by code, or about nobody. */
export const ownStrengthBodySchema = z
  .object({ what: z.enum(strengthKinds).nullable(), date: dateSchema, about: words(200), text, effect: text })
  .strict();
export type OwnStrengthBody = z.infer<typeof ownStrengthBodySchema>;

/** Whether nothing at all was said: there is nothing to keep then. */
export function isEmptyStrength(body: Pick<OwnStrengthBody, 'about' | 'text' | 'effect'>): boolean {
  return [body.about, body.text, body.effect].every((part) => part.trim() === '');
}

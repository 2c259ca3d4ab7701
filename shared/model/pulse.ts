import { z } from 'zod';

/** What the four lines ask, in our own words; not a validated scale, and never added up. */
export const pulseLines = ['room', 'weight', 'doubt', 'ground'] as const;

/** From 0, hardly, to 10, fully. Null is not said. */
const levelSchema = z.number().int().min(0).max(10).nullable();
/** Subject: the session. One per owner; seen by nobody until both have one. */
export const pulseSchema = z
  .object({ room: levelSchema, weight: levelSchema, doubt: levelSchema, ground: levelSchema })
  .strict();
export type Pulse = z.infer<typeof pulseSchema>;

/** Whether anything is said at all. */
export function isEmptyPulse(pulse: Pulse): boolean {
  return pulseLines.every((line) => pulse[line] === null);
}

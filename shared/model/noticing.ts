import { z } from 'zod';
import { dateSchema, words } from './ids.ts';

/** Where shame can take a person: four directions, which the words on the screen name in our own way (DOMAIN.md 2). */
export const shameDirections = ['withdrew', 'turnedOnSelf', 'lookedAway', 'turnedOnOthers'] as const;

const text = words(5_000);

/** Private. Something a person noticed about themselves. Any one part is enough, and none is asked for. */
export const noticingBodySchema = z
  .object({
    date: dateSchema,
    setOff: text,
    did: text,
    went: z
      .array(z.enum(shameDirections))
      .max(shameDirections.length)
      .refine((chosen) => new Set(chosen).size === chosen.length),
    wished: text,
    reminds: text,
    /** A habit in how I talk or listen. */
    habit: text,
  })
  .strict();
export type NoticingBody = z.infer<typeof noticingBodySchema>;

export function isEmptyNoticing(body: Omit<NoticingBody, 'date'>): boolean {
  const { went, setOff, did, wished, reminds, habit } = body;
  return went.length === 0 && [setOff, did, wished, reminds, habit].every((part) => part.trim() === '');
}

/** Private. Where I stand, and what I assumed about whom: one step of a trail. */
export const standpointBodySchema = z
  .object({
    date: dateSchema,
    /** My power, who I am, what I take for granted. */
    stand: text,
    assumed: text,
    /** Whom I assumed it about, by a code. */
    about: words(200),
    changedMyMind: text,
    lookAgainOn: dateSchema.nullable(),
  })
  .strict();
export type StandpointBody = z.infer<typeof standpointBodySchema>;

export function isEmptyStandpoint(body: Omit<StandpointBody, 'date' | 'lookAgainOn'>): boolean {
  const { stand, assumed, about, changedMyMind } = body;
  return [stand, assumed, about, changedMyMind].every((part) => part.trim() === '');
}

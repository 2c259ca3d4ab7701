import { z } from 'zod';
import { manners, practiceSteps, scenarios } from '../reflection/practice.ts';
import { words } from './ids.ts';

const spoken = words(5_000);

/**
 * Private: a rehearsal with somebody who does not exist. A kind of its own, so that no list, chart, search, pack or count
 * of what really happened can ever hold it.
 */
export const practiceBodySchema = z
  .object({
    scenario: z.enum(scenarios),
    manner: z.enum(manners),
    /** What I would say, step by step; empty while it is not said. */
    said: z.object({ begin: spoken, tell: spoken, ask: spoken }).strict(),
    /** The last step that was said out loud: the other has answered up to there. Null before the first. */
    upTo: z.enum(practiceSteps).nullable(),
    /** What I noticed in myself. */
    after: spoken,
  })
  .strict();
export type PracticeBody = z.infer<typeof practiceBodySchema>;

export function emptyPractice(scenario: PracticeBody['scenario']): PracticeBody {
  return { scenario, manner: 'listens', said: { begin: '', tell: '', ask: '' }, upTo: null, after: '' };
}

/** The step to say next; null when all of them are said. */
export function nextStep(upTo: PracticeBody['upTo']): (typeof practiceSteps)[number] | null {
  return practiceSteps[upTo === null ? 0 : practiceSteps.indexOf(upTo) + 1] ?? null;
}

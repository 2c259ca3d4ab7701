import { act, affected, restorative } from './restorative.ts';
import { type FormalPrompt, theirWords } from './formal.ts';
import type { WayInPrompt } from './promptSets.ts';

/** Questions of sets that also ask about others. The sets below are about oneself as a whole. */
const single = [
  'thinking',
  'gibbs.felt',
  'kolb.there',
  'fourSteps.reflection',
  'fourPeople.staff',
  'fourTasks.development',
  'fourTasks.support',
  'fourTasks.mediation',
  'formal.before.self',
  'formal.after.self',
] as const satisfies readonly (WayInPrompt | FormalPrompt)[];

const prompts: ReadonlySet<string> = new Set([
  ...single,
  ...act.prompts,
  ...affected.prompts,
  ...restorative.prompts,
]);

/**
 * Whether an answer to this question is written about others' lives, in the writer's own words: neither about oneself (what
 * one felt, did, carries or needs) nor what somebody else said. Null is a section without a question.
 */
export function isAboutOthers(prompt: string | null): boolean {
  return prompt === null || (prompt !== theirWords && !prompts.has(prompt));
}

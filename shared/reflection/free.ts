import type { PromptSet } from './promptSets.ts';

/** No question: one empty page. */
export const free = {
  id: 'free',
  prompts: [],
  source: 'Twovoice',
  isOwnWording: true,
} as const satisfies PromptSet;

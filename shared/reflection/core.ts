import type { PromptSet } from './promptSets.ts';

/** The four core questions, in the order of the article this project starts from. */
export const core = {
  id: 'core',
  prompts: ['happened', 'thinking', 'affected', 'needed'],
  source: 'Jim McGrath, Implementing Restorative Practice in Social Work (2026), section 3',
  isOwnWording: false,
} as const satisfies PromptSet;

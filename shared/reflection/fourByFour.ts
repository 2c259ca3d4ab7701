import type { PromptSet } from './promptSets.ts';

/** 4x4x4, first side: what supervision is for. */
export const fourTasks = {
  id: 'fourTasks',
  prompts: ['fourTasks.management', 'fourTasks.development', 'fourTasks.support', 'fourTasks.mediation'],
  source: 'Morrison (2005); Wonnacott (2012)',
  isOwnWording: true,
} as const satisfies PromptSet;

/** 4x4x4, second side: whom it matters to. */
export const fourPeople = {
  id: 'fourPeople',
  prompts: ['fourPeople.served', 'fourPeople.staff', 'fourPeople.organisation', 'fourPeople.partners'],
  source: 'Morrison (2005); Wonnacott (2012)',
  isOwnWording: true,
} as const satisfies PromptSet;

/** 4x4x4, third side: the round of reflection. */
export const fourSteps = {
  id: 'fourSteps',
  prompts: ['fourSteps.experience', 'fourSteps.reflection', 'fourSteps.analysis', 'fourSteps.action'],
  source: 'Morrison (2005); Wonnacott (2012)',
  isOwnWording: true,
} as const satisfies PromptSet;

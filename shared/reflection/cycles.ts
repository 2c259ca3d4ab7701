import type { PromptSet } from './promptSets.ts';

/** Three questions. */
export const whatNow = {
  id: 'whatNow',
  prompts: ['whatNow.what', 'whatNow.soWhat', 'whatNow.nowWhat'],
  source: 'Borton (1970); Driscoll (1994); Rolfe (2001)',
  isOwnWording: true,
} as const satisfies PromptSet;

/** The cycle of learning from experience. */
export const kolb = {
  id: 'kolb',
  prompts: ['kolb.there', 'kolb.notice', 'kolb.tells', 'kolb.tryOut'],
  source: 'Kolb (1984)',
  isOwnWording: true,
} as const satisfies PromptSet;

/** Six steps. */
export const gibbs = {
  id: 'gibbs',
  prompts: ['gibbs.took', 'gibbs.felt', 'gibbs.value', 'gibbs.sense', 'gibbs.else', 'gibbs.again'],
  source: 'Gibbs (1988)',
  isOwnWording: true,
} as const satisfies PromptSet;

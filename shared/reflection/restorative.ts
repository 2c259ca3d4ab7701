import type { PromptSet } from './promptSets.ts';

/** The strand for the person who was affected. */
export const affected = {
  id: 'affected',
  prompts: [
    'affected.happened',
    'affected.then',
    'affected.since',
    'affected.others',
    'affected.heaviest',
    'affected.help',
  ],
  source: 'McGrath (2026), 3',
  isOwnWording: true,
} as const satisfies PromptSet;

/** The strand for the person whose act it was: accountability without shame. */
export const act = {
  id: 'act',
  prompts: ['act.happened', 'act.hoped', 'act.today', 'act.others', 'act.own', 'act.mend'],
  source: 'McGrath (2026), 3',
  isOwnWording: true,
} as const satisfies PromptSet;

/** The restorative function of supervision. */
export const restorative = {
  id: 'restorative',
  prompts: [
    'restorative.taken',
    'restorative.given',
    'restorative.carried',
    'restorative.putDown',
    'restorative.goOn',
  ],
  source: 'Proctor (1986); A-EQUIP (NHS England, 2017)',
  isOwnWording: true,
} as const satisfies PromptSet;

/** Curiosity about a decision instead of judgement. */
export const curiosity = {
  id: 'curiosity',
  prompts: [
    'curiosity.sense',
    'curiosity.knew',
    'curiosity.pull',
    'curiosity.possible',
    'curiosity.eyes',
    'curiosity.beside',
  ],
  source: 'McGrath (2026), 6',
  isOwnWording: true,
} as const satisfies PromptSet;

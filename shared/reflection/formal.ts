import type { PromptSet } from './promptSets.ts';

/** Meetings that a sheet is for (the article, sections 4 and 8). */
export const meetingTypes = [
  'family',
  'familyGroup',
  'reparation',
  'childProtection',
  'staff',
  'multiAgency',
] as const;
export type MeetingType = (typeof meetingTypes)[number];

/** The five things asked, each before the meeting and again after it. */
export const formalQuestions = ['voices', 'open', 'with', 'hurt', 'self'] as const;
type FormalQuestion = (typeof formalQuestions)[number];
export type FormalPrompt =
  | `formal.before.${FormalQuestion}`
  | `formal.after.${FormalQuestion}`
  | typeof theirWords;

/** What those it is about said: theirs, and quoted wherever a line of it goes. */
export const theirWords = 'formal.theirWords';

const prompts = [
  ...formalQuestions.map((question) => `formal.before.${question}` as const),
  ...formalQuestions.map((question) => `formal.after.${question}` as const),
  theirWords,
] as const satisfies readonly FormalPrompt[];

/** A sheet to prepare for and to look back on formal work. No way into a topic: it is a page's own form. */
export const formal = {
  id: 'formal',
  prompts,
  source: 'McGrath (2026), 4, 5, 7, 8',
  isOwnWording: true,
} as const satisfies PromptSet;

export function isFormalPrompt(prompt: string): prompt is FormalPrompt {
  return formal.prompts.some((one) => one === prompt);
}

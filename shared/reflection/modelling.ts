/**
 * Twelve questions for those who lead, one for each month of the year (the article, section 10; own wording). The words
 * are messages: `modelling.question.<key>`.
 */
export const modellingQuestions = [
  'curious',
  'mistake',
  'repair',
  'time',
  'listening',
  'notKnowing',
  'power',
  'disagreement',
  'reasons',
  'noticed',
  'pressure',
  'habits',
] as const;
export type ModellingQuestion = (typeof modellingQuestions)[number];

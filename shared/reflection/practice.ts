/**
 * What one can rehearse before a hard talk, with a fictional other. The words are messages:
 * `practice.scenario.<scenario>.*`, `practice.reply.<scenario>.<step>.<manner>`. All of it is our own; nobody in it is real.
 */
export const scenarios = ['cutShort', 'overMyHead', 'sharpWords', 'coverPromised', 'otherAgency'] as const;
export type Scenario = (typeof scenarios)[number];

/** How the fictional other may take it. A choice of who rehearses, changed at any time: real people are not predicted. */
export const manners = ['listens', 'guarded', 'hurt'] as const;
export type Manner = (typeof manners)[number];

/** What one says, in this order; the other answers to each. */
export const practiceSteps = ['begin', 'tell', 'ask'] as const;
export type PracticeStep = (typeof practiceSteps)[number];

import type { PageBody, PageSection } from '../model/page.ts';
import { emptyProse, isBlankProse } from '../model/prose.ts';
import { core } from './core.ts';
import { gibbs, kolb, whatNow } from './cycles.ts';
import { fourPeople, fourSteps, fourTasks } from './fourByFour.ts';
import { formal } from './formal.ts';
import { free } from './free.ts';
import { act, affected, curiosity, restorative } from './restorative.ts';

/** A prompt set as data. Its name is the message `reflection.set.<set>`, a prompt's words `reflection.prompt.<prompt>`. */
export type PromptSet = {
  readonly id: string;
  /** Each prompt is of one set only, so that an answer is never read under another question. Empty: one open section. */
  readonly prompts: readonly string[];
  /** Where the questions, or the thought behind them, come from: author, year, section. */
  readonly source: string;
  /** Ours after that source; false where the source's own words are asked. */
  readonly isOwnWording: boolean;
};

/** Sets that ask something, as ways into a topic of a session and as questions of a page. The first is there unasked. */
export const waysIn = [
  core,
  affected,
  act,
  curiosity,
  restorative,
  whatNow,
  kolb,
  gibbs,
  fourTasks,
  fourPeople,
  fourSteps,
] as const satisfies readonly PromptSet[];
export type WayInSet = (typeof waysIn)[number];
export type WayInPrompt = WayInSet['prompts'][number];

export const promptSets = [...waysIn, formal, free] as const satisfies readonly PromptSet[];

export function findWayIn(id: string | null): WayInSet | undefined {
  return waysIn.find((set) => set.id === id);
}

/** Whether this version knows a prompt, and so has words for it. */
export function isWayInPrompt(prompt: string): prompt is WayInPrompt {
  return waysIn.some((set) => set.prompts.some((one) => one === prompt));
}

function findPromptSet(id: string | null): PromptSet {
  return promptSets.find((set) => set.id === id) ?? free;
}

/** The sections of an empty page. */
export function emptySections(set: string | null): PageSection[] {
  const { prompts } = findPromptSet(set);
  return prompts.length === 0
    ? [{ prompt: null, prose: emptyProse }]
    : prompts.map((prompt) => ({ prompt, prose: emptyProse }));
}

/**
 * The page with another prompt set. Nothing written is lost: a section whose prompt the new set does not have stays,
 * after the others, as long as it says something.
 */
export function withPromptSet(body: PageBody, set: string | null): PageBody {
  const asked = emptySections(set);
  const kept = body.sections.filter((section) => !isBlankProse(section.prose));
  const placed = asked.map((section) => kept.find((written) => written.prompt === section.prompt) ?? section);
  const rest = kept.filter((written) => !placed.includes(written));
  const sections = [...placed, ...rest];
  // A free page whose words all stand under questions needs no empty box above them.
  const shown = sections.filter(
    (section) => rest.length === 0 || section.prompt !== null || !isBlankProse(section.prose),
  );
  return { ...body, promptSet: set, sections: shown };
}

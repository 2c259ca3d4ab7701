import type { PageBody, PageSection } from '../model/page.ts';
import { emptyProse, isBlankProse } from '../model/prose.ts';
import { core } from './core.ts';
import { free } from './free.ts';

/** A prompt set as data. A prompt's words are the message `pages.prompt.<set>.<prompt>`. */
export type PromptSet = {
  readonly id: string;
  /** Empty: one section without a question. */
  readonly prompts: readonly string[];
  /** Where the questions come from. */
  readonly source: string;
};

export const promptSets = [core, free] as const satisfies readonly PromptSet[];

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

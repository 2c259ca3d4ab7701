import { expect, test } from 'vitest';
import type { PageBody } from '../../shared/model/page.ts';
import { textToProse } from '../../shared/model/prose.ts';
import { catalogues } from '../../shared/i18n/index.ts';
import { emptySections, promptSets, waysIn, withPromptSet } from '../../shared/reflection/promptSets.ts';

function page(sections: PageBody['sections'], promptSet: string | null): PageBody {
  return { date: '2026-11-22', title: '', promptSet, sections };
}

test('The first set asks the four core questions, each once, in their order', () => {
  expect(promptSets[0]).toMatchObject({
    id: 'core',
    prompts: ['happened', 'thinking', 'affected', 'needed'],
  });
  expect(emptySections('core').map((section) => section.prompt)).toEqual(promptSets[0].prompts);
  expect(emptySections(null)).toEqual([{ prompt: null, prose: { format: 1, blocks: [] } }]);
});

test('Changing the questions there and back loses no word', () => {
  const words = { prompt: null, prose: textToProse('Mine') };
  const answer = { prompt: 'affected', prose: textToProse('Her brother') };
  const asked = withPromptSet(page([words], null), 'core');
  expect(asked.sections.map((section) => section.prompt)).toEqual([
    'happened',
    'thinking',
    'affected',
    'needed',
    null,
  ]);
  expect(asked.sections.at(-1)).toEqual(words);
  expect(withPromptSet(asked, null).sections).toEqual([words]);
  const answered = {
    ...asked,
    sections: asked.sections.map((one) => (one.prompt === 'affected' ? answer : one)),
  };
  expect(withPromptSet(answered, null).sections).toEqual([words, answer]);
  expect(withPromptSet(withPromptSet(answered, null), 'core').sections).toEqual(answered.sections);
});

test('Answers without free words stand alone when the questions go', () => {
  const answer = { prompt: 'happened', prose: textToProse('It rained') };
  const answered = page([answer, ...emptySections('core').slice(1)], 'core');
  expect(withPromptSet(answered, null).sections).toEqual([answer]);
});

test('No question belongs to two sets, so that no answer is ever read under another question', () => {
  const prompts = promptSets.flatMap((set): readonly string[] => set.prompts);
  expect(new Set(prompts).size).toBe(prompts.length);
});

test('Each way in is named, asked and sourced in both languages, and no two ask the same', () => {
  for (const language of ['en-GB', 'cy'] as const) {
    const messages: Readonly<Record<string, string>> = catalogues[language].reflection;
    const asked = waysIn.flatMap((set): readonly string[] => set.prompts.map((prompt) => `prompt.${prompt}`));
    const words = asked.map((key) => messages[key] ?? '');
    expect(words.filter((text) => !text.trim().endsWith('?'))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
    for (const set of waysIn) expect(messages[`set.${set.id}`]?.trim()).toBeTruthy();
  }
  expect(waysIn.filter((set) => !/\d{4}/.test(set.source))).toEqual([]);
});

test('Answers to a way in are kept when another is chosen, and stand under their question when it comes back', () => {
  const answer = { prompt: 'gibbs.felt', prose: textToProse('Small') };
  const asked = withPromptSet(page(emptySections('gibbs'), 'gibbs'), 'gibbs');
  const answered = {
    ...asked,
    sections: asked.sections.map((one) => (one.prompt === answer.prompt ? answer : one)),
  };
  const swapped = withPromptSet(answered, 'kolb');
  expect(swapped.sections.at(-1)).toEqual(answer);
  expect(withPromptSet(swapped, 'gibbs').sections).toEqual(answered.sections);
});

import { expect, test } from 'vitest';
import type { PageBody } from '../../shared/model/page.ts';
import { textToProse } from '../../shared/model/prose.ts';
import { emptySections, promptSets, withPromptSet } from '../../shared/reflection/promptSets.ts';

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

// @vitest-environment node
import { expect, test } from 'vitest';
import { type MessageCheck, messageFaults } from '../../build/check-messages.ts';

const sound: MessageCheck = {
  catalogues: {
    'en-GB': {
      page: { title: 'Page of {{name}}', count_one: '{{count}} line', count_other: '{{count}} lines' },
      errors: { locked: 'Locked.' },
    },
    cy: {
      page: {
        title: 'Tudalen {{name}}',
        count_zero: '{{count}} llinell',
        count_one: '{{count}} llinell',
        count_two: '{{count}} linell',
        count_few: '{{count}} llinell',
        count_many: '{{count}} llinell',
        count_other: '{{count}} llinell',
      },
      errors: { locked: 'Ar glo.' },
    },
  },
  sources: ["t('page.title', { name })", 't("page.count", { count })', ['t(`errors.', '{code}`)'].join('$')],
  errorCodes: ['locked'],
};

/** The sound messages with one namespace of one language replaced. */
function withTexts(language: 'en-GB' | 'cy', namespace: string, texts: Record<string, string>): MessageCheck {
  const catalogue = sound.catalogues[language] ?? {};
  return {
    ...sound,
    catalogues: {
      ...sound.catalogues,
      [language]: { ...catalogue, [namespace]: { ...catalogue[namespace], ...texts } },
    },
  };
}

/** The sound messages with one key of one language taken out. */
function without(language: 'en-GB' | 'cy', namespace: string, key: string): MessageCheck {
  const { [key]: _, ...texts } = sound.catalogues[language]?.[namespace] ?? {};
  const catalogue = { ...sound.catalogues[language], [namespace]: texts };
  return { ...sound, catalogues: { ...sound.catalogues, [language]: catalogue } };
}

test('Sound messages pass', () => {
  expect(messageFaults(sound)).toEqual([]);
});

test('A key that is in one language only is named', () => {
  expect(messageFaults(without('cy', 'page', 'title'))).toEqual(['cy: page.title is missing.']);
  expect(messageFaults(without('en-GB', 'page', 'title'))).toEqual(['en-GB: page.title is missing.']);
});

test('A plural needs each form its language has, and no other', () => {
  expect(messageFaults(without('cy', 'page', 'count_many'))).toEqual([
    'cy: page.count has no plural form "many".',
  ]);
  expect(messageFaults(withTexts('en-GB', 'page', { count_few: '{{count}} lines' }))).toEqual([
    'en-GB: page.count has a plural form "few" the language has not.',
  ]);
  expect(messageFaults(withTexts('en-GB', 'page', { count: 'lines' }))).toContain(
    'en-GB: page.count is both a plural and a plain message.',
  );
});

test('An empty message is named', () => {
  expect(messageFaults(withTexts('cy', 'errors', { locked: ' ' }))).toEqual(['cy: errors.locked is empty.']);
});

test('A message that fills other names in Welsh than in English is named', () => {
  expect(messageFaults(withTexts('cy', 'page', { title: 'Tudalen {{enw}}' }))).toEqual([
    'cy: page.title fills {enw}, en-GB fills {name}.',
  ]);
});

test('A key that no source names is named, unless a template begins like it', () => {
  expect(messageFaults({ ...sound, sources: sound.sources.slice(1) })).toEqual([
    'page.title is used nowhere.',
  ]);
  expect(messageFaults({ ...sound, sources: sound.sources.slice(0, 2) })).toEqual([
    'errors.locked is used nowhere.',
  ]);
});

test('An error code without a message, and a message without a code, are named', () => {
  expect(messageFaults({ ...sound, errorCodes: ['locked', 'disk_full'] })).toEqual([
    'en-GB: errors.disk_full is missing.',
    'cy: errors.disk_full is missing.',
  ]);
  expect(messageFaults({ ...sound, errorCodes: [] })).toEqual([
    'en-GB: errors.locked is no error code.',
    'cy: errors.locked is no error code.',
  ]);
});

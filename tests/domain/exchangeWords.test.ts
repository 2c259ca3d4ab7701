import { describe, expect, test } from 'vitest';
import { pairSchema } from '../../shared/contract/pairs.ts';
import cyErrors from '../../shared/i18n/cy/errors.json' with { type: 'json' };
import cyPairs from '../../shared/i18n/cy/pairs.json' with { type: 'json' };
import enErrors from '../../shared/i18n/en-GB/errors.json' with { type: 'json' };
import enPairs from '../../shared/i18n/en-GB/pairs.json' with { type: 'json' };
import { errorCodes } from '../../shared/result.ts';

type Messages = Readonly<Record<string, string>>;
const catalogues: { language: string; pairs: Messages; errors: Messages }[] = [
  { language: 'en-GB', pairs: enPairs, errors: enErrors },
  { language: 'cy', pairs: cyPairs, errors: cyErrors },
];

describe.each(catalogues)('in $language', ({ language, pairs, errors }) => {
  test('every state of the exchange has words of its own', () => {
    const states = pairSchema.shape.exchange.shape.state.options;
    expect(states.length).toBeGreaterThanOrEqual(5);
    const sentences = states.map((state) => pairs[`exchange.${state}`]);
    for (const sentence of sentences) expect(sentence).toMatch(/\S.*\.$/);
    expect(new Set(sentences).size).toBe(states.length);
  });

  test('a packet that waits is said in words for every count', () => {
    for (const what of ['waiting', 'unsent']) {
      for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
        expect(pairs[`exchange.${what}_${category}`], `${what}_${category}`).toMatch(/\S/);
    }
  });

  test('every reason to set a file or a statement aside has a message of its own', () => {
    const codes = errorCodes.filter((code) => /^(packet|revision)_/.test(code));
    expect(codes.length).toBeGreaterThanOrEqual(12);
    const messages = codes.map((code) => errors[code]);
    for (const message of messages) expect(message).toMatch(/\S.*\.$/);
    expect(new Set(messages).size).toBe(codes.length);
  });
});

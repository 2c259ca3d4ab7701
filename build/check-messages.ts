import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogues } from '../shared/i18n/index.ts';
import { errorCodes } from '../shared/result.ts';

/** Messages by namespace, then by flat key. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type MessageCheck = {
  /** Catalogues by BCP 47 language. The first is the one that the others must match. */
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  readonly sources: readonly string[];
  readonly errorCodes: readonly string[];
};

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
const pluralEnding = new RegExp(`_(${categories.join('|')})$`);

/**
 * Everything that is wrong with the messages, one sentence each; empty when nothing is. A key counts as used when it
 * stands in a source as a whole string, or begins like a template string there (`` `errors.${code}` ``).
 */
export function messageFaults(check: MessageCheck): string[] {
  const { catalogues: byLanguage } = check;
  const languages = Object.keys(byLanguage);
  return [
    ...languages.flatMap((language) => emptyTexts(language, byLanguage[language] ?? {})),
    ...languages.flatMap((language) => pluralFaults(language, byLanguage[language] ?? {})),
    ...differences(byLanguage),
    ...unusedKeys(byLanguage, check.sources),
    ...missingErrors(byLanguage, check.errorCodes),
  ];
}

function emptyTexts(language: string, catalogue: Catalogue): string[] {
  return entries(catalogue)
    .filter(({ text }) => text.trim() === '')
    .map(({ key }) => `${language}: ${key} is empty.`);
}

function pluralFaults(language: string, catalogue: Catalogue): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...groupByStem(catalogue)].flatMap(([stem, forms]) => {
    const given = forms.map(({ category }) => category).filter((category) => category !== null);
    if (given.length === 0) return [];
    const missing = needed.filter((category) => !given.includes(category));
    const extra = given.filter((category) => !(needed as readonly string[]).includes(category));
    return [
      ...missing.map((category) => `${language}: ${stem} has no plural form "${category}".`),
      ...extra.map(
        (category) => `${language}: ${stem} has a plural form "${category}" the language has not.`,
      ),
      ...(forms.length > given.length ? [`${language}: ${stem} is both a plural and a plain message.`] : []),
    ];
  });
}

function differences(byLanguage: MessageCheck['catalogues']): string[] {
  const [[firstLanguage, first], ...others] = Object.entries(byLanguage) as [
    [string, Catalogue],
    ...[string, Catalogue][],
  ];
  const expected = groupByStem(first);
  return others.flatMap(([language, catalogue]) => {
    const found = groupByStem(catalogue);
    const missing = [...expected.keys()].filter((stem) => !found.has(stem));
    const extra = [...found.keys()].filter((stem) => !expected.has(stem));
    const placeholders = [...expected].flatMap(([stem, forms]) => {
      const wanted = placeholdersOf(forms);
      const given = found.get(stem);
      if (given === undefined || placeholdersOf(given) === wanted) return [];
      return [`${language}: ${stem} fills {${placeholdersOf(given)}}, ${firstLanguage} fills {${wanted}}.`];
    });
    return [
      ...missing.map((stem) => `${language}: ${stem} is missing.`),
      ...extra.map((stem) => `${firstLanguage}: ${stem} is missing.`),
      ...placeholders,
    ];
  });
}

function unusedKeys(byLanguage: MessageCheck['catalogues'], sources: readonly string[]): string[] {
  const literals = new Set<string>();
  const prefixes = new Set<string>();
  for (const source of sources) {
    for (const [, literal] of source.matchAll(/['"`]([A-Za-z][\w-]*\.[\w.-]+)['"`]/g))
      literals.add(literal ?? '');
    for (const [, prefix] of source.matchAll(/`([A-Za-z][\w-]*\.[\w.-]*)\$\{/g)) prefixes.add(prefix ?? '');
  }
  const stems = new Set(Object.values(byLanguage).flatMap((catalogue) => [...groupByStem(catalogue).keys()]));
  return [...stems]
    .filter((stem) => !literals.has(stem) && ![...prefixes].some((prefix) => stem.startsWith(prefix)))
    .map((stem) => `${stem} is used nowhere.`);
}

function missingErrors(byLanguage: MessageCheck['catalogues'], codes: readonly string[]): string[] {
  return Object.entries(byLanguage).flatMap(([language, { errors = {} }]) => [
    ...codes.filter((code) => !(code in errors)).map((code) => `${language}: errors.${code} is missing.`),
    ...Object.keys(errors)
      .filter((key) => !codes.includes(key))
      .map((key) => `${language}: errors.${key} is no error code.`),
  ]);
}

type Entry = { readonly key: string; readonly text: string };
type Form = Entry & { readonly category: string | null };

function entries(catalogue: Catalogue): Entry[] {
  return Object.entries(catalogue).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ key: `${namespace}.${key}`, text })),
  );
}

function groupByStem(catalogue: Catalogue): Map<string, Form[]> {
  const forms = entries(catalogue).map((entry) => ({
    ...entry,
    category: pluralEnding.exec(entry.key)?.[1] ?? null,
  }));
  return Map.groupBy(forms, ({ key }) => key.replace(pluralEnding, ''));
}

/** The placeholders of all forms together: "one" may leave the number out. */
function placeholdersOf(forms: readonly Form[]): string {
  const names = forms.flatMap(({ text }) =>
    [...text.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)].map(([, name]) => name),
  );
  return [...new Set(names)].sort().join(', ');
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

function main(): void {
  const root = resolve(import.meta.dirname, '..');
  const sources = ['renderer', 'electron', 'shared'].flatMap((folder) => sourcesUnder(join(root, folder)));
  const faults = messageFaults({ catalogues, sources, errorCodes });
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

if (import.meta.main) main();

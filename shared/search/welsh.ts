/** Initial consonant mutations of Welsh: radical → soft, nasal, aspirate (as far as each exists). '' means it drops. */
const mutations: Readonly<Record<string, readonly string[]>> = {
  p: ['b', 'mh', 'ph'],
  t: ['d', 'nh', 'th'],
  c: ['g', 'ngh', 'ch'],
  b: ['f', 'm'],
  d: ['dd', 'n'],
  g: ['', 'ng'],
  m: ['f'],
  ll: ['l'],
  rh: ['r'],
};

// Longest first, so that `ngh` is not read as `ng`, nor `ll` as `l`.
const initials = ['ngh', 'ch', 'dd', 'mh', 'ng', 'nh', 'ph', 'th', 'll', 'rh', 'ff'];
/** What a word may begin with after its g has dropped. */
const afterDroppedG = /^[aeiouwylrn]/;

/**
 * A Welsh word with every other form its beginning can take: `cath` gives gath, chath and nghath, and each of those gives
 * cath. Lowercase without diacritics in and out; the word itself comes first. A word that only looks mutated gets forms
 * that do not exist, which find nothing.
 */
export function mutatedForms(word: string): string[] {
  if (!/^[a-z]{3,}/.test(word)) return [word];
  const forms = new Set([word]);
  for (const radical of radicalsOf(word)) {
    forms.add(radical);
    const initial = initialOf(radical);
    for (const changed of mutations[initial] ?? []) forms.add(changed + radical.slice(initial.length));
  }
  return [...forms].filter((form) => form.length >= 2);
}

function radicalsOf(word: string): string[] {
  const initial = initialOf(word);
  const rest = word.slice(initial.length);
  const unchanged = Object.entries(mutations)
    .filter(([, changed]) => changed.includes(initial))
    .map(([radical]) => radical + rest);
  const droppedG =
    afterDroppedG.test(word) && !['ll', 'rh', 'ng', 'ngh', 'nh'].includes(initial) ? [`g${word}`] : [];
  return [word, ...unchanged, ...droppedG];
}

function initialOf(word: string): string {
  return initials.find((initial) => word.startsWith(initial)) ?? word.slice(0, 1);
}

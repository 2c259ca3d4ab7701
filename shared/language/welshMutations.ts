/**
 * First sounds and what they become in Welsh: soft, nasal and aspirate mutation, in that order where each exists.
 * Longer first sounds come first, so that "Rh" is not read as "R".
 */
const mutations: readonly (readonly [string, readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['c', ['g', 'ngh', 'ch']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['g', ['', 'ng']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['m', ['f']],
];

/** Digraphs that do not mutate although their first letter does. */
const unchanged = ['ch', 'dd', 'ff', 'ng', 'ph', 'th'];

/** The forms a folded (lower-case, unaccented) name may take after a mutation; without the name itself. */
export function mutatedForms(name: string): readonly string[] {
  if (unchanged.some((digraph) => name.startsWith(digraph))) return [];
  if (/^[aeiouwy]/.test(name)) return [`h${name}`];
  const found = mutations.find(([first]) => name.startsWith(first));
  if (found === undefined) return [];
  const [first, forms] = found;
  return forms.map((form) => form + name.slice(first.length)).filter((form) => form.length >= 3);
}

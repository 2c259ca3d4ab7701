/** What a first sound becomes in Welsh, as far as it changes. '' means it drops. */
export const mutationKinds = ['soft', 'nasal', 'aspirate'] as const;
export type MutationKind = (typeof mutationKinds)[number];
type Mutations = Readonly<Partial<Record<MutationKind, string>>>;

/** Longer first sounds come first, so that "Rh" is not read as "R". */
const mutations: readonly (readonly [string, Mutations])[] = [
  ['ll', { soft: 'l' }],
  ['rh', { soft: 'r' }],
  ['c', { soft: 'g', nasal: 'ngh', aspirate: 'ch' }],
  ['p', { soft: 'b', nasal: 'mh', aspirate: 'ph' }],
  ['t', { soft: 'd', nasal: 'nh', aspirate: 'th' }],
  ['g', { soft: '', nasal: 'ng' }],
  ['b', { soft: 'f', nasal: 'm' }],
  ['d', { soft: 'dd', nasal: 'n' }],
  ['m', { soft: 'f' }],
];

/** Digraphs that do not mutate although their first letter does. */
const unchanged = ['ch', 'dd', 'ff', 'ng', 'ph', 'th'];

/** The forms a folded (lower-case, unaccented) name may take after a mutation; without the name itself. */
export function mutatedForms(name: string): readonly string[] {
  if (unchanged.some((digraph) => name.startsWith(digraph))) return [];
  if (/^[aeiouwy]/.test(name)) return [`h${name}`];
  return mutationKinds
    .map((kind) => mutate(name, kind))
    .filter((form) => form !== null)
    .filter((form) => form.length >= 3);
}

/** A word that begins in lower case after this mutation, or null when its first sound does not change so. */
export function mutate(word: string, kind: MutationKind): string | null {
  if (unchanged.some((digraph) => word.startsWith(digraph))) return null;
  const found = mutations.find(([first]) => word.startsWith(first));
  const changed = found?.[1][kind];
  return found === undefined || changed === undefined ? null : changed + word.slice(found[0].length);
}

/** One version of an item, as far as its place among the others goes. */
export type Version = {
  readonly hash: string;
  readonly at: string;
  /** Hashes of the versions it replaces. */
  readonly parents: readonly string[];
};

/**
 * The versions no other one replaces, the one that counts first: the latest by its maker's clock, then the greater hash.
 * One person's two devices can both write on from the same version; every vault must then show the same one, whatever
 * came first. Empty only for no versions at all.
 */
export function headsOf<V extends Version>(versions: readonly V[]): V[] {
  const replaced = new Set(versions.flatMap((version) => version.parents));
  return versions.filter((version) => !replaced.has(version.hash)).sort(newestFirst);
}

/** Hashes of everything that `from` replaces, directly or through others; versions not known here are passed over. */
export function ancestorsOf(versions: readonly Version[], from: string): Set<string> {
  const byHash = new Map(versions.map((version) => [version.hash, version]));
  const found = new Set<string>();
  const open = [...(byHash.get(from)?.parents ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byHash.get(next)?.parents ?? []));
  }
  return found;
}

function newestFirst(a: Version, b: Version): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return a.hash > b.hash ? -1 : 1;
}

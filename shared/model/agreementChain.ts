import { compare } from './foldSession.ts';

/** What the order of versions is made from. */
export type VersionLink = {
  readonly agreement: string;
  readonly previous: string | null;
  readonly isSigned: boolean;
};

/**
 * The versions of a pair's agreement, oldest first: each follows a signed one, so only the last can be unsigned. Of two begun
 * at the same place the signed one counts, else the one with the lower id: the same in both vaults. The others are aside.
 */
export function agreementChain<V extends VersionLink>(versions: readonly V[]): { chain: V[]; aside: V[] } {
  const chain: V[] = [];
  for (;;) {
    const last = chain.at(-1);
    if (last !== undefined && !last.isSigned) break;
    const next = versions
      .filter((one) => one.previous === (last?.agreement ?? null) && !chain.includes(one))
      .sort((a, b) => Number(b.isSigned) - Number(a.isSigned) || compare(a.agreement, b.agreement))[0];
    if (next === undefined) break;
    chain.push(next);
  }
  const aside = versions.filter((one) => !chain.includes(one));
  return { chain, aside: aside.sort((a, b) => compare(a.agreement, b.agreement)) };
}

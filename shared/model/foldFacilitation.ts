import type { z } from 'zod';
import type {
  FacilitationSide,
  FacilitationStatement,
  FacilitationView,
  ruptureThirdBodySchema,
  ruptureThirdYesBodySchema,
  Suggestion,
} from './facilitation.ts';
import type { Statement } from './revision.ts';

export type FacilitationInput = {
  readonly supervisee: string;
  readonly supervisor: string;
  readonly facilitator: string;
  /** Everything shown in the space. Order does not matter. */
  readonly statements: readonly FacilitationStatement[];
};

type Said<K extends FacilitationStatement['kind']> = Extract<FacilitationStatement, { kind: K }>;

/**
 * What stands in a facilitated space. The two of the pair say accounts and needs, and answer each other's account; the
 * facilitator says what they have heard. Anything else, by anybody, counts for nothing.
 */
export function foldFacilitation(input: FacilitationInput): FacilitationView {
  const { supervisee, supervisor, facilitator, statements } = input;
  const words = newest(of(statements, 'facilitationWords').filter((one) => one.owner === facilitator));
  return {
    supervisee: foldSide(statements, supervisee, supervisor),
    supervisor: foldSide(statements, supervisor, supervisee),
    facilitator: {
      identity: facilitator,
      words: words === null ? null : { item: words.item, hash: words.hash, ...words.body },
    },
  };
}

export type ThirdStatement =
  | (Statement<z.infer<typeof ruptureThirdBodySchema>> & { readonly kind: 'ruptureThird' })
  | (Statement<z.infer<typeof ruptureThirdYesBodySchema>> & { readonly kind: 'ruptureThirdYes' });

/**
 * Whom the two of a pair suggest for a repair: at most one each, and never one of the two. Agreed when the other's newest
 * yes is to the suggestion as it stands.
 */
export function foldSuggestions(
  pair: readonly [string, string],
  statements: readonly ThirdStatement[],
): Suggestion[] {
  return pair.flatMap((by): Suggestion[] => {
    const own = statements.filter((one) => one.kind === 'ruptureThird' && one.owner === by);
    const one = newest(own);
    if (one?.kind !== 'ruptureThird' || pair.includes(one.body.person)) return [];
    const yes = newest(
      statements.filter(
        (said) => said.kind === 'ruptureThirdYes' && said.owner !== by && pair.includes(said.owner),
      ),
    );
    const isAgreed = yes?.kind === 'ruptureThirdYes' && yes.body.to === one.hash;
    return [{ by, hash: one.hash, ...one.body, isAgreed }];
  });
}

function foldSide(
  statements: readonly FacilitationStatement[],
  identity: string,
  other: string,
): FacilitationSide {
  const account = newest(of(statements, 'facilitationAccount').filter((one) => one.owner === identity));
  const need = newest(of(statements, 'facilitationNeed').filter((one) => one.owner === identity));
  const heard = newest(
    of(statements, 'facilitationHeard').filter(
      (one) => one.owner === other && one.body.hash === account?.hash,
    ),
  );
  return {
    identity,
    account:
      account === null
        ? null
        : { item: account.item, hash: account.hash, ...account.body, heard: heard?.body.answer ?? null },
    need: need === null ? null : { item: need.item, hash: need.hash, ...need.body },
  };
}

function of<K extends FacilitationStatement['kind']>(
  statements: readonly FacilitationStatement[],
  kind: K,
): Said<K>[] {
  return statements.filter((one): one is Said<K> => one.kind === kind);
}

/** Of one owner's several items (two computers of theirs): the same one for every reader. */
function newest<S extends { readonly at: string; readonly hash: string }>(
  statements: readonly S[],
): S | null {
  const key = (one: S) => `${one.at} ${one.hash}`;
  return statements.reduce<S | null>(
    (last, one) => (last === null || key(one) > key(last) ? one : last),
    null,
  );
}

import { compare } from './foldSession.ts';
import type { FrozenRecord, RecordSignature } from './signing.ts';

/** A proposal whose bytes and signature were checked. */
export type Proposed = {
  readonly item: string;
  readonly by: string;
  readonly hash: string;
  readonly at: string;
  readonly note: string;
  readonly record: FrozenRecord;
};

/** "I have newer words", said to a proposal by the other. */
export type NewerWords = { readonly by: string; readonly proposal: string; readonly at: string };

/** A record that carries both signatures, both checked. */
export type BothSigned = {
  /** The confirmation that carries both signatures. */
  readonly item: string;
  readonly hash: string;
  readonly record: FrozenRecord;
  readonly text: string;
  /** The proposer's, then the other's. */
  readonly signatures: readonly (RecordSignature & { readonly by: string })[];
};

export type SigningView = {
  /** The signed record and the signed amendments to it, each naming the one before. */
  readonly signed: readonly BothSigned[];
  /** The proposal that waits for the other's signature. `current`: nothing has been shown or taken back since. */
  readonly open: (Proposed & { readonly current: boolean }) | null;
  /** Who said "I have newer words" to the last proposal, while none is open; else null. */
  readonly newerWords: string | null;
};

/**
 * Where the signing of an item stands, the same for both people and any order of arrival. Of crossing proposals, and of
 * crossing signed records, the one with the lower hash counts.
 * `words` gives the hashes of what would be in a record now, after the signed ones given.
 */
export function foldSigning(input: {
  readonly proposed: readonly Proposed[];
  readonly newerWords: readonly NewerWords[];
  readonly bothSigned: readonly BothSigned[];
  readonly words: (signed: readonly BothSigned[]) => readonly string[];
}): SigningView {
  const signed = chainOf(input.bothSigned);
  const last = signed.at(-1)?.hash ?? null;
  const next = input.proposed
    .filter((one) => one.record.previous === last)
    .sort((a, b) => compare(a.hash, b.hash) || compare(a.item, b.item));
  const answered = input.newerWords
    .filter((one) => next.some((proposal) => proposal.item === one.proposal && proposal.by !== one.by))
    .sort((a, b) => compare(b.at, a.at) || compare(b.proposal, a.proposal));
  const waiting = next.filter((one) => !answered.some((answer) => answer.proposal === one.item));
  const now = [...input.words(signed)].sort(compare);
  const isCurrent = (one: Proposed) => {
    const listed = one.record.entries.map((entry) => entry.hash).sort(compare);
    return listed.length === now.length && listed.every((hash, index) => hash === now[index]);
  };
  const open = waiting.find(isCurrent) ?? waiting[0];
  return {
    signed,
    open: open === undefined ? null : { ...open, current: isCurrent(open) },
    newerWords: open === undefined ? (answered[0]?.by ?? null) : null,
  };
}

function chainOf(bothSigned: readonly BothSigned[]): BothSigned[] {
  const chain: BothSigned[] = [];
  for (;;) {
    const last = chain.at(-1)?.hash ?? null;
    const next = bothSigned
      .filter((one) => one.record.previous === last)
      .sort((a, b) => compare(a.hash, b.hash) || compare(a.item, b.item))[0];
    if (next === undefined) return chain;
    chain.push(next);
  }
}

import { agreementRecordStatements, agreementSignedKinds } from './agreementRecord.ts';
import type { Kind, KnownStatement } from './kinds.ts';
import { leavingRecordStatements, leavingSignedKinds } from './leavingRecord.ts';
import { sessionRecordStatements, sessionSignedKinds } from './sessionRecord.ts';
import type { Member } from './sessionView.ts';
import type { FrozenRecord } from './signing.ts';

/** Everything shown about one item that can be signed, and who the two are. */
export type SubjectInput = {
  readonly root: string;
  readonly members: readonly Member[];
  readonly statements: readonly KnownStatement[];
};

/** What can be signed by both under one kind of item, and in which order. */
export type RecordKind = {
  readonly record: FrozenRecord['kind'];
  /** Kinds of statements a first record may hold. Anything else makes its bytes unsound. */
  readonly signedKinds: readonly Kind[];
  /** Kinds that a later record, which adds to a signed one, may hold. Empty: there are no later words. */
  readonly laterKinds: readonly Kind[];
  /** The root item says something by itself; else there is nothing to sign until somebody says more. */
  readonly rootHasWords: boolean;
  /** What a first record holds now, in the order its bytes will have: the same in both vaults. */
  readonly statements: (input: SubjectInput) => readonly KnownStatement[];
};

/** Every kind of item that both can sign: one line a kind, by the kind of its root item. */
export const recordKinds = {
  session: {
    record: 'session-record',
    signedKinds: sessionSignedKinds,
    laterKinds: ['amendment'],
    rootHasWords: false,
    statements: sessionRecordStatements,
  },
  agreement: {
    record: 'agreement-record',
    signedKinds: agreementSignedKinds,
    // A signed agreement is not added to: the next version follows it.
    laterKinds: [],
    rootHasWords: false,
    statements: agreementRecordStatements,
  },
  leaving: {
    record: 'leaving-record',
    signedKinds: leavingSignedKinds,
    laterKinds: [],
    rootHasWords: false,
    statements: leavingRecordStatements,
  },
} as const satisfies { readonly [K in Kind]?: RecordKind };

export type RootKind = keyof typeof recordKinds;
export const rootKinds = Object.keys(recordKinds) as RootKind[];

export function isRootKind(kind: string): kind is RootKind {
  return Object.hasOwn(recordKinds, kind);
}

export function recordKindOf(root: RootKind): RecordKind {
  return recordKinds[root];
}

import { compare, roleOrder } from './foldSession.ts';
import type { Kind, KnownStatement } from './kinds.ts';
import type { Member } from './sessionView.ts';

export const leavingSignedKinds: readonly Kind[] = ['leaving', 'leavingWords'];

type LeavingStatement = Extract<KnownStatement, { kind: 'leaving' | 'leavingWords' }>;

/**
 * What a leaving's record holds once somebody said something: whether it hands over, then each one's words, the supervisee's first.
 * Empty before that.
 */
export function leavingRecordStatements(subject: {
  readonly root: string;
  readonly members: readonly Member[];
  readonly statements: readonly KnownStatement[];
}): LeavingStatement[] {
  const roleOf = (owner: string) => subject.members.find((member) => member.identity === owner)?.role ?? null;
  const said = onlyLeaving(subject.statements).flatMap((statement) => {
    const role = roleOf(statement.owner);
    const isHere = statement.item === subject.root || statement.subject === subject.root;
    return role === null || !isHere ? [] : [{ statement, role }];
  });
  if (!said.some(({ statement }) => statement.kind === 'leavingWords')) return [];
  return said
    .sort(
      (a, b) =>
        compare(a.statement.kind, b.statement.kind) ||
        roleOrder(a.role) - roleOrder(b.role) ||
        compare(a.statement.hash, b.statement.hash),
    )
    .map(({ statement }) => statement);
}

export function onlyLeaving(statements: readonly KnownStatement[]): LeavingStatement[] {
  return statements.filter(
    (one): one is LeavingStatement => one.kind === 'leaving' || one.kind === 'leavingWords',
  );
}

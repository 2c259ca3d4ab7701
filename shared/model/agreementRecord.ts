import { type AgreementKind, agreementKinds, type AgreementStatement } from './agreementView.ts';
import { compare, roleOrder } from './foldSession.ts';
import type { KnownStatement } from './kinds.ts';
import type { Member } from './sessionView.ts';

/** Kinds of statements that an agreement's record may hold: all that is shown in one. */
export const agreementSignedKinds: readonly AgreementKind[] = agreementKinds;

/** What a record holds, in its order: by kind, supervisee first, hash. */
export function agreementRecordStatements(subject: {
  readonly root: string;
  readonly members: readonly Member[];
  readonly statements: readonly KnownStatement[];
}): AgreementStatement[] {
  const roleOf = (owner: string) => subject.members.find((member) => member.identity === owner)?.role ?? null;
  return onlyAgreement(subject.statements)
    .flatMap((statement) => {
      const role = roleOf(statement.owner);
      const isHere = statement.kind === 'agreement' || statement.subject === subject.root;
      return role === null || !isHere ? [] : [{ statement, role }];
    })
    .sort(
      (a, b) =>
        agreementKinds.indexOf(a.statement.kind) - agreementKinds.indexOf(b.statement.kind) ||
        roleOrder(a.role) - roleOrder(b.role) ||
        compare(a.statement.hash, b.statement.hash),
    )
    .map(({ statement }) => statement);
}

export function onlyAgreement(statements: readonly KnownStatement[]): AgreementStatement[] {
  return statements.filter((one): one is AgreementStatement =>
    (agreementKinds as readonly string[]).includes(one.kind),
  );
}

import type { SigningView } from '../../../shared/model/foldSigning.ts';
import { statementsOfRecord } from '../../../shared/model/record.ts';
import { onlySession, type SessionKind, type SessionStatement } from '../../../shared/model/sessionView.ts';
import type { SessionOnFile } from '../items/session.ts';

/** Kinds that go on living beside a signed record. */
const livingKinds: readonly SessionKind[] = ['quiet', 'scribed', 'scribeAnswer', 'fairProcess'];

/**
 * The statements a session is read from: once both have signed, the words of the stored records and nothing else in their
 * place, with what never belongs in a record beside them.
 */
export function statementsToShow(onFile: SessionOnFile, signing: SigningView): SessionStatement[] {
  if (signing.signed.length === 0) return [...onFile.statements];
  const signed = signedStatements(signing);
  const items = new Set(signed.map((one) => one.item));
  const beside = onFile.statements.filter(
    (one) =>
      !items.has(one.item) &&
      (livingKinds.includes(one.kind) ||
        one.kind === 'amendment' ||
        (one.kind === 'voice' && one.body.part === 'arriving')),
  );
  return [...signed, ...beside];
}

/** What stands in the stored bytes of what both signed. */
export function signedStatements(signing: SigningView): SessionStatement[] {
  return onlySession(signing.signed.flatMap((one) => statementsOfRecord(one.record)));
}

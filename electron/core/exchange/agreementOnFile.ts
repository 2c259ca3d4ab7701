import type { Database } from 'better-sqlite3';
import { agreementChain } from '../../../shared/model/agreementChain.ts';
import { onlyAgreement } from '../../../shared/model/agreementRecord.ts';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import { foldAgreement } from '../../../shared/model/foldAgreement.ts';
import { statementsOfRecord } from '../../../shared/model/record.ts';
import { AppError } from '../../../shared/result.ts';
import { getStatement, statementsOf } from '../items/read.ts';
import { readSubject, type SubjectOnFile } from '../items/recordSubject.ts';
import { readWithSigning, type Signing } from './signing.ts';

/** One version of a pair's agreement, with where its signing stands. */
export type AgreementOnFile = {
  readonly agreement: string;
  readonly previous: string | null;
  readonly isSigned: boolean;
  readonly onFile: SubjectOnFile;
  readonly signing: Signing;
};

/** Throws 'not_found' for anything but an agreement. */
export function readAgreement(db: Database, agreement: string): AgreementOnFile {
  const { body } = getStatement(db, 'agreement', agreement);
  const { onFile, signing } = readWithSigning(readSubject(db, agreement));
  return { agreement, previous: body.previous, isSigned: signing.signed.length > 0, onFile, signing };
}

/** The versions of a pair in their order, oldest first, and those that were begun beside one of them. */
export function agreementsOf(
  db: Database,
  space: string,
): { chain: AgreementOnFile[]; aside: AgreementOnFile[] } {
  return agreementChain(statementsOf(db, 'agreement', space).map(({ item }) => readAgreement(db, item)));
}

/** What stands in an agreement: once both have signed, the words of the stored bytes and nothing else. */
export function agreementView({ agreement, onFile, signing }: AgreementOnFile): AgreementView {
  const [signed] = signing.signed;
  const statements = signed === undefined ? onFile.statements : statementsOfRecord(signed.record);
  return foldAgreement({ agreement, members: onFile.members, statements: onlyAgreement(statements) });
}

/** Throws 'already_signed' when a version is signed: the next one is where things change. */
export function mustNotBeSignedYet({ isSigned }: AgreementOnFile): void {
  if (isSigned)
    throw new AppError('already_signed', 'both have signed; the next version is where it changes');
}

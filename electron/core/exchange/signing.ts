import type { Database } from 'better-sqlite3';
import {
  type BothSigned,
  foldSigning,
  type NewerWords,
  type Proposed,
  type SigningView,
} from '../../../shared/model/foldSigning.ts';
import { compare } from '../../../shared/model/foldSession.ts';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import { parseRecord, readRecord, statementsToSign } from '../../../shared/model/record.ts';
import type { FrozenRecord } from '../../../shared/model/signing.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { type CommitDeps, say, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { readSubject, type SubjectOnFile } from '../items/recordSubject.ts';
import { isAnswerTo, isRecordSignedBy } from './recordSignature.ts';

export type Signing = SigningView & {
  /** Proposals and signatures that do not hold. They count for nothing. */
  readonly ignored: readonly { readonly by: string; readonly why: 'signature' | 'record' }[];
  /** What would be in a record made now. */
  readonly words: readonly KnownStatement[];
  /** The two with the parts they had in what both signed; before that, with the parts they have now. */
  readonly members: SubjectOnFile['members'];
};

/**
 * An item and its signing, read with the parts that stand in what both signed: who says another part of theirs later changes
 * neither what was signed nor whose words they were.
 */
export function readWithSigning<S extends SubjectOnFile>(read: S): { onFile: S; signing: Signing } {
  const signing = readSigning(read);
  return { onFile: { ...read, members: signing.members }, signing };
}

/** Where the signing of an item stands, every signature in it checked against the bytes it stands for. */
export function readSigning(onFile: SubjectOnFile): Signing {
  const ignored: { by: string; why: 'signature' | 'record' }[] = [];
  const proposed: Proposed[] = [];
  const bothSigned: BothSigned[] = [];
  const newerWords: NewerWords[] = [];
  const own = onFile.statements.filter((one) =>
    onFile.members.some((member) => member.identity === one.owner),
  );
  for (const { item, owner: by, subject, at, body } of ofKind(own, 'confirmation')) {
    if (body.answer === 'newerWords') {
      newerWords.push({ by, proposal: subject ?? '', at });
      continue;
    }
    const other = onFile.members.find((member) => member.identity !== by)?.identity ?? '';
    const record = soundRecord(withPartsOf(onFile, body.record), body.record, body.hash);
    const isSigned =
      isAnswerTo(body.proposed, body) &&
      isRecordSignedBy(by, body.record, body) &&
      isRecordSignedBy(other, body.record, body.proposed);
    if (record === null) ignored.push({ by, why: 'record' });
    else if (!isSigned) ignored.push({ by, why: 'signature' });
    else {
      const { answer: _answer, record: text, proposed: first, ...second } = body;
      const signatures = [
        { by: other, ...first },
        { by, ...second },
      ];
      bothSigned.push({ item, hash: body.hash, record, text, signatures });
    }
  }
  const [firstSigned] = bothSigned
    .filter((one) => one.record.previous === null)
    .sort((a, b) => compare(a.hash, b.hash));
  const asSigned = firstSigned === undefined ? onFile : withPartsOf(onFile, firstSigned.text);
  for (const { item, owner: by, body } of ofKind(own, 'proposal')) {
    const record = soundRecord(asSigned, body.record, body.hash);
    if (record === null) ignored.push({ by, why: 'record' });
    else if (body.after !== null || !isRecordSignedBy(by, body.record, body))
      ignored.push({ by, why: 'signature' });
    else proposed.push({ item, by, hash: body.hash, at: body.at, note: body.note, record });
  }
  const words = (signed: readonly BothSigned[]) =>
    statementsToSign(
      asSigned,
      signed.map((one) => one.record),
    );
  const view = foldSigning({
    proposed,
    newerWords,
    bothSigned,
    words: (signed) => words(signed).map((one) => one.hash),
  });
  return { ...view, ignored, words: words(view.signed), members: asSigned.members };
}

/** Throws 'already_signed' once both have signed: voices no longer change, later words are an amendment. */
export function mustNotBeSigned(db: Database, root: string): void {
  if (readSigning(readSubject(db, root)).signed.length > 0) {
    throw new AppError('already_signed', 'both have signed; later words are an amendment');
  }
}

/** Throws 'already_signed' when a signed record holds this revision. */
export function mustNotHold(db: Database, root: string, hash: string): void {
  const { signed } = readSigning(readSubject(db, root));
  if (signed.some((one) => one.record.entries.some((entry) => entry.hash === hash))) {
    throw new AppError('already_signed', 'both have signed these words');
  }
}

/**
 * To be called when my words under a root item change: a proposal of mine is taken back, for it holds the old ones, and one
 * of the other's is answered "I have newer words". Proposals of mine that were answered so go as well.
 */
export function setAsideProposals(deps: CommitDeps, root: string): void {
  const onFile = readSubject(deps.vault.db(), root);
  const me = onFile.pair.me.identity;
  const { signed, open } = readSigning(onFile);
  const signedHashes = new Set(signed.map((one) => one.hash));
  for (const proposal of ofKind(onFile.statements, 'proposal')) {
    if (proposal.owner === me && !signedHashes.has(proposal.body.hash)) withdraw(deps, proposal.item);
  }
  if (open !== null && open.by !== me) answerNewerWords(deps, onFile, open.item);
}

/** Says "I have newer words" to a proposal, once. */
export function answerNewerWords(deps: CommitDeps, onFile: SubjectOnFile, proposal: string): void {
  const me = onFile.pair.me.identity;
  const mine = ofKind(onFile.statements, 'confirmation').some(
    (one) => one.owner === me && one.subject === proposal,
  );
  if (mine) return;
  say(deps, { kind: 'confirmation', space: onFile.space, subject: proposal, body: { answer: 'newerWords' } });
}

/** The same item with the parts its two people have in these bytes, where they name just these two, one of each part. */
function withPartsOf(onFile: SubjectOnFile, text: string): SubjectOnFile {
  const named = parseRecord(text, recordTools)?.members ?? [];
  const supervisee = named.find((one) => one.role === 'supervisee');
  const supervisor = named.find((one) => one.role === 'supervisor');
  const isThem =
    named.length === 2 &&
    onFile.members.every((one) => named.some((other) => other.identity === one.identity));
  if (!isThem || supervisee === undefined || supervisor === undefined) return onFile;
  return { ...onFile, members: [supervisee, supervisor] };
}

const recordTools = { canonical: toCanonical, hash: sha256 };

function soundRecord(onFile: SubjectOnFile, text: string, hash: string): FrozenRecord | null {
  if (sha256(text) !== hash) return null;
  return readRecord(text, onFile, recordTools);
}

function ofKind<K extends KnownStatement['kind']>(
  statements: readonly KnownStatement[],
  kind: K,
): Extract<KnownStatement, { kind: K }>[] {
  return statements.filter((one): one is Extract<KnownStatement, { kind: K }> => one.kind === kind);
}

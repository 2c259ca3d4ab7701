import type { Database } from 'better-sqlite3';
import { of } from '../../../shared/model/foldSession.ts';
import {
  type BothSigned,
  foldSigning,
  type NewerWords,
  type Proposed,
  type SigningView,
} from '../../../shared/model/foldSigning.ts';
import {
  amendmentStatements,
  readRecord,
  recordStatements,
  statementsOfRecord,
} from '../../../shared/model/record.ts';
import type { SessionRecord } from '../../../shared/model/session.ts';
import type { SessionKind, SessionStatement } from '../../../shared/model/sessionView.ts';
import { AppError } from '../../../shared/result.ts';
import { toCanonical } from '../items/canonical.ts';
import { type CommitDeps, say, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { readSession, type SessionOnFile } from '../items/session.ts';
import { isRecordSignedBy } from './recordSignature.ts';

export type Signing = SigningView & {
  /** Proposals and signatures that do not hold. They count for nothing. */
  readonly ignored: readonly { readonly by: string; readonly why: 'signature' | 'record' }[];
  /** What would be in a record made now. */
  readonly words: readonly SessionStatement[];
};

/** Where the signing of a session stands, every signature in it checked against the bytes it stands for. */
export function readSigning(db: Database, onFile: SessionOnFile): Signing {
  const ignored: { by: string; why: 'signature' | 'record' }[] = [];
  const proposed: Proposed[] = [];
  const bothSigned: BothSigned[] = [];
  const newerWords: NewerWords[] = [];
  const own = onFile.statements.filter((one) =>
    onFile.members.some((member) => member.identity === one.owner),
  );
  for (const { item, owner: by, at, body } of of(own, 'proposal')) {
    const record = soundRecord(onFile, body.record, body.hash);
    const isSigned = isRecordSignedBy(db, by, body.record, body);
    if (record === null) ignored.push({ by, why: 'record' });
    else if (!isSigned) ignored.push({ by, why: 'signature' });
    else proposed.push({ item, by, hash: body.hash, at, note: body.note, record });
  }
  for (const { owner: by, subject, at, body } of of(own, 'confirmation')) {
    if (body.answer === 'newerWords') {
      newerWords.push({ by, proposal: subject ?? '', at });
      continue;
    }
    const other = onFile.members.find((member) => member.identity !== by)?.identity ?? '';
    const record = soundRecord(onFile, body.record, body.hash);
    const isSigned =
      body.proposed.hash === body.hash &&
      isRecordSignedBy(db, by, body.record, body) &&
      isRecordSignedBy(db, other, body.record, body.proposed);
    if (record === null) ignored.push({ by, why: 'record' });
    else if (!isSigned) ignored.push({ by, why: 'signature' });
    else {
      const proposedAt = proposed.find((one) => one.hash === body.hash)?.at ?? record.frozenAt;
      const signatures = [
        { by: other, note: body.proposed.note, at: proposedAt },
        { by, note: body.note, at },
      ];
      bothSigned.push({ hash: body.hash, record, text: body.record, signatures });
    }
  }
  const words = (signed: readonly BothSigned[]) => wordsToSign(onFile, signed);
  const view = foldSigning({
    proposed,
    newerWords,
    bothSigned,
    words: (signed) => words(signed).map((one) => one.hash),
  });
  return { ...view, ignored, words: words(view.signed) };
}

/** Throws 'already_signed' once both have signed: voices no longer change, later words are an amendment. */
export function mustNotBeSigned(db: Database, session: string): void {
  if (readSigning(db, readSession(db, session)).signed.length > 0) {
    throw new AppError('already_signed', 'both have signed; later words are an amendment');
  }
}

/** Throws 'already_signed' when a signed record holds this revision. */
export function mustNotHold(db: Database, session: string, hash: string): void {
  const { signed } = readSigning(db, readSession(db, session));
  if (signed.some((one) => one.record.entries.some((entry) => entry.hash === hash))) {
    throw new AppError('already_signed', 'both have signed these words');
  }
}

/**
 * To be called when my words in a session change: a proposal of mine is taken back, for it holds the old ones, and one of
 * the other's is answered "I have newer words". Proposals of mine that were answered so go as well.
 */
export function setAsideProposals(deps: CommitDeps, session: string): void {
  const db = deps.vault.db();
  const onFile = readSession(db, session);
  const me = onFile.pair.me.identity;
  const { signed, open } = readSigning(db, onFile);
  const signedHashes = new Set(signed.map((one) => one.hash));
  for (const proposal of of(onFile.statements, 'proposal')) {
    if (proposal.owner === me && !signedHashes.has(proposal.body.hash)) withdraw(deps, proposal.item);
  }
  if (open !== null && open.by !== me) answerNewerWords(deps, onFile, open.item);
}

/** Says "I have newer words" to a proposal, once. */
export function answerNewerWords(deps: CommitDeps, onFile: SessionOnFile, proposal: string): void {
  const me = onFile.pair.me.identity;
  const mine = of(onFile.statements, 'confirmation').some(
    (one) => one.owner === me && one.subject === proposal,
  );
  if (mine) return;
  say(deps, { kind: 'confirmation', space: onFile.space, subject: proposal, body: { answer: 'newerWords' } });
}

const livingKinds: readonly SessionKind[] = ['quiet', 'scribed', 'scribeAnswer'];

/**
 * The statements a session is read from: once both have signed, the words of the stored records and nothing else in their
 * place, with what never belongs in a record beside them.
 */
export function statementsToShow(onFile: SessionOnFile, signing: SigningView): SessionStatement[] {
  if (signing.signed.length === 0) return [...onFile.statements];
  const signed = signing.signed.flatMap((one) => statementsOfRecord(one.record));
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

function wordsToSign(onFile: SessionOnFile, signed: readonly BothSigned[]): SessionStatement[] {
  if (signed.length === 0) return recordStatements(onFile);
  const hashes = new Set(signed.flatMap((one) => one.record.entries.map((entry) => entry.hash)));
  return amendmentStatements(onFile, hashes);
}

function soundRecord(onFile: SessionOnFile, text: string, hash: string): SessionRecord | null {
  if (sha256(text) !== hash) return null;
  return readRecord(text, onFile, { canonical: toCanonical, hash: sha256 });
}

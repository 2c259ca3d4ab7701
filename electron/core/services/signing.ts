import type { Input, Output } from '../../../shared/contract/index.ts';
import type { RecordView } from '../../../shared/contract/signing.ts';
import { foldSession } from '../../../shared/model/foldSession.ts';
import { makeRecord, statementsOfRecord } from '../../../shared/model/record.ts';
import type { SessionRecord } from '../../../shared/model/session.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { signRecord } from '../exchange/recordSignature.ts';
import { answerNewerWords, readSigning, setAsideProposals, type Signing } from '../exchange/signing.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { getStatement } from '../items/read.ts';
import { mustSessionOf, readSession, revisionBytes, type SessionOnFile } from '../items/session.ts';
import { sessionDrafts } from '../items/sessionDrafts.ts';
import { saveInSession } from '../items/sessionPlace.ts';

function previewRecord(deps: Deps, input: Input<'signing.preview'>): Output<'signing.preview'> {
  const db = deps.vault.db();
  const onFile = readSession(db, input.session);
  const signing = readSigning(db, onFile);
  const drafts = sessionDrafts(db, onFile).filter((draft) => draft.kind !== 'scribed');
  return {
    record: recordView(freeze(deps, onFile, signing)),
    stamp: stampOfWords(signing),
    unshown: drafts.length > 0,
  };
}

/** Throws 'conflict' when the words are not those of the preview, 'bad_input' when there is nothing to sign. */
function propose(deps: Deps, input: Input<'signing.propose'>): Output<'signing.propose'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const before = readSession(db, input.session);
    const signing = readSigning(db, before);
    if (stampOfWords(signing) !== input.stamp) {
      throw new AppError('conflict', 'this is not what was previewed any more');
    }
    if (!signing.words.some((one) => one.kind !== 'session')) {
      throw new AppError('bad_input', 'there is nothing to sign');
    }
    if (signing.open?.current) throw new AppError('conflict', 'this is proposed already');
    setAsideProposals(deps, input.session);
    const record = toCanonical(freeze(deps, before, signing));
    const hash = sha256(record);
    const body = { record, hash, ...signRecord(db, record), note: input.note };
    say(deps, { kind: 'proposal', space: before.space, subject: input.session, body });
    appendLedger(db, deps.platform.now(), 'signature', before.space, hash);
    return { hash };
  });
}

function readProposal(deps: Deps, input: Input<'signing.read'>): Output<'signing.read'> {
  const { open } = openProposal(deps, input.proposal);
  return { hash: open.hash, note: open.note, record: recordView(open.record) };
}

/**
 * Signs the stored bytes of the other's proposal. Throws 'not_newest' unless each of my words in it, and everything else, is
 * what stands now; 'not_yours' for a proposal of mine; 'conflict' when the hash is not the one that was read.
 */
function signProposal(deps: Deps, input: Input<'signing.sign'>): Output<'signing.sign'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { onFile, open } = openProposal(deps, input.proposal);
    if (open.by === onFile.pair.me.identity) {
      throw new AppError('not_yours', 'you proposed this; the other signs it');
    }
    if (open.hash !== input.hash) throw new AppError('conflict', 'this is not the record that was read');
    if (!open.current) throw new AppError('not_newest', 'there are newer words than this record holds');
    const { body: proposal } = getStatement(db, 'proposal', open.item);
    const { record, hash, device, signature, note } = proposal;
    say(deps, {
      kind: 'confirmation',
      space: onFile.space,
      subject: open.item,
      body: {
        answer: 'signed',
        record,
        hash,
        ...signRecord(db, record),
        note: input.note,
        proposed: { hash, device, signature, note },
      },
    });
    appendLedger(db, deps.platform.now(), 'signature', onFile.space, hash);
    return {};
  });
}

function sayNewerWords(deps: Deps, input: Input<'signing.newerWords'>): Output<'signing.newerWords'> {
  return inOneTransaction(deps, () => {
    const { onFile, open } = openProposal(deps, input.proposal);
    if (open.by === onFile.pair.me.identity) throw new AppError('not_yours', 'this proposal is your own');
    answerNewerWords(deps, onFile, open.item);
    return {};
  });
}

function takeProposalBack(deps: Deps, input: Input<'signing.takeBack'>): Output<'signing.takeBack'> {
  return inOneTransaction(deps, () => {
    const { onFile, open } = openProposal(deps, input.proposal);
    if (open.by !== onFile.pair.me.identity) throw new AppError('not_yours', 'this is not your proposal');
    withdraw(deps, open.item);
    return {};
  });
}

/** Throws 'stage_skipped' before both have signed: until then the words themselves can be changed. */
function saveAmendment(deps: Deps, input: Input<'signing.saveAmendment'>): Output<'signing.saveAmendment'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const onFile = readSession(db, input.session);
    const { signed } = readSigning(db, onFile);
    const last = signed.at(-1);
    if (last === undefined) throw new AppError('stage_skipped', 'nothing is signed yet');
    const isSigned = signed.some((one) =>
      statementsOfRecord(one.record).some((statement) => statement.item === input.item),
    );
    if (isSigned) throw new AppError('already_signed', 'these words are signed');
    const item = saveInSession(deps, {
      kind: 'amendment',
      item: input.item,
      space: onFile.space,
      subject: input.session,
      body: { previous: last.hash, text: input.text },
    });
    return { item };
  });
}

function openProposal(
  deps: Deps,
  proposal: string,
): { onFile: SessionOnFile; open: NonNullable<Signing['open']> } {
  const db = deps.vault.db();
  const onFile = readSession(db, mustSessionOf(db, proposal));
  const signing = readSigning(db, onFile);
  if (signing.open?.item === proposal) return { onFile, open: signing.open };
  if (signing.signed.length > 0 && signing.open === null) {
    throw new AppError('already_signed', 'both have signed already');
  }
  throw new AppError('not_newest', 'this proposal is not the one that counts');
}

/** The record that would be signed now. Its entries are the very revisions, from their stored bytes. */
function freeze(deps: Deps, onFile: SessionOnFile, signing: Signing): SessionRecord {
  const db = deps.vault.db();
  return makeRecord({
    space: onFile.space,
    session: onFile.session,
    members: onFile.members,
    previous: signing.signed.at(-1)?.hash ?? null,
    frozenAt: deps.platform.now().toISOString(),
    entries: signing.words.map(({ hash }) => ({ hash, revision: JSON.parse(revisionBytes(db, hash)) })),
  });
}

function stampOfWords(signing: Signing): string {
  return sha256([signing.signed.at(-1)?.hash ?? '', ...signing.words.map((one) => one.hash)].join('\n'));
}

function recordView(record: SessionRecord): RecordView {
  const { session, members } = record;
  return {
    previous: record.previous,
    members: members.map(({ name, role }) => ({ name, role })),
    view: foldSession({ session, members, statements: statementsOfRecord(record) }),
  };
}

export const signingApi = {
  'signing.preview': previewRecord,
  'signing.propose': propose,
  'signing.read': readProposal,
  'signing.sign': signProposal,
  'signing.newerWords': sayNewerWords,
  'signing.takeBack': takeProposalBack,
  'signing.saveAmendment': saveAmendment,
} as const;

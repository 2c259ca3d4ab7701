import type { Input, Output } from '../../../shared/contract/index.ts';
import type { RecordView } from '../../../shared/contract/signing.ts';
import { makeRecord, statementsOfRecord } from '../../../shared/model/record.ts';
import { recordKindOf } from '../../../shared/model/recordKinds.ts';
import { type FrozenRecord, rootOfRecord } from '../../../shared/model/signing.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { appendLedger, signedExportAbout } from '../exchange/ledger.ts';
import { signRecord } from '../exchange/recordSignature.ts';
import {
  answerNewerWords,
  readSigning,
  readWithSigning,
  setAsideProposals,
  type Signing,
} from '../exchange/signing.ts';
import { makeSignedFile } from '../exchange/signedFile.ts';
import { hasWords, signingState } from '../exchange/signingState.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { draftsUnder, getStatement } from '../items/read.ts';
import { mustRootOf, readSubject, type SubjectOnFile } from '../items/recordSubject.ts';
import { revisionBytes } from '../items/session.ts';
import { saveInSession } from '../items/sessionPlace.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

function readState(deps: Deps, input: Input<'signing.state'>): Output<'signing.state'> {
  const { onFile, signing } = readWithSigning(readSubject(deps.vault.db(), input.root));
  return signingState(onFile, signing);
}

function previewRecord(deps: Deps, input: Input<'signing.preview'>): Output<'signing.preview'> {
  const db = deps.vault.db();
  const { onFile, signing } = readWithSigning(readSubject(db, input.root));
  const { signedKinds, laterKinds } = recordKindOf(onFile.kind);
  const drafts = draftsUnder(db, input.root);
  return {
    record: recordView(onFile, freeze(deps, onFile, signing)),
    stamp: stampOfWords(signing),
    unshown: drafts.some((draft) => [...signedKinds, ...laterKinds].includes(draft.kind)),
  };
}

/** Throws 'conflict' when the words are not those of the preview, 'bad_input' when there is nothing to sign. */
function propose(deps: Deps, input: Input<'signing.propose'>): Output<'signing.propose'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { onFile, signing } = readWithSigning(readSubject(db, input.root));
    if (stampOfWords(signing) !== input.stamp) {
      throw new AppError('conflict', 'this is not what was previewed any more');
    }
    if (!hasWords(onFile, signing)) throw new AppError('bad_input', 'there is nothing to sign');
    if (signing.open?.current) throw new AppError('conflict', 'this is proposed already');
    setAsideProposals(deps, input.root);
    const now = deps.platform.now();
    const record = toCanonical(freeze(deps, onFile, signing));
    const body = { record, ...signRecord(db, record, { note: input.note, now, after: null }) };
    say(deps, { kind: 'proposal', space: onFile.space, subject: input.root, body });
    appendLedger(db, now, 'signature', onFile.space, body.hash);
    return { hash: body.hash };
  });
}

function readProposal(deps: Deps, input: Input<'signing.read'>): Output<'signing.read'> {
  const { onFile, open } = openProposal(deps, input.proposal);
  return { hash: open.hash, note: open.note, record: recordView(onFile, open.record) };
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
    const { record, ...proposed } = getStatement(db, 'proposal', open.item).body;
    const now = deps.platform.now();
    const signed = signRecord(db, record, { note: input.note, now, after: proposed.signature });
    const body = { answer: 'signed', record, ...signed, proposed } as const;
    say(deps, { kind: 'confirmation', space: onFile.space, subject: open.item, body });
    appendLedger(db, now, 'signature', onFile.space, open.hash);
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
    const onFile = readSubject(deps.vault.db(), input.root);
    if (!recordKindOf(onFile.kind).laterKinds.includes('amendment')) {
      throw new AppError('bad_input', 'nothing is added to this once it is signed');
    }
    const { signed } = readSigning(onFile);
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
      subject: input.root,
      body: { previous: last.hash, text: input.text },
    });
    return { item };
  });
}

/**
 * Saves the signed record with everything added to it as one file that can be checked without this program's vault. Throws
 * 'stage_skipped' before both have signed. A null path asks for one; null comes back when the person changed their mind.
 */
async function exportSigned(deps: Deps, input: Input<'signing.export'>): Promise<Output<'signing.export'>> {
  const name = `signed-${mustBeSigned(deps, input.root).kind}`;
  const title = dialogTitle(deps.platform, 'dialogs.signed');
  const path = input.path ?? (await chooseExport(deps.platform, { title, name, extension: 'json' }));
  if (path === null) return { path: null };
  mustBeExport(path, 'json');
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const now = deps.platform.now();
    // Choosing a place takes time: more may have been signed meanwhile.
    const { space, signed, last } = mustBeSigned(deps, input.root);
    appendLedger(db, now, 'export', space, signedExportAbout(last.hash));
    writeExport(path, makeSignedFile(db, signed, now));
  });
  return { path };
}

function mustBeSigned(deps: Deps, root: string) {
  const onFile = readSubject(deps.vault.db(), root);
  const { signed } = readSigning(onFile);
  const last = signed.at(-1);
  if (last === undefined) throw new AppError('stage_skipped', 'nothing is signed yet');
  return { kind: onFile.kind, space: onFile.space, signed, last };
}

function openProposal(
  deps: Deps,
  proposal: string,
): { onFile: SubjectOnFile; open: NonNullable<Signing['open']> } {
  const db = deps.vault.db();
  const { onFile, signing } = readWithSigning(readSubject(db, mustRootOf(db, proposal)));
  if (signing.open?.item === proposal) return { onFile, open: signing.open };
  if (signing.signed.length > 0 && signing.open === null) {
    throw new AppError('already_signed', 'both have signed already');
  }
  throw new AppError('not_newest', 'this proposal is not the one that counts');
}

/** The record that would be signed now. Its entries are the very revisions, from their stored bytes. */
function freeze(deps: Deps, onFile: SubjectOnFile, signing: Signing): FrozenRecord {
  const db = deps.vault.db();
  return makeRecord(onFile, {
    previous: signing.signed.at(-1)?.hash ?? null,
    frozenAt: deps.platform.now().toISOString(),
    entries: signing.words.map(({ hash }) => ({ hash, revision: JSON.parse(revisionBytes(db, hash)) })),
  });
}

function stampOfWords(signing: Signing): string {
  return sha256([signing.signed.at(-1)?.hash ?? '', ...signing.words.map((one) => one.hash)].join('\n'));
}

function recordView(onFile: SubjectOnFile, record: FrozenRecord): RecordView {
  return {
    root: rootOfRecord(record),
    kind: onFile.kind,
    previous: record.previous,
    members: record.members,
    statements: statementsOfRecord(record),
  };
}

export const signingApi = {
  'signing.state': readState,
  'signing.preview': previewRecord,
  'signing.propose': propose,
  'signing.read': readProposal,
  'signing.sign': signProposal,
  'signing.newerWords': sayNewerWords,
  'signing.takeBack': takeProposalBack,
  'signing.saveAmendment': saveAmendment,
  'signing.export': exportSigned,
} as const;

import type { Input, Output } from '../../../shared/contract/index.ts';
import type { SessionPage } from '../../../shared/contract/sessions.ts';
import { compare, foldSession, inOrder, roleOf, roleOrder } from '../../../shared/model/foldSession.ts';
import { type Member, onlySession, type SessionStatement } from '../../../shared/model/sessionView.ts';
import { AppError } from '../../../shared/result.ts';
import { readSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { crossedWords, signedStatements, statementsToShow } from '../exchange/signedSession.ts';
import { readSigning, readWithSigning, setAsideProposals, type Signing } from '../exchange/signing.ts';
import { signingState } from '../exchange/signingState.ts';
import { inOneTransaction, say } from '../items/commit.ts';
import { getPair, listPairs } from '../items/pair.ts';
import { promisesBefore } from '../items/promises.ts';
import { statementsOf } from '../items/read.ts';
import { readSession, type SessionOnFile } from '../items/session.ts';
import { sessionDrafts } from '../items/sessionDrafts.ts';
import { myTopicOrder } from '../items/topicOrder.ts';
import { endSitting, sittingOf, startSitting } from '../together.ts';
import { confirmPassphrase } from '../vault/confirmPassphrase.ts';
import { vaultSetting } from '../vault/settings.ts';
import { openVault } from '../vault/vault.ts';

type SessionLine = Output<'sessions.list'>['sessions'][number];
type ShownLine = Output<'sessions.lines'>['lines'][number];

function listSessions(deps: Deps, input: Input<'sessions.list'>): Output<'sessions.list'> {
  const lines = allSessions(deps, input.space).map(({ onFile, signing }) => ({
    session: onFile.session,
    space: onFile.space,
    date: onFile.date,
    kind: onFile.meeting,
    otherName: onFile.pair.other.name,
    state: stateOf(onFile, signing),
  }));
  return { sessions: lines.sort((a, b) => compare(b.date, a.date) || compare(a.session, b.session)) };
}

function createSession(deps: Deps, input: Input<'sessions.create'>): Output<'sessions.create'> {
  const { space } = getPair(deps.vault.db(), input.space);
  return { session: say(deps, { kind: 'session', space, body: { date: input.date, kind: 'planned' } }) };
}

/** Throws 'not_yours' when the other set the session up, 'already_signed' when its date is in a signed record. */
function changeSessionDate(deps: Deps, input: Input<'sessions.changeDate'>): Output<'sessions.changeDate'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const onFile = readSession(db, input.session);
    if (readSigning(onFile).signed.length > 0) {
      throw new AppError('already_signed', 'both have signed this session with its date');
    }
    const { space, session: item, meeting: kind } = onFile;
    say(deps, { kind: 'session', item, space, body: { date: input.date, kind } });
    setAsideProposals(deps, item);
    return {};
  });
}

function getSession(deps: Deps, input: Input<'sessions.get'>): SessionPage {
  const db = deps.vault.db();
  const { onFile, signing } = readWithSigning(readSession(db, input.session));
  const sitting = sittingOf(deps);
  const drafts = sessionDrafts(db, onFile);
  const mine = drafts.filter((draft) => sitting === null || sitting.touched.has(draft.item));
  const me = roleOf(onFile, { owner: onFile.pair.me.identity });
  return {
    session: onFile.session,
    space: onFile.space,
    date: onFile.date,
    me,
    members: membersView(onFile.members),
    mayChangeDate: onFile.owner === onFile.pair.me.identity && signing.signed.length === 0,
    view: viewOf(sitting === null ? onFile : withoutFairProcess(onFile), signing),
    lastPromises: promisesBefore(db, onFile),
    mine,
    myTopicOrder: sitting === null ? [...myTopicOrder(db, onFile.session)] : [],
    held: drafts.filter((draft) => draft.shown && !mine.includes(draft)).map((draft) => draft.item),
    signing: signingState(onFile, signing),
    crossed: sitting === null ? crossedWords(onFile, signing) : [],
    together: sitting !== null,
  };
}

function getRecord(deps: Deps, input: Input<'sessions.record'>): Output<'sessions.record'> {
  const db = deps.vault.db();
  const { onFile, signing } = readWithSigning(readSession(db, input.session));
  return {
    session: onFile.session,
    space: onFile.space,
    date: onFile.date,
    members: membersView(onFile.members),
    view: foldSession({ ...onFile, statements: recordOrShown(signing) }),
    signed: signingState(onFile, signing).signed,
  };
}

function listShownLines(deps: Deps, input: Input<'sessions.lines'>): Output<'sessions.lines'> {
  return {
    lines: allSessions(deps, input.space).flatMap(({ onFile, signing }) => linesOf(onFile, signing)),
  };
}

/** Throws 'stage_skipped' while the recovery code is still to be written down. */
function enterTogether(deps: Deps, input: Input<'sessions.enterTogether'>): Output<'sessions.enterTogether'> {
  const db = deps.vault.db();
  // Until it is written down, the vault's own status carries the recovery code: nothing for a guest to see.
  if (readSetting(db, vaultSetting.codeToWrite) !== null) {
    throw new AppError('stage_skipped', 'the recovery code has to be written down first');
  }
  startSitting(deps, readSession(db, input.session).session);
  return {};
}

async function leaveTogether(
  deps: Deps,
  input: Input<'sessions.leaveTogether'>,
): Promise<Output<'sessions.leaveTogether'>> {
  await confirmPassphrase(openVault(deps.vault.state), input.passphrase);
  endSitting(deps);
  return {};
}

function togetherSession(deps: Deps): Output<'sessions.together'> {
  return { session: sittingOf(deps)?.session ?? null };
}

function allSessions(deps: Deps, space: string | null): { onFile: SessionOnFile; signing: Signing }[] {
  const db = deps.vault.db();
  const pairs = space === null ? listPairs(db) : [getPair(db, space)];
  return pairs
    .flatMap((pair) => statementsOf(db, 'session', pair.space))
    .map((session) => readSession(db, session.item))
    .map(readWithSigning);
}

function stateOf(onFile: SessionOnFile, signing: Signing): SessionLine['state'] {
  if (signing.open?.current) return signing.open.by === onFile.pair.me.identity ? 'proposed' : 'toSign';
  if (signing.open !== null || signing.newerWords !== null) return 'newerWords';
  if (signing.signed.length > 0) {
    const hasNote = signing.signed.some((one) => one.signatures.some((signature) => signature.note !== ''));
    return hasNote ? 'signedWithNote' : 'signed';
  }
  return onFile.statements.some((one) => one.kind !== 'session') ? 'open' : 'planned';
}

function viewOf(onFile: SessionOnFile, signing: Signing) {
  return foldSession({ ...onFile, statements: statementsToShow(onFile, signing) });
}

/** What each says of how a decision was made is not for a laptop that both look at: each says it in their own vault. */
function withoutFairProcess(onFile: SessionOnFile): SessionOnFile {
  return { ...onFile, statements: onFile.statements.filter((one) => one.kind !== 'fairProcess') };
}

/** The stored bytes of what both signed; before that, what a record would hold now. */
function recordOrShown(signing: Signing): SessionStatement[] {
  return signing.signed.length === 0 ? onlySession(signing.words) : signedStatements(signing);
}

function linesOf(onFile: SessionOnFile, signing: Signing): ShownLine[] {
  const inRecord = new Set(signing.signed.flatMap((one) => one.record.entries.map((entry) => entry.hash)));
  const shown = inOrder({ ...onFile, statements: statementsToShow(onFile, signing) });
  return shown.flatMap((statement): ShownLine[] => {
    const author = onFile.members.find((member) => member.identity === statement.owner);
    const kind = lineKind(statement);
    if (author === undefined || kind === null) return [];
    return textsOf(statement).map((text) => ({
      item: statement.item,
      hash: statement.hash,
      kind,
      author: author.identity,
      authorName: author.name,
      text,
      date: onFile.date,
      session: onFile.session,
      space: onFile.space,
      signed: inRecord.has(statement.hash),
      scribed: statement.kind === 'voice' && statement.body.scribed !== null,
    }));
  });
}

/** Arriving is where people say how they are: it never becomes a line of anything. */
function lineKind(statement: SessionStatement): ShownLine['kind'] | null {
  switch (statement.kind) {
    case 'voice':
      return statement.body.part === 'arriving' ? null : 'voice';
    case 'difference':
    case 'decision':
    case 'promise':
    case 'amendment':
      return statement.kind;
    default:
      return null;
  }
}

function textsOf(statement: SessionStatement): string[] {
  switch (statement.kind) {
    case 'voice':
    case 'decision':
    case 'promise':
    case 'amendment':
      return paragraphs(statement.body.text);
    case 'difference':
      return paragraphs(statement.body.account);
    default:
      return [];
  }
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function membersView(members: readonly Member[]): SessionPage['members'] {
  const [supervisee, supervisor] = [...members].sort((a, b) => roleOrder(a.role) - roleOrder(b.role));
  if (supervisee === undefined || supervisor === undefined) throw new Error('a pair has two members');
  return {
    supervisee: { identity: supervisee.identity, name: supervisee.name },
    supervisor: { identity: supervisor.identity, name: supervisor.name },
  };
}

export const sessionsApi = {
  'sessions.list': listSessions,
  'sessions.create': createSession,
  'sessions.changeDate': changeSessionDate,
  'sessions.get': getSession,
  'sessions.record': getRecord,
  'sessions.lines': listShownLines,
  'sessions.enterTogether': enterTogether,
  'sessions.leaveTogether': leaveTogether,
  'sessions.together': togetherSession,
} as const;

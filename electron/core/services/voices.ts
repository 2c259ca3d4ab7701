import type { Input, Output } from '../../../shared/contract/index.ts';
import { isKind, type Kind } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeSigned, mustNotHold, setAsideProposals } from '../exchange/signing.ts';
import { eraseItem, inOneTransaction, say, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import { draftsUnder, getDraft, getStatement, spaceOf } from '../items/read.ts';
import { dropDraft, mustSessionOf } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';
import { myStatement, newestBody, saveInSession, subjectOf } from '../items/sessionPlace.ts';
import { saveTopicOrder, showTopicOrder } from '../items/topicOrder.ts';
import { touchInSitting } from '../together.ts';

function saveTopic(deps: Deps, input: Input<'sessions.saveTopic'>): Output<'sessions.saveTopic'> {
  const { session, item, title } = input;
  return save(deps, session, () => {
    const db = deps.vault.db();
    const before = item === null ? null : newestBody(db, 'topic', item);
    const body = { title, from: before?.from ?? null };
    return saveInSession(deps, { kind: 'topic', item, space: spaceOf(db, session), subject: session, body });
  });
}

function orderTopics(deps: Deps, input: Input<'sessions.orderTopics'>): Output<'sessions.orderTopics'> {
  return inOneTransaction(deps, () => {
    const { session, topics } = input;
    mustNotBeSigned(deps.vault.db(), session);
    saveTopicOrder(deps, session, topics);
    if (showTopicOrder(deps, session)) setAsideProposals(deps, session);
    return {};
  });
}

function saveVoice(deps: Deps, input: Input<'sessions.saveVoice'>): Output<'sessions.saveVoice'> {
  const { session, place, item, text } = input;
  return save(deps, session, () => {
    const db = deps.vault.db();
    const { subject, part } = subjectOf(db, session, place);
    const before = item === null ? null : newestBody(db, 'voice', item);
    const body = { part, text, scribed: before?.scribed ?? null };
    return saveInSession(deps, { kind: 'voice', item, space: spaceOf(db, session), subject, body });
  });
}

function saveDifference(
  deps: Deps,
  input: Input<'sessions.saveDifference'>,
): Output<'sessions.saveDifference'> {
  const { session, place, item, ...body } = input;
  return save(deps, session, () => {
    const db = deps.vault.db();
    const { subject } = subjectOf(db, session, place);
    return saveInSession(deps, { kind: 'difference', item, space: spaceOf(db, session), subject, body });
  });
}

function saveDecision(deps: Deps, input: Input<'sessions.saveDecision'>): Output<'sessions.saveDecision'> {
  const { session, place, item, ...body } = input;
  return save(deps, session, () => {
    const db = deps.vault.db();
    const subject = place === null ? session : subjectOf(db, session, place).subject;
    return saveInSession(deps, { kind: 'decision', item, space: spaceOf(db, session), subject, body });
  });
}

/**
 * Shows a working copy of mine, exactly as it was seen: 'conflict' when it has changed since. Words under a topic of mine
 * that nobody has seen show the topic too.
 */
function show(deps: Deps, input: Input<'sessions.show'>): Output<'sessions.show'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind, subject, session } = inMySession(deps, input.item);
    if (kind !== 'amendment') mustNotBeSigned(db, session);
    const draft = getDraft(db, kind, input.item);
    if (stampOf(draft.body) !== input.stamp) throw new AppError('conflict', 'these words have changed since');
    if (draft.kind === 'decision' && draft.body.who === null) {
      throw new AppError('bad_input', 'a decision says who could make it');
    }
    if (!hasWords(draft.body)) throw new AppError('bad_input', 'there are no words to show');
    if (subject !== null) showTopicFirst(deps, subject);
    showDraft(deps, input.item);
    showTopicOrder(deps, session);
    if (kind !== 'scribed') setAsideProposals(deps, session);
    return {};
  });
}

function takeBack(deps: Deps, input: Input<'sessions.takeBack'>): Output<'sessions.takeBack'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind, space, session } = inMySession(deps, input.item);
    const { body, hash } = getStatement(db, kind, input.item);
    if (kind === 'amendment') mustNotHold(db, session, hash);
    else if (isRecorded(kind, body)) mustNotBeSigned(db, session);
    if (db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(input.item) === undefined) {
      saveDraft(deps, { kind, item: input.item, space, body });
    }
    withdraw(deps, input.item);
    touchInSitting(deps, input.item);
    if (isRecorded(kind, body)) setAsideProposals(deps, session);
    return {};
  });
}

function discard(deps: Deps, input: Input<'sessions.discard'>): Output<'sessions.discard'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind } = inMySession(deps, input.item);
    getDraft(db, kind, input.item);
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(input.item) !== undefined;
    if (wasShown) dropDraft(db, input.item);
    else {
      if (draftsUnder(db, input.item).some((one) => one.item !== input.item && hasWords(one.body))) {
        throw new AppError('stage_skipped', 'there are unshown words under this topic');
      }
      eraseItem(deps, input.item);
    }
    return {};
  });
}

/** My own stance, nobody else's. Null takes it back: no answer is not an answer. */
function answer(deps: Deps, input: Input<'sessions.answer'>): Output<'sessions.answer'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { session, place, stance } = input;
    const { subject } = subjectOf(db, session, place);
    mustNotBeSigned(db, session);
    const mine = myStatement(db, 'stance', subject);
    if (stance === (mine?.body.stance ?? null)) return {};
    if (stance !== null) {
      const draft = { kind: 'stance', space: spaceOf(db, session), subject, body: { stance } } as const;
      say(deps, mine === undefined ? draft : { ...draft, item: mine.item });
    } else if (mine !== undefined) withdraw(deps, mine.item);
    setAsideProposals(deps, session);
    return {};
  });
}

function setQuiet(deps: Deps, input: Input<'sessions.quiet'>): Output<'sessions.quiet'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { session, until } = input;
    const mine = myStatement(db, 'quiet', session);
    if (until === null) {
      if (mine !== undefined) withdraw(deps, mine.item);
      return {};
    }
    const draft = { kind: 'quiet', space: spaceOf(db, session), subject: session, body: { until } } as const;
    say(deps, mine === undefined ? draft : { ...draft, item: mine.item });
    return {};
  });
}

function save(deps: Deps, session: string, run: () => string): { item: string } {
  return inOneTransaction(deps, () => {
    getStatement(deps.vault.db(), 'session', session);
    const item = run();
    touchInSitting(deps, item);
    return { item };
  });
}

/** Of an item of mine that was said in a session: what it is and where. Throws 'not_found' for anything else. */
function inMySession(
  deps: Deps,
  item: string,
): { kind: Kind; space: string; subject: string | null; session: string } {
  const db = deps.vault.db();
  const session = mustSessionOf(db, item);
  const row = db.prepare('SELECT kind, space, subject FROM item WHERE id = ?').get(item) as
    | { kind: string; space: string; subject: string | null }
    | undefined;
  const isDraftKind = row !== undefined && isKind(row.kind) && writtenKinds.includes(row.kind);
  if (!isDraftKind) throw new AppError('not_found', 'there are no words of this kind in a session');
  return { kind: row.kind as Kind, space: row.space, subject: row.subject, session };
}

const writtenKinds: readonly string[] = [
  'topic',
  'voice',
  'difference',
  'decision',
  'promise',
  'scribed',
  'amendment',
];

/** How people arrive, and words typed for the other, never are in a record. */
function isRecorded(kind: Kind, body: object): boolean {
  return kind !== 'scribed' && !(kind === 'voice' && 'part' in body && body.part === 'arriving');
}

function showTopicFirst(deps: Deps, topic: string): void {
  const db = deps.vault.db();
  const isHidden = db
    .prepare(
      `SELECT 1 FROM item JOIN working_copy ON working_copy.item = item.id
       LEFT JOIN shown ON shown.item = item.id
       WHERE item.id = ? AND item.kind = 'topic' AND shown.body IS NULL`,
    )
    .get(topic);
  if (isHidden !== undefined) showDraft(deps, topic);
}

/** A statement of only blanks would be a gap in somebody's voice. */
function hasWords(body: object): boolean {
  const texts = ['text', 'title', 'account'] as const;
  return texts.some((key) => {
    const value: unknown = (body as Record<string, unknown>)[key];
    return typeof value === 'string' && value.trim() !== '';
  });
}

export const voicesApi = {
  'sessions.saveTopic': saveTopic,
  'sessions.orderTopics': orderTopics,
  'sessions.saveVoice': saveVoice,
  'sessions.saveDifference': saveDifference,
  'sessions.saveDecision': saveDecision,
  'sessions.show': show,
  'sessions.takeBack': takeBack,
  'sessions.discard': discard,
  'sessions.answer': answer,
  'sessions.quiet': setQuiet,
} as const;

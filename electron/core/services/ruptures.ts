import type { Database } from 'better-sqlite3';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { Body } from '../../../shared/model/kinds.ts';
import { lookBackOverRepairs } from '../../../shared/model/repairsLookedBack.ts';
import type { RuptureAct } from '../../../shared/model/ruptureView.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { endWhatNoLongerStands } from '../exchange/facilitationEnding.ts';
import { inOneTransaction, say, saveDraft, setRemoved, showDraft, withdraw } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, draftsUnder, getDraft, spaceOf, statementsUnder } from '../items/read.ts';
import { foldAllRepairs, getRepair, noteNamedAs } from '../items/repair.ts';
import { keepGate } from '../items/ruptureGate.ts';
import { emptyNote, isUnsaid } from '../items/ruptureNote.ts';

function listRuptures(deps: Deps): Output<'ruptures.list'> {
  const db = deps.vault.db();
  const noticed = draftsOf(db, 'ruptureNoticed')
    .filter(({ body, subject }) => body.namedAs === null && subject === null && !isUnsaid(body))
    .map((draft) => ({ item: draft.item, about: null, ...draft.body }))
    .sort((a, b) => (a.noticedOn < b.noticedOn ? 1 : a.noticedOn > b.noticedOn ? -1 : 0));
  const shared = foldAllRepairs(db).map(({ rupture, pair, view }) => ({
    item: rupture,
    space: pair.space,
    other: pair.other.name,
    stage: view.stage,
    namedByMe: view.named.state === 'shown' && view.named.byMe,
    paused: view.paused.byMe || view.paused.byOther,
  }));
  return { noticed, shared };
}

/** One reading of all that was said and one of my own notes, however many there are. */
function lookBack(deps: Deps): Output<'ruptures.lookBack'> {
  const db = deps.vault.db();
  const notes = new Map(
    draftsOf(db, 'ruptureNoticed').map(({ subject, body }) => [body.namedAs ?? subject, body.touches]),
  );
  const behind = foldAllRepairs(db).map(({ rupture, pair, view, said }) => {
    return { other: pair.other.name, view, said, touches: notes.get(rupture) ?? [] };
  });
  return lookBackOverRepairs(behind, (instant) => civilDate(new Date(instant)));
}

function openRupture(deps: Deps, input: Input<'ruptures.open'>): Output<'ruptures.open'> {
  const db = deps.vault.db();
  if (spaceOf(db, input.item) === whoAmI(db).selfSpace) {
    const { body, subject } = getDraft(db, 'ruptureNoticed', input.item);
    return { kind: 'noticed', noticed: { item: input.item, about: subject, ...body } };
  }
  return { kind: 'repair', repair: getRepair(db, input.item) };
}

function replyToNaming(deps: Deps, input: Input<'ruptures.reply'>): Output<'ruptures.reply'> {
  return act(deps, input.item, 'reply', (repair) => {
    sayInRepair(deps, repair, 'ruptureReply', { reply: input.reply }, () => true);
  });
}

function saveAccount(deps: Deps, input: Input<'ruptures.saveAccount'>): Output<'ruptures.saveAccount'> {
  const { item, howItWas, myPart } = input;
  return draft(deps, item, 'ruptureAccount', (cycle) => ({ cycle, howItWas, myPart }));
}

function showAccount(deps: Deps, input: Input<'ruptures.showAccount'>): Output<'ruptures.showAccount'> {
  return act(deps, input.item, 'account', (repair) => {
    const words = repair.drafts.account;
    if (words === null) return;
    if (words.howItWas.trim() === '' && words.myPart.trim() === '') {
      throw new AppError('bad_input', 'an account without words is not shown');
    }
    showDraft(deps, draftItem(deps, repair, 'ruptureAccount'));
  });
}

function hearAccount(deps: Deps, input: Input<'ruptures.hear'>): Output<'ruptures.hear'> {
  return act(deps, input.item, 'hear', (repair) => {
    const { answer, hash } = input;
    if (repair.now.theirs.account?.hash !== hash) throw new AppError('not_newest', 'there are newer words');
    const isThis = (body: Body<'ruptureHeard'>) => body.hash === hash;
    if (answer !== null) sayInRepair(deps, repair, 'ruptureHeard', { answer, hash }, isThis);
    else {
      const said = mySaid(deps, repair, 'ruptureHeard', isThis);
      if (said !== undefined) withdraw(deps, said);
    }
  });
}

function saveNeed(deps: Deps, input: Input<'ruptures.saveNeed'>): Output<'ruptures.saveNeed'> {
  const { item, need, iWill, by } = input;
  return draft(deps, item, 'ruptureNeed', (cycle) => ({ cycle, need, iWill, by }));
}

function showNeed(deps: Deps, input: Input<'ruptures.showNeed'>): Output<'ruptures.showNeed'> {
  return act(deps, input.item, 'need', (repair) => {
    const words = repair.drafts.need;
    if (words === null) return;
    if (words.need.trim() === '' && words.iWill.trim() === '') {
      throw new AppError('bad_input', 'a need without words is not shown');
    }
    showDraft(deps, draftItem(deps, repair, 'ruptureNeed'));
  });
}

function agreeNeeds(deps: Deps, input: Input<'ruptures.agree'>): Output<'ruptures.agree'> {
  return act(deps, input.item, 'agree', (repair) => {
    const { mine, theirs } = input;
    if (repair.now.mine.need?.hash !== mine || repair.now.theirs.need?.hash !== theirs) {
      throw new AppError('not_newest', 'there are newer words');
    }
    const { cycle } = repair;
    const sameCycle = (body: Body<'ruptureAgreed'>) => body.cycle === cycle;
    sayInRepair(deps, repair, 'ruptureAgreed', { cycle, mine, theirs }, sameCycle);
  });
}

function checkRepair(deps: Deps, input: Input<'ruptures.check'>): Output<'ruptures.check'> {
  return act(deps, input.item, 'check', (repair) => {
    const { round, now, words } = input;
    if (repair.openRound !== round) throw new AppError('stage_skipped', 'this check is not open');
    const body = { cycle: repair.cycle, round, now, words };
    // A round is answered once: the item is always new.
    sayInRepair(deps, repair, 'ruptureCheck', body, () => false);
  });
}

function settleRepair(deps: Deps, input: Input<'ruptures.settle'>): Output<'ruptures.settle'> {
  return act(deps, input.item, 'settle', (repair) => {
    const body = { cycle: repair.cycle, outcome: input.outcome };
    sayInRepair(deps, repair, 'ruptureSettled', body, (said) => said.cycle === repair.cycle);
  });
}

function reopenRepair(deps: Deps, input: Input<'ruptures.reopen'>): Output<'ruptures.reopen'> {
  return act(deps, input.item, 'reopen', (repair) => {
    const cycle = repair.cycle + 1;
    const body = { cycle, words: input.words };
    sayInRepair(deps, repair, 'ruptureReopened', body, (said) => said.cycle === cycle);
  });
}

function pauseRepair(deps: Deps, input: Input<'ruptures.pause'>): Output<'ruptures.pause'> {
  return inOneTransaction(deps, () => {
    const repair = getRepair(deps.vault.db(), input.item);
    const isClosed = repair.gate === 'yes' || repair.gate === 'notSure';
    if (!input.paused && isClosed) throw new AppError('gate_closed', 'the gate is closed: it stays at rest');
    sayPaused(deps, repair, input.paused);
    endWhatNoLongerStands(deps);
    return {};
  });
}

/**
 * Keeps a private answer at the gate. On yes and not sure the repair rests, by a statement that is the same as any other
 * pause; the answer itself never leaves the self-space.
 */
function answerGate(deps: Deps, input: Input<'ruptures.answerGate'>): Output<'ruptures.answerGate'> {
  return inOneTransaction(deps, () => {
    const repair = getRepair(deps.vault.db(), input.item);
    keepGate(deps, input.item, repair, input.gate);
    if (input.gate !== 'no') sayPaused(deps, repair, true);
    endWhatNoLongerStands(deps);
    return {};
  });
}

/** Takes shown words back; they stay here as a draft that only their author sees. */
function withdrawFromRepair(deps: Deps, input: Input<'ruptures.withdraw'>): Output<'ruptures.withdraw'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const repair = getRepair(db, input.item);
    const { mine, theirs } = repair.now;
    if (input.what === 'naming') withdrawNaming(deps, repair);
    else if (input.what === 'account') {
      if (mine.account === null) throw new AppError('not_found', 'there is no account to take back');
      if (mine.need !== null || theirs.need !== null)
        throw new AppError('conflict', 'more was built on this');
      const { item, howItWas, myPart } = mine.account;
      withdraw(deps, item);
      saveAccount(deps, { item: input.item, howItWas, myPart });
    } else {
      if (mine.need === null) throw new AppError('not_found', 'there is no need to take back');
      if (mine.agreed && theirs.agreed) throw new AppError('conflict', 'both have agreed to this');
      const { item, need, iWill, by } = mine.need;
      withdraw(deps, item);
      saveNeed(deps, { item: input.item, need, iWill, by });
    }
    return {};
  });
}

function withdrawNaming(deps: Deps, repair: RepairView): void {
  const db = deps.vault.db();
  if (repair.named.state !== 'shown' || !repair.named.byMe) {
    throw new AppError('not_yours', 'only who named it can take the words back');
  }
  // Letting it rest builds nothing: the words stay their author's to take back, also while the other rests it.
  const built = statementsUnder(db, repair.rupture).filter(
    ({ kind }) => kind !== 'rupture' && kind !== 'rupturePaused',
  );
  if (built.length > 0) throw new AppError('conflict', 'more was built on this');
  withdraw(deps, repair.rupture);
  const space = whoAmI(db).selfSpace;
  const note = noteNamedAs(db, repair.rupture);
  if (note !== null) {
    setRemoved(deps, note, false);
    const { body } = getDraft(db, 'ruptureNoticed', note);
    saveDraft(deps, { kind: 'ruptureNoticed', item: note, space, body: { ...body, namedAs: null } });
    return;
  }
  // The note was erased since: the words it was named with are there nowhere else.
  const { words: draftWords, myPart: draftMyPart } = repair.named;
  const noticedOn = civilDate(deps.platform.now());
  saveDraft(deps, {
    kind: 'ruptureNoticed',
    space,
    body: { ...emptyNote, noticedOn, draftWords, draftMyPart },
  });
}

/** Runs one step when it is its turn. Throws 'resting' while paused, 'stage_skipped' before its stage or before the gate's question. */
function act(deps: Deps, item: string, what: RuptureAct, run: (repair: RepairView) => void): Done {
  return inOneTransaction(deps, () => {
    const repair = getRepair(deps.vault.db(), item);
    if (repair.paused.byMe || repair.paused.byOther) throw new AppError('resting', 'the repair rests');
    if (!repair.acts.includes(what)) throw new AppError('stage_skipped', `it is not the turn of: ${what}`);
    if (repair.isGateDue) throw new AppError('stage_skipped', 'the gate comes before this step');
    run(repair);
    return {};
  });
}

/** Saves my words of this time round privately. Drafting has no turn: nobody sees it. */
function draft<K extends 'ruptureAccount' | 'ruptureNeed'>(
  deps: Deps,
  rupture: string,
  kind: K,
  bodyFor: (cycle: number) => Body<K>,
): Done {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { cycle, space } = getRepair(db, rupture);
    const inCycle = (body: Body<K>) => body.cycle === cycle;
    const item = myDraft(db, rupture, kind, cycle) ?? mySaid(deps, { rupture }, kind, inCycle);
    saveDraft(deps, {
      kind,
      ...(item === undefined ? {} : { item }),
      space,
      subject: rupture,
      body: bodyFor(cycle),
    });
    return {};
  });
}

function sayInRepair<K extends RepairKind>(
  deps: Deps,
  repair: { readonly rupture: string; readonly space: string },
  kind: K,
  body: Body<K>,
  isSame: (body: Body<K>) => boolean,
): void {
  const item = mySaid(deps, repair, kind, isSame);
  say(deps, {
    kind,
    ...(item === undefined ? {} : { item }),
    space: repair.space,
    subject: repair.rupture,
    body,
  });
}

type Done = Record<string, never>;
type RepairKind = Exclude<Extract<Parameters<typeof say>[1]['kind'], `rupture${string}`>, 'rupture'>;

function sayPaused(deps: Deps, repair: RepairView, paused: boolean): void {
  if (repair.paused.byMe === paused) return;
  sayInRepair(deps, repair, 'rupturePaused', { paused }, () => true);
}

/** My shown item of a kind in a repair whose body fits; undefined when there is none. */
function mySaid<K extends RepairKind>(
  deps: Deps,
  repair: { readonly rupture: string },
  kind: K,
  fits: (body: Body<K>) => boolean,
): string | undefined {
  const db = deps.vault.db();
  const me = whoAmI(db).identity;
  return statementsUnder(db, repair.rupture).find(
    (s) => s.kind === kind && s.owner === me && fits(s.body as Body<K>),
  )?.item;
}

function myDraft(
  db: Database,
  rupture: string,
  kind: 'ruptureAccount' | 'ruptureNeed',
  cycle: number,
): string | undefined {
  return draftsUnder(db, rupture).find(
    (d) =>
      (d.kind === 'ruptureAccount' || d.kind === 'ruptureNeed') && d.kind === kind && d.body.cycle === cycle,
  )?.item;
}

function draftItem(deps: Deps, repair: RepairView, kind: 'ruptureAccount' | 'ruptureNeed'): string {
  const item = myDraft(deps.vault.db(), repair.rupture, kind, repair.cycle);
  if (item === undefined) throw new AppError('not_found', 'there is no working copy to show');
  return item;
}

/** One line a call, for api.ts. */
export const rupturesApi = {
  'ruptures.list': listRuptures,
  'ruptures.lookBack': lookBack,
  'ruptures.open': openRupture,
  'ruptures.reply': replyToNaming,
  'ruptures.saveAccount': saveAccount,
  'ruptures.showAccount': showAccount,
  'ruptures.hear': hearAccount,
  'ruptures.saveNeed': saveNeed,
  'ruptures.showNeed': showNeed,
  'ruptures.agree': agreeNeeds,
  'ruptures.check': checkRepair,
  'ruptures.settle': settleRepair,
  'ruptures.reopen': reopenRepair,
  'ruptures.pause': pauseRepair,
  'ruptures.answerGate': answerGate,
  'ruptures.withdraw': withdrawFromRepair,
} as const;

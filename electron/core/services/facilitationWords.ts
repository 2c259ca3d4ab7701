import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Body } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft, showDraft, withdraw } from '../items/commit.ts';
import {
  type Facilitation,
  facilitationDraft,
  facilitationView,
  getFacilitation,
  isComplete,
  myFacilitationItem,
} from '../items/facilitation.ts';
import { sayOwn } from '../items/ownStatement.ts';
import { getStatement } from '../items/read.ts';
import { dropDraft } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

type What = Input<'facilitations.show'>['what'];
type WordsKind = 'facilitationAccount' | 'facilitationNeed' | 'facilitationWords';
type Done = Record<string, never>;

const kindOf: Readonly<Record<What, WordsKind>> = {
  account: 'facilitationAccount',
  need: 'facilitationNeed',
  words: 'facilitationWords',
};

function saveAccount(
  deps: Deps,
  { space, ...body }: Input<'facilitations.saveAccount'>,
): Output<'facilitations.saveAccount'> {
  return save(deps, space, 'account', body);
}

function saveNeed(
  deps: Deps,
  { space, ...body }: Input<'facilitations.saveNeed'>,
): Output<'facilitations.saveNeed'> {
  return save(deps, space, 'need', body);
}

function saveWords(
  deps: Deps,
  { space, ...body }: Input<'facilitations.saveWords'>,
): Output<'facilitations.saveWords'> {
  return save(deps, space, 'words', body);
}

/** Shows a copy to the two others exactly as it was seen. Nobody's words go to somebody who has not come. */
function showWords(deps: Deps, { space, what, stamp }: Input<'facilitations.show'>): Done {
  return speak(deps, space, what, (one) => {
    if (!isComplete(one)) throw new AppError('stage_skipped', 'not all three are here yet');
    const draft = facilitationDraft(deps.vault.db(), space, kindOf[what]);
    if (draft === undefined) throw new AppError('not_found', 'there is no working copy to show');
    if (stampOf(draft.body) !== stamp) throw new AppError('conflict', 'these words have changed since');
    if (!hasWords(draft.body)) throw new AppError('bad_input', 'there are no words to show');
    showDraft(deps, draft.item);
  });
}

function discardWords(deps: Deps, { space, what }: Input<'facilitations.discard'>): Done {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const draft = facilitationDraft(db, space, kindOf[what]);
    if (draft === undefined) throw new AppError('not_found', 'there is no working copy');
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(draft.item) !== undefined;
    if (wasShown) dropDraft(db, draft.item);
    else eraseItem(deps, draft.item);
    return {};
  });
}

function takeBackWords(deps: Deps, { space, what }: Input<'facilitations.takeBack'>): Done {
  return speak(deps, space, what, () => {
    const db = deps.vault.db();
    const kind = kindOf[what];
    const item = myFacilitationItem(db, space, kind);
    if (item === undefined) throw new AppError('not_found', 'there is nothing to take back');
    const { body } = getStatement(db, kind, item);
    const isBegun = facilitationDraft(db, space, kind) !== undefined;
    if (!isBegun) saveDraft(deps, { kind, item, space, body });
    withdraw(deps, item);
  });
}

function hear(deps: Deps, { space, hash, answer }: Input<'facilitations.hear'>): Done {
  return speak(deps, space, 'account', (one) => {
    const view = facilitationView(deps.vault.db(), one);
    const theirs = one.me === 'supervisee' ? view.supervisor : view.supervisee;
    if (theirs.account?.hash !== hash) throw new AppError('not_newest', 'there are newer words');
    const body = answer === null ? null : { answer, hash };
    sayOwn(deps, { kind: 'facilitationHeard', space, subject: null, body });
  });
}

function save<W extends What>(deps: Deps, space: string, what: W, body: Body<(typeof kindOf)[W]>): Done {
  return inOneTransaction(deps, () => {
    // Also when it has ended meanwhile: what was being typed stays its writer's, and nobody sees it.
    mustBePartOf(getFacilitation(deps.vault.db(), space), what);
    const kind = kindOf[what];
    const item = myFacilitationItem(deps.vault.db(), space, kind);
    saveDraft(deps, { kind, ...(item === undefined ? {} : { item }), space, body });
    return {};
  });
}

/** Runs a step of somebody whose part it is. Throws 'third_ended' once it has ended, and as `mustBePartOf` does. */
function speak(deps: Deps, space: string, what: What, run: (one: Facilitation) => void): Done {
  return inOneTransaction(deps, () => {
    const one = getFacilitation(deps.vault.db(), space);
    if (one.endedAt !== null) throw new AppError('third_ended', 'this has ended');
    mustBePartOf(one, what);
    run(one);
    return {};
  });
}

/** Throws 'not_yours' for the facilitator in a voice of the pair, and the other way round. */
function mustBePartOf(one: Facilitation, what: What): void {
  if ((what === 'words') !== (one.me === 'facilitator')) {
    throw new AppError('not_yours', 'this is said in another part');
  }
}

function hasWords(body: object): boolean {
  return Object.entries(body).some(
    ([field, value]) => field !== 'by' && typeof value === 'string' && value.trim() !== '',
  );
}

export const facilitationWordsApi = {
  'facilitations.saveAccount': saveAccount,
  'facilitations.saveNeed': saveNeed,
  'facilitations.saveWords': saveWords,
  'facilitations.show': showWords,
  'facilitations.discard': discardWords,
  'facilitations.takeBack': takeBackWords,
  'facilitations.hear': hear,
} as const;

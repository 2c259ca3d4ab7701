import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PrivatePart } from '../../../shared/model/agreement.ts';
import { sameAsTheirs } from '../../../shared/model/foldAgreement.ts';
import type { Body } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeSignedYet, readAgreement } from '../exchange/agreementOnFile.ts';
import { setAsideProposals } from '../exchange/signing.ts';
import { type AgreementDraftKind, inAgreement, myItemsIn } from '../items/agreement.ts';
import {
  eraseItem,
  forgetEarlierVersions,
  inOneTransaction,
  say,
  saveDraft,
  showDraft,
  withdraw,
} from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsUnder } from '../items/read.ts';
import { dropDraft } from '../items/session.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function saveAnswers(deps: Deps, input: Input<'agreements.saveAnswers'>): Output<'agreements.saveAnswers'> {
  const { agreement, ...body } = input;
  return saveMine(deps, { agreement, kind: 'agreementAnswers', body });
}

function saveArrangements(
  deps: Deps,
  input: Input<'agreements.saveArrangements'>,
): Output<'agreements.saveArrangements'> {
  const { agreement, ...body } = input;
  return saveMine(deps, { agreement, kind: 'arrangements', body });
}

function saveLine(deps: Deps, input: Input<'agreements.saveLine'>): Output<'agreements.saveLine'> {
  const { agreement, ...body } = input;
  return saveMine(deps, { agreement, kind: 'agreementLine', body, isSame: (one) => one.part === body.part });
}

function savePromise(deps: Deps, input: Input<'agreements.savePromise'>): Output<'agreements.savePromise'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { agreement, item, ...body } = input;
    const { space } = readAgreement(db, agreement).onFile;
    if (item === null)
      return { item: saveDraft(deps, { kind: 'leaderPromise', space, subject: agreement, body }) };
    if (inAgreement(db, item).agreement !== agreement) {
      throw new AppError('bad_input', 'what was entered in one agreement stays there');
    }
    return { item: saveDraft(deps, { kind: 'leaderPromise', item, space, body }) };
  });
}

/** Shows a working copy of mine, exactly as it was seen: 'conflict' when it has changed since. */
function show(deps: Deps, input: Input<'agreements.show'>): Output<'agreements.show'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind, agreement } = inAgreement(db, input.item);
    mustNotBeSignedYet(readAgreement(db, agreement));
    const { body } = getDraft(db, kind, input.item);
    if (stampOf(body) !== input.stamp) throw new AppError('conflict', 'these words have changed since');
    if (!saysSomething(body)) throw new AppError('bad_input', 'there are no words to show');
    showDraft(deps, input.item);
    setAsideProposals(deps, agreement);
    return {};
  });
}

function discard(deps: Deps, input: Input<'agreements.discard'>): Output<'agreements.discard'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind } = inAgreement(db, input.item);
    getDraft(db, kind, input.item);
    const wasShown = db.prepare('SELECT 1 FROM shown WHERE item = ?').get(input.item) !== undefined;
    if (wasShown) dropDraft(db, input.item);
    else eraseItem(deps, input.item);
    return {};
  });
}

function takeBack(deps: Deps, input: Input<'agreements.takeBack'>): Output<'agreements.takeBack'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { kind, agreement } = inAgreement(db, input.item);
    mustNotBeSignedYet(readAgreement(db, agreement));
    const { body } = getStatement(db, kind, input.item);
    if (db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(input.item) === undefined) {
      saveDraft(deps, { kind, item: input.item, space: spaceOf(db, agreement), body });
    }
    withdraw(deps, input.item);
    setAsideProposals(deps, agreement);
    return {};
  });
}

/** Unshown changes of mine stay unshown, with what was said now in them. */
function sayTheSame(deps: Deps, input: Input<'agreements.sayTheSame'>): Output<'agreements.sayTheSame'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const found = readAgreement(db, input.agreement);
    mustNotBeSignedYet(found);
    const me = whoAmI(db).identity;
    const said = statementsUnder(db, input.agreement).filter((one) => one.kind === 'arrangements');
    const theirs = said.find((one) => one.owner !== me && one.hash === input.hash);
    if (theirs === undefined) throw new AppError('conflict', 'this is not what the other says now');
    const shown = said.find((one) => one.owner === me) ?? null;
    const [mine] = myItemsIn(db, { agreement: input.agreement, kind: 'arrangements' });
    const isUnshown =
      mine !== undefined &&
      db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(mine.item) !== undefined;
    const { space } = found.onFile;
    const item = say(deps, {
      kind: 'arrangements',
      space,
      subject: input.agreement,
      body: sameAsTheirs(shown?.body ?? null, theirs.body, input.keys),
      ...(mine === undefined ? {} : { item: mine.item }),
    });
    if (isUnshown) {
      const body = sameAsTheirs(mine.body, theirs.body, input.keys);
      saveDraft(deps, { kind: 'arrangements', item, space, body });
    }
    setAsideProposals(deps, input.agreement);
    return {};
  });
}

function readPrivate(deps: Deps, input: Input<'agreements.private'>): Output<'agreements.private'> {
  const { space } = getPair(deps.vault.db(), input.space);
  const textOf = (part: PrivatePart) =>
    privateItems(deps, space, part)
      .map((one) => one.body.text)
      .filter(isWords)
      .join('\n\n');
  return { power: textOf('power'), withdrawing: textOf('withdrawing') };
}

/**
 * Only the newest words are kept: what was deleted is gone. Words of two devices of mine were read as one text, and are one
 * item from here on.
 */
function savePrivate(deps: Deps, input: Input<'agreements.savePrivate'>): Output<'agreements.savePrivate'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { space: pair, part, text } = input;
    getPair(db, pair);
    const [first, ...others] = privateItems(deps, pair, part);
    const item = saveDraft(deps, {
      kind: 'agreementPrivate',
      space: whoAmI(db).selfSpace,
      body: { pair, part, text },
      ...(first === undefined ? {} : { item: first.item }),
    });
    forgetEarlierVersions(deps, item);
    for (const other of others) {
      const emptied = { pair, part, text: '' };
      saveDraft(deps, {
        kind: 'agreementPrivate',
        item: other.item,
        space: whoAmI(db).selfSpace,
        body: emptied,
      });
      forgetEarlierVersions(deps, other.item);
    }
    return {};
  });
}

function privateItems(deps: Deps, pair: string, part: PrivatePart) {
  const drafts = draftsOf(deps.vault.db(), 'agreementPrivate');
  return drafts.filter((one) => one.body.pair === pair && one.body.part === part);
}

/** Saves the working copy of the one item that says this kind of thing for me in an agreement. */
function saveMine<K extends AgreementDraftKind>(
  deps: Deps,
  what: {
    readonly agreement: string;
    readonly kind: K;
    readonly body: Body<K>;
    readonly isSame?: (body: Body<K>) => boolean;
  },
): { item: string } {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { agreement, kind, body, isSame } = what;
    const { space } = readAgreement(db, agreement).onFile;
    const mine = myItemsIn(db, { agreement, kind }).find(
      (one) => isSame === undefined || (one.body !== null && isSame(one.body)),
    );
    const item = mine === undefined ? {} : { item: mine.item };
    return { item: saveDraft(deps, { kind, space, subject: agreement, body, ...item }) };
  });
}

/** A statement of only blanks would be a gap in somebody's voice. */
function saysSomething(body: Body<AgreementDraftKind>): boolean {
  if ('values' in body) {
    return body.reviewOn !== null || body.policyRead || Object.values(body.values).some(isWords);
  }
  if ('wants' in body) return Object.values(body).some(isWords);
  return isWords(body.text);
}

function isWords(text: string): boolean {
  return text.trim() !== '';
}

export const agreementWordsApi = {
  'agreements.saveAnswers': saveAnswers,
  'agreements.saveArrangements': saveArrangements,
  'agreements.savePromise': savePromise,
  'agreements.saveLine': saveLine,
  'agreements.show': show,
  'agreements.discard': discard,
  'agreements.takeBack': takeBack,
  'agreements.sayTheSame': sayTheSame,
  'agreements.private': readPrivate,
  'agreements.savePrivate': savePrivate,
} as const;

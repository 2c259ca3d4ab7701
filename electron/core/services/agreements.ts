import type { Input, Output } from '../../../shared/contract/index.ts';
import type { AgreementPage, AgreementVersion } from '../../../shared/contract/agreements.ts';
import { addSpan } from '../../../shared/model/rhythm.ts';
import type { Kind } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import {
  type AgreementOnFile,
  agreementsOf,
  agreementView,
  readAgreement,
} from '../exchange/agreementOnFile.ts';
import { signingState } from '../exchange/signingState.ts';
import {
  type AgreementDraftKind,
  agreementDraftKinds,
  agreementDrafts,
  myItemsIn,
} from '../items/agreement.ts';
import { inOneTransaction, say, saveDraft } from '../items/commit.ts';
import { getPair, listPairs } from '../items/pair.ts';
import { membersOf } from '../items/session.ts';

function listAgreements(deps: Deps, input: Input<'agreements.list'>): Output<'agreements.list'> {
  const db = deps.vault.db();
  const pair = getPair(db, input.space);
  const { chain, aside } = agreementsOf(db, pair.space);
  return {
    names: namesOf(membersOf(pair)),
    versions: [
      ...chain.toReversed().map((one) => versionOf(one, false)),
      ...aside.map((one) => versionOf(one, true)),
    ],
  };
}

function getAgreement(deps: Deps, input: Input<'agreements.get'>): AgreementPage {
  const db = deps.vault.db();
  const found = readAgreement(db, input.agreement);
  const { onFile, signing, agreement } = found;
  const me = onFile.members.find((one) => one.identity === onFile.pair.me.identity)?.role ?? 'supervisee';
  return {
    agreement,
    space: onFile.space,
    me,
    names: namesOf(onFile.members),
    view: agreementView(found),
    mine: agreementDrafts(db, agreement),
    hasEarlierWords:
      found.previous !== null && !hasWordsOfMine(deps, agreement) && hasWordsOfMine(deps, found.previous),
    signing: signingState(onFile, signing),
  };
}

function beginAgreement(deps: Deps, input: Input<'agreements.begin'>): Output<'agreements.begin'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { space } = getPair(db, input.space);
    const last = agreementsOf(db, space).chain.at(-1);
    if (last !== undefined && !last.isSigned) throw new AppError('conflict', 'there is one open already');
    const previous = last?.agreement ?? null;
    const agreement = say(deps, { kind: 'agreement', space, body: { previous } });
    if (previous !== null) copyMyWords(deps, { from: previous, to: agreement, space });
    return { agreement };
  });
}

function takeOver(deps: Deps, input: Input<'agreements.takeOver'>): Output<'agreements.takeOver'> {
  return inOneTransaction(deps, () => {
    const { agreement, previous, onFile } = readAgreement(deps.vault.db(), input.agreement);
    if (previous === null) throw new AppError('not_found', 'there is no version before this one');
    if (hasWordsOfMine(deps, agreement))
      throw new AppError('conflict', 'there are words of mine here already');
    copyMyWords(deps, { from: previous, to: agreement, space: onFile.space });
    return {};
  });
}

/** Days before the review day from which Today says it. */
const reviewNoticeWeeks = 2;

function listReviews(deps: Deps): Output<'agreements.reviews'> {
  const db = deps.vault.db();
  const today = civilDate(deps.platform.now());
  const until = addSpan(today, { unit: 'week', count: reviewNoticeWeeks });
  return {
    reviews: listPairs(db).flatMap((pair) => {
      // While a next version is open, they are reviewing already.
      const last = agreementsOf(db, pair.space).chain.at(-1);
      if (last === undefined || !last.isSigned) return [];
      const reviewOn = agreementView(last).reviewOn.both;
      if (reviewOn === null || reviewOn > until) return [];
      if (readSetting(db, restedKey(last.agreement)) !== null) return [];
      return [{ space: pair.space, agreement: last.agreement, otherName: pair.other.name, reviewOn }];
    }),
  };
}

function restReview(deps: Deps, input: Input<'agreements.restReview'>): Output<'agreements.restReview'> {
  const db = deps.vault.db();
  const { agreement } = readAgreement(db, input.agreement);
  writeSetting(db, restedKey(agreement), deps.platform.now().toISOString());
  return {};
}

function restedKey(agreement: string): string {
  return `agreement.reviewRested.${agreement}`;
}

function versionOf(found: AgreementOnFile, aside: boolean): AgreementVersion {
  const { agreement, previous, signing } = found;
  const dates = signing.signed.flatMap((one) => one.signatures.map((signature) => signature.at)).sort();
  return { agreement, previous, state: stateOf(found), signedAt: dates.at(-1) ?? null, aside };
}

function stateOf({ isSigned, onFile, signing, agreement }: AgreementOnFile): AgreementVersion['state'] {
  if (isSigned) return 'signed';
  if (signing.open?.current) return signing.open.by === onFile.pair.me.identity ? 'proposed' : 'toSign';
  if (signing.open !== null || signing.newerWords !== null) return 'newerWords';
  return onFile.statements.some((one) => one.item !== agreement) ? 'open' : 'begun';
}

function hasWordsOfMine(deps: Deps, agreement: string): boolean {
  const db = deps.vault.db();
  return agreementDraftKinds.some((kind) =>
    myItemsIn(db, { agreement, kind }).some((one) => one.body !== null),
  );
}

/** Into working copies: nothing is shown of it until its owner shows it again. */
function copyMyWords(deps: Deps, which: { from: string; to: string; space: string }): void {
  for (const kind of agreementDraftKinds) copyMine(deps, kind, which);
}

function copyMine<K extends AgreementDraftKind & Kind>(
  deps: Deps,
  kind: K,
  { from, to, space }: { from: string; to: string; space: string },
): void {
  for (const { body } of myItemsIn(deps.vault.db(), { agreement: from, kind })) {
    if (body !== null) saveDraft(deps, { kind, space, subject: to, body: forNextVersion(body) });
  }
}

/** A review day that has been, and a policy that was read then, are not said again by themselves. */
function forNextVersion<B extends object>(body: B): B {
  return 'policyRead' in body ? { ...body, reviewOn: null, policyRead: false } : body;
}

function namesOf([supervisee, supervisor]: AgreementOnFile['onFile']['members']): AgreementPage['names'] {
  return { supervisee: supervisee.name, supervisor: supervisor.name };
}

export const agreementsApi = {
  'agreements.list': listAgreements,
  'agreements.get': getAgreement,
  'agreements.begin': beginAgreement,
  'agreements.takeOver': takeOver,
  'agreements.reviews': listReviews,
  'agreements.restReview': restReview,
} as const;

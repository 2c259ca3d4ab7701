import type { CarryOffer } from '../../../shared/contract/carry.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeSigned, readSigning } from '../exchange/signing.ts';
import { offersFor } from '../items/carry.ts';
import { eraseItem, inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf } from '../items/read.ts';
import { readSession } from '../items/session.ts';
import { touchInSitting } from '../together.ts';

/** Nothing is offered to a corridor record, which is over when it is written, nor to a session both have signed. */
function listOffers(deps: Deps, { session }: Input<'carry.offered'>): Output<'carry.offered'> {
  const db = deps.vault.db();
  const onFile = readSession(db, session);
  if (onFile.meeting === 'corridor' || readSigning(onFile).signed.length > 0) return { offers: [] };
  return {
    offers: offersFor(db, onFile).map(
      ({ item, title, from, why, role, mine }): CarryOffer => ({ item, title, from, why, role, mine }),
    ),
  };
}

function bringAgain(deps: Deps, { session, item }: Input<'carry.bring'>): Output<'carry.bring'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const onFile = readSession(db, session);
    mustNotBeSigned(db, session);
    const offer = offersFor(db, onFile).find((one) => one.item === item);
    if (offer === undefined) throw new AppError('not_found', 'this is not offered here');
    if (!offer.mine) throw new AppError('not_yours', 'only its owner brings it again');
    // That there was a topic nobody has seen is not told either: it comes as a new one, and the old is done with.
    const from = offer.isShown ? { topic: offer.topic, date: offer.from } : null;
    const { space } = onFile;
    const body = { title: offer.title, from };
    const topic = saveDraft(deps, { kind: 'topic', space, subject: session, body });
    touchInSitting(deps, topic);
    if (!offer.isShown) leave(deps, item);
    return { topic };
  });
}

function leaveOut(deps: Deps, { item, left }: Input<'carry.leave'>): Output<'carry.leave'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const row = db
      .prepare("SELECT owner FROM item WHERE id = ? AND kind IN ('topic', 'difference')")
      .get(item) as { owner: string } | undefined;
    if (row === undefined) throw new AppError('not_found', 'there is no such topic');
    if (row.owner !== whoAmI(db).identity) throw new AppError('not_yours', 'only its owner leaves it out');
    const known = draftsOf(db, 'carryLeft').find((one) => one.body.item === item);
    if (left && known === undefined) leave(deps, item);
    if (!left && known !== undefined) eraseItem(deps, known.item);
    return {};
  });
}

function leave(deps: Deps, item: string): void {
  saveDraft(deps, { kind: 'carryLeft', space: whoAmI(deps.vault.db()).selfSpace, body: { item } });
}

export const carryApi = {
  'carry.offered': listOffers,
  'carry.bring': bringAgain,
  'carry.leave': leaveOut,
} as const;

import type { Database } from 'better-sqlite3';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { compare, foldSession } from '../../../shared/model/foldSession.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { agreementsOf, agreementView } from '../exchange/agreementOnFile.ts';
import { eraseItem, inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, listPairs, type Pair } from '../items/pair.ts';
import { promisesOf } from '../items/promises.ts';
import { draftsOf, statementsOf } from '../items/read.ts';
import { readSession } from '../items/session.ts';

type Prepared = Output<'preparation.get'>['pairs'][number];

/** Before supervision: what each pair has waiting. By name, because no order by a figure says anything true of people. */
function getPreparation(deps: Deps): Output<'preparation.get'> {
  const db = deps.vault.db();
  const today = civilDate(deps.platform.now());
  return {
    pairs: listPairs(db)
      .filter((pair) => pair.me.role === 'supervisor')
      .map((pair) => prepared(db, pair, today))
      .sort((a, b) => a.name.localeCompare(b.name) || compare(a.space, b.space)),
  };
}

function prepared(db: Database, pair: Pair, today: string): Prepared {
  const { space } = pair;
  return {
    space,
    name: pair.other.name,
    next: nextSession(db, space, today),
    promises: promisesOf(db, space)
      .filter((promise) => promise.mine && promise.state === 'open')
      .map(({ item, text, due }) => ({ item, text, due })),
    reviews: reviews(db, space, today),
    note: noteOf(db, space)?.body.text ?? '',
  };
}

function nextSession(db: Database, space: string, today: string): Prepared['next'] {
  const next = statementsOf(db, 'session', space)
    .filter(({ body }) => body.kind === 'planned' && body.date >= today)
    .sort((a, b) => compare(a.body.date, b.body.date) || compare(a.item, b.item))[0];
  if (next === undefined) return null;
  const { topics } = foldSession(readSession(db, next.item));
  return {
    session: next.item,
    date: next.body.date,
    topics: topics.flatMap(({ place, title, topic }) =>
      topic === null ? [] : [{ topic: place, title: title ?? '', role: topic.role }],
    ),
  };
}

function reviews(db: Database, space: string, today: string): Prepared['reviews'] {
  const titles = new Map(statementsOf(db, 'topic', space).map((topic) => [topic.item, topic.body.title]));
  const differences = statementsOf(db, 'difference', space).flatMap(({ subject, body }) =>
    body.reviewDate === null ? [] : [{ date: body.reviewDate, title: titles.get(subject ?? '') ?? '' }],
  );
  const agreement = agreementsOf(db, space).chain.findLast((one) => one.isSigned);
  const reviewOn = agreement === undefined ? null : agreementView(agreement).reviewOn.both;
  const all = [...differences, ...(reviewOn === null ? [] : [{ date: reviewOn, title: null }])];
  // Both may have given one topic the same day.
  const once = new Map(all.map((one) => [`${one.date} ${one.title}`, one]));
  return [...once.values()].filter((one) => one.date >= today).sort((a, b) => compare(a.date, b.date));
}

function saveNote(deps: Deps, input: Input<'preparation.saveNote'>): Output<'preparation.saveNote'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { space } = getPair(db, input.space);
    const known = noteOf(db, space);
    if (input.text.trim() === '') {
      if (known !== undefined) eraseItem(deps, known.item);
      return {};
    }
    const body = { space, text: input.text };
    const draft = { kind: 'preparationNote', space: whoAmI(db).selfSpace, body } as const;
    saveDraft(deps, known === undefined ? draft : { ...draft, item: known.item });
    return {};
  });
}

function noteOf(db: Database, space: string) {
  return draftsOf(db, 'preparationNote').find((draft) => draft.body.space === space);
}

export const preparationApi = {
  'preparation.get': getPreparation,
  'preparation.saveNote': saveNote,
} as const;

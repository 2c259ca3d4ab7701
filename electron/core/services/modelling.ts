import type { Input, Output } from '../../../shared/contract/index.ts';
import { monthIn, questionOf, questionToAsk } from '../../../shared/model/modelling.ts';
import { AppError } from '../../../shared/result.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { inOneTransaction } from '../items/commit.ts';
import { keepEntry } from '../items/kept.ts';
import { listPairs } from '../items/pair.ts';
import { draftsOf, getDraft } from '../items/read.ts';

/** One value, written over: no list grows of the months in which somebody did not answer. */
const putAwayKey = 'modelling.putAway';

function askedNow(deps: Deps): Output<'modelling.asked'> {
  const db = deps.vault.db();
  const asked = questionToAsk({
    month: thisMonth(deps),
    leads: listPairs(db).some((pair) => pair.me.role === 'supervisor' && pair.endedAt === null),
    answered: draftsOf(db, 'modellingAnswer').map(({ body }) => body.month),
    putAway: readSetting(db, putAwayKey),
  });
  return { asked };
}

function saveAnswer(deps: Deps, input: Input<'modelling.save'>): Output<'modelling.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, text } = input;
    const { month, question } =
      item === null
        ? { month: input.month, question: questionOf(input.month) }
        : getDraft(db, 'modellingAnswer', item).body;
    if (month > thisMonth(deps)) throw new AppError('date_in_future', 'this month has not come yet');
    if (item === null && draftsOf(db, 'modellingAnswer').some(({ body }) => body.month === month)) {
      throw new AppError('conflict', 'this month has an answer already');
    }
    const body = { month, question, text };
    return keepEntry(deps, { kind: 'modellingAnswer', item, body, isEmpty: text.trim() === '' });
  });
}

function putAway(deps: Deps, { month }: Input<'modelling.putAway'>): Output<'modelling.putAway'> {
  if (month > thisMonth(deps)) throw new AppError('date_in_future', 'this month has not come yet');
  writeSetting(deps.vault.db(), putAwayKey, month);
  return {};
}

function listAnswers(deps: Deps): Output<'modelling.list'> {
  const answers = draftsOf(deps.vault.db(), 'modellingAnswer')
    .map(({ item, body }) => ({ item, ...body }))
    .sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0));
  return { answers };
}

function thisMonth({ platform }: Deps): string {
  return monthIn(platform.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

export const modellingApi = {
  'modelling.asked': askedNow,
  'modelling.save': saveAnswer,
  'modelling.putAway': putAway,
  'modelling.list': listAnswers,
} as const;

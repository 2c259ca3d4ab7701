import type { Input, Output } from '../../../shared/contract/index.ts';
import {
  type FeelingChange,
  type FeelingList,
  foldFeelingList,
  isFreeWord,
  isSameWord,
  mayHide,
} from '../../../shared/model/feelingList.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf } from '../items/read.ts';

function listFeelings(deps: Deps): Output<'feelings.list'> {
  return { families: listOf(deps) };
}

function changeFeelings(deps: Deps, input: Input<'feelings.change'>): Output<'feelings.change'> {
  inOneTransaction(deps, () => {
    for (const word of input.remove ?? []) undo(deps, word, ['added', 'hidden']);
    for (const word of input.putBack ?? []) undo(deps, word, ['hidden']);
    for (const { family, word } of input.add ?? []) {
      if (!isFreeWord(listOf(deps), word))
        throw new AppError('bad_input', 'this word is on the list already');
      keep(deps, { change: 'added', family, word });
    }
    for (const word of input.hide ?? []) {
      if (!mayHide(listOf(deps), word)) throw new AppError('bad_input', 'there is no such word on the list');
      if (changesOf(deps, word, ['hidden']).length === 0) keep(deps, { change: 'hidden', word });
    }
  });
  return {};
}

/** One line a call, for api.ts. */
export const feelingsApi = {
  'feelings.list': listFeelings,
  'feelings.change': changeFeelings,
} as const;

function listOf(deps: Deps): FeelingList {
  return foldFeelingList(draftsOf(deps.vault.db(), 'feelingChange').map(({ body }) => body));
}

function keep(deps: Deps, body: FeelingChange): void {
  saveDraft(deps, { kind: 'feelingChange', space: whoAmI(deps.vault.db()).selfSpace, body });
}

/** On two computers the same may have been done twice: all of it goes. Throws 'bad_input' when there is nothing to undo. */
function undo(deps: Deps, word: string, which: readonly FeelingChange['change'][]): void {
  const items = changesOf(deps, word, which);
  if (items.length === 0) throw new AppError('bad_input', 'nothing was done to this word');
  for (const item of items) eraseItem(deps, item);
}

function changesOf(deps: Deps, word: string, which: readonly FeelingChange['change'][]): string[] {
  return draftsOf(deps.vault.db(), 'feelingChange')
    .filter(({ body }) => which.includes(body.change) && isSameWord(body.word, word))
    .map(({ item }) => item);
}

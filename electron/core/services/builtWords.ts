import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, spaceOf } from '../items/read.ts';

function getWords(deps: Deps, input: Input<'builtWords.get'>): Output<'builtWords.get'> {
  return { body: wordsFor(deps, input.about)?.body ?? null };
}

function saveWords(deps: Deps, input: Input<'builtWords.save'>): Output<'builtWords.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { about, body } = input;
    if (about !== null) spaceOf(db, about);
    const known = wordsFor(deps, about);
    saveDraft(deps, {
      kind: 'builtWords',
      ...(known === undefined ? {} : { item: known.item }),
      space: whoAmI(db).selfSpace,
      subject: about,
      body,
    });
    return {};
  });
}

function throwAway(deps: Deps, input: Input<'builtWords.throwAway'>): Output<'builtWords.throwAway'> {
  inOneTransaction(deps, () => {
    for (const { item, subject } of draftsOf(deps.vault.db(), 'builtWords')) {
      if (subject === input.about) eraseItem(deps, item);
    }
  });
  // The write-ahead log holds earlier states of what was erased; after this it is empty.
  deps.vault.db().pragma('wal_checkpoint(TRUNCATE)');
  return {};
}

function wordsFor(deps: Deps, about: string | null) {
  return draftsOf(deps.vault.db(), 'builtWords').find(({ subject }) => subject === about);
}

/** One line a call, for api.ts. */
export const builtWordsApi = {
  'builtWords.get': getWords,
  'builtWords.save': saveWords,
  'builtWords.throwAway': throwAway,
} as const;

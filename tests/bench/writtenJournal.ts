import { dispatch } from '../../electron/core/dispatch.ts';
import { inOneTransaction, saveDraft } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import type { Input, Method, Output } from '../../shared/contract/index.ts';
import { readCorpus } from '../support/corpus.ts';
import { type Journal, openJournal } from '../support/openJournal.ts';
import { pageOf } from '../support/pages.ts';

export const entryCount = 10_000;
const wordsEach = 250;
/** In three entries of ten thousand. */
export const rareWord = 'quillwort';

export type WrittenJournal = Journal & {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
};

/**
 * A journal of 10,000 pages of 250 words, one a day: the words of the diary, in their order, twice and a half. `key` null:
 * the same in plaintext.
 */
export function writeJournal(root: string, name: string, key: Uint8Array | null): WrittenJournal {
  const journal = openJournal(root, name, key);
  const space = whoAmI(journal.db).selfSpace;
  for (let from = 0; from < entryCount; from += 500) {
    inOneTransaction(journal.deps, () => {
      for (let entry = from; entry < from + 500; entry += 1) {
        saveDraft(journal.deps, { kind: 'page', space, body: pageOf(entryText(entry), entryDate(entry)) });
      }
    });
  }
  journal.db.pragma('wal_checkpoint(TRUNCATE)');
  async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await dispatch(journal.deps, method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
    return result.value as Output<M>;
  }
  return { ...journal, call };
}

let words: readonly string[] | null = null;

export function entryText(entry: number): string {
  words ??= readCorpus().flatMap((one) => one.text.split(/\s+/));
  const from = (entry * wordsEach) % (words.length - wordsEach);
  const own = words.slice(from, from + wordsEach).join(' ');
  return entry % 4000 === 17 ? `${own} ${rareWord}` : own;
}

export function entryDate(entry: number): string {
  return new Date(Date.UTC(1999, 0, 1) + entry * 86_400_000).toISOString().slice(0, 10);
}

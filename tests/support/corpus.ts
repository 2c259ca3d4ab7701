import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The realistic corpus: 3,413 dated diary entries in the public domain, beside the repository. */
export const corpusPath = resolve(import.meta.dirname, '../../../shared/data/pepys.jsonl');

export type Entry = { readonly date: string; readonly text: string };

export function readCorpus(): Entry[] {
  if (!existsSync(corpusPath)) {
    throw new Error(
      `These tests need the diary at ${corpusPath}: put the shared folder beside the repository.`,
    );
  }
  return readFileSync(corpusPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

import { corpusPath, readCorpus } from '../support/corpus.ts';
import { startCoreWithVault } from '../support/core.ts';
import { type Figure, figureOf } from './figure.ts';

/** The whole diary into an empty vault, each page saved, listed and searchable. */
export async function importDiary(runs: number): Promise<Figure[]> {
  const expected = readCorpus().length;
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const core = await startCoreWithVault();
    const start = performance.now();
    const { imported } = await core.call('pages.import', { batch: 'bench', path: corpusPath });
    samples.push((performance.now() - start) / 1000);
    if (imported !== expected) throw new Error(`${imported} of ${expected} entries came in`);
    core.close();
  }
  return [
    figureOf({ id: 'import', what: 'import of 3,413 entries', unit: 's', bound: 15, by: 'median', samples }),
  ];
}

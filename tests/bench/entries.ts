import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from '../support/core.ts';
import { pageOf } from '../support/pages.ts';
import { type Figure, figureOf, median } from './figure.ts';
import { entryDate, entryText, rareWord, type WrittenJournal, writeJournal } from './writtenJournal.ts';

type Task = {
  readonly id: string;
  readonly what: string;
  readonly bound: number;
  readonly by: 'median' | 'p95';
  /** Calls a run. */
  readonly times: number;
  readonly run: (journal: WrittenJournal, turn: number) => Promise<unknown>;
};

let saves = 0;

const search = (id: string, what: string, query: string): Task => ({
  id: `search.${id}`,
  what: `newest 20 with snippets, ${what}, p95`,
  bound: 10,
  by: 'p95',
  times: 40,
  run: (journal) =>
    journal.call('search.find', { query, language: 'en-GB', order: 'newest', before: null, limit: 20 }),
});

const tasks: readonly Task[] = [
  search('rare', 'a rare word', `${rareWord} `),
  search('common', 'a common word', 'the '),
  search('two-words', 'two words', 'lord office '),
  search('phrase', 'a phrase', '"to the office"'),
  search('prefix', 'a three-letter prefix', 'com'),
  search('prefix-common', 'a three-letter prefix that is a common word', 'the'),
  {
    id: 'save',
    what: 'durable save of a page being written (250 words), p50',
    bound: 3,
    by: 'median',
    times: 60,
    run: async (journal, turn) => {
      const item = await itemAt(journal, 5000);
      const body = pageOf(
        `${entryText(5000)} ${turn} ${journal.platform.randomBytes(4).join(' ')}`,
        entryDate(5000),
      );
      const start = performance.now();
      await journal.call('pages.save', { item, body });
      return performance.now() - start;
    },
  },
  {
    id: 'save-another',
    what: 'durable save of the first change to a page long in the index, p50',
    bound: 3,
    by: 'median',
    times: 60,
    run: async (journal, turn) => {
      const entry = (turn * 131 + saves++) % 10_000;
      const item = await itemAt(journal, entry);
      const body = pageOf(`${entryText(entry)} and more`, entryDate(entry));
      const start = performance.now();
      await journal.call('pages.save', { item, body });
      const taken = performance.now() - start;
      // A person pauses here too, and the search index follows.
      await setTimeout(320);
      return taken;
    },
  },
  {
    id: 'entry',
    what: 'one entry, p50',
    bound: 1,
    by: 'median',
    times: 100,
    run: async (journal, turn) => {
      const item = await itemAt(journal, (turn * 97) % 10_000);
      const start = performance.now();
      await journal.call('pages.get', { item });
      return performance.now() - start;
    },
  },
  {
    id: 'timeline',
    what: 'one stretch of the list (60 pages), p50',
    bound: 2,
    by: 'median',
    times: 100,
    run: (journal, turn) =>
      journal.call('pages.list', { before: null, upTo: entryDate((turn * 89) % 10_000), limit: 60 }),
  },
];

/** At 10,000 entries of 250 words; each also against the same build on plaintext SQLite, in turns with it. */
export async function entries(runs: number): Promise<Figure[]> {
  const folder = temporaryFolder();
  const encrypted = writeJournal(folder, 'encrypted', randomBytes(32));
  const plain = writeJournal(folder, 'plain', null);
  const figures: Figure[] = [];
  for (const task of tasks) {
    const ours: number[] = [];
    const ratios: number[] = [];
    await runOnce(task, encrypted);
    await runOnce(task, plain);
    for (let run = 0; run < runs; run += 1) {
      const own = await runOnce(task, encrypted);
      const theirs = await runOnce(task, plain);
      ours.push(...own);
      ratios.push(median(own) / median(theirs));
    }
    const { id, what, bound, by } = task;
    figures.push(figureOf({ id, what, unit: 'ms', bound, by, samples: ours }));
    figures.push(ratioFigure(id, ratios));
  }
  encrypted.db.close();
  plain.db.close();
  rmSync(folder, { recursive: true });
  return figures;
}

/** The cost of the cipher: medians of each run, encrypted over plaintext. */
export function ratioFigure(id: string, samples: readonly number[]): Figure {
  const what = `${id} against plaintext SQLite`;
  return figureOf({ id: `${id}.ratio`, what, unit: '×', bound: 2, by: 'median', inclusive: true, samples });
}

async function runOnce(task: Task, journal: WrittenJournal): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < task.times; turn += 1) {
    const start = performance.now();
    const own = await task.run(journal, turn);
    // A task that has to prepare something times itself.
    samples.push(typeof own === 'number' ? own : performance.now() - start);
  }
  return samples;
}

async function itemAt(journal: WrittenJournal, entry: number): Promise<string> {
  const { pages } = await journal.call('pages.list', { before: null, upTo: entryDate(entry), limit: 1 });
  return pages[0]?.item ?? '';
}

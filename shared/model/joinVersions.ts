import type { z } from 'zod';
import { episodeBodySchema } from './episode.ts';
import { joinEpisodes } from './joinEpisodes.ts';
import { joinFields } from './joinFields.ts';
import { type PageBody, pageBodySchema } from './page.ts';
import { type Block, normaliseProse, type Prose } from './prose.ts';

/** Above this many compared pairs of paragraphs the two versions are shown instead of joined: it would take too long. */
const largestTable = 4_000_000;

/** A stretch of the common paragraphs, `start` up to but not including `end`, and what stands there instead. */
type Change = { readonly start: number; readonly end: number; readonly blocks: readonly Block[] };

/**
 * Joins two versions of the same text, both written from `base`, paragraph by paragraph. Null when both changed the same
 * paragraph: then a person looks. No word that either wrote is lost, and what one of them took out stays out. Paragraphs
 * that both added at the same place stand one after the other, those of `first` first.
 */
export function joinProse(base: Prose, first: Prose, second: Prose): Prose | null {
  const old = normaliseProse(base).blocks;
  const one = changesBetween(old, normaliseProse(first).blocks);
  const other = changesBetween(old, normaliseProse(second).blocks);
  if (one === null || other === null) return null;
  const added = other.filter((change) => !one.some((known) => isSame(known, change)));
  if (added.some((change) => one.some((known) => overlaps(known, change)))) return null;
  const blocks = applyChanges(old, [...one, ...added]);
  return { format: 1, blocks };
}

/**
 * Joins two versions of a private page: its sections each by itself, everything else (date, title, what it is for) when at most one
 * of the two changed it. Null when a person has to look.
 */
export function joinPages(base: PageBody, first: PageBody, second: PageBody): PageBody | null {
  const { sections: old, ...baseRest } = base;
  const { sections: ones, ...firstRest } = first;
  const { sections: others, ...secondRest } = second;
  const rest = joinFields(baseRest, firstRest, secondRest);
  if (rest === null) return null;
  const prompts = (sections: PageBody['sections']) => JSON.stringify(sections.map(({ prompt }) => prompt));
  if (prompts(ones) !== prompts(old) || prompts(others) !== prompts(old)) return null;
  const sections = old.flatMap((section, index) => {
    const one = ones[index];
    const other = others[index];
    const prose = one && other ? joinProse(section.prose, one.prose, other.prose) : null;
    return prose === null ? [] : [{ prompt: section.prompt, prose }];
  });
  if (sections.length !== old.length) return null;
  const joined = pageBodySchema.safeParse({ ...rest, sections });
  return joined.success ? joined.data : null;
}

/** The same for a body of any kind: equal ones are one, pages and episodes are joined, everything else is for a person to look at. */
export function joinBodies(kind: string, base: unknown, first: unknown, second: unknown): unknown {
  if (JSON.stringify(first) === JSON.stringify(second)) return first;
  if (kind === 'page') return joinParsed(pageBodySchema, joinPages, [base, first, second]);
  if (kind === 'episode') return joinParsed(episodeBodySchema, joinEpisodes, [base, first, second]);
  return null;
}

function joinParsed<B>(
  schema: z.ZodType<B>,
  join: (base: B, first: B, second: B) => B | null,
  bodies: readonly [unknown, unknown, unknown],
): B | null {
  const [base, first, second] = bodies.map((body) => schema.safeParse(body).data);
  return base && first && second ? join(base, first, second) : null;
}

function isSame(one: Change, other: Change): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    JSON.stringify(one.blocks) === JSON.stringify(other.blocks)
  );
}

function overlaps(one: Change, other: Change): boolean {
  return one.start < other.end && other.start < one.end;
}

/** At the same place what was added comes before what was replaced; the sort is stable, so the first person's stay first. */
function applyChanges(old: readonly Block[], changes: readonly Change[]): Block[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  const blocks: Block[] = [];
  let at = 0;
  for (const change of sorted) {
    blocks.push(...old.slice(at, change.start), ...change.blocks);
    at = change.end;
  }
  return [...blocks, ...old.slice(at)];
}

/** What turns `old` into `next`, by a longest common subsequence of paragraphs. Null when that would take too long. */
function changesBetween(old: readonly Block[], next: readonly Block[]): Change[] | null {
  const before = old.map((block) => JSON.stringify(block));
  const after = next.map((block) => JSON.stringify(block));
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const kept = commonPairs(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  if (kept === null) return null;
  const changes: Change[] = [];
  let [start, from] = [head, head];
  const ends: readonly (readonly [number, number])[] = [
    ...kept.map(([i, j]) => [i + head, j + head] as const),
    [before.length - tail, after.length - tail],
  ];
  for (const [end, to] of ends) {
    if (end > start || to > from) changes.push({ start, end, blocks: next.slice(from, to) });
    [start, from] = [end + 1, to + 1];
  }
  return changes;
}

/** Indexes of paragraphs that both have, in order. Null when the table would be too large. */
function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] | null {
  const width = after.length + 1;
  if ((before.length + 1) * width > largestTable) return null;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode24 } from '../../build/nodeVersion.ts';
import type { Figure, Group } from './figure.ts';

requireNode24();

// Loaded when it is its turn, so that no group runs in a process warmed up by another's imports.
const groups: Readonly<Record<string, () => Promise<Group>>> = {
  entries: async () => (await import('./entries.ts')).entries,
  unlock: async () => (await import('./unlock.ts')).unlock,
  exchange: async () => (await import('./exchange.ts')).exchange,
  import: async () => (await import('./importDiary.ts')).importDiary,
  start: async () => (await import('./start.ts')).start,
  lookingBack: async () => (await import('./lookingBack.ts')).lookingBack,
};

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Math.max(5, Number(values.runs));
const figures: Figure[] = [];
for (const [name, load] of Object.entries(groups)) {
  if (values.only !== undefined && !values.only.includes(name)) continue;
  const own = await (await load())(runs);
  process.stdout.write(own.map(rowOf).join(''));
  figures.push(...own);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
const missed = figures.filter((figure) => !figure.holds);
process.stdout.write(`${figures.length} figures, ${missed.length} beyond their bound\n`);
process.exitCode = missed.length === 0 ? 0 : 1;

function rowOf({ id, n, unit, median, min, max, p95, bound, holds, what }: Figure): string {
  const figure = (value: number) => String(value).padStart(7);
  const head = `${holds ? 'holds ' : 'MISSED'} ${id.padEnd(20)} n=${String(n).padStart(4)}`;
  return `${head} median${figure(median)} min${figure(min)} max${figure(max)} p95${figure(p95)} bound${figure(bound)} ${unit.padEnd(2)} ${what}\n`;
}

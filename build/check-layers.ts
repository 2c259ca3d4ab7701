import { glob, readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { checkedFolders, findViolations, isChecked, type Source } from './layers.ts';

const root = resolve(import.meta.dirname, '..');

const sources: Source[] = [];
for await (const path of glob(`{${checkedFolders.join(',')}}/**/*.{ts,tsx}`, { cwd: root })) {
  const name = path.split(sep).join('/');
  if (isChecked(name)) sources.push({ path: name, text: await readFile(resolve(root, path), 'utf8') });
}

const violations = findViolations(sources);
for (const { path, why } of violations) console.error(`${path} ${why}`);
console.error(`Layers: ${sources.length} files, ${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;

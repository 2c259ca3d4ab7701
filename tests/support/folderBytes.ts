import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file below a folder with the hash of its bytes: two equal answers mean that nothing was changed. */
export function folderBytes(folder: string): Record<string, string> {
  const entries = filesBelow(folder).map((path) => [
    relative(folder, path),
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  ]);
  return Object.fromEntries(entries);
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .sort()
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

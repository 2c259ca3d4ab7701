import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesBelow } from './folderBytes.ts';

/** Every file below a folder as a path from it, with slashes; none when the folder is away. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder).map((path) => relative(folder, path).split(sep).join('/'));
}

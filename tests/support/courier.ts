import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import type { TestCore } from './core.ts';
import { filesIn } from './filesIn.ts';

/** A vault with its own copy of the shared folder, as a sync tool would keep it on each machine. */
export type End = { readonly core: TestCore; readonly folder: string };

/** In which state a file reaches the other end. */
export type Handling = 'whole' | 'part' | 'again' | 'conflictName' | 'temporaryName';

/** Copies of one folder for several vaults that shared it until now: from here on only the courier carries files. */
export function separateFolders(root: string, shared: string, cores: readonly TestCore[]): End[] {
  return cores.map((core, index) => {
    const folder = join(root, `copy-${index}`);
    cpSync(shared, folder, { recursive: true, preserveTimestamps: true });
    return { core, folder };
  });
}

/** Carries one file (`<space>/<device>/<name>`) from one copy of the folder into another. */
export function carryFile(from: End, to: End, name: string, how: Handling): void {
  const bytes = readFileSync(join(from.folder, name));
  const path = join(to.folder, name);
  mkdirSync(dirname(path), { recursive: true });
  switch (how) {
    case 'whole':
      writeFileSync(path, bytes);
      return;
    case 'part':
      if (!existsSync(path)) writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
      return;
    case 'again': {
      writeFileSync(path, bytes);
      const later = statSync(path).mtimeMs / 1000 + 7;
      utimesSync(path, later, later);
      return;
    }
    case 'conflictName':
      writeFileSync(path.replace(/\.age$/, '.sync-conflict-20261122-101010-ABCDEFG.age'), bytes);
      return;
    case 'temporaryName':
      writeFileSync(join(dirname(path), `.syncthing.${name.split('/').at(-1)}.tmp`), bytes.subarray(0, 40));
      return;
  }
}

/** Takes a file out of every copy, as a disk or a hasty hand would. */
export function loseFile(ends: readonly End[], name: string): void {
  for (const end of ends) rmSync(join(end.folder, name), { force: true });
}

/** Packet and list files in an end's copy that this end's own device wrote, in no particular order. */
export function ownFiles(end: End): string[] {
  const { id } = ownDevice(end.core.session().deps.vault.db());
  return filesIn(end.folder).filter((name) => name.split('/')[1] === id && !name.includes('conflict'));
}

/** Everything each device wrote arrives whole everywhere. Returns how many files moved. */
export function carryAll(ends: readonly End[]): number {
  let carried = 0;
  for (const from of ends) {
    for (const name of ownFiles(from)) {
      const bytes = readFileSync(join(from.folder, name));
      for (const to of ends) {
        const path = join(to.folder, name);
        if (to === from || (existsSync(path) && readFileSync(path).equals(bytes))) continue;
        carryFile(from, to, name, 'whole');
        carried += 1;
      }
    }
  }
  return carried;
}

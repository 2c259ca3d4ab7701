import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadHeader } from '../../electron/core/vault/header.ts';
import { openWithKey } from '../../electron/core/vault/unlock.ts';
import { openVault } from '../../electron/core/vault/vault.ts';
import { type CoreOptions, startCore, type TestCore, temporaryFolder } from './core.ts';

/** Vaults of people who did something once, closed, and what opens each copy of them. */
export type Originals<Who extends string> = {
  /** The folder of each is below this, by its name. */
  readonly root: string;
  readonly keys: Readonly<Record<Who, Buffer>>;
};

/** Closes the vaults that copies will be made of. */
export async function closeForCopies<Who extends string>(
  root: string,
  people: Readonly<Record<Who, TestCore>>,
): Promise<Originals<Who>> {
  const keys = {} as Record<Who, Buffer>;
  for (const who of Object.keys(people) as Who[]) {
    const core = people[who];
    keys[who] = Buffer.from(openVault(core.session().deps.vault.state).key);
    await core.lock();
    core.close();
  }
  return { root, keys };
}

/** A new folder with a copy of everything below the originals' root. */
export function copyFolders({ root: original }: Originals<string>): string {
  const root = temporaryFolder();
  cpSync(original, root, { recursive: true, preserveTimestamps: true });
  return root;
}

/**
 * A core over the copy of one vault, open: all of an unlock but Argon2id's tenth of a second, since the key is at hand. That
 * stretching was a third of all that the tests of the core did; what it is for is tested in tests/core/vault*.test.ts.
 */
export function openCopy<Who extends string>(
  { keys }: Originals<Who>,
  root: string,
  who: Who,
  options: Omit<CoreOptions, 'root'>,
): TestCore {
  const core = startCore({ ...options, root: join(root, who) });
  const { vault, platform } = core.session().deps;
  const folder = join(platform.paths.data, 'vault');
  vault.state.open = openWithKey(folder, loadHeader(folder), Buffer.from(keys[who]), platform.now());
  return core;
}

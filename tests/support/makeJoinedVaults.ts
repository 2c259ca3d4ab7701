import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { passphrase, startCore, startCoreWithVault } from './core.ts';
import { madeOnce } from './madeOnce.ts';
import { joinTwo } from './pair.ts';

/*
 * Run by itself (`node makeJoinedVaults.ts ROOT FOLDER`): two people with a vault each, under ROOT/supervisor and
 * ROOT/supervisee, who joined through FOLDER. Playwright's own loader cannot load the database driver. They join once in a whole
 * run of tests; every two are a copy of those, who chose a folder of their own.
 */
const [, , root, folder] = process.argv;
if (root === undefined || folder === undefined) throw new Error('where to?');
await madeOnce('joined', root, joinIn);
cpSync(join(root, 'shared'), folder, { recursive: true, preserveTimestamps: true });
for (const who of ['supervisor', 'supervisee']) {
  const core = startCore({ root: join(root, who), now: new Date().toISOString() });
  await core.call('vault.unlock', { passphrase });
  const space = (await core.call('pairs.list', {})).pairs[0]?.space ?? '';
  await core.call('pairs.setFolder', { space, folder });
  await core.lock();
  core.close();
}

async function joinIn(at: string): Promise<void> {
  const now = new Date().toISOString();
  const shared = join(at, 'shared');
  mkdirSync(shared, { recursive: true });
  const supervisor = await startCoreWithVault({ root: join(at, 'supervisor'), name: 'Sioned Example', now });
  const supervisee = await startCoreWithVault({ root: join(at, 'supervisee'), name: 'Amir Example', now });
  await joinTwo(supervisor, supervisee, { root: at, folder: shared });
  for (const core of [supervisor, supervisee, supervisor]) await core.call('exchange.sync', {});
  for (const core of [supervisor, supervisee]) {
    await core.call('vault.codeWritten', {});
    await core.lock();
    core.close();
  }
}

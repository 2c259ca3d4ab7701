import { join } from 'node:path';
import { startCoreWithVault } from './core.ts';
import { joinTwo } from './pair.ts';

/*
 * Run by itself (`node makeJoinedVaults.ts ROOT FOLDER`): two people with a vault each, under ROOT/supervisor and
 * ROOT/supervisee, who joined through FOLDER. Playwright's own loader cannot load the database driver.
 */
const [, , root, folder] = process.argv;
if (root === undefined || folder === undefined) throw new Error('where to?');
const now = new Date().toISOString();
const supervisor = await startCoreWithVault({ root: join(root, 'supervisor'), name: 'Sioned Example', now });
const supervisee = await startCoreWithVault({ root: join(root, 'supervisee'), name: 'Amir Example', now });
await joinTwo(supervisor, supervisee, { root, folder });
for (const core of [supervisor, supervisee, supervisor]) await core.call('exchange.sync', {});
for (const core of [supervisor, supervisee]) {
  await core.call('vault.codeWritten', {});
  await core.lock();
  core.close();
}

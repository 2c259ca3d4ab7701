import { startCoreWithVault } from './core.ts';

/* Run by itself (`node makeOwnVault.ts ROOT`): one person with an empty vault, their recovery code written down. */
const [, , root] = process.argv;
if (root === undefined) throw new Error('where to?');
const core = await startCoreWithVault({ root, name: 'Nia Example', now: new Date().toISOString() });
await core.call('vault.codeWritten', {});
await core.lock();
core.close();

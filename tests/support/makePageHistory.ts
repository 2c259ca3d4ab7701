import { join } from 'node:path';
import { passphrase, startCore } from './core.ts';
import { pageOf } from './pages.ts';

/*
 * Run by itself (`node makePageHistory.ts ROOT`): a vault under ROOT/data with one page that was written on three days,
 * which no test can wait for. Its passphrase is the tests' own.
 */
const root = process.argv[2];
if (root === undefined) throw new Error('where to?');
const core = startCore({ root, now: '2026-11-19T09:00:00.000Z' });
await core.call('vault.create', {
  name: 'Nia Example',
  passphrase,
  folder: null,
  backupFolder: join(root, 'backups'),
});
await core.call('vault.codeWritten', {});
const { item } = await core.call('pages.create', { date: '2026-11-19', promptSet: null });
for (const words of ['Thursday quillwortmarker', 'Friday, said otherwise', 'Saturday, as it stands']) {
  await core.call('pages.save', { item, body: pageOf(words, '2026-11-19') });
  core.platform.advance(86_400_000);
}
await core.lock();

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../electron/core/db/migrate.ts';
import { migrations } from '../../electron/core/db/migrations/index.ts';
import { tidyAfterUnlock } from '../../electron/core/items/tidy.ts';
import { advanceGeneration } from '../../electron/core/vault/generation.ts';
import { loadHeader, writeHeader } from '../../electron/core/vault/header.ts';
import { openWithKey } from '../../electron/core/vault/unlock.ts';
import { lockedVault } from '../../electron/core/vault/vault.ts';
import { unwrapWithPassphrase } from '../../electron/core/vault/wrap.ts';
import { passphrase, startCoreWithVault, temporaryFolder } from '../support/core.ts';
import { ratioFigure } from './entries.ts';
import { type Figure, figureOf } from './figure.ts';
import { entryCount, entryDate, entryText, writeJournal } from './writtenJournal.ts';

/** What unlocking a vault of 10,000 entries takes once the key is derived: open, check, migrate, tidy, first list. */
export async function unlock(runs: number): Promise<Figure[]> {
  const core = await startCoreWithVault();
  const file = join(core.root, 'entries.jsonl');
  const lines = Array.from({ length: entryCount }, (_, entry) =>
    JSON.stringify({ date: entryDate(entry), text: entryText(entry) }),
  );
  writeFileSync(file, lines.join('\n'));
  await core.call('pages.import', { batch: 'bench', path: file });
  await core.lock();
  const folder = join(core.platform.paths.data, 'vault');
  const loaded = loadHeader(folder);
  const plainFolder = temporaryFolder();
  writeJournal(plainFolder, 'plain', null).db.close();
  writeHeader(plainFolder, loaded.header);

  const ours: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < Math.max(runs, 15); run += 1) {
    // Derived anew each time, and not timed: opening takes it away when it closes.
    const key = await unwrapWithPassphrase(loaded.header.passphrase, passphrase, loaded.header.id);
    if (key === null) throw new Error('the passphrase does not open the vault');
    const own = await timed(() => openWithKey(folder, loadHeader(folder), key, core.platform.now()).db);
    const theirs = await timed(() => openPlain(plainFolder, 'plain.db'));
    ours.push(own);
    ratios.push(own / theirs);
  }
  core.close();
  rmSync(plainFolder, { recursive: true });
  const what = 'unlock beyond the KDF’s own time, to the first list, 10,000 entries';
  return [
    figureOf({ id: 'unlock', what, unit: 'ms', bound: 50, by: 'median', samples: ours }),
    ratioFigure('unlock', ratios),
  ];

  async function timed(open: () => Database.Database): Promise<number> {
    const start = performance.now();
    const db = open();
    const vault = { ...lockedVault(null), db: () => db };
    await tidyAfterUnlock({ platform: core.platform, vault });
    db.prepare('SELECT item FROM page ORDER BY place DESC LIMIT 60').all();
    const taken = performance.now() - start;
    db.close();
    return taken;
  }
}

/** Every step of `openWithKey` but the cipher, the header's own durable write included. */
function openPlain(folder: string, name: string): Database.Database {
  const { header } = loadHeader(folder);
  const db = new Database(join(folder, name));
  db.pragma('temp_store = MEMORY');
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  migrate(db, migrations);
  advanceGeneration({ db, key: Buffer.alloc(0), folder, header });
  return db;
}

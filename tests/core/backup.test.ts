import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsToKeep, dayOf, weekOf } from '../../electron/core/vault/retention.ts';
import { passphrase, startCore, startCoreWithVault, type TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';

const day = 86_400_000;
const later = 'nine otters under a quiet Tawe harbour';
let core: TestCore & { readonly recoveryCode: string };
let vault: string;

beforeEach(async () => {
  core = await startCoreWithVault({ now: '2026-01-05T09:30:00.000Z' });
  vault = join(core.platform.paths.data, 'vault');
});

afterEach(() => core.close());

function note(text: string): void {
  core
    .session()
    .deps.vault.db()
    .prepare("INSERT INTO setting VALUES ('note', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
    .run(text);
}

function readNote(): unknown {
  return core.session().deps.vault.db().prepare("SELECT value FROM setting WHERE key = 'note'").pluck().get();
}

test('after sixty days there are seven daily and four weekly backups', async () => {
  for (let number = 0; number < 60; number += 1) {
    await core.call('backups.make', {});
    core.platform.advance(day);
  }
  const { backups } = await core.call('backups.list', { folder: null });
  expect(backups).toHaveLength(11);
  const ages = backups.map(({ at }) => (core.platform.now().getTime() - new Date(at).getTime()) / day);
  expect(ages.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  // Four weeks beyond the seven days: at the least a Monday of its own and three Sundays.
  expect(ages.at(-1)).toBeGreaterThanOrEqual(23);
});

test('a backup is one folder with header and database, and nothing unfinished stays', async () => {
  const made = await core.call('backups.make', {});
  expect(made.folder).toMatch(/Twovoice backups[\\/][a-z2-7]{8}[\\/]2026-01-05T093000$/);
  expect(readdirSync(made.folder).sort()).toEqual(['vault.db', 'vault.json']);
  expect(readdirSync(join(made.folder, '..'))).toEqual(['2026-01-05T093000']);
  expect(await core.call('backups.state', {})).toMatchObject({
    lastAt: '2026-01-05T09:30:00.000Z',
    failure: null,
  });
});

test('a restored vault opens with the passphrase of that time, and the one before is kept aside', async () => {
  note('as it was');
  const made = await core.call('backups.make', {});
  note('as it became');
  await core.call('vault.changePassphrase', { passphrase, newPassphrase: later });
  await core.lock();

  const { movedAside } = await core.call('backups.restore', { folder: made.folder });
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'locked' });
  expect(await core.tryCall('vault.unlock', { passphrase: later })).toMatchObject({
    error: { code: 'wrong_passphrase' },
  });
  await core.call('vault.unlock', { passphrase });
  expect(readNote()).toBe('as it was');
  expect(await core.call('vault.status', {})).toMatchObject({ restored: true, rolledBack: false });

  await core.lock();
  rmSync(vault, { recursive: true });
  renameSync(movedAside ?? '', vault);
  await core.call('vault.unlock', { passphrase: later });
  expect(readNote()).toBe('as it became');
});

test('a restored vault becomes a new device with the recovery code', async () => {
  const made = await core.call('backups.make', {});
  const device = () =>
    core.session().deps.vault.db().prepare('SELECT id FROM device WHERE active = 1').pluck().all();
  const before = device();
  await core.call('backups.restore', { folder: made.folder });
  await core.call('vault.recover', { recoveryCode: core.recoveryCode, newPassphrase: passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'open', restored: false });
  expect(device()).toHaveLength(1);
  expect(device()).not.toEqual(before);
});

test('an open vault is locked by a restore', async () => {
  const made = await core.call('backups.make', {});
  await core.call('backups.restore', { folder: made.folder });
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'locked', name: null });
});

test('a new machine takes a vault from its backup', async () => {
  note('from the old machine');
  const made = await core.call('backups.make', {});
  const fresh = startCore();
  const stick = join(fresh.root, 'stick');
  cpSync(join(made.folder, '../..'), stick, { recursive: true });
  const { backups } = await fresh.call('backups.list', { folder: stick });
  expect(backups).toHaveLength(1);
  expect(await fresh.call('backups.restore', { folder: backups[0]?.folder ?? '' })).toEqual({
    movedAside: null,
  });
  await fresh.call('vault.unlock', { passphrase });
  expect(await fresh.call('vault.status', {})).toMatchObject({ name: 'Nia Example', restored: true });
  fresh.close();
});

test('a backup that is cut short, changed or has lost a file is refused and the present vault is untouched', async () => {
  const made = await core.call('backups.make', {});
  await core.lock();
  const database = readFileSync(join(made.folder, 'vault.db'));
  const header = readFileSync(join(made.folder, 'vault.json'));
  const changed = Buffer.from(database);
  changed.writeUInt8(changed.readUInt8(9000) ^ 1, 9000);
  const otherHeader = readFileSync(join(vault, 'vault.json'));
  const broken: [string, Buffer | null][] = [
    ['vault.db', database.subarray(0, database.length - 4096)],
    ['vault.db', Buffer.alloc(0)],
    ['vault.db', changed],
    ['vault.db', null],
    ['vault.json', header.subarray(0, 200)],
    ['vault.json', otherHeader],
    ['vault.json', null],
  ];
  const before = folderBytes(core.platform.paths.data);
  for (const [name, bytes] of broken) {
    if (bytes) writeFileSync(join(made.folder, name), bytes);
    else rmSync(join(made.folder, name));
    expect(await core.tryCall('backups.restore', { folder: made.folder })).toMatchObject({
      error: { code: 'backup_unusable' },
    });
    expect(folderBytes(core.platform.paths.data)).toEqual(before);
    writeFileSync(join(made.folder, 'vault.db'), database);
    writeFileSync(join(made.folder, 'vault.json'), header);
  }
  await core.call('vault.unlock', { passphrase });
});

test('a vault that is open elsewhere is not replaced', async () => {
  const made = await core.call('backups.make', {});
  const second = startCore({ root: core.root });
  expect(await second.tryCall('backups.restore', { folder: made.folder })).toMatchObject({
    error: { code: 'already_open' },
  });
  note('still here');
  expect(readNote()).toBe('still here');
  second.close();
});

test('the try-out profile takes no backup from elsewhere', async () => {
  const made = await core.call('backups.make', {});
  const trying = startCore({ tryOut: true });
  expect(await trying.tryCall('backups.restore', { folder: made.folder })).toMatchObject({
    error: { code: 'try_out_only' },
  });
  trying.close();
});

test('a restore that a crash stopped half-way is finished at the next start', async () => {
  const made = await core.call('backups.make', {});
  await core.call('backups.restore', { folder: made.folder });
  renameSync(vault, `${vault}.restoring`);
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'locked' });
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ restored: true });
});

test('a backup that fails is said and blocks nothing, and leaves nothing behind', async () => {
  const folder = join(core.root, 'stick');
  mkdirSync(folder);
  await core.call('backups.setFolder', { folder });
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder was');
  expect(await core.tryCall('backups.make', {})).toMatchObject({ ok: false });
  const { failure } = await core.call('backups.state', {});
  expect(failure).toBe('file_unwritable');
  note('still writable');
  rmSync(folder);
  await core.call('backups.make', {});
  expect(await core.call('backups.state', {})).toMatchObject({ failure: null });
  expect(await core.tryCall('backups.setFolder', { folder: join(core.root, 'nowhere') })).toMatchObject({
    error: { code: 'folder_missing' },
  });
});

test('a backup is made by itself after an unlock, once a day', async () => {
  const own = await startCoreWithVault({ automaticBackups: true });
  const count = async () => (await own.call('backups.list', { folder: null })).backups.length;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(await count()).toBe(1);
  await own.lock();
  await own.call('vault.unlock', { passphrase });
  await turn();
  expect(await count()).toBe(1);
  await own.lock();
  own.platform.advance(day);
  await own.call('vault.unlock', { passphrase });
  await turn();
  expect(await count()).toBe(2);
  own.close();
});

test('what is kept is always some of what is there: the newest, seven days, four weeks', () => {
  const instants = fc.array(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    { maxLength: 120 },
  );
  fc.assert(
    fc.property(instants, (given) => {
      const kept = backupsToKeep(given);
      expect(kept.every((instant) => given.includes(instant))).toBe(true);
      expect(kept.length).toBeLessThanOrEqual(11);
      const newest = Math.max(...given.map(Number));
      if (given.length > 0) expect(kept[0]?.getTime()).toBe(newest);
      const days = new Set(given.map(dayOf));
      expect(new Set(kept.map(dayOf)).size).toBe(kept.length);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(7, days.size));
      const weeks = kept.slice(7).map(weekOf);
      expect(new Set(weeks).size).toBe(weeks.length);
      // Keeping twice is keeping once: a run that died half-way through deleting does no harm.
      expect(backupsToKeep(kept)).toEqual(kept);
    }),
  );
});

test('weeks begin on Monday', () => {
  expect(weekOf(new Date('2026-01-05T00:00:00Z'))).toBe(weekOf(new Date('2026-01-11T23:59:59Z')));
  expect(weekOf(new Date('2026-01-04T23:59:59Z'))).toBe(weekOf(new Date('2026-01-05T00:00:00Z')) - 1);
});

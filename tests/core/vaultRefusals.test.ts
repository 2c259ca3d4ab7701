import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Header, parseHeader, serialiseHeader } from '../../electron/core/vault/header.ts';
import {
  hasSyncedPart,
  isNetworkPath,
  mountTypeFromMount,
  mountTypeFromMountinfo,
} from '../../electron/core/vault/place.ts';
import { passphrase, startCore, startCoreWithVault, type TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';

let core: TestCore;
let vault: string;

beforeEach(async () => {
  core = await startCoreWithVault();
  vault = join(core.platform.paths.data, 'vault');
});

afterEach(() => core.close());

async function refused(code: string, given = passphrase, by = core): Promise<void> {
  const before = folderBytes(core.root);
  expect(await by.tryCall('vault.unlock', { passphrase: given })).toMatchObject({
    ok: false,
    error: { code },
  });
  expect(folderBytes(core.root)).toEqual(before);
}

function changeHeader(change: (header: Header) => Record<string, unknown>): void {
  const path = join(vault, 'vault.json');
  writeFileSync(path, serialiseHeader(change(parseHeader(readFileSync(path))) as Header));
}

test('a wrong passphrase is said and changes nothing', async () => {
  await core.lock();
  await refused('wrong_passphrase', 'a wrong passphrase');
  await core.call('vault.unlock', { passphrase });
});

test('a damaged header with no good one before it is said and changes nothing', async () => {
  await core.lock();
  writeFileSync(join(vault, 'vault.json'), readFileSync(join(vault, 'vault.json')).subarray(0, 100));
  writeFileSync(join(vault, 'vault.json.prev'), '');
  await refused('damaged_vault');
});

test('a damaged header is mended from the one before it', async () => {
  await core.lock();
  writeFileSync(join(vault, 'vault.json'), 'torn');
  await refused('damaged_vault', 'a wrong passphrase');
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'open', rolledBack: false });
  expect(parseHeader(readFileSync(join(vault, 'vault.json'))).format).toBe('twovoice-vault');
});

test('a damaged database is said and changes nothing, its log included', async () => {
  const database = join(vault, 'vault.db');
  core.session().deps.vault.db().exec("INSERT INTO setting VALUES ('note', 'written just before a crash')");
  const log = readFileSync(`${database}-wal`);
  expect(log.length).toBeGreaterThan(0);
  await core.lock();
  const bytes = readFileSync(database);
  bytes.fill(7, 40, 80);
  writeFileSync(database, bytes);
  await refused('damaged_database');
  writeFileSync(database, bytes.subarray(0, 2000));
  await refused('damaged_database');
  writeFileSync(database, '');
  await refused('damaged_database');
  // The same with a write-ahead log left by a crash: it may hold the newest words.
  writeFileSync(database, bytes);
  writeFileSync(`${database}-wal`, log);
  expect(await core.tryCall('vault.unlock', { passphrase })).toMatchObject({
    error: { code: 'damaged_database' },
  });
  expect(readFileSync(`${database}-wal`).equals(log)).toBe(true);
  writeFileSync(`${database}-wal`, Buffer.alloc(9000, 3));
  await refused('damaged_database');
});

test('a missing database is said and no empty one is made', async () => {
  await core.lock();
  rmSync(join(vault, 'vault.db'));
  await refused('damaged_database');
});

test('a vault of a newer version, by its header or by its schema, is said and changes nothing', async () => {
  const schema = core.session().deps.vault.db().pragma('user_version', { simple: true }) as number;
  core
    .session()
    .deps.vault.db()
    .pragma(`user_version = ${schema + 1}`);
  await core.lock();
  await refused('newer_format');
  changeHeader((header) => ({ ...header, schema: schema + 1 }));
  await refused('newer_format');
  changeHeader((header) => ({ ...header, schema }));
  changeHeader((header) => ({ ...header, version: 2, passphrase: 'of another kind' }));
  await refused('newer_format');
});

test('a vault that is open elsewhere is said and changes nothing', async () => {
  const second = startCore({ root: core.root });
  await refused('already_open', passphrase, second);
  second.close();
});

test('costs of the key derivation beyond the bounds are refused before any work', async () => {
  await core.lock();
  const outOfBounds = [
    { memoryKiB: 1024 },
    { memoryKiB: 2_000_000 },
    { passes: 1 },
    { passes: 1000 },
    { lanes: 64 },
  ];
  for (const cost of outOfBounds) {
    const header = readFileSync(join(vault, 'vault.json'));
    changeHeader((present) => ({ ...present, passphrase: { ...present.passphrase, ...cost } }));
    writeFileSync(join(vault, 'vault.json.prev'), '');
    await refused('damaged_vault');
    writeFileSync(join(vault, 'vault.json'), header);
  }
});

test('a vault in a synchronised folder is said and changes nothing, also through a link', async () => {
  await core.lock();
  writeFileSync(join(core.platform.paths.data, '.stfolder'), '');
  await refused('synced_folder');

  const fresh = startCore();
  const synced = join(fresh.root, 'OneDrive - Cyngor', 'Journal');
  mkdirSync(synced, { recursive: true });
  symlinkSync(synced, join(fresh.root, 'plain'));
  const before = folderBytes(fresh.root);
  for (const folder of [synced, join(fresh.root, 'plain'), join(fresh.root, 'Dropbox')]) {
    expect(
      await fresh.tryCall('vault.create', { name: 'Nia', passphrase, folder, backupFolder: null }),
    ).toMatchObject({ error: { code: 'synced_folder' } });
  }
  expect(folderBytes(fresh.root)).toEqual(before);
  fresh.close();
});

test('network drives are told by their path or their file system', () => {
  expect(isNetworkPath('\\\\server\\share\\a')).toBe(true);
  expect(isNetworkPath('\\\\?\\UNC\\server\\share')).toBe(true);
  expect(isNetworkPath('\\\\?\\C:\\Users\\nia')).toBe(false);
  expect(isNetworkPath('C:\\Users\\nia')).toBe(false);
  const mounts = [
    '22 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
    '30 22 0:40 / /home/nia/h\\040drive rw - cifs //server/home rw',
    '31 22 0:41 / /mnt/away rw - fuse.sshfs nia@host: rw',
  ].join('\n');
  expect(mountTypeFromMountinfo('/home/nia/h drive/data', mounts)).toBe('cifs');
  expect(mountTypeFromMountinfo('/mnt/away', mounts)).toBe('fuse.sshfs');
  expect(mountTypeFromMountinfo('/mnt/awayday', mounts)).toBe('ext4');
  const listing = '/dev/disk3s1 on / (apfs, local)\n//nia@host/share on /Volumes/share (smbfs, nodev)';
  expect(mountTypeFromMount('/Volumes/share/journal', listing)).toBe('smbfs');
  expect(mountTypeFromMount('/Users/nia', listing)).toBe('apfs');
});

test('folders that are copied between machines are told by their name', () => {
  for (const path of [
    'C:\\Users\\nia\\OneDrive - Cyngor Sir\\x',
    '/home/nia/Dropbox (Personal)/x',
    '/Users/nia/Library/Mobile Documents/x',
    '/Users/nia/Library/CloudStorage/Box-Box/x',
    '/home/nia/Nextcloud/x',
    'G:\\My Drive\\x',
  ]) {
    expect(hasSyncedPart(path), path).toBe(true);
  }
  for (const path of ['/home/nia/boxes/x', '/home/nia/megan/x', '/home/dropboxer/x', '/var/lib/twovoice']) {
    expect(hasSyncedPart(path), path).toBe(false);
  }
});

test('the try-out profile opens no vault from elsewhere', async () => {
  await core.lock();
  const outside = join(core.root, 'outside');
  const trying = startCore({ tryOut: true });
  const input = { name: 'Nia', passphrase, folder: outside, backupFolder: null };
  expect(await trying.tryCall('vault.create', input)).toMatchObject({ error: { code: 'try_out_only' } });
  writeFileSync(join(trying.platform.paths.data, 'preferences.json'), JSON.stringify({ vaultFolder: vault }));
  await refused('try_out_only', passphrase, trying);
  trying.close();
});

import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { filesBelow } from '../support/folderBytes.ts';
import { passphrase, startCore, startCoreWithVault, type TestCore } from '../support/core.ts';

const another = 'nine otters under a quiet Tawe harbour';
const cores: TestCore[] = [];

function keep<C extends TestCore>(core: C): C {
  cores.push(core);
  return core;
}

afterEach(() => {
  for (const core of cores.splice(0)) core.close();
});

test('a new vault is open, tells its name, and tells nothing once it is locked', async () => {
  const core = keep(startCore());
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'none', name: null });
  await core.call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null });
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'open', name: 'Nia' });
  await core.lock();
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'locked', name: null });
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({
    state: 'open',
    name: 'Nia',
    rolledBack: false,
    restored: false,
  });
});

test('a vault can live in a chosen folder and is found there again', async () => {
  const core = keep(startCore());
  const folder = join(core.root, 'elsewhere');
  await core.call('vault.create', { name: 'Nia', passphrase, folder, backupFolder: null });
  await core.lock();
  expect(await core.call('vault.status', {})).toMatchObject({
    state: 'locked',
    folder: join(folder, 'Twovoice vault'),
  });
  await core.call('vault.unlock', { passphrase });
});

test('a second vault is refused where one is', async () => {
  const core = keep(await startCoreWithVault());
  const input = { name: 'Nia', passphrase, folder: null, backupFolder: null };
  expect(await core.tryCall('vault.create', input)).toMatchObject({ error: { code: 'vault_exists' } });
  await core.lock();
  expect(await core.tryCall('vault.create', input)).toMatchObject({ error: { code: 'vault_exists' } });
});

test('the recovery code opens the vault without the passphrase, as people write it, and only once', async () => {
  const core = keep(await startCoreWithVault());
  await core.lock();
  const written = ` ${core.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  const { recoveryCode: next } = await core.call('vault.recover', {
    recoveryCode: written,
    newPassphrase: another,
  });
  expect(next).not.toBe(core.recoveryCode);
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'open', name: 'Nia Example' });
  await core.lock();

  expect(await core.tryCall('vault.unlock', { passphrase })).toMatchObject({
    error: { code: 'wrong_passphrase' },
  });
  expect(
    await core.tryCall('vault.recover', { recoveryCode: core.recoveryCode, newPassphrase: another }),
  ).toMatchObject({ error: { code: 'wrong_recovery_code' } });
  await core.call('vault.unlock', { passphrase: another });
  await core.lock();
  await core.call('vault.recover', { recoveryCode: next, newPassphrase: passphrase });
});

test('the code keeps opening the root key through many recoveries', async () => {
  const core = keep(await startCoreWithVault());
  const root = () =>
    core
      .session()
      .deps.vault.db()
      .prepare("SELECT value FROM setting WHERE key LIKE 'identity.root.%'")
      .all();
  let code = core.recoveryCode;
  const [before] = root();
  for (const next of [another, passphrase, another]) {
    await core.lock();
    ({ recoveryCode: code } = await core.call('vault.recover', { recoveryCode: code, newPassphrase: next }));
  }
  const [after, wraps] = root();
  expect(after).toEqual(before);
  expect(JSON.parse((wraps as { value: string }).value)).toHaveLength(1);
});

test('a changed passphrase opens the vault and the one before does not, in neither header', async () => {
  const core = keep(await startCoreWithVault());
  expect(
    await core.tryCall('vault.changePassphrase', { passphrase: 'not it at all', newPassphrase: another }),
  ).toMatchObject({ error: { code: 'wrong_passphrase' } });
  await core.call('vault.changePassphrase', { passphrase, newPassphrase: another });
  await core.lock();
  expect(await core.tryCall('vault.unlock', { passphrase })).toMatchObject({
    error: { code: 'wrong_passphrase' },
  });
  rmSync(join(core.platform.paths.data, 'vault/vault.json'));
  expect(await core.tryCall('vault.unlock', { passphrase })).toMatchObject({
    error: { code: 'damaged_vault' },
  });
  await core.call('vault.unlock', { passphrase: another });
});

test('the same passphrase typed with composed or with loose accents opens the vault', async () => {
  const core = keep(startCore());
  const welsh = 'tŷ bach ŵyn llwyd ymhlith y grug';
  await core.call('vault.create', {
    name: 'Nia',
    passphrase: welsh.normalize('NFD'),
    folder: null,
    backupFolder: null,
  });
  await core.lock();
  await core.call('vault.unlock', { passphrase: welsh.normalize('NFC') });
});

test('a weak passphrase makes no vault, and one made of the name is weak', async () => {
  const core = keep(startCore());
  for (const weak of ['short1', 'passwordpassword', 'aaaaaaaaaaaaaaaaaaaa', 'Angharad Prydderch']) {
    const result = await core.tryCall('vault.create', {
      name: 'Angharad Prydderch',
      passphrase: weak,
      folder: null,
      backupFolder: null,
    });
    expect(result).toMatchObject({ error: { code: 'weak_passphrase' } });
  }
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'none' });
  expect(existsSync(join(core.platform.paths.data, 'vault.making'))).toBe(false);
});

test('strength is told honestly', async () => {
  const core = keep(startCore());
  const strength = (text: string, name?: string) =>
    core.call('vault.strength', { passphrase: text, ...(name === undefined ? {} : { name }) });
  expect(await strength('kestrel')).toMatchObject({ level: 'short', enough: false });
  expect(await strength('passwordpassword')).toMatchObject({ level: 'guessable', enough: false });
  expect(await strength('correct horse battery staple')).toMatchObject({ enough: false });
  expect(await strength(passphrase)).toMatchObject({ level: 'strong', enough: true });
  const blind = await strength('Angharad Prydderch');
  const knowing = await strength('Angharad Prydderch', 'Angharad Prydderch');
  expect(knowing.guessesLog10).toBeLessThan(blind.guessesLog10);
});

test('no file of the profile holds the key, the name or the recovery code in the clear', async () => {
  const core = keep(await startCoreWithVault({ name: 'Angharad-Canary' }));
  const open = core.session().deps.vault.state.open;
  const key = Buffer.from(open?.key ?? []);
  expect(key).toHaveLength(32);
  await core.call('backups.make', {});
  const code = core.recoveryCode;
  const lookFor = () => {
    const secrets = [
      key,
      Buffer.from(key.toString('hex')),
      Buffer.from(key.toString('hex').toUpperCase()),
      Buffer.from(key.toString('base64').slice(0, 40)),
      Buffer.from(key.toString('base64url').slice(0, 40)),
      Buffer.from('Angharad-Canary'),
      Buffer.from(code),
      Buffer.from(code.replaceAll('-', '')),
      Buffer.from(passphrase),
      Buffer.from('SQLite format 3'),
      Buffer.from('CREATE TABLE'),
    ];
    for (const path of filesBelow(core.root)) {
      expect(path).not.toContain(key.toString('hex'));
      const bytes = readFileSync(path);
      for (const secret of secrets) expect(bytes.includes(secret), path).toBe(false);
    }
  };
  lookFor();
  await core.lock();
  lookFor();
  expect(open?.key.equals(Buffer.alloc(32))).toBe(true);
});

test('an older database put back under a newer header is said', async () => {
  const core = keep(await startCoreWithVault());
  await core.lock();
  const database = join(core.platform.paths.data, 'vault/vault.db');
  cpSync(database, join(core.root, 'older.db'));
  await core.call('vault.unlock', { passphrase });
  await core.lock();
  cpSync(join(core.root, 'older.db'), database);
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ rolledBack: true });
  await core.lock();
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ rolledBack: true });
});

test('a crash between database and header is not taken for an older copy, not even twice', async () => {
  const core = keep(await startCoreWithVault());
  const header = join(core.platform.paths.data, 'vault/vault.json');
  await core.lock();
  const before = readFileSync(header);
  for (let crash = 0; crash < 2; crash += 1) {
    await core.call('vault.unlock', { passphrase });
    core.crash();
    // As if the run had died after its first database write: the header is still the one from before it.
    const { generation } = JSON.parse(readFileSync(header, 'utf8')).header;
    expect(generation).toBeGreaterThan(JSON.parse(before.toString('utf8')).header.generation);
  }
  await core.call('vault.unlock', { passphrase });
  const db = core.session().deps.vault.db();
  const { generation } = JSON.parse(readFileSync(header, 'utf8')).header;
  db.prepare("UPDATE setting SET value = ? WHERE key = 'vault.generation'").run(String(generation + 1));
  core.session().deps.vault.state.open?.db.close();
  core.session().deps.vault.state.open = null;
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('vault.status', {})).toMatchObject({ rolledBack: false });
  expect(JSON.parse(readFileSync(header, 'utf8')).header.generation).toBe(generation + 1);
});

test('preferences work while locked, survive a damaged file and tell no folder', async () => {
  const core = keep(startCore({ locale: 'cy-GB' }));
  expect(await core.call('preferences.get', {})).toEqual({
    language: 'cy',
    theme: 'system',
    lockAfterMinutes: 20,
    writingFont: 'serif',
  });
  await core.call('preferences.set', { theme: 'dark', lockAfterMinutes: 5 });
  expect(await core.call('preferences.get', {})).toMatchObject({ theme: 'dark', lockAfterMinutes: 5 });
  const file = join(core.platform.paths.data, 'preferences.json');
  const stored = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...stored, lockAfterMinutes: -4 }));
  expect(await core.call('preferences.get', {})).toMatchObject({ theme: 'dark', lockAfterMinutes: 20 });
  writeFileSync(file, '{"theme":"da');
  expect(await core.call('preferences.get', {})).toMatchObject({ theme: 'system' });
});

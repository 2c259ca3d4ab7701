import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { textToProse } from '../../shared/model/prose.ts';
import {
  passphrase,
  startCore,
  startCoreWithVault,
  type TestCore,
  temporaryFolder,
} from '../support/core.ts';
import { type KillableCore, spawnCore } from '../support/killableCore.ts';

const children: KillableCore[] = [];
const cores: TestCore[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  for (const core of cores.splice(0)) core.close();
});

/** Another person's contact card in a file: something real to save. */
async function cardOf(name: string): Promise<string> {
  const other = await startCoreWithVault({ name });
  cores.push(other);
  const path = join(other.root, 'card.twovoice-card');
  await other.call('contacts.exportCard', { path });
  return path;
}

function pageSaying(text: string) {
  const sections = [{ prompt: null, prose: textToProse(text) }];
  return { date: '2026-11-22', title: '', promptSet: null, sections };
}

test('what was typed is there after kill -9 one second later, and the passphrase still opens', async () => {
  const root = temporaryFolder();
  const first = startCore({ root });
  cores.push(first);
  await first.call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null });
  const { item } = await first.call('pages.create', { date: '2026-11-22', promptSet: null });
  await first.lock();

  for (const text of ['a first sentence', 'a first sentence, and a second', '']) {
    const child = spawnCore(root);
    children.push(child);
    expect(await child.call('vault.status', {})).toMatchObject({ value: { state: 'open' } });
    const body = pageSaying(text);
    expect(await child.call('pages.save', { item, body })).toMatchObject({ ok: true });
    await wait(1000);
    await child.kill();

    expect(await first.tryCall('vault.unlock', { passphrase: 'a wrong passphrase' })).toMatchObject({
      error: { code: 'wrong_passphrase' },
    });
    await first.call('vault.unlock', { passphrase });
    expect((await first.call('pages.get', { item })).body).toEqual(body);
    expect(await first.call('vault.status', {})).toMatchObject({ rolledBack: false, restored: false });
    await first.lock();
  }
});

test('killed at any moment of opening and saving, the vault opens again with its passphrase', async () => {
  const root = temporaryFolder();
  const first = startCore({ root });
  cores.push(first);
  await first.call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null });
  await first.lock();
  for (let delay = 150; delay < 900; delay += 75) {
    const child = spawnCore(root);
    children.push(child);
    child.begin('backups.make', {});
    await wait(delay);
    await child.kill();
    await first.call('vault.unlock', { passphrase });
    expect(await first.call('vault.status', {})).toMatchObject({ state: 'open', rolledBack: false });
    await first.lock();
  }
});

test('words that do not fit on a full disk stay sealed over a lock and are saved when there is room', async () => {
  const core = await startCoreWithVault();
  cores.push(core);
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: null });
  const body = pageSaying('Gwenllian waits for room. '.repeat(400));
  const unsaved = [{ method: 'pages.save', input: { item, body } }];
  fillDisk(core);
  expect(await core.tryCall('pages.save', { item, body })).toMatchObject({ error: { code: 'disk_full' } });
  await core.lock(unsaved);
  const sealed = Buffer.from(core.session().deps.vault.state.sealed ?? []);
  expect(sealed.length).toBeGreaterThan(1000);
  expect(sealed.includes('Gwenllian') || sealed.includes('pages.save')).toBe(false);

  await core.call('vault.unlock', { passphrase });
  expect((await core.call('pages.get', { item })).body).toEqual(body);
  expect(core.session().deps.vault.state.sealed).toBeNull();
});

test('words that waited and found no room in this session either are sealed again', async () => {
  const core = await startCoreWithVault();
  cores.push(core);
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: null });
  const body = pageSaying('Gwenllian goes on waiting. '.repeat(400));
  const { state } = core.session().deps.vault;
  fillDisk(core);
  state.waiting = [{ method: 'pages.save', input: { item, body } }];
  await core.tryCall('pages.create', { date: '2026-11-22', promptSet: null });
  expect(state.waiting).toHaveLength(1);
  await core.lock();
  await core.call('vault.unlock', { passphrase });
  expect((await core.call('pages.get', { item })).body).toEqual(body);
});

/** SQLite's own limit gives the same SQLITE_FULL as a disk without room. */
function fillDisk(core: TestCore): void {
  const db = core.session().deps.vault.db();
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  for (let size = 4000; size > 8; ) {
    try {
      db.prepare('INSERT INTO setting VALUES (hex(randomblob(8)), ?)').run('x'.repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

test('words sealed to one vault wait through the unlocking of another', async () => {
  const card = await cardOf('Gwenllian Elsewhere');
  const one = await startCoreWithVault();
  const two = await startCoreWithVault();
  cores.push(one, two);
  const { sealCalls } = await import('../../electron/core/vault/sealed.ts');
  const call = { method: 'contacts.takeCard', input: { path: card } };
  const sealed = await sealCalls(one.session().deps.vault.db(), [call], null);
  await one.lock();
  await two.lock();

  const wrong = startCore({ root: two.root, sealed });
  cores.push(wrong);
  await wrong.call('vault.unlock', { passphrase });
  expect(await wrong.call('contacts.list', {})).toEqual({ contacts: [] });
  await wrong.call('vault.lock', { unsaved: [] });
  const handed = (await wrong.session().ended).sealed;
  expect(handed).toEqual(sealed);

  const right = startCore({ root: one.root, sealed: handed });
  cores.push(right);
  await right.call('vault.unlock', { passphrase });
  expect(await right.call('contacts.list', {})).toMatchObject({
    contacts: [{ name: 'Gwenllian Elsewhere' }],
  });
});

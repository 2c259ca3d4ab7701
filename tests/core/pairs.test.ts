import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function pair(): Promise<TestPair> {
  const made = await joinedPair();
  open.push(made);
  return made;
}

async function person(name: string): Promise<TestCore> {
  const core = await startCoreWithVault({ name });
  open.push(core);
  return core;
}

async function cardOf(core: TestCore): Promise<string> {
  const path = join(core.root, 'me.twovoice-card');
  await core.call('contacts.exportCard', { path });
  return path;
}

test('two people who swapped cards see the same six words', async () => {
  const one = await person('One Example');
  const two = await person('Two Example');
  const { contact: atOne } = await one.call('contacts.takeCard', { path: await cardOf(two) });
  const { contact: atTwo } = await two.call('contacts.takeCard', { path: await cardOf(one) });
  expect(atOne?.words).toHaveLength(6);
  expect(atOne?.words).toEqual(atTwo?.words);
  expect(atOne?.name).toBe('Two Example');
});

test('a card whose words differ is not joined, and nothing is changed', async () => {
  const one = await person('One Example');
  const two = await person('Two Example');
  const other = await person('Two Example');
  const { contact } = await one.call('contacts.takeCard', { path: await cardOf(other) });
  const { contact: honest } = await two.call('contacts.takeCard', { path: await cardOf(one) });
  if (contact === null || honest === null) throw new Error('no card');
  const refused = await one.tryCall('pairs.join', {
    identity: contact.identity,
    words: honest.words,
    role: 'supervisor',
    folder: null,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'words_differ' } });
  expect((await one.call('pairs.list', {})).pairs).toEqual([]);
  expect((await one.call('contacts.list', {})).contacts).toMatchObject([{ state: 'unconfirmed' }]);
  await one.call('contacts.forget', { identity: contact.identity });
  expect((await one.call('contacts.list', {})).contacts).toEqual([]);
});

test('a card that was changed, cut short, or is no card is refused in words', async () => {
  const one = await person('One Example');
  const two = await person('Two Example');
  const path = await cardOf(two);
  const text = readFileSync(path, 'utf8');
  const bad = join(one.root, 'bad.twovoice-card');
  const changes = [text.replace('Two Example', 'Two Examplf'), text.slice(0, 200), '{}', 'hello', ''];
  for (const changed of changes) {
    writeFileSync(bad, changed);
    expect(await one.tryCall('contacts.takeCard', { path: bad })).toMatchObject({
      error: { code: 'not_a_card' },
    });
  }
  expect(await one.tryCall('contacts.takeCard', { path: await cardOf(one) })).toMatchObject({
    error: { code: 'own_card' },
  });
  expect(await one.tryCall('contacts.takeCard', { path: join(one.root, 'none') })).toMatchObject({
    error: { code: 'file_unreadable' },
  });
  expect((await one.call('contacts.list', {})).contacts).toEqual([]);
});

test('every byte of a card matters', async () => {
  const one = await person('One Example');
  const two = await person('Two Example');
  const text = readFileSync(await cardOf(two), 'utf8').trim();
  const bad = join(one.root, 'bad.twovoice-card');
  for (let at = 0; at < text.length; at += 37) {
    const swapped = text[at] === 'a' ? 'b' : 'a';
    writeFileSync(bad, text.slice(0, at) + swapped + text.slice(at + 1));
    const result = await one.tryCall('contacts.takeCard', { path: bad });
    expect(result.ok, `byte ${at}`).toBe(false);
  }
});

test('each sees the other’s part in the pair once packets have passed', async () => {
  const { supervisor, supervisee } = await pair();
  const [atSupervisor] = (await supervisor.call('pairs.list', {})).pairs;
  const [atSupervisee] = (await supervisee.call('pairs.list', {})).pairs;
  expect(atSupervisor).toMatchObject({
    me: { role: 'supervisor' },
    other: { name: 'Amir Example', role: 'supervisee' },
    exchange: { state: 'ready', waiting: 0, unsent: 0, setAside: [], refused: [] },
  });
  expect(atSupervisee).toMatchObject({ me: { role: 'supervisee' }, other: { role: 'supervisor' } });
});

test('when the shared folder vanishes what was shown waits, and goes when it is back', async () => {
  const { supervisor, supervisee, space, folder, sync } = await pair();
  const { renameSync } = await import('node:fs');
  renameSync(folder, `${folder}-away`);
  await supervisor.call('pairs.setRole', { space, role: 'supervisee' });
  await supervisor.call('exchange.sync', {});
  expect(await supervisor.call('pairs.get', { space })).toMatchObject({
    exchange: { state: 'folderMissing', unsent: 1 },
  });
  renameSync(`${folder}-away`, folder);
  await sync();
  expect(await supervisor.call('pairs.get', { space })).toMatchObject({
    exchange: { state: 'ready', unsent: 0 },
  });
  expect(await supervisee.call('pairs.get', { space })).toMatchObject({ other: { role: 'supervisee' } });
});

test('a vault that came back from a backup sends nothing until it is a new device, and then loses nothing', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  const backup = await supervisee.call('backups.make', {});
  await supervisee.call('sessions.create', { space, date: '2026-11-23' });
  await supervisee.call('pairs.setRole', { space, role: 'supervisor' });
  await sync();
  await supervisee.lock();
  supervisee.platform.advance(60_000);
  await supervisee.call('backups.restore', { folder: backup.folder });
  await supervisee.call('vault.unlock', { passphrase });
  await supervisee.call('pairs.setRole', { space, role: 'supervisee' });
  await supervisee.call('exchange.sync', {});
  expect(await supervisee.call('pairs.get', { space })).toMatchObject({
    exchange: { state: 'fork', unsent: 1 },
  });
  await supervisee.lock();
  await supervisee.call('vault.recover', {
    recoveryCode: supervisee.recoveryCode,
    newPassphrase: passphrase,
  });
  expect(await supervisee.call('vault.status', {})).toMatchObject({ restored: false });
  await supervisor.call('pairs.setRole', { space, role: 'supervisor' });
  await sync();
  expect(await supervisor.call('pairs.get', { space })).toMatchObject({
    other: { role: 'supervisee' },
    exchange: { state: 'ready', setAside: [] },
  });
  expect(await supervisee.call('pairs.get', { space })).toMatchObject({
    exchange: { state: 'ready', unsent: 0 },
  });
  for (const core of [supervisor, supervisee]) {
    expect((await core.call('sessions.list', { space })).sessions).toMatchObject([{ date: '2026-11-23' }]);
  }
  const card = await cardOf(supervisee);
  expect(await supervisor.tryCall('contacts.takeCard', { path: card })).toMatchObject({
    error: { code: 'conflict' },
  });
});

test('a copied vault that finds its own packet under its next number stops; a file anybody could have laid there does not brand it', async () => {
  const { supervisor, space } = await pair();
  const deps = supervisor.session().deps;
  const db = deps.vault.db();
  const own = join((await supervisor.call('pairs.get', { space })).folder ?? '', space, ownDevice(db).id);
  writeFileSync(join(own, '2.age'), 'laid by somebody');
  await supervisor.call('sessions.create', { space, date: '2026-11-23' });
  await supervisor.call('exchange.sync', {});
  expect(await supervisor.call('pairs.get', { space })).toMatchObject({ exchange: { state: 'fork' } });
  expect(await supervisor.call('vault.status', {})).toMatchObject({ rolledBack: false });
  rmSync(join(own, '2.age'));
  await supervisor.call('exchange.sync', {});
  expect(await supervisor.call('pairs.get', { space })).toMatchObject({ exchange: { state: 'ready' } });
  // The same vault as it stood before its second packet, as a copied file would have it.
  db.prepare('DELETE FROM packet_out WHERE seq = 2').run();
  await supervisor.call('sessions.create', { space, date: '2026-11-24' });
  await supervisor.call('exchange.sync', {});
  expect(await supervisor.call('vault.status', {})).toMatchObject({ rolledBack: true });
});

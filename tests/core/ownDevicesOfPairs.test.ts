import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { passphrase, type TestCore, temporaryFolder } from '../support/core.ts';
import { linkDevice } from '../support/devices.ts';
import { joinedPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const core of open.splice(0)) core.close();
});

test('Private words are never put in a folder shared with others', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const second = (await linkDevice(pair.supervisee, join(temporaryFolder(), 'second'))).core;
  open.push(second);
  const inside = join(pair.folder, 'mine');
  mkdirSync(inside);
  for (const refused of [pair.folder, inside]) {
    expect(await pair.supervisee.tryCall('devices.setFolder', { folder: refused })).toMatchObject({
      error: { code: 'pair_folder' },
    });
  }
});

test('A backup from before the second computer comes back as a new device, and the others believe it', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const old = pair.supervisee;
  const backup = await old.call('backups.make', {});
  const second = (await linkDevice(old, join(temporaryFolder(), 'second'))).core;
  open.push(second);
  await pair.sync();
  await old.call('backups.restore', { folder: backup.folder });
  const { recoveryCode } = await old.call('vault.recover', {
    recoveryCode: old.recoveryCode,
    newPassphrase: passphrase,
  });
  await old.call('vault.codeWritten', {});
  await pair.sync();
  const { session } = await old.call('sessions.create', { space: pair.space, date: '2026-12-01' });
  await pair.sync();
  expect(await pair.supervisor.call('sessions.get', { session })).toMatchObject({ session });
  const again = await linkDevice({ ...old, recoveryCode }, join(temporaryFolder(), 'again'));
  open.push(again.core);
  expect((await again.core.call('sessions.get', { session })).session).toBe(session);
});

test('A computer taken off the list is believed by nobody any more', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const old = pair.supervisee;
  const lost = (await linkDevice(old, join(temporaryFolder(), 'lost'))).core;
  open.push(lost);
  await lost.call('pairs.setFolder', { space: pair.space, folder: pair.folder });
  await pair.sync();
  const before = await lost.call('sessions.create', { space: pair.space, date: '2026-12-01' });
  await lost.call('exchange.sync', {});
  await pair.sync();
  await pair.supervisor.call('sessions.get', before);
  const { devices } = await old.call('devices.list', {});
  const id = devices.find(({ isThis }) => !isThis)?.id ?? '';
  await old.call('devices.remove', { id, recoveryCode: old.recoveryCode });
  await pair.sync();
  const after = await lost.call('sessions.create', { space: pair.space, date: '2026-12-02' });
  await lost.call('exchange.sync', {});
  await pair.sync();
  for (const core of [pair.supervisor, old]) {
    expect(await core.tryCall('sessions.get', after)).toMatchObject({ error: { code: 'not_found' } });
  }
  await lost.call('exchange.sync', {});
  const { exchange } = await lost.call('pairs.get', { space: pair.space });
  expect(exchange.state).toBe('notListed');
});

test('Shown words changed on two computers: everybody sees the same one, and their owner chooses which stays', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const old = pair.supervisee;
  const { session } = await old.call('sessions.create', { space: pair.space, date: '2026-12-01' });
  const showTopic = async (core: TestCore, item: string | null, title: string) => {
    const saved = await core.call('sessions.saveTopic', { session, item, title });
    const { mine } = await core.call('sessions.get', { session });
    const stamp = mine.find((draft) => draft.item === saved.item)?.stamp ?? '';
    await core.call('sessions.show', { item: saved.item, stamp });
    return saved.item;
  };
  const item = await showTopic(old, null, 'A visit');
  await pair.sync();
  const second = (await linkDevice(old, join(temporaryFolder(), 'second'))).core;
  open.push(second);
  await second.call('pairs.setFolder', { space: pair.space, folder: pair.folder });
  const meetAll = async () => {
    for (let round = 0; round < 3; round += 1) {
      await second.call('exchange.sync', {});
      await pair.sync();
    }
  };
  await meetAll();
  await showTopic(old, item, 'A visit, from the train');
  second.platform.advance(60_000);
  await showTopic(second, item, 'A visit, from the desk');
  await meetAll();
  const seen = async (core: TestCore) => JSON.stringify((await core.call('sessions.get', { session })).view);
  for (const core of [pair.supervisor, old, second]) expect(await seen(core)).toContain('from the desk');
  for (const core of [old, second]) {
    const [conflict] = (await core.call('devices.conflicts', {})).conflicts;
    expect(conflict).toMatchObject({ item, isShared: true, isErasedElsewhere: false });
    expect(conflict?.versions.map(({ text }) => text.split('\n')[0])).toEqual([
      'A visit, from the desk',
      'A visit, from the train',
    ]);
  }
  expect((await pair.supervisor.call('devices.conflicts', {})).conflicts).toEqual([]);
  const [conflict] = (await old.call('devices.conflicts', {})).conflicts;
  old.platform.advance(120_000);
  await old.call('devices.choose', { item, keep: conflict?.versions[1]?.hash ?? '' });
  await meetAll();
  for (const core of [pair.supervisor, old, second]) {
    expect(await seen(core)).toContain('from the train');
    expect((await core.call('devices.conflicts', {})).conflicts).toEqual([]);
  }
}, 60_000);

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import type { TestCore } from '../support/core.ts';
import { carryAll, carryFile, type End, ownFiles, separateFolders } from '../support/courier.ts';
import { folded } from '../support/folded.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { mountSmallDisk } from '../support/smallDisk.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

async function look(core: TestCore) {
  await core.call('exchange.sync', {});
  return (await core.call('pairs.get', { space: pair.space })).exchange;
}

function plan(core: TestCore, date: string) {
  return core.call('sessions.create', { space: pair.space, date });
}

function plannedBy(core: TestCore): string[] {
  const db = core.session().deps.vault.db();
  return statementsOf(db, 'session', pair.space)
    .map((one) => one.body.date)
    .sort();
}

function deviceOf(core: TestCore): string {
  return ownDevice(core.session().deps.vault.db()).id;
}

/** From now on each has a copy of the folder. */
async function apart(): Promise<End[]> {
  const ends = separateFolders(pair.supervisor.root, pair.folder, [pair.supervisor, pair.supervisee]);
  for (const { core, folder } of ends) await core.call('pairs.setFolder', { space: pair.space, folder });
  return ends;
}

describe('a folder that vanishes', () => {
  test('keeps what is shown here waiting, says so, and goes on by itself when it is back', async () => {
    const away = `${pair.folder}-away`;
    renameSync(pair.folder, away);
    await plan(pair.supervisor, '2026-12-01');
    expect(await look(pair.supervisor)).toMatchObject({ state: 'folderMissing', unsent: 1 });
    expect(await look(pair.supervisee)).toMatchObject({ state: 'folderMissing', unsent: 0 });
    renameSync(away, pair.folder);
    expect(await look(pair.supervisor)).toMatchObject({ state: 'ready', unsent: 0 });
    expect(await look(pair.supervisee)).toMatchObject({ state: 'ready' });
    expect(plannedBy(pair.supervisee)).toEqual(['2026-12-01']);
  });

  test('in the middle of a round harms nothing, whenever it is', async () => {
    const away = `${pair.folder}-away`;
    for (let turn = 0; turn < 20; turn += 1) {
      await plan(pair.supervisor, `2026-12-${String(turn + 1).padStart(2, '0')}`);
      const rounds = [pair.supervisor.call('exchange.sync', {}), pair.supervisee.call('exchange.sync', {})];
      for (let tick = 0; tick < turn; tick += 1) await new Promise(setImmediate);
      renameSync(pair.folder, away);
      await Promise.all(rounds);
      if (turn % 3 === 0) await pair.sync();
      rmSync(pair.folder, { recursive: true, force: true });
      renameSync(away, pair.folder);
    }
    await pair.sync();
    expect(plannedBy(pair.supervisee)).toHaveLength(20);
    expect(await folded(pair.supervisee, pair.space)).toBe(await folded(pair.supervisor, pair.space));
    for (const core of [pair.supervisor, pair.supervisee])
      expect(await look(core)).toMatchObject({ state: 'ready', waiting: 0, unsent: 0, setAside: [] });
  });

  test('and leaves an empty one in its place, as an unmounted drive does, is filled again only with what is new', async () => {
    const away = `${pair.folder}-away`;
    renameSync(pair.folder, away);
    mkdirSync(pair.folder);
    await plan(pair.supervisor, '2026-12-01');
    expect(await look(pair.supervisor)).toMatchObject({ state: 'ready', unsent: 0 });
    const own = join(pair.space, deviceOf(pair.supervisor));
    const names = Object.keys(folderBytes(pair.folder)).filter((name) => name.startsWith(own));
    expect(names).toHaveLength(1);
    renameSync(join(pair.folder, names[0] ?? ''), join(away, names[0] ?? ''));
    rmSync(pair.folder, { recursive: true });
    renameSync(away, pair.folder);
    await pair.sync();
    expect(plannedBy(pair.supervisee)).toEqual(['2026-12-01']);
  });
});

describe('a file that is not all there', () => {
  test('growing in place is taken in when its last byte has come, and before that is named as incomplete', async () => {
    const [supervisor, supervisee] = await apart();
    if (supervisor === undefined || supervisee === undefined) throw new Error('two ends');
    const before = ownFiles(supervisor);
    await plan(pair.supervisor, '2026-12-01');
    await pair.supervisor.call('exchange.sync', {});
    const name = ownFiles(supervisor).find((one) => !before.includes(one)) ?? '';
    const bytes = readFileSync(join(supervisor.folder, name));
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 12)) {
      writeFileSync(join(supervisee.folder, name), bytes.subarray(0, length));
      expect((await look(pair.supervisee)).setAside).toMatchObject([{ code: 'packet_truncated' }]);
    }
    carryFile(supervisor, supervisee, name, 'whole');
    expect(await look(pair.supervisee)).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
    expect(plannedBy(pair.supervisee)).toEqual(['2026-12-01']);
  });

  test('because iCloud keeps only a placeholder of it is waited for in words, and taken in when it comes', async () => {
    const ends = await apart();
    const [supervisor, supervisee] = ends;
    if (supervisor === undefined || supervisee === undefined) throw new Error('two ends');
    const before = ownFiles(supervisor);
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      await plan(pair.supervisor, date);
      await pair.supervisor.call('exchange.sync', {});
    }
    const [first, ...later] = ownFiles(supervisor)
      .filter((one) => !before.includes(one))
      .sort();
    if (first === undefined) throw new Error('three packets');
    const placeholder = first.replace(/([^/]+)$/, '.$1.icloud');
    writeFileSync(join(supervisee.folder, placeholder), 'bplist00');
    for (const name of later) carryFile(supervisor, supervisee, name, 'whole');
    expect(await look(pair.supervisee)).toMatchObject({ state: 'ready', waiting: 2, setAside: [] });
    expect(plannedBy(pair.supervisee)).toEqual([]);
    rmSync(join(supervisee.folder, placeholder));
    carryAll(ends);
    expect(await look(pair.supervisee)).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
    expect(plannedBy(pair.supervisee)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });
});

describe('a folder that may not be written to', () => {
  test('is still read; what is shown here waits and says why, and goes when it may be', async () => {
    const readOnly = readOnlyFolder(pair.folder);
    try {
      await pair.supervisee.call('pairs.setFolder', { space: pair.space, folder: readOnly.folder });
      await pair.supervisor.call('pairs.setFolder', { space: pair.space, folder: readOnly.folder });
      await plan(pair.supervisor, '2026-12-01');
      await look(pair.supervisor);
      readOnly.protect();
      await plan(pair.supervisee, '2026-12-02');
      expect(await look(pair.supervisee)).toMatchObject({ state: 'cannotWrite', unsent: 1, setAside: [] });
      expect(plannedBy(pair.supervisee)).toContain('2026-12-01');
      readOnly.release();
      expect(await look(pair.supervisee)).toMatchObject({ state: 'ready', unsent: 0 });
      await look(pair.supervisor);
      expect(plannedBy(pair.supervisor)).toContain('2026-12-02');
    } finally {
      readOnly.remove();
    }
  });

  test('nothing of another’s device is ever changed, and a read-only file of theirs is read', async () => {
    await plan(pair.supervisor, '2026-12-01');
    await pair.supervisor.call('exchange.sync', {});
    const theirs = join(pair.folder, pair.space, deviceOf(pair.supervisor));
    for (const name of Object.keys(folderBytes(theirs))) chmodSync(join(theirs, name), 0o444);
    chmodSync(theirs, 0o555);
    const before = folderBytes(theirs);
    expect(await look(pair.supervisee)).toMatchObject({ state: 'ready', setAside: [] });
    expect(plannedBy(pair.supervisee)).toEqual(['2026-12-01']);
    expect(folderBytes(theirs)).toEqual(before);
    chmodSync(theirs, 0o755);
  });
});

describe('clocks that are years apart', () => {
  test('do not decide what is newest or what comes first: chains do, on both sides alike', async () => {
    const { supervisor, supervisee, space } = pair;
    supervisor.platform.setNow('2041-01-01T00:00:00.000Z');
    supervisee.platform.setNow('2003-01-01T00:00:00.000Z');
    const { session } = await plan(supervisor, '2026-12-01');
    await pair.sync();
    const say = async (core: TestCore, item: string | null, text: string) => {
      const saved = await core.call('sessions.saveVoice', { session, place: 'howWeWork', item, text });
      const page = await core.call('sessions.get', { session });
      const stamp = page.mine.find((one) => one.item === saved.item)?.stamp ?? '';
      await core.call('sessions.show', { item: saved.item, stamp });
      await core.call('exchange.sync', {});
      return saved.item;
    };
    const hers = await say(supervisor, null, 'first, in 2041');
    supervisor.platform.setNow('1999-01-01T00:00:00.000Z');
    await say(supervisor, hers, 'second, in 1999');
    const his = await say(supervisee, null, 'one, in 2003');
    supervisee.platform.setNow('2060-01-01T00:00:00.000Z');
    await say(supervisee, his, 'two, in 2060');
    supervisee.platform.setNow('1980-01-01T00:00:00.000Z');
    await say(supervisee, his, 'three, in 1980');
    await pair.sync();
    const voices = async (core: TestCore) =>
      (await core.call('sessions.get', { session })).view.howWeWork.voices.map((voice) => voice.text);
    expect(await voices(supervisor)).toEqual(['three, in 1980', 'second, in 1999']);
    expect(await voices(supervisee)).toEqual(await voices(supervisor));
    expect(await folded(supervisee, space)).toBe(await folded(supervisor, space));
  });
});

/** Root may write anywhere that permissions forbid, so for root it is a disk that is mounted read-only. */
function readOnlyFolder(fallback: string) {
  if (process.getuid?.() !== 0) {
    const set = (mode: number) => execFileSync('chmod', ['-R', mode.toString(8), fallback]);
    return {
      folder: fallback,
      protect: () => set(0o555),
      release: () => set(0o755),
      remove: () => set(0o755),
    };
  }
  const disk = mountSmallDisk(8);
  if (disk === null) throw new Error('this test needs to mount a disk, or not to run as root');
  const remount = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, disk.folder]);
  return {
    folder: disk.folder,
    protect: () => remount('ro'),
    release: () => remount('rw'),
    remove: disk.remove,
  };
}

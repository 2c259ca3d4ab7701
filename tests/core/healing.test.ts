import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { say } from '../../electron/core/items/commit.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import type { TestCore } from '../support/core.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let pair: TestPair;
/** The supervisee's own copy of the shared folder, as a sync tool would keep one. */
let copy: string;

beforeEach(async () => {
  pair = await joinedPair();
  copy = `${pair.folder}-copy`;
  mkdirSync(copy);
  carry(pair.folder, copy);
  carry(copy, pair.folder);
  await pair.supervisee.call('pairs.setFolder', { space: pair.space, folder: copy });
});
afterEach(() => pair.close());

/** Copies what the other folder does not have, but for the files that get lost on the way. */
function carry(from: string, to: string, lost: readonly string[] = []): void {
  for (const path of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const name = join(path.parentPath, path.name).slice(from.length + 1);
    if (lost.includes(name) || existsSync(join(to, name))) continue;
    mkdirSync(join(to, name, '..'), { recursive: true });
    copyFileSync(join(from, name), join(to, name));
  }
}

function deviceOf(core: TestCore): string {
  return ownDevice(core.session().deps.vault.db()).id;
}

async function meet(core: TestCore, date: string): Promise<void> {
  await core.call('sessions.create', { space: pair.space, date });
  await core.call('exchange.sync', {});
}

async function dates(core: TestCore): Promise<string[]> {
  await core.call('exchange.sync', {});
  const { sessions } = await core.call('sessions.list', { space: pair.space });
  return sessions.map((session) => session.date).sort();
}

async function exchangeOf(core: TestCore) {
  await core.call('exchange.sync', {});
  return (await core.call('pairs.get', { space: pair.space })).exchange;
}

test('a packet that never came is asked for after five minutes and everything is said again', async () => {
  const { supervisor, supervisee, folder, space } = pair;
  await meet(supervisor, '2026-11-01');
  await meet(supervisor, '2026-11-02');
  const lost = [join(space, deviceOf(supervisor), '2.age')];
  carry(folder, copy, lost);
  expect(await exchangeOf(supervisee)).toMatchObject({ waiting: 1 });
  expect(await dates(supervisee)).toEqual([]);

  supervisee.platform.advance(4 * minute);
  const before = await unsentAndSent(supervisee);
  await supervisee.call('exchange.sync', {});
  expect(await unsentAndSent(supervisee)).toBe(before);

  supervisee.platform.advance(2 * minute);
  await supervisee.call('exchange.sync', {});
  carry(copy, folder);
  await supervisor.call('exchange.sync', {});
  carry(folder, copy, lost);
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02']);
  expect(await exchangeOf(supervisee)).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });

  await meet(supervisor, '2026-11-03');
  carry(folder, copy, lost);
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
});

test('who does not want to wait asks at once, and one answer is enough', async () => {
  const { supervisor, supervisee, folder, space } = pair;
  await meet(supervisor, '2026-11-01');
  await meet(supervisor, '2026-11-02');
  const lost = [join(space, deviceOf(supervisor), '2.age')];
  carry(folder, copy, lost);
  await supervisee.call('exchange.sync', {});
  await supervisee.call('exchange.askAgain', { space });
  await supervisee.call('exchange.askAgain', { space });
  carry(copy, folder);
  const before = await unsentAndSent(supervisor);
  await supervisor.call('exchange.sync', {});
  await supervisor.call('exchange.sync', {});
  expect(await unsentAndSent(supervisor)).toBe(before + 1);
  carry(folder, copy, lost);
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02']);
});

test('a late file that everything was said again without changes nothing when it comes', async () => {
  const { supervisor, supervisee, folder, space } = pair;
  await meet(supervisor, '2026-11-01');
  await meet(supervisor, '2026-11-02');
  carry(folder, copy, [join(space, deviceOf(supervisor), '2.age')]);
  await supervisee.call('exchange.sync', {});
  await supervisee.call('exchange.askAgain', { space });
  carry(copy, folder);
  await supervisor.call('exchange.sync', {});
  carry(folder, copy, [join(space, deviceOf(supervisor), '2.age')]);
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02']);
  carry(folder, copy);
  expect(await exchangeOf(supervisee)).toMatchObject({ waiting: 0, setAside: [] });
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02']);
});

test('in another, empty folder everything is said again', async () => {
  const { supervisor, supervisee, space } = pair;
  await meet(supervisor, '2026-11-01');
  const other = `${pair.folder}-other`;
  mkdirSync(other);
  await supervisor.call('pairs.setFolder', { space, folder: other });
  await supervisee.call('pairs.setFolder', { space, folder: other });
  await supervisor.call('exchange.sync', {});
  expect(await dates(supervisee)).toEqual(['2026-11-01']);
});

test('what everybody has is taken out of the folder after a week, and nothing is lost by it', async () => {
  const { supervisor, supervisee, space } = pair;
  await supervisee.call('pairs.setFolder', { space, folder: pair.folder });
  const own = join(pair.folder, space, deviceOf(supervisor));
  await meet(supervisor, '2026-11-01');
  await meet(supervisee, '2026-11-02');
  await pair.sync();
  expect(readdirSync(own).sort()).toEqual(['1.age', '2.age']);
  supervisor.platform.advance(8 * day);
  await supervisor.call('exchange.sync', {});
  expect(readdirSync(own)).toEqual([]);
  await meet(supervisor, '2026-11-03');
  await pair.sync();
  expect(readdirSync(own)).toEqual(['3.age']);
  expect(await dates(supervisee)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  expect(await exchangeOf(supervisee)).toMatchObject({ waiting: 0, setAside: [] });
});

test('a packet that somebody has not acknowledged stays, however old', async () => {
  const { supervisor, space } = pair;
  const own = join(pair.folder, space, deviceOf(supervisor));
  await meet(supervisor, '2026-11-01');
  supervisor.platform.advance(400 * day);
  await supervisor.call('exchange.sync', {});
  expect(readdirSync(own)).toContain('2.age');
});

test('who only reads says once a day that words arrived, and no more than that', async () => {
  const { supervisor, supervisee, space } = pair;
  await supervisee.call('pairs.setFolder', { space, folder: pair.folder });
  await meet(supervisor, '2026-11-01');
  const before = await unsentAndSent(supervisee);
  supervisee.platform.advance(minute);
  await supervisee.call('exchange.sync', {});
  expect(await unsentAndSent(supervisee)).toBe(before);
  for (let hour = 0; hour < 72; hour += 6) {
    supervisee.platform.advance(day / 4);
    supervisor.platform.advance(day / 4);
    await supervisee.call('exchange.sync', {});
    await supervisor.call('exchange.sync', {});
  }
  expect(await unsentAndSent(supervisee)).toBe(before + 1);
});

test('a folder whose files were all deleted is filled again for whoever still needs them', async () => {
  const { supervisor, supervisee, folder, space } = pair;
  await meet(supervisor, '2026-11-01');
  rmSync(join(folder, space), { recursive: true });
  await supervisor.call('exchange.sync', {});
  carry(folder, copy);
  expect(await dates(supervisee)).toEqual(['2026-11-01']);
});

async function unsentAndSent(core: TestCore): Promise<number> {
  const row = core
    .session()
    .deps.vault.db()
    .prepare('SELECT count(*) FROM packet_out WHERE space = ?')
    .pluck()
    .get(pair.space);
  return Number(row);
}

test('more words than one packet may hold are said again in as many as it takes', async () => {
  const { supervisor, supervisee, space } = pair;
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-11-01' });
  const deps = supervisor.session().deps;
  for (let voice = 0; voice < 200; voice += 1) {
    const text = `${voice} ${'ŵ'.repeat(40_000)}`;
    say(deps, { kind: 'voice', space, subject: session, body: { part: 'beforeWeGo', text, scribed: null } });
  }
  const other = `${pair.folder}-other`;
  mkdirSync(other);
  await supervisor.call('exchange.sync', {});
  await supervisor.call('pairs.setFolder', { space, folder: other });
  await supervisee.call('pairs.setFolder', { space, folder: other });
  await pair.sync();
  const files = readdirSync(join(other, space, deviceOf(supervisor)));
  expect(files.length).toBeGreaterThan(1);
  const { view } = await supervisee.call('sessions.get', { session });
  expect(view.beforeWeGo.voices).toHaveLength(200);
});

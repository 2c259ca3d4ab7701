import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { adversary } from '../support/adversary.ts';
import { type TestCore, startCoreWithVault } from '../support/core.ts';
import { linkDevice } from '../support/devices.ts';
import { folded } from '../support/folded.ts';
import { joinedPair, joinTwo, type TestPair } from '../support/pair.ts';

const minute = 60_000;
let pair: TestPair;
const open: TestCore[] = [];

beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => {
  for (const core of open.splice(0)) core.close();
  pair.close();
});

const deviceOf = (core: TestCore) => ownDevice(core.session().deps.vault.db()).id;

async function exchangeOf(core: TestCore, space = pair.space) {
  await core.call('exchange.sync', {});
  return (await core.call('pairs.get', { space })).exchange;
}

function plan(core: TestCore, date: string, space = pair.space) {
  return core.call('sessions.create', { space, date });
}

function planned(core: TestCore): string[] {
  const db = core.session().deps.vault.db();
  return statementsOf(db, 'session', pair.space)
    .map((one) => one.body.date)
    .sort();
}

test('who says to have packets of mine that I never wrote stops the exchange with themselves, and with nobody else', async () => {
  const { supervisee, supervisor, space, folder } = pair;
  const other = await startCoreWithVault({
    root: `${folder}-other`,
    name: 'Mair Example',
    now: '2026-11-22T09:00:00.000Z',
  });
  open.push(other);
  const elsewhere = `${folder}-elsewhere`;
  mkdirSync(elsewhere);
  const theirSpace = await joinTwo(other, supervisee, { root: `${folder}-other`, folder: elsewhere });
  const evil = adversary(supervisor, supervisee, space, folder);
  await evil.lay(evil.payload([evil.revision({})], { acks: { [deviceOf(supervisee)]: 4_000_000 } }));
  expect(await exchangeOf(supervisee)).toMatchObject({ state: 'fork' });
  expect(planned(supervisee)).toHaveLength(1);
  expect(await supervisee.call('vault.status', {})).toMatchObject({ rolledBack: false, restored: false });
  await plan(supervisee, '2026-12-01', theirSpace);
  expect(await exchangeOf(supervisee, theirSpace)).toMatchObject({ state: 'ready', unsent: 0 });
});

test('who asks again and again for everything is answered once in ten minutes', async () => {
  const { supervisee, supervisor, space, folder } = pair;
  await plan(supervisee, '2026-12-01');
  await exchangeOf(supervisee);
  const evil = adversary(supervisor, supervisee, space, folder);
  const own = join(folder, space, deviceOf(supervisee));
  const before = readdirSync(own).length;
  for (let ask = 0; ask < 20; ask += 1) {
    await evil.lay(evil.payload([], { asks: { [deviceOf(supervisee)]: 1 } }));
    await exchangeOf(supervisee);
  }
  expect(readdirSync(own).length).toBeLessThanOrEqual(before + 1);
  supervisee.platform.advance(11 * minute);
  await evil.lay(evil.payload([], { asks: { [deviceOf(supervisee)]: before + 2 } }));
  await exchangeOf(supervisee);
  expect(readdirSync(own).length).toBeLessThanOrEqual(before + 2);
});

test('an old folder put back takes nothing from anybody, and both go on in it', async () => {
  const { supervisee, supervisor, folder, space } = pair;
  const old = `${folder}-old`;
  await plan(supervisor, '2026-12-01');
  await pair.sync();
  cpSync(folder, old, { recursive: true });
  for (let day = 2; day < 7; day += 1) {
    await plan(day % 2 === 0 ? supervisor : supervisee, `2026-12-0${day}`);
    await pair.sync();
  }
  await plan(supervisor, '2026-12-07');
  await supervisor.call('exchange.sync', {});
  const before = planned(supervisor);
  rmSync(folder, { recursive: true });
  cpSync(old, folder, { recursive: true });
  for (const core of [supervisor, supervisee]) {
    expect(await exchangeOf(core)).toMatchObject({ state: 'ready', setAside: [] });
  }
  await plan(supervisee, '2026-12-08');
  for (let round = 0; round < 4; round += 1) {
    await pair.sync();
    for (const core of [supervisor, supervisee]) core.platform.advance(6 * minute);
  }
  expect(planned(supervisor)).toEqual([...before, '2026-12-08']);
  expect(await folded(supervisee, space)).toBe(await folded(supervisor, space));
  for (const core of [supervisor, supervisee])
    expect(await exchangeOf(core)).toMatchObject({ state: 'ready', waiting: 0, setAside: [], unsent: 0 });
});

test('what a newer program of mine wrote on another computer is held whole here, unread, and goes on from here unchanged', async () => {
  const { supervisee, supervisor, folder, space } = pair;
  const { core: desktop } = await linkDevice(supervisee, `${folder}-desktop`, {
    now: '2026-11-22T09:00:00.000Z',
  });
  open.push(desktop);
  await desktop.call('pairs.setFolder', { space, folder });
  for (const core of [supervisee, supervisor, desktop, supervisee, supervisor]) {
    await core.call('exchange.sync', {});
  }
  const newer = adversary(desktop, supervisee, space, folder);
  const revision = newer.revision({
    minReader: 2,
    format: 2,
    kind: 'dream',
    body: { of: 'gŵydd', deep: [1, { two: null }] },
    unknown: 'kept',
  });
  // Its packet reaches the laptop alone.
  const path = await newer.lay(newer.payload([revision], { list: 2 }));
  expect(await exchangeOf(supervisee)).toMatchObject({ state: 'ready', setAside: [] });
  rmSync(path);
  expect(heldBytes(supervisee, revision.hash)).toBe(revision.bytes);
  expect(heldBytes(supervisor, revision.hash)).toBeNull();

  // The supervisor misses something of the laptop's, asks, and is told everything again.
  await plan(supervisee, '2026-12-01');
  await supervisee.call('exchange.sync', {});
  await plan(supervisee, '2026-12-02');
  await supervisee.call('exchange.sync', {});
  const own = join(folder, space, deviceOf(supervisee));
  const numbers = readdirSync(own)
    .map((name) => Number(name.replace('.age', '')))
    .sort((a, b) => a - b);
  rmSync(join(own, `${numbers.at(-2)}.age`));
  for (let round = 0; round < 3; round += 1) {
    await pair.sync();
    for (const core of [supervisor, supervisee]) core.platform.advance(6 * minute);
  }
  expect(planned(supervisor)).toEqual(['2026-12-01', '2026-12-02']);
  expect(heldBytes(supervisor, revision.hash)).toBe(revision.bytes);
  expect(existsSync(path)).toBe(false);
});

function heldBytes(core: TestCore, hash: string): string | null {
  const db = core.session().deps.vault.db();
  const bytes = db.prepare('SELECT bytes FROM held WHERE hash = ?').pluck().get(hash);
  return typeof bytes === 'string' ? bytes : null;
}

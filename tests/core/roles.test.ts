import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { startCoreWithVault } from '../support/core.ts';
import { signingPair } from '../support/signingPair.ts';
import { joinedPair, joinTwo, type TestPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0).reverse()) thing.close();
});

type Middle = {
  readonly below: TestPair;
  /** Supervises in one pair, is supervised in the other. */
  readonly sioned: TestCore;
  readonly beca: TestCore;
  /** Where Beca supervises Sioned. */
  readonly ownSupervision: string;
  sync(): Promise<void>;
};

async function supervisorWithSupervisor(): Promise<Middle> {
  const below = await joinedPair();
  open.push(below);
  const sioned = below.supervisor;
  const folder = join(below.folder, '..', 'above');
  mkdirSync(folder);
  const beca = await startCoreWithVault({ name: 'Beca Example' });
  open.push(beca);
  const space = await joinTwo(beca, sioned, { root: join(folder, '..'), folder });
  async function sync(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      for (const core of [sioned, beca, below.supervisee]) await core.call('exchange.sync', {});
    }
  }
  await sync();
  return { below, sioned, beca, ownSupervision: space, sync };
}

test('one person supervises in one pair and is supervised in another: each page knows by its own pair', async () => {
  const { below, sioned, ownSupervision } = await supervisorWithSupervisor();
  for (const [space, role, names] of [
    [below.space, 'supervisor', { supervisee: 'Amir Example', supervisor: 'Sioned Example' }],
    [ownSupervision, 'supervisee', { supervisee: 'Sioned Example', supervisor: 'Beca Example' }],
  ] as const) {
    const { agreement } = await sioned.call('agreements.begin', { space });
    expect(await sioned.call('agreements.get', { agreement })).toMatchObject({ me: role, names });
    expect(await sioned.call('standards.get', { space })).toMatchObject({ me: role, names });
    expect(await sioned.call('time.get', { space })).toMatchObject({ me: role, names });
    const { session } = await sioned.call('sessions.create', { space, date: '2026-11-20' });
    expect(await sioned.call('sessions.get', { session })).toMatchObject({
      me: role,
      members: { supervisee: { name: names.supervisee }, supervisor: { name: names.supervisor } },
    });
  }
  const { pairs } = await sioned.call('pairs.list', {});
  expect(pairs.map((pair) => [pair.other.name, pair.me.role, pair.other.role]).sort()).toEqual([
    ['Amir Example', 'supervisor', 'supervisee'],
    ['Beca Example', 'supervisee', 'supervisor'],
  ]);
});

test('what is said in one pair is in no packet, list or page of the other', async () => {
  const { below, sioned, beca, ownSupervision, sync } = await supervisorWithSupervisor();
  const { session } = await sioned.call('sessions.create', { space: ownSupervision, date: '2026-11-20' });
  await sioned.call('time.say', {
    session,
    said: { outcome: 'cancelled', minutes: null, why: 'canary-own-supervision' },
  });
  await sync();
  expect((await beca.call('time.get', { space: ownSupervision })).slots).toMatchObject([
    { sessions: [{ supervisee: { why: 'canary-own-supervision' }, supervisor: null }] },
  ]);
  expect((await below.supervisee.call('sessions.list', { space: null })).sessions).toEqual([]);
  expect(await below.supervisee.tryCall('time.get', { space: ownSupervision })).toMatchObject({
    error: { code: 'not_joined' },
  });
  expect((await sioned.call('time.get', { space: below.space })).slots).toEqual([]);
});

test('who names what does not sit right writes their own part first where they supervise, and only there', async () => {
  const { below, sioned, ownSupervision } = await supervisorWithSupervisor();
  const { item } = await sioned.call('ruptures.notice', {});
  await sioned.call('ruptures.saveNoticed', {
    item,
    noticedOn: '2026-11-20',
    happenedOn: null,
    triggers: [],
    affected: [],
    steadying: '',
    what: '',
    severity: null,
    shape: null,
    signs: [],
    frequency: null,
    touches: [],
    gate: 'no',
    draftWords: 'Can we talk about last week?',
    draftMyPart: '',
  });
  expect(await sioned.tryCall('ruptures.preview', { item, space: below.space })).toMatchObject({
    error: { code: 'my_part_first' },
  });
  expect((await sioned.tryCall('ruptures.preview', { item, space: ownSupervision })).ok).toBe(true);
});

test('who says another part of theirs later changes nothing in what both signed, and cannot make it go away', async () => {
  const pair = await signingPair();
  open.push(pair);
  const { supervisor, supervisee, session, space } = pair;
  await pair.propose(supervisor, '');
  await pair.sync();
  await pair.sign(supervisee, '');
  await pair.sync();
  const before = await supervisee.call('sessions.record', { session });
  expect(before.signed).toHaveLength(1);
  await supervisor.call('pairs.setRole', { space, role: 'supervisee' });
  await pair.sync();
  for (const core of [supervisor, supervisee]) {
    expect(await core.call('sessions.record', { session })).toEqual(before);
  }
  await supervisee.call('pairs.setRole', { space, role: 'supervisor' });
  await pair.sync();
  for (const core of [supervisor, supervisee]) {
    expect(await core.call('sessions.record', { session })).toEqual(before);
    expect(await core.call('sessions.get', { session })).toMatchObject({
      members: before.members,
      signing: { signed: [{}], ignored: [] },
    });
  }
  // Later words of a signed session are signed with the parts it was signed with.
  await pair.amend(supervisor, 'I rang the school since.');
  for (const core of [supervisor, supervisee]) {
    expect((await core.call('sessions.record', { session })).signed).toHaveLength(2);
  }
  // A new session has the new parts.
  const { session: next } = await supervisor.call('sessions.create', { space, date: '2026-11-22' });
  expect((await supervisor.call('sessions.get', { session: next })).me).toBe('supervisee');
});

import { expect, test } from 'vitest';
import { say } from '../../electron/core/items/commit.ts';
import type { Input } from '../../shared/contract/index.ts';
import { findStandard } from '../../shared/standards/index.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { pairsOfFile } from '../support/pairsOfFile.ts';

const pair = pairsOfFile();

const employers = findStandard({ id: 'lga-employers-5', version: '2020' });
if (employers === null) throw new Error('the standard for employers is not there');
const rhythm = { from: '2026-09-01', steps: employers.steps, minutes: 90 };
const standard: Omit<Input<'standards.say'>, 'space'> = {
  standard: { id: employers.id, version: employers.version },
  rhythm,
};

test('a standard one of them chose is looked at until the other says something else; then both stand and neither counts', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  await supervisor.call('standards.say', { space, ...standard });
  await sync();
  const seen = await supervisee.call('standards.get', { space });
  expect(seen).toMatchObject({ me: 'supervisee', names: { supervisee: 'Amir Example' } });
  expect(seen.view).toMatchObject({ supervisee: null, both: false, standing: { rhythm } });

  const own = { ...standard, rhythm: { ...rhythm, minutes: 60 } };
  await supervisee.call('standards.say', { space, ...own });
  await sync();
  for (const core of [supervisor, supervisee]) {
    const { view } = await core.call('standards.get', { space });
    expect(view).toMatchObject({ standing: null, both: false });
    expect([view.supervisee?.rhythm.minutes, view.supervisor?.rhythm.minutes]).toEqual([60, 90]);
  }
});

test('as you have it: the same figures, and only those that were read', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  await supervisor.call('standards.say', { space, ...standard });
  await sync();
  const read = (await supervisee.call('standards.get', { space })).view.supervisor?.hash ?? '';
  await supervisor.call('standards.say', { space, ...standard, rhythm: { ...rhythm, minutes: 75 } });
  await sync();
  expect(await supervisee.tryCall('standards.sayTheSame', { space, hash: read })).toMatchObject({
    error: { code: 'conflict' },
  });
  const { view } = await supervisee.call('standards.get', { space });
  await supervisee.call('standards.sayTheSame', { space, hash: view.supervisor?.hash ?? '' });
  await sync();
  const agreed = (await supervisor.call('standards.get', { space })).view;
  expect(agreed).toMatchObject({ both: true, standing: { rhythm: { minutes: 75 } } });
  await supervisee.call('standards.takeBack', { space });
  await sync();
  expect((await supervisor.call('standards.get', { space })).view).toMatchObject({
    supervisee: null,
    both: false,
  });
});

test('each says how the time of a session went, both see both, and the signed record holds none of it', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  await supervisor.call('standards.say', { space, ...standard });
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-10-20' });
  await sync();
  await supervisee.call('time.say', {
    session,
    said: { outcome: 'interrupted', minutes: 40, why: 'canary-called-away' },
  });
  await supervisor.call('time.say', { session, said: { outcome: 'held', minutes: 80, why: '' } });
  await sync();
  for (const core of [supervisor, supervisee]) {
    const { slots } = await core.call('time.get', { space });
    const [timed] = slots.flatMap((slot) => slot.sessions);
    expect(timed).toMatchObject({
      session,
      supervisee: { outcome: 'interrupted', minutes: 40 },
      supervisor: { outcome: 'held', minutes: 80 },
    });
  }
  const topic = await supervisee.call('sessions.saveTopic', { session, item: null, title: 'A visit' });
  const mine = (await supervisee.call('sessions.get', { session })).mine.find(
    (one) => one.item === topic.item,
  );
  await supervisee.call('sessions.show', { item: topic.item, stamp: mine?.stamp ?? '' });
  await sync();
  const preview = await supervisor.call('signing.preview', { root: session });
  expect(JSON.stringify(preview.record)).not.toContain('canary');
  await supervisor.call('signing.propose', { root: session, stamp: preview.stamp, note: '' });
  await sync();
  // Saying it anew changes nothing that is signed, and does not set the proposal aside.
  await supervisee.call('time.say', { session, said: null });
  await sync();
  const { signing } = await supervisor.call('sessions.get', { session });
  expect(signing.open).toMatchObject({ current: true });
  expect((await supervisor.call('time.get', { space })).slots.flatMap((slot) => slot.sessions)).toMatchObject(
    [{ supervisee: null }],
  );
});

test('saying it again replaces my own words, and never makes a second statement of mine', async () => {
  const { supervisee, supervisor, space, sync, folder } = await pair();
  const { session } = await supervisee.call('sessions.create', { space, date: '2026-10-20' });
  for (const minutes of [50, 60]) {
    await supervisee.call('time.say', { session, said: { outcome: 'held', minutes, why: '' } });
  }
  await supervisee.call('time.say', { session, said: null });
  await supervisee.call('time.say', { session, said: { outcome: 'held', minutes: 70, why: '' } });
  await sync();
  const { slots } = await supervisor.call('time.get', { space });
  expect(slots).toMatchObject([{ expected: null, sessions: [{ supervisee: { minutes: 70 } }] }]);
  const sent = (await packetsSeenBy(supervisor, folder)).join('\n');
  const items = sent.matchAll(/"item\\":\\"([a-z2-7]{26})\\",\\"kind\\":\\"sessionTime/g);
  const named = [...items].map(([, item]) => item);
  // What was taken back before it was sent never left; the taking back and what stands did.
  expect(named).toHaveLength(2);
  expect(new Set(named).size).toBe(1);
});

test('of two statements that two devices of mine made apart, neither comes back when I take mine back', async () => {
  const { supervisee, supervisor, space, sync } = await pair();
  const { session } = await supervisee.call('sessions.create', { space, date: '2026-10-20' });
  const { deps } = supervisee.session();
  for (const minutes of [50, 60]) {
    say(deps, {
      kind: 'sessionTime',
      space,
      subject: session,
      body: { outcome: 'held', minutes, why: '' },
    });
  }
  await supervisee.call('time.say', { session, said: { outcome: 'held', minutes: 70, why: '' } });
  await sync();
  const heard = async () =>
    (await supervisor.call('time.get', { space })).slots.flatMap((slot) => slot.sessions)[0]?.supervisee;
  expect(await heard()).toMatchObject({ minutes: 70 });
  await supervisee.call('time.say', { session, said: null });
  await sync();
  expect(await heard()).toBe(null);
});

test('how the time went is out of reach in Together mode', async () => {
  const { supervisor, space } = await pair();
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-10-20' });
  await supervisor.call('vault.codeWritten', {});
  await supervisor.call('sessions.enterTogether', { session });
  for (const [method, input] of [
    ['time.get', { space }],
    ['time.say', { session, said: null }],
    ['standards.get', { space }],
  ] as const) {
    expect(await supervisor.tryCall(method, input)).toMatchObject({ error: { code: 'locked' } });
  }
});

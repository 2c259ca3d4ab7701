import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { sealPacket } from '../../electron/core/exchange/packet.ts';
import { signFor } from '../../electron/core/exchange/signature.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { type Adversary, adversary, strangerKey } from '../support/adversary.ts';
import { packed } from '../support/packetBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let evil: Adversary;

beforeEach(async () => {
  pair = await joinedPair();
  evil = adversary(pair.supervisor, pair.supervisee, pair.space, pair.folder);
});
afterEach(() => pair.close());

async function victimState() {
  await pair.supervisee.call('exchange.sync', {});
  return (await pair.supervisee.call('pairs.get', { space: pair.space })).exchange;
}

function victimDb() {
  return pair.supervisee.session().deps.vault.db();
}

/** An honest packet after the bad one is still taken in: one bad file stops nothing. */
async function expectTheRestGoesOn() {
  await evil.lay(evil.payload([evil.revision({})]));
  const before = statementsOf(victimDb(), 'session', pair.space).length;
  await victimState();
  expect(statementsOf(victimDb(), 'session', pair.space).length).toBe(before + 1);
}

test('a packet sealed to somebody else is set aside as not for me', async () => {
  const stranger = ownDevice(pair.supervisor.session().deps.vault.db());
  const { identityToRecipient } = await import('age-encryption');
  const own = await identityToRecipient(stranger.ageIdentity);
  const sealed = await sealPacket(evil.payload([]), evil.device, [own]);
  evil.layBytes('2.age', sealed.bytes);
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_not_for_me' }]);
  await expectTheRestGoesOn();
});

test('a packet written to a third person and resealed to me is set aside as not for me', async () => {
  await evil.lay(evil.payload([], { recipients: [evil.device.id] }), '2.age');
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_not_for_me' }]);
});

test('a packet of a device nobody listed is set aside as from an unknown sender', async () => {
  const folder = join(pair.folder, pair.space, 'aaaaaaaaaaaaaaaaaaaaaaaaaa');
  mkdirSync(folder);
  writeFileSync(join(folder, '1.age'), 'anything');
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_unknown_sender' }]);
  await expectTheRestGoesOn();
});

test('a signature by another key, or stolen from other bytes, is refused before anything is unpacked', async () => {
  const bytes = packed(evil.payload([evil.revision({})]));
  evil.layBytes('2.age', await evil.sealRaw(bytes, signFor('packet', strangerKey(), bytes)));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_bad_signature' }]);
  const other = packed(evil.payload([]));
  evil.layBytes('2.age', await evil.sealRaw(bytes, signFor('packet', evil.device.sign, other)));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_bad_signature' }]);
  evil.layBytes('2.age', await evil.sealRaw(bytes, signFor('record', evil.device.sign, bytes)));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_bad_signature' }]);
  await expectTheRestGoesOn();
});

test('a hundred megabytes of zeros, compressed, are refused without unpacking them', async () => {
  const bomb = deflateRawSync(Buffer.alloc(100 * 2 ** 20));
  expect(bomb.length).toBeLessThan(200_000);
  evil.layBytes('2.age', await evil.sealRaw(bomb));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_too_large' }]);
  await expectTheRestGoesOn();
});

test('a packet whose inner number, space or previous hash is another is refused as in wrong order', async () => {
  await evil.lay(evil.payload([], { seq: 7 }), '2.age');
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_wrong_order' }]);
  await evil.lay(evil.payload([], { space: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' }), '2.age');
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_wrong_order' }]);
  const wrong = evil.payload([], { previous: 'f'.repeat(64) });
  evil.layBytes('2.age', await evil.sealRaw(packed(wrong)));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_wrong_order' }]);
  await expectTheRestGoesOn();
});

test('an old packet under a new name is told as replayed, and the chain goes on', async () => {
  copyFileSync(join(evil.folder, '1.age'), join(evil.folder, '2.age'));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_replayed' }]);
  await expectTheRestGoesOn();
});

test('another packet in the place of one that was taken in is told as replayed', async () => {
  const other = evil.payload([evil.revision({})], { seq: 1, previous: null });
  evil.layBytes('1.age', await evil.sealRaw(packed(other)));
  expect((await victimState()).setAside).toMatchObject([{ code: 'packet_replayed' }]);
  expect(statementsOf(victimDb(), 'session', pair.space)).toEqual([]);
});

test('a packet cut short is set aside at every length, and taken in once the rest has arrived', async () => {
  const path = await evil.lay(evil.payload([evil.revision({})]));
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 401) {
    writeFileSync(path, whole.subarray(0, length));
    expect((await victimState()).setAside, `${length} bytes`).toMatchObject([{ code: 'packet_truncated' }]);
  }
  writeFileSync(path, whole);
  expect((await victimState()).setAside).toEqual([]);
  expect(statementsOf(victimDb(), 'session', pair.space)).toHaveLength(1);
});

test('no changed byte of a packet is ever taken in', async () => {
  const path = await evil.lay(evil.payload([evil.revision({})]));
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 211) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    const state = await victimState();
    expect(state.setAside.length, `byte ${at}`).toBe(1);
    expect(statementsOf(victimDb(), 'session', pair.space)).toEqual([]);
  }
});

test('an early packet waits, says so, and is taken in after the one before it', async () => {
  const first = await evil.lay(evil.payload([evil.revision({})]));
  await evil.lay(evil.payload([evil.revision({})]));
  const { rmSync } = await import('node:fs');
  const bytes = readFileSync(first);
  rmSync(first);
  expect(await victimState()).toMatchObject({ waiting: 1, setAside: [] });
  expect(statementsOf(victimDb(), 'session', pair.space)).toEqual([]);
  writeFileSync(first, bytes);
  expect(await victimState()).toMatchObject({ waiting: 0, setAside: [] });
  expect(statementsOf(victimDb(), 'session', pair.space)).toHaveLength(2);
});

test('a revision by another than the owner is refused, its sender is told, and the chain goes on', async () => {
  await pair.supervisee.call('pairs.setRole', { space: pair.space, role: 'supervisee' });
  const [mine] = statementsOf(victimDb(), 'member', pair.space).filter((statement) => {
    return statement.body.role === 'supervisee';
  });
  if (mine === undefined) throw new Error('no statement');
  const stolen = evil.revision({
    item: mine.item,
    kind: 'member',
    body: { ...mine.body, role: 'supervisor' },
  });
  const forged = evil.revision({ by: mine.owner });
  const honest = evil.revision({});
  await evil.lay(evil.payload([stolen, forged, honest]));
  expect((await victimState()).setAside).toEqual([]);
  expect(statementsOf(victimDb(), 'session', pair.space).map((statement) => statement.hash)).toEqual([
    honest.hash,
  ]);
  expect((await pair.supervisee.call('pairs.get', { space: pair.space })).me.role).toBe('supervisee');
  await pair.supervisor.call('exchange.sync', {});
  const told = (await pair.supervisor.call('pairs.get', { space: pair.space })).exchange.refused;
  expect(told.map((notice) => [notice.hash, notice.code]).sort()).toEqual(
    [
      [stolen.hash, 'revision_not_owner'],
      [forged.hash, 'revision_not_owner'],
    ].sort(),
  );
});

test('a revision that is no canonical JSON, has another hash, or a private kind is refused; the rest is taken', async () => {
  const good = evil.revision({});
  const spaced = { hash: good.hash, bytes: `${good.bytes} ` };
  const other = { hash: 'a'.repeat(64), bytes: evil.revision({}).bytes };
  const page = evil.revision({
    kind: 'page',
    body: { date: '2026-01-01', title: '', promptSet: null, sections: [] },
  });
  const odd = evil.revision({
    body: JSON.parse('{"__proto__":{"polluted":true},"date":"2026-01-01","held":"held"}'),
  });
  await evil.lay(evil.payload([spaced, other, page, odd, good]));
  await victimState();
  expect(statementsOf(victimDb(), 'session', pair.space).map((statement) => statement.hash)).toEqual([
    good.hash,
  ]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('a revision of a newer format is held whole, and the rest of its packet is taken in', async () => {
  const newer = evil.revision({ minReader: 2, kind: 'dream', body: { of: 'later' } });
  await evil.lay(evil.payload([newer, evil.revision({})]));
  await victimState();
  expect(statementsOf(victimDb(), 'session', pair.space)).toHaveLength(1);
  expect(victimDb().prepare('SELECT bytes FROM held WHERE hash = ?').get(newer.hash)).toEqual({
    bytes: newer.bytes,
  });
});

test('names that are not ours, links and folders are passed over', async () => {
  for (const name of [
    '2.age.tmp',
    '2 (conflict).age',
    '02.age',
    '..age',
    '__proto__',
    'con.age',
    '.syncthing.2.age.tmp',
  ]) {
    writeFileSync(join(evil.folder, name), 'x');
  }
  symlinkSync('/etc/hostname', join(evil.folder, '2.age'));
  mkdirSync(join(evil.folder, '3.age'));
  mkdirSync(join(pair.folder, pair.space, '__proto__'));
  writeFileSync(join(pair.folder, pair.space, '__proto__', '1.age'), 'x');
  expect(await victimState()).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
});

test('our own packets lie in the folder once, under our own device, and nowhere a temporary file', async () => {
  await pair.supervisee.call('pairs.setRole', { space: pair.space, role: 'supervisee' });
  await victimState();
  const own = ownDevice(victimDb()).id;
  expect(readdirSync(join(pair.folder, pair.space, own)).sort()).toEqual(['1.age', '2.age']);
});

import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let own: string;

beforeEach(async () => {
  pair = await joinedPair();
  own = join(pair.folder, pair.space, ownDevice(pair.supervisee.session().deps.vault.db()).id);
});
afterEach(() => pair.close());

async function plan(date: string) {
  const { supervisee, space } = pair;
  await supervisee.call('sessions.create', { space, date });
  await supervisee.call('exchange.sync', {});
  const { state } = (await supervisee.call('pairs.get', { space })).exchange;
  return { state, rolledBack: (await supervisee.call('vault.status', {})).rolledBack };
}

test.each([
  ['letters of somebody else', (path: string) => writeFileSync(path, 'not a packet')],
  ['an older packet of our own', (path: string) => copyFileSync(join(own, '1.age'), path)],
  ['a file of four gigabytes', (path: string) => writeHollowFile(path)],
])('%s under our next number stop us only while they lie there', async (_what, lay) => {
  lay(join(own, '2.age'));
  expect(await plan('2026-12-01')).toEqual({ state: 'fork', rolledBack: false });
  rmSync(join(own, '2.age'));
  expect(await plan('2026-12-02')).toEqual({ state: 'ready', rolledBack: false });
  await pair.sync();
  const { sessions } = await pair.supervisor.call('sessions.list', { space: pair.space });
  expect(sessions).toHaveLength(2);
});

test('the beginning of our own packet, left by a crash, is completed', async () => {
  await plan('2026-12-01');
  const whole = readFileSync(join(own, '2.age'));
  const db = pair.supervisee.session().deps.vault.db();
  db.prepare('UPDATE packet_out SET bytes = ? WHERE seq = 2').run(whole);
  writeFileSync(join(own, '2.age'), whole.subarray(0, 700));
  expect(await plan('2026-12-02')).toEqual({ state: 'ready', rolledBack: false });
  expect(readFileSync(join(own, '2.age'))).toEqual(whole);
});

/** Takes no room on the disk. */
function writeHollowFile(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 4 * 2 ** 30);
}

import { afterEach, expect, test } from 'vitest';
import { folderBytes } from '../support/folderBytes.ts';
import { manyRepairs } from '../support/manyRepairs.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { bothAccounts, bothAgree, bothCheck, bothSettle, nameIt } from '../support/repairs.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function pair(): Promise<TestPair> {
  const made = await joinedPair();
  open.push(made);
  return made;
}

test('each looks back with their own note alone, and looking back sends and stores nothing', async () => {
  const made = await pair();
  const { supervisor, supervisee, folder } = made;
  const item = await nameIt(made);
  await bothAccounts(made, item);
  await bothAgree(made, item);
  await bothCheck(made, item);
  for (const core of [supervisor, supervisee]) core.platform.advance(9 * 86_400_000);
  await bothSettle(made, item);
  const bytes = folderBytes(folder);
  const mended = [{ mine: 'mended', theirs: 'mended' }];
  const seen = { rupture: item, state: 'settled', mended, cameBack: [] };
  expect(await supervisee.call('ruptures.lookBack', {})).toEqual({
    touched: ['power', 'identity'],
    repairs: [{ ...seen, other: 'Sioned Example', touches: ['identity', 'power'] }],
    days: null,
  });
  expect(await supervisor.call('ruptures.lookBack', {})).toEqual({
    touched: [],
    repairs: [{ ...seen, other: 'Amir Example', touches: [] }],
    days: null,
  });
  await made.sync();
  expect(folderBytes(folder)).toEqual(bytes);
});

test('two hundred repairs are looked back on, and listed, in under 100 ms each', async () => {
  const { supervisee, space } = await pair();
  await manyRepairs(supervisee, space, 200);
  const { repairs, days, touched } = await supervisee.call('ruptures.lookBack', {});
  expect([repairs.length, days, touched]).toEqual([200, { from: 5, to: 40 }, ['power', 'trust']]);
  for (const method of ['ruptures.lookBack', 'ruptures.list'] as const) {
    const times: number[] = [];
    for (let run = 0; run < 7; run += 1) times.push(await workOf(() => supervisee.call(method, {})));
    expect(Math.min(...times), method).toBeLessThan(100);
  }
});

/** Milliseconds this thread worked, whatever else the machine was busy with. */
async function workOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import type { Kind } from '../../shared/model/kinds.ts';
import { type Adversary, adversary } from '../support/adversary.ts';
import { linkDevice } from '../support/devices.ts';
import { type Gathering, repairApart } from '../support/gathering.ts';
import { expectSameEverywhere, interleaving, takeStep as move } from '../support/interleaving.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import {
  bothAccounts,
  bothAgree,
  bothCheck,
  bothSettle,
  nameIt,
  openRepair,
  takeStep,
} from '../support/repairs.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function pair(): Promise<TestPair> {
  const made = await joinedPair();
  open.push(made);
  return made;
}

const anyHash = 'a'.repeat(64);
const account = { cycle: 1, howItWas: 'how', myPart: 'part' };
const need = { cycle: 1, need: 'need', iWill: 'will', by: null };
const agreed = { cycle: 1, mine: anyHash, theirs: anyHash };
const settled = { cycle: 1, outcome: 'mended' };
const check = (round: number) => ({ cycle: 1, round, now: 'better', words: '' });

/** What a patched program may send when a repair has come this far, and no honest one could. */
const skips: [string, (made: TestPair, item: string) => Promise<void>, [Kind, object][]][] = [
  [
    'named',
    async () => undefined,
    [
      ['ruptureAccount', { ...account, cycle: 2 }],
      ['ruptureHeard', { answer: 'heard', hash: anyHash }],
      ['ruptureNeed', need],
      ['ruptureAgreed', agreed],
      ['ruptureCheck', check(1)],
      ['ruptureSettled', settled],
      ['ruptureReopened', { cycle: 2, words: 'canary-skip' }],
    ],
  ],
  [
    'told by both',
    bothAccounts,
    [
      ['ruptureNeed', { ...need, cycle: 2 }],
      ['ruptureAgreed', agreed],
      ['ruptureCheck', check(1)],
      ['ruptureSettled', settled],
    ],
  ],
  [
    'agreed',
    async (made, item) => {
      await bothAccounts(made, item);
      await bothAgree(made, item);
    },
    [
      ['ruptureCheck', check(2)],
      ['ruptureSettled', settled],
      ['ruptureReopened', { cycle: 2, words: '' }],
    ],
  ],
  [
    'checked',
    async (made, item) => {
      await bothAccounts(made, item);
      await bothAgree(made, item);
      await bothCheck(made, item);
    },
    [
      ['ruptureCheck', check(3)],
      ['ruptureSettled', { ...settled, cycle: 2 }],
      ['ruptureReopened', { cycle: 2, words: '' }],
    ],
  ],
  [
    'settled',
    async (made, item) => {
      await bothAccounts(made, item);
      await bothAgree(made, item);
      await bothCheck(made, item);
      await bothSettle(made, item);
    },
    [
      ['ruptureReopened', { cycle: 3, words: '' }],
      ['ruptureAccount', { ...account, cycle: 2 }],
    ],
  ],
];

test.each(skips)(
  'where a repair is %s, a packet that skips a stage is refused, its sender told, and nothing is changed',
  async (_stage, until, sent) => {
    const made = await pair();
    const item = await nameIt(made);
    await until(made, item);
    const { supervisor, supervisee, space } = made;
    const before = await seenBy(made, item);
    const evil = adversary(supervisor, supervisee, space, made.folder);
    const revisions = sent.map(([kind, body]) => evil.revision({ kind, subject: item, body }));
    await evil.lay(evil.payload(revisions));
    await made.sync();
    expect(await seenBy(made, item)).toBe(before);
    const { refused, setAside } = (await supervisor.call('pairs.get', { space })).exchange;
    expect(setAside).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(sent.map(() => 'stage_skipped'));
    expect(storedHashes(made)).not.toEqual(expect.arrayContaining([revisions[0]?.hash]));
    await expectTheRestGoesOn(made, evil, item);
  },
);

test('what is said in no repair, or in something that is none, is refused the same way', async () => {
  const made = await pair();
  const { supervisor, supervisee, space } = made;
  const { session } = await supervisee.call('sessions.create', { space, date: '2026-11-22' });
  const evil = adversary(supervisor, supervisee, space, made.folder);
  const nowhere = [session, 'a'.repeat(26), null].map((subject) =>
    evil.revision({ kind: 'rupturePaused', subject, body: { paused: true } }),
  );
  await evil.lay(evil.payload(nowhere));
  await made.sync();
  const { refused } = (await supervisor.call('pairs.get', { space })).exchange;
  expect(refused.map(({ code }) => code)).toEqual(['stage_skipped', 'stage_skipped', 'stage_skipped']);
});

test('where one of them has two computers a step may only be early: it is kept, and unsaid until its stage is there', async () => {
  const made = await pair();
  const item = await nameIt(made);
  const { supervisor, supervisee, space } = made;
  const { core: desktop } = await linkDevice(supervisee, join(made.supervisee.root, 'desktop'), {
    now: '2026-11-22T09:00:00.000Z',
  });
  open.push(desktop);
  await made.sync();
  const evil = adversary(supervisor, supervisee, space, made.folder);
  await evil.lay(evil.payload([evil.revision({ kind: 'ruptureNeed', subject: item, body: need })]));
  await made.sync();
  expect((await supervisor.call('pairs.get', { space })).exchange.refused).toEqual([]);
  expect((await openRepair(supervisee, item)).now.theirs.need).toBeNull();
});

test('a yes stands in a packet that says everything again after the need it was given to was taken back', async () => {
  const made = await pair();
  const item = await nameIt(made);
  const { supervisor, supervisee, space, folder } = made;
  await bothAccounts(made, item);
  await supervisor.call('ruptures.saveNeed', { item, need: 'time', iWill: '', by: null });
  await takeStep(supervisor, 'ruptures.showNeed', { item });
  await made.sync();
  await supervisee.call('ruptures.saveNeed', { item, need: 'care', iWill: '', by: null });
  await takeStep(supervisee, 'ruptures.showNeed', { item });
  const { mine, theirs } = (await openRepair(supervisee, item)).now;
  await takeStep(supervisee, 'ruptures.agree', {
    item,
    mine: mine.need?.hash ?? '',
    theirs: theirs.need?.hash ?? '',
  });
  await supervisee.call('exchange.sync', {});
  await supervisee.call('ruptures.withdraw', { item, what: 'need' });
  await supervisee.call('exchange.sync', {});
  // Both packets are lost on the way: the supervisor asks, and everything is said again.
  const own = folderOf(made);
  for (const seq of lastTwo(made)) rmSync(join(folder, space, own, `${seq}.age`));
  await supervisee.call('ruptures.pause', { item, paused: true });
  for (let round = 0; round < 4; round += 1) {
    await made.sync();
    for (const core of [supervisor, supervisee]) core.platform.advance(6 * 60_000);
  }
  expect((await supervisee.call('pairs.get', { space })).exchange.refused).toEqual([]);
  expect((await openRepair(supervisor, item)).paused.byOther).toBe(true);
});

test('whatever two people say in their repairs, and however it travels, nothing honest is ever refused', async () => {
  await fc.assert(
    fc.asyncProperty(interleaving({ minLength: 40, maxLength: 90 }), async (steps) => {
      const gathering: Gathering = await repairApart();
      open.push(gathering);
      for (const step of steps) await move(gathering, step);
      await expectSameEverywhere(gathering);
      open.pop()?.close();
    }),
    { numRuns: 3 },
  );
}, 240_000);

async function seenBy({ supervisee }: TestPair, item: string): Promise<string> {
  return toCanonical([await openRepair(supervisee, item), await supervisee.call('ruptures.list', {})]);
}

/** An honest step after the refused ones is still taken in. */
async function expectTheRestGoesOn(made: TestPair, evil: Adversary, item: string): Promise<void> {
  await evil.lay(
    evil.payload([evil.revision({ kind: 'rupturePaused', subject: item, body: { paused: true } })]),
  );
  await made.supervisee.call('exchange.sync', {});
  expect((await openRepair(made.supervisee, item)).paused.byOther).toBe(true);
}

function storedHashes({ supervisee }: TestPair): unknown[] {
  return supervisee.session().deps.vault.db().prepare('SELECT hash FROM revision').pluck().all();
}

function folderOf({ supervisee }: TestPair): string {
  const db = supervisee.session().deps.vault.db();
  return db
    .prepare("SELECT device.id FROM device JOIN identity ON identity.id = device.identity WHERE state = 'me'")
    .pluck()
    .get() as string;
}

function lastTwo({ supervisee, space }: TestPair): number[] {
  const db = supervisee.session().deps.vault.db();
  return db
    .prepare('SELECT seq FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 2')
    .pluck()
    .all(space) as number[];
}

import { afterEach, expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { filesBelow, folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import {
  bothAccounts,
  bothAgree,
  bothCheck,
  bothSettle,
  nameIt,
  note,
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

/** Goes on from the stage before until a repair is at this one. */
const stages: [string, (made: TestPair, item: string) => Promise<void>][] = [
  ['named', async () => undefined],
  ['talking', bothAccounts],
  ['agreed', bothAgree],
  ['checking', (made, item) => bothCheck(made, item)],
  ['settled', bothSettle],
  [
    'reopened',
    async (made, item) => {
      await takeStep(made.supervisor, 'ruptures.reopen', { item, words: 'again' });
      await made.sync();
    },
  ],
];

test('at every stage the gate asks each once before their next step, and a step before the answer is refused with nothing changed', async () => {
  const made = await pair();
  const item = await nameIt(made);
  const { supervisor, supervisee, folder } = made;
  // Who named it has just answered; the receiver has not.
  expect((await openRepair(supervisee, item)).isGateDue).toBe(false);
  for (const [stage, goOn] of stages) {
    await goOn(made, item);
    const before = await openRepair(supervisor, item);
    expect([before.stage, before.isGateDue], stage).toEqual([stage, true]);
    const bytes = folderBytes(folder);
    expect(await nextStep(supervisor, item, stage)).toMatchObject({
      ok: false,
      error: { code: 'stage_skipped', message: 'the gate comes before this step' },
    });
    await supervisor.call('ruptures.answerGate', { item, gate: 'no' });
    await made.sync();
    // A "no" sends nothing at all, and is not asked for again at this stage.
    expect(folderBytes(folder)).toEqual(bytes);
    expect({ ...(await openRepair(supervisor, item)), drafts: null }).toEqual({
      ...before,
      gate: 'no',
      isGateDue: false,
      drafts: null,
    });
  }
});

test('yes and not sure at any stage rest it by the very bytes of any other pause, and nothing of why is anywhere', async () => {
  const made = await pair();
  const item = await nameIt(made);
  const { supervisor } = made;
  for (const [index, [stage, goOn]] of stages.entries()) {
    await goOn(made, item);
    const gate = index % 2 === 0 ? 'yes' : 'notSure';
    const [plain, gated] = [
      await resting(made, item, () => supervisor.call('ruptures.pause', { item, paused: true })),
      await resting(made, item, () => supervisor.call('ruptures.answerGate', { item, gate })),
    ];
    expect(gated, `${gate} when ${stage}`).toEqual(plain);
    expect(gated.sent).toEqual([{ kind: 'rupturePaused', subject: item, body: { paused: true } }]);
    expect(gated.seen).toContain('"paused":{"byMe":false,"byOther":true}');
  }
});

/** Rests it by a step of the supervisor's; what that sent, and all the supervisee sees of it. Then it goes on. */
async function resting(made: TestPair, item: string, rest: () => Promise<unknown>) {
  const { supervisor, supervisee } = made;
  const sent = await sentBy(made, rest);
  const seen = JSON.stringify([
    await openRepair(supervisee, item),
    await supervisee.call('ruptures.list', {}),
  ]);
  const { gate } = await openRepair(supervisor, item);
  if (gate === 'yes' || gate === 'notSure') {
    expect(await supervisor.tryCall('ruptures.pause', { item, paused: false })).toMatchObject({
      error: { code: 'gate_closed' },
    });
  }
  await supervisor.call('ruptures.answerGate', { item, gate: 'no' });
  await supervisor.call('ruptures.pause', { item, paused: false });
  await arrive(made);
  return { sent, seen };
}

test('a rupture is named to nobody outside the space: an ended pair, a space of nobody and a space of one are refused, with nothing changed', async () => {
  const made = await pair();
  const { supervisor, supervisee, space, sync, folder } = made;
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item, ...note });
  const { hash } = await supervisee.call('ruptures.preview', { item, space });
  const before = JSON.stringify(await supervisee.call('ruptures.list', {}));
  for (const elsewhere of ['a'.repeat(26), spaceOfSelf(supervisee), spaceOfSelf(supervisor)]) {
    for (const method of ['ruptures.preview', 'ruptures.name']) {
      const input = { item, space: elsewhere, ...(method === 'ruptures.name' ? { hash } : {}) };
      expect(await supervisee.tryCall(method, input)).toMatchObject({
        ok: false,
        error: { code: 'not_joined' },
      });
    }
  }
  await supervisor.call('leaving.leave', { space });
  await sync();
  const bytes = folderBytes(folder);
  for (const method of ['ruptures.preview', 'ruptures.name']) {
    const input = { item, space, ...(method === 'ruptures.name' ? { hash } : {}) };
    expect(await supervisee.tryCall(method, input)).toMatchObject({
      ok: false,
      error: { code: 'pair_ended' },
    });
  }
  await sync();
  expect(folderBytes(folder)).toEqual(bytes);
  expect(JSON.stringify(await supervisee.call('ruptures.list', {}))).toBe(before);
});

async function nextStep(core: TestCore, item: string, stage: string): Promise<unknown> {
  switch (stage) {
    case 'named':
      return core.tryCall('ruptures.reply', { item, reply: 'talk' });
    case 'talking':
      await core.call('ruptures.saveNeed', { item, need: 'time', iWill: '', by: null });
      return core.tryCall('ruptures.showNeed', { item });
    case 'agreed':
      return core.tryCall('ruptures.check', { item, round: 1, now: 'same', words: '' });
    case 'checking':
      return core.tryCall('ruptures.settle', { item, outcome: 'mended' });
    case 'settled':
      return core.tryCall('ruptures.reopen', { item, words: '' });
    default:
      await core.call('ruptures.saveAccount', { item, howItWas: 'again', myPart: '' });
      return core.tryCall('ruptures.showAccount', { item });
  }
}

/** What a step puts into packets for the supervisee, without ids and time. */
async function sentBy(made: TestPair, step: () => Promise<unknown>): Promise<object[]> {
  const before = filesBelow(made.folder);
  await step();
  await arrive(made);
  const sent = await packetsSeenBy(made.supervisee, made.folder, before);
  return sent.flatMap((text) =>
    (JSON.parse(text) as { revisions: { bytes: string }[] }).revisions.map((revision) => {
      const { kind, subject, body } = JSON.parse(revision.bytes) as Record<string, unknown>;
      return { kind, subject, body };
    }),
  );
}

/** What the supervisor said reaches the supervisee. */
async function arrive({ supervisor, supervisee }: TestPair): Promise<void> {
  for (const core of [supervisor, supervisee]) await core.call('exchange.sync', {});
}

function spaceOfSelf(core: TestCore): string {
  const db = core.session().deps.vault.db();
  return db.prepare("SELECT id FROM space WHERE kind = 'self'").pluck().get() as string;
}

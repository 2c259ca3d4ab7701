import { expect, test } from 'vitest';
import { passphrase } from '../support/core.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { pairsOfFile } from '../support/pairsOfFile.ts';
import { bothAccounts, bothAgree, nameIt, note, openRepair, takeStep } from '../support/repairs.ts';

const pair = pairsOfFile();

test('a pause and a gate answered yes look the same from the other side, byte for byte but for ids and time', async () => {
  const made = await pair();
  const { supervisor, supervisee, folder, sync } = made;
  const item = await nameIt(made);
  const sentBy = async (step: () => Promise<unknown>) => {
    const before = await packetsSeenBy(supervisor, folder);
    await step();
    await sync();
    const sent = (await packetsSeenBy(supervisor, folder)).filter((text) => !before.includes(text));
    return sent.flatMap((text) =>
      (JSON.parse(text) as { revisions: { bytes: string }[] }).revisions.map(bodyOf),
    );
  };
  const pausing = await sentBy(() => supervisee.call('ruptures.pause', { item, paused: true }));
  await supervisee.call('ruptures.pause', { item, paused: false });
  await sync();
  const gating = await sentBy(() => supervisee.call('ruptures.answerGate', { item, gate: 'yes' }));
  expect(gating).toEqual(pausing);
  expect(gating).toEqual([{ kind: 'rupturePaused', subject: item, body: { paused: true } }]);
  const atOther = await openRepair(supervisor, item);
  expect([atOther.paused, atOther.gate, atOther.acts]).toEqual([{ byMe: false, byOther: true }, null, []]);
  expect((await openRepair(supervisee, item)).gate).toBe('yes');
});

test('a repair at rest takes no step; it is picked up only by who rested it, and not past their own gate', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  await supervisee.call('ruptures.answerGate', { item, gate: 'notSure' });
  await sync();
  for (const core of [supervisor, supervisee]) {
    await core.call('ruptures.saveAccount', { item, howItWas: 'for later', myPart: '' });
    expect(await core.tryCall('ruptures.showAccount', { item })).toMatchObject({
      error: { code: 'resting' },
    });
  }
  expect(await supervisee.tryCall('ruptures.pause', { item, paused: false })).toMatchObject({
    error: { code: 'gate_closed' },
  });
  await supervisor.call('ruptures.pause', { item, paused: false });
  await sync();
  expect((await openRepair(supervisor, item)).paused.byOther).toBe(true);
  await supervisee.call('ruptures.answerGate', { item, gate: 'no' });
  await supervisee.call('ruptures.pause', { item, paused: false });
  await sync();
  await takeStep(supervisor, 'ruptures.showAccount', { item });
});

test('shown words can be taken back until something was built on them, and stay as a draft of their author', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  await bothAccounts(made, item);
  await supervisee.call('ruptures.withdraw', { item, what: 'account' });
  await sync();
  expect((await openRepair(supervisor, item)).now.theirs.account).toBeNull();
  expect((await openRepair(supervisee, item)).drafts.account?.howItWas).toBe('supervisee how');
  expect(await supervisee.tryCall('ruptures.withdraw', { item, what: 'naming' })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await supervisor.tryCall('ruptures.withdraw', { item, what: 'naming' })).toMatchObject({
    error: { code: 'not_yours' },
  });
  await takeStep(supervisee, 'ruptures.showAccount', { item });
  await sync();
  await bothAgree(made, item);
  for (const what of ['account', 'need'] as const) {
    expect(await supervisee.tryCall('ruptures.withdraw', { item, what })).toMatchObject({
      error: { code: 'conflict' },
    });
  }
});

test('a naming that is taken back is gone for both, and its words can be found again and named anew', async () => {
  const made = await pair();
  const { supervisor, supervisee, space, sync } = made;
  const item = await nameIt(made);
  await supervisee.call('ruptures.withdraw', { item, what: 'naming' });
  await sync();
  for (const core of [supervisor, supervisee])
    expect((await core.call('ruptures.list', {})).shared).toEqual([]);
  const [back] = (await supervisee.call('ruptures.list', {})).noticed;
  expect(back?.draftWords).toBe(note.draftWords);
  await supervisee.call('ruptures.preview', { item: back?.item ?? '', space });
});

test('the words can be taken back also while the other rests it, or after they did; then it is gone for both', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  await supervisor.call('ruptures.answerGate', { item, gate: 'yes' });
  await supervisor.call('ruptures.answerGate', { item, gate: 'no' });
  await sync();
  expect((await openRepair(supervisee, item)).paused.byOther).toBe(true);
  await supervisee.call('ruptures.withdraw', { item, what: 'naming' });
  await sync();
  for (const core of [supervisor, supervisee])
    expect((await core.call('ruptures.list', {})).shared).toEqual([]);
});

test('words that are taken back stand in a note again, also when the note was deleted, or erased, since', async () => {
  const made = await pair();
  const { supervisee } = made;
  const found = async () => JSON.stringify((await supervisee.call('ruptures.list', {})).noticed);
  for (const erases of [false, true]) {
    const item = await nameIt(made);
    const repair = await openRepair(supervisee, item);
    if (repair.note === null || repair.named.state !== 'shown') throw new Error('not named');
    await supervisee.call('ruptures.removeNoticed', { item: repair.note });
    if (erases) {
      supervisee.platform.advance(40 * 86_400_000);
      await supervisee.lock();
      await supervisee.call('vault.unlock', { passphrase });
      expect((await openRepair(supervisee, item)).note).toBeNull();
    }
    await supervisee.call('ruptures.withdraw', { item, what: 'naming' });
    expect(await found()).toContain(repair.named.words);
    for (const { item: note } of (await supervisee.call('ruptures.list', {})).noticed) {
      await supervisee.call('ruptures.removeNoticed', { item: note });
    }
  }
});

test('my own words stay in sight when the other takes the naming back meanwhile', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  await supervisor.call('ruptures.saveAccount', { item, howItWas: 'still mine', myPart: '' });
  await supervisee.call('ruptures.withdraw', { item, what: 'naming' });
  await sync();
  expect((await supervisor.call('ruptures.list', {})).shared).toHaveLength(1);
  const view = await openRepair(supervisor, item);
  expect([view.named.state, view.drafts.account?.howItWas, view.acts]).toEqual(['taken', 'still mine', []]);
});

function bodyOf(revision: { bytes: string }): object {
  const { kind, subject, body } = JSON.parse(revision.bytes) as Record<string, unknown>;
  return { kind, subject, body };
}

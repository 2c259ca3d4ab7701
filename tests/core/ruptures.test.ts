import { expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { pairsOfFile } from '../support/pairsOfFile.ts';
import { bothAccounts, bothAgree, nameIt, openRepair, takeStep } from '../support/repairs.ts';

const pair = pairsOfFile();

test('from naming to settled, each step in its turn, each with their own words', async () => {
  const made = await pair();
  const { supervisor, supervisee, space, sync } = made;
  const item = await nameIt(made);
  expect((await supervisor.call('ruptures.list', {})).shared).toEqual([
    { item, space, other: 'Amir Example', stage: 'named', namedByMe: false, paused: false },
  ]);
  await takeStep(supervisor, 'ruptures.reply', { item, reply: 'talk' });
  await bothAccounts(made, item);
  const seen = await openRepair(supervisee, item);
  expect(seen.stage).toBe('talking');
  expect([seen.now.mine.account?.howItWas, seen.now.theirs.account?.howItWas]).toEqual([
    'supervisee how',
    'supervisor how',
  ]);
  await takeStep(supervisor, 'ruptures.hear', {
    item,
    hash: (await openRepair(supervisor, item)).now.theirs.account?.hash ?? '',
    answer: 'heard',
  });
  await sync();
  expect((await openRepair(supervisee, item)).now.mine.account?.heard).toBe('heard');
  await takeStep(supervisor, 'ruptures.hear', {
    item,
    hash: (await openRepair(supervisor, item)).now.theirs.account?.hash ?? '',
    answer: null,
  });
  await sync();
  expect((await openRepair(supervisee, item)).now.mine.account?.heard).toBeNull();
  await bothAgree(made, item);
  expect((await openRepair(supervisor, item)).stage).toBe('agreed');
  await takeStep(supervisee, 'ruptures.check', { item, round: 1, now: 'harder', words: 'canary-check' });
  await sync();
  expect(JSON.stringify(await openRepair(supervisor, item))).not.toContain('canary-check');
  await takeStep(supervisor, 'ruptures.check', { item, round: 1, now: 'same', words: '' });
  await sync();
  expect((await openRepair(supervisor, item)).now.rounds).toMatchObject([
    { mine: { now: 'same' }, theirs: { now: 'harder', words: 'canary-check' } },
  ]);
  await takeStep(supervisor, 'ruptures.settle', { item, outcome: 'mended' });
  await sync();
  expect((await openRepair(supervisee, item)).stage).toBe('checking');
  await takeStep(supervisee, 'ruptures.settle', { item, outcome: 'liveWithIt' });
  await sync();
  for (const core of [supervisor, supervisee]) expect((await openRepair(core, item)).stage).toBe('settled');
  await takeStep(supervisee, 'ruptures.reopen', { item, words: 'It came back on Tuesday.' });
  await sync();
  const back = await openRepair(supervisor, item);
  expect([back.stage, back.now.reopened]).toEqual([
    'reopened',
    [{ byMe: false, words: 'It came back on Tuesday.' }],
  ]);
  expect(back.earlier).toHaveLength(1);
});

test('a step whose turn has not come is refused, and nothing leaves', async () => {
  const made = await pair();
  const { supervisee, supervisor, folder, sync } = made;
  const item = await nameIt(made);
  const hash = 'a'.repeat(64);
  await supervisor.call('ruptures.answerGate', { item, gate: 'no' });
  const early = (core: TestCore) => [
    core.tryCall('ruptures.hear', { item, hash, answer: 'heard' }),
    core.tryCall('ruptures.showNeed', { item }),
    core.tryCall('ruptures.agree', { item, mine: hash, theirs: hash }),
    core.tryCall('ruptures.check', { item, round: 1, now: 'better', words: '' }),
    core.tryCall('ruptures.settle', { item, outcome: 'mended' }),
    core.tryCall('ruptures.reopen', { item, words: '' }),
  ];
  const before = folderBytes(folder);
  const refusals = await Promise.all([...early(supervisor), ...early(supervisee)]);
  for (const refused of refusals)
    expect(refused).toMatchObject({ ok: false, error: { code: 'stage_skipped' } });
  expect(await supervisee.tryCall('ruptures.reply', { item, reply: 'talk' })).toMatchObject({
    error: { code: 'stage_skipped' },
  });
  await sync();
  expect(folderBytes(folder)).toEqual(before);
  await bothAccounts(made, item);
  await bothAgree(made, item);
  await supervisor.call('ruptures.answerGate', { item, gate: 'no' });
  for (const refused of [
    await supervisor.tryCall('ruptures.settle', { item, outcome: 'mended' }),
    await supervisor.tryCall('ruptures.check', { item, round: 2, now: 'better', words: '' }),
  ]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'stage_skipped' } });
  }
});

test('an account is private until it is shown, and what was deleted before is in no packet', async () => {
  const made = await pair();
  const { supervisor, supervisee, folder, sync } = made;
  const item = await nameIt(made);
  await supervisee.call('ruptures.saveAccount', { item, howItWas: 'canary-typed-and-deleted', myPart: '' });
  await sync();
  expect((await openRepair(supervisor, item)).now.theirs.account).toBeNull();
  await supervisee.call('ruptures.saveAccount', { item, howItWas: 'I felt small.', myPart: '' });
  await takeStep(supervisee, 'ruptures.showAccount', { item });
  await sync();
  expect((await openRepair(supervisor, item)).now.theirs.account?.howItWas).toBe('I felt small.');
  expect((await packetsSeenBy(supervisor, folder)).join('\n')).not.toContain('canary');
});

test('nobody is held to a need that was changed after their yes', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  await bothAccounts(made, item);
  await bothAgree(made, item);
  await supervisor.call('ruptures.saveNeed', { item, need: 'more', iWill: 'less', by: null });
  await takeStep(supervisor, 'ruptures.showNeed', { item });
  await sync();
  const view = await openRepair(supervisee, item);
  expect([view.stage, view.now.mine.agreed]).toEqual(['talking', false]);
  const stale = view.now.mine.need?.hash ?? '';
  expect(view.isGateDue).toBe(false);
  expect(await supervisee.tryCall('ruptures.agree', { item, mine: stale, theirs: stale })).toMatchObject({
    error: { code: 'not_newest' },
  });
});

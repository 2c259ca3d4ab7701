import { afterEach, expect, test } from 'vitest';
import { ruptureGateBodySchema, ruptureNoticedBodySchema } from '../../shared/model/rupture.ts';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { bothAccounts, bothAgree, nameIt, note, openRepair, takeStep } from '../support/repairs.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function pair(now?: string): Promise<TestPair> {
  const made = await joinedPair(now);
  open.push(made);
  return made;
}

test('a private note is there for me alone: the folder and the other vault are byte-equal to never noticed', async () => {
  const { supervisee, supervisor, folder, sync } = await pair();
  await sync();
  const before = [folderBytes(folder), folderBytes(supervisor.root)];
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item, ...note, gate: 'notSure' });
  await supervisee.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisor.root)]).toEqual(before);
  expect((await supervisee.call('ruptures.list', {})).noticed).toMatchObject([
    { item, ...note, gate: 'notSure' },
  ]);
});

test('a note in which nothing was said is not listed, and is used again instead of piling up; one word anywhere lists it', async () => {
  const { supervisee } = await pair();
  const { item } = await supervisee.call('ruptures.notice', {});
  expect(await supervisee.call('ruptures.notice', {})).toEqual({ item });
  expect((await supervisee.call('ruptures.list', {})).noticed).toEqual([]);
  const opened = await supervisee.call('ruptures.open', { item });
  if (opened.kind !== 'noticed') throw new Error('this is no note');
  const { item: _item, namedAs: _namedAs, about: _about, ...empty } = opened.noticed;
  await supervisee.call('ruptures.saveNoticed', { item, ...empty, steadying: 'A walk first.' });
  expect((await supervisee.call('ruptures.list', {})).noticed).toMatchObject([{ item }]);
  await supervisee.call('ruptures.saveNoticed', { item, ...note });
  expect((await supervisee.call('ruptures.notice', {})).item).not.toBe(item);
});

test('a severity outside 1 to 5 and a day to come are refused with the reason, and nothing is changed', async () => {
  const { supervisee } = await pair();
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item, ...note });
  const before = await supervisee.call('ruptures.list', {});
  const refused: [object, string][] = [
    [{ severity: 0 }, 'bad_input'],
    [{ severity: 6 }, 'bad_input'],
    [{ severity: 2.5 }, 'bad_input'],
    [{ touches: ['colour'] }, 'bad_input'],
    [{ gate: 'maybe' }, 'bad_input'],
    [{ namedAs: item }, 'bad_input'],
    [{ noticedOn: '2026-02-30' }, 'bad_input'],
    [{ noticedOn: '2026-11-24' }, 'date_in_future'],
    [{ happenedOn: '2026-11-24' }, 'date_in_future'],
    [{ happenedOn: '2026-11-21' }, 'dates_out_of_order'],
    [{ affected: ['Mair Jones'] }, 'bad_input'],
    [{ triggers: ['weather'] }, 'bad_input'],
  ];
  for (const [change, code] of refused) {
    const result = await supervisee.tryCall('ruptures.saveNoticed', { item, ...note, ...change });
    expect(result, JSON.stringify(change)).toMatchObject({ ok: false, error: { code } });
  }
  expect(await supervisee.call('ruptures.list', {})).toEqual(before);
});

test('naming is closed while the gate is not answered, and on yes and not sure; a changed answer opens it', async () => {
  const { supervisee, space, folder, sync } = await pair();
  await sync();
  const before = folderBytes(folder);
  const { item } = await supervisee.call('ruptures.notice', {});
  for (const [gate, code] of [
    [null, 'stage_skipped'],
    ['yes', 'gate_closed'],
    ['notSure', 'gate_closed'],
  ] as const) {
    await supervisee.call('ruptures.saveNoticed', { item, ...note, gate });
    for (const method of ['ruptures.preview', 'ruptures.name']) {
      const input = { item, space, ...(method === 'ruptures.name' ? { hash: 'a'.repeat(64) } : {}) };
      expect(await supervisee.tryCall(method, input)).toMatchObject({ ok: false, error: { code } });
    }
  }
  await sync();
  expect(folderBytes(folder)).toEqual(before);
  await supervisee.call('ruptures.saveNoticed', { item, ...note, gate: 'no' });
  expect((await supervisee.call('ruptures.preview', { item, space })).to).toBe('Sioned Example');
});

test('a supervisor who names writes their own part in it first; a supervisee need not', async () => {
  const { supervisor, supervisee, space } = await pair();
  const { item } = await supervisor.call('ruptures.notice', {});
  await supervisor.call('ruptures.saveNoticed', { item, ...note, draftMyPart: ' ' });
  expect(await supervisor.tryCall('ruptures.preview', { item, space })).toMatchObject({
    ok: false,
    error: { code: 'my_part_first' },
  });
  await supervisor.call('ruptures.saveNoticed', { item, ...note, draftMyPart: 'I cut you short.' });
  await supervisor.call('ruptures.preview', { item, space });
  const theirs = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item: theirs.item, ...note });
  await supervisee.call('ruptures.preview', { item: theirs.item, space });
});

test('naming sends the very bytes of the preview, and is refused when the words have changed since', async () => {
  const { supervisor, supervisee, space, folder, sync } = await pair();
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item, ...note });
  const preview = await supervisee.call('ruptures.preview', { item, space });
  await supervisee.call('ruptures.saveNoticed', { item, ...note, draftWords: 'other words' });
  expect(await supervisee.tryCall('ruptures.name', { item, space, hash: preview.hash })).toMatchObject({
    ok: false,
    error: { code: 'not_newest' },
  });
  await supervisee.call('ruptures.saveNoticed', { item, ...note });
  await supervisee.call('ruptures.name', { item, space, hash: preview.hash });
  await sync();
  const seen = await packetsSeenBy(supervisor, folder);
  expect(
    seen.filter((text) => text.includes(JSON.stringify(`"body":${preview.bytes}`).slice(1, -1))),
  ).toHaveLength(1);
  expect(JSON.parse(preview.bytes)).toEqual({ words: note.draftWords, myPart: '' });
  expect(await supervisee.tryCall('ruptures.name', { item, space, hash: preview.hash })).toMatchObject({
    error: { code: 'conflict' },
  });
});

test('noticed in March, named in May: the packet holds the chosen words and no March, no severity, shape, signs, frequency, draft or id of the note', async () => {
  const { supervisor, supervisee, space, folder, sync } = await pair('2026-03-03T09:00:00.000Z');
  await sync();
  const before = await packetsSeenBy(supervisor, folder);
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', {
    item,
    ...note,
    noticedOn: '2026-03-02',
    happenedOn: '2026-03-01',
    draftWords: 'canary-deleted-words',
    draftMyPart: 'canary-deleted-part',
  });
  supervisee.platform.setNow('2026-05-14T09:00:00.000Z');
  await supervisee.call('ruptures.saveNoticed', { item, ...note, noticedOn: '2026-03-02', happenedOn: null });
  const { hash } = await supervisee.call('ruptures.preview', { item, space });
  const { rupture } = await supervisee.call('ruptures.name', { item, space, hash });
  await sync();
  const sent = (await packetsSeenBy(supervisor, folder)).filter((text) => !before.includes(text)).join('\n');
  expect(sent).toContain(note.draftWords);
  expect(sent).toContain('2026-05-14');
  expect(rupture).not.toBe(item);
  const secrets = [
    'canary',
    '2026-03',
    'March',
    'severity',
    'movingAgainst',
    'sharpWords',
    'feltUnheard',
    'pattern',
    'team-b',
    'workload',
  ];
  for (const secret of [...secrets, 'identity"', 'gate', 'noticed', item]) expect(sent).not.toContain(secret);
  expect(JSON.stringify(await supervisor.call('ruptures.list', {}))).not.toContain('2026-03');
  expect(JSON.stringify(await openRepair(supervisor, rupture))).not.toContain('2026-03');
});

test('from naming to settled, each step in its turn, each with their own words', async () => {
  const made = await pair();
  const { supervisor, supervisee, sync } = made;
  const item = await nameIt(made);
  expect((await supervisor.call('ruptures.list', {})).shared).toEqual([
    { item, other: 'Amir Example', stage: 'named', namedByMe: false, paused: false },
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

test('the receiver keeps a private note of their own about it, at any stage, and nobody else learns of it', async () => {
  const made = await pair();
  const { supervisor, supervisee, folder, sync } = made;
  const item = await nameIt(made);
  await bothAccounts(made, item);
  const before = [folderBytes(folder), folderBytes(supervisee.root)];
  const kept = await supervisor.call('ruptures.noteOn', { item });
  await supervisor.call('ruptures.saveNoticed', { item: kept.item, ...note, gate: null, draftWords: '' });
  expect(await supervisor.call('ruptures.noteOn', { item })).toEqual(kept);
  await supervisor.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisee.root)]).toEqual(before);
  expect((await openRepair(supervisor, item)).note).toBe(kept.item);
  expect((await supervisor.call('ruptures.list', {})).noticed).toEqual([]);
  const opened = await supervisor.call('ruptures.open', kept);
  expect(opened).toMatchObject({ kind: 'noticed', noticed: { about: item, severity: 4, namedAs: null } });
  // It is about something that was named already: it cannot be named itself.
  await supervisor.call('ruptures.saveNoticed', { item: kept.item, ...note, draftMyPart: 'mine' });
  expect(await supervisor.tryCall('ruptures.preview', { item: kept.item, space: made.space })).toMatchObject({
    error: { code: 'conflict' },
  });
  await sync();
  // Who named it has their own note already.
  const { note: named } = await openRepair(supervisee, item);
  expect(await supervisee.call('ruptures.noteOn', { item })).toEqual({ item: named });
  await supervisor.call('ruptures.removeNoticed', kept);
  expect((await openRepair(supervisor, item)).note).toBeNull();
});

test('a note and an answer at the gate from before they had all their fields still read', () => {
  const { happenedOn: _, triggers: __, affected: ___, steadying: ____, ...rest } = note;
  expect(ruptureNoticedBodySchema.parse({ ...rest, namedAs: null })).toEqual({
    ...rest,
    namedAs: null,
    happenedOn: null,
    triggers: [],
    affected: [],
    steadying: '',
  });
  expect(ruptureGateBodySchema.parse({ gate: 'no', stage: 'talking' }).answeredAt).toEqual([]);
});

function bodyOf(revision: { bytes: string }): object {
  const { kind, subject, body } = JSON.parse(revision.bytes) as Record<string, unknown>;
  return { kind, subject, body };
}

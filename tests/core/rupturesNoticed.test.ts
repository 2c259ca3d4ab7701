import { expect, test } from 'vitest';
import { ruptureGateBodySchema, ruptureNoticedBodySchema } from '../../shared/model/rupture.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { pairsOfFile } from '../support/pairsOfFile.ts';
import { bothAccounts, nameIt, note, openRepair } from '../support/repairs.ts';

const pair = pairsOfFile();

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

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Indicator, indicators } from '../../shared/model/indicator.ts';
import { adversary } from '../support/adversary.ts';
import { passphrase, type TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair('2026-11-22T09:00:00.000Z');
}, 60_000);
afterEach(() => pair.close());

const look = (core: TestCore) => core.call('indicators.get', { space: pair.space });
const pick = (core: TestCore, picked: Indicator[]) =>
  core.call('indicators.pick', { space: pair.space, indicators: picked });

async function pickForBoth(...picked: Indicator[]): Promise<void> {
  await pick(pair.supervisor, picked);
  await pick(pair.supervisee, picked);
  await pair.sync();
}

/** Writes a note that only its writer sees. */
async function write(
  core: TestCore,
  said: { indicator: Indicator; on: string; story: string; number: number | null },
): Promise<string> {
  const { indicator, ...rest } = said;
  const { item } = await core.call('indicators.begin', { space: pair.space, indicator });
  await core.call('indicators.save', { item, ...rest });
  return item;
}

async function show(core: TestCore, item: string): Promise<void> {
  const draft = (await look(core)).drafts.find((one) => one.item === item);
  await core.call('indicators.show', { item, stamp: draft?.stamp ?? '' });
  await pair.sync();
}

test('an indicator is there once both picked it, and gone for both when one no longer does', async () => {
  await pick(pair.supervisee, ['conflict', 'lasting']);
  await pair.sync();
  expect(await look(pair.supervisor)).toMatchObject({ mine: [], theirs: ['conflict', 'lasting'], both: [] });
  await pick(pair.supervisor, ['lasting', 'relationships']);
  await pair.sync();
  for (const core of [pair.supervisor, pair.supervisee]) {
    expect((await look(core)).both).toEqual(['lasting']);
  }
  await pick(pair.supervisor, []);
  await pair.sync();
  expect(await look(pair.supervisee)).toMatchObject({ theirs: [], both: [] });
});

test('a story with a number beside it is private until it is shown, and can be taken back', async () => {
  await pickForBoth('relationships');
  const begun = folderBytes(pair.folder);
  const said = { indicator: 'relationships', on: '2026-11-20', story: 'canary-story', number: 7 } as const;
  const item = await write(pair.supervisee, said);
  await pair.sync();
  // Nothing of a draft leaves the vault, not even that there is one.
  expect(folderBytes(pair.folder)).toEqual(begun);
  expect((await look(pair.supervisor)).notes).toEqual([]);
  await show(pair.supervisee, item);
  expect((await packetsSeenBy(pair.supervisor, pair.folder)).join()).toContain('canary-story');
  for (const core of [pair.supervisor, pair.supervisee]) {
    expect((await look(core)).notes).toEqual([{ item, by: 'supervisee', ...said }]);
  }
  await pair.supervisee.call('indicators.takeBack', { item });
  await pair.sync();
  expect((await look(pair.supervisor)).notes).toEqual([]);
  expect(await look(pair.supervisee)).toMatchObject({ notes: [], drafts: [{ item, ...said }] });
  await pair.supervisee.call('indicators.discard', { item });
  expect((await look(pair.supervisee)).drafts).toEqual([]);
});

test('words typed and changed before Show never travel', async () => {
  await pickForBoth('telling');
  const item = await write(pair.supervisor, {
    indicator: 'telling',
    on: '2026-11-20',
    story: 'canary-first-words',
    number: 9,
  });
  await pair.supervisor.call('indicators.save', {
    item,
    on: '2026-11-21',
    story: 'Said sooner.',
    number: null,
  });
  await show(pair.supervisor, item);
  const seen = (await packetsSeenBy(pair.supervisee, pair.folder)).join();
  expect(seen).toContain('Said sooner.');
  expect(seen).not.toContain('canary-first-words');
});

test('more than three, one twice, a day to come, a number off its scale, a number without a story: refused, nothing changed', async () => {
  await pickForBoth('conflict');
  const item = await write(pair.supervisee, {
    indicator: 'conflict',
    on: '2026-11-20',
    story: '',
    number: 4,
  });
  const before = await look(pair.supervisee);
  const { space } = pair;
  const refused = async (method: string, input: unknown, code: string) => {
    const result = await pair.supervisee.tryCall(method, input);
    expect(result.ok ? 'taken' : result.error.code, `${method} ${JSON.stringify(input)}`).toBe(code);
  };
  await refused('indicators.pick', { space, indicators: indicators.slice(0, 4) }, 'bad_input');
  await refused('indicators.pick', { space, indicators: ['lasting', 'lasting'] }, 'bad_input');
  await refused('indicators.pick', { space, indicators: ['productivity'] }, 'bad_input');
  const good = { item, on: '2026-11-20', story: 'It was calmer.', number: 4 };
  await refused('indicators.save', { ...good, on: '2026-11-23' }, 'date_in_future');
  await refused('indicators.save', { ...good, number: 11 }, 'bad_input');
  await refused('indicators.save', { ...good, number: -1 }, 'bad_input');
  await refused('indicators.save', { ...good, number: 4.5 }, 'bad_input');
  await refused('indicators.begin', { space, indicator: 'lasting' }, 'not_found');
  await refused('indicators.show', { item, stamp: before.drafts[0]?.stamp }, 'bad_input');
  await refused('indicators.show', { item, stamp: '0'.repeat(64) }, 'conflict');
  expect(await look(pair.supervisee)).toEqual(before);
  // Nobody writes another's.
  const theirs = await pair.supervisor.tryCall('indicators.save', good);
  expect(theirs).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('what was said under one that is picked no more is seen by its writer alone, who can still take it back', async () => {
  await pickForBoth('wellbeing');
  const mine = await write(pair.supervisee, {
    indicator: 'wellbeing',
    on: '2026-11-20',
    story: 'Two of us came back.',
    number: null,
  });
  await show(pair.supervisee, mine);
  await pick(pair.supervisor, []);
  await pair.sync();
  expect((await look(pair.supervisor)).notes).toEqual([]);
  expect((await look(pair.supervisee)).notes).toMatchObject([{ item: mine, by: 'supervisee' }]);
  await pair.supervisee.call('indicators.takeBack', { item: mine });
  expect((await look(pair.supervisee)).notes).toEqual([]);
});

test('it is in no record that is signed, can be no evidence, and is not open while sitting together', async () => {
  await pickForBoth('safetyPlans');
  const { session } = await pair.supervisee.call('sessions.create', {
    space: pair.space,
    date: '2026-11-21',
  });
  await pair.sync();
  const before = await pair.supervisee.call('signing.preview', { root: session });
  const item = await write(pair.supervisee, {
    indicator: 'safetyPlans',
    on: '2026-11-20',
    story: 'They made the plan themselves.',
    number: 6,
  });
  await show(pair.supervisee, item);
  const after = await pair.supervisee.call('signing.preview', { root: session });
  expect(after.record).toEqual(before.record);
  await expect(
    pair.supervisee.call('evidence.choose', {
      source: item,
      text: 'They made the plan themselves.',
    }),
  ).rejects.toMatchObject({ code: 'not_evidence' });
  await pair.supervisor.call('vault.codeWritten', {});
  await pair.supervisor.call('sessions.enterTogether', { session });
  for (const [method, input] of [
    ['indicators.get', { space: pair.space }],
    ['lookingBack.get', {}],
  ] as const) {
    expect(await pair.supervisor.tryCall(method, input)).toMatchObject({ error: { code: 'locked' } });
  }
  await pair.supervisor.call('sessions.leaveTogether', { passphrase });
});

test('a patched vault that picks four, says a number off the scale or a day to come changes nothing for the other', async () => {
  await pickForBoth('conflict');
  const before = await look(pair.supervisee);
  const evil = adversary(pair.supervisor, pair.supervisee, pair.space, pair.folder);
  const note = { indicator: 'conflict', on: '2026-11-20', story: 'It was calmer.', number: 4 };
  const lies = [
    { kind: 'indicatorPick', body: { indicators: indicators.slice(0, 4) } },
    { kind: 'indicatorNote', body: { ...note, number: 11 } },
    { kind: 'indicatorNote', body: { ...note, on: '2026-02-30' } },
    { kind: 'indicatorNote', body: { ...note, on: '2026-11-23' } },
  ];
  await evil.lay(evil.payload(lies.map((lie) => evil.revision(lie))));
  await pair.supervisee.call('exchange.sync', {});
  expect(await look(pair.supervisee)).toEqual(before);
  await evil.lay(evil.payload([evil.revision({ kind: 'indicatorNote', body: note })]));
  await pair.supervisee.call('exchange.sync', {});
  expect((await look(pair.supervisee)).notes).toMatchObject([{ by: 'supervisor', story: 'It was calmer.' }]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import type { BuiltWordsBody } from '../../shared/model/builtWords.ts';
import type { TestCore } from '../support/core.ts';
import { everyExport } from '../support/everyExport.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { bothAccounts, nameIt, note, type Note, openRepair } from '../support/repairs.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

/** A word of its own for each private field, so that a failing run says which one got out. */
const privateNote: Note = {
  ...note,
  happenedOn: '2026-10-13',
  noticedOn: '2026-10-14',
  what: 'canary note what',
  affected: ['canary-affected'],
  steadying: 'canary note steadying',
};
const privateRecord: Omit<Input<'widerRuptures.save'>, 'item'> = {
  setting: 'agency',
  noticedOn: '2026-10-16',
  happenedOn: '2026-10-15',
  what: 'canary record what',
  parties: [
    { code: 'canary-party', said: 'canary party said' },
    { code: 'M1', said: null },
  ],
  affected: 'canary record affected',
  agency: {
    name: 'canary agency',
    protocol: 'canary protocol',
    sharedWords: [{ word: 'canary word', meaning: 'canary meaning' }],
  },
  gate: 'no',
  needed: 'canary needed',
  agreed: 'canary agreed',
  now: 'canary now',
};
const privateWords: BuiltWordsBody = {
  form: 'apology',
  statement: {
    feeling: 'canary feeling',
    happened: 'canary happened',
    effect: 'canary effect',
    ask: 'canary ask',
  },
  apology: {
    did: 'canary did',
    landed: 'canary landed',
    shouldHave: 'canary should',
    will: 'canary will',
    askNothing: 'canary nothing',
  },
  words: 'canary built words',
};
/** What no packet and no export may hold, in whatever form it was written. */
const secrets = [
  'canary',
  '2026-10-1',
  'workload',
  'sharpWords',
  'movingAgainst',
  'severity',
  'notSure',
  'steadying',
  'askNothing',
];

test('no private field of a repair is in any packet its receiver can open, nor in any export', async () => {
  const { supervisor, supervisee, space, folder, sync } = pair;
  const item = await nameIt(pair, privateNote);
  await bothAccounts(pair, item);
  for (const core of [supervisor, supervisee]) await writePrivately(core, item);
  await supervisor.call('ruptures.answerGate', { item, gate: 'notSure' });
  await sync();
  for (const core of [supervisor, supervisee]) {
    expect(JSON.stringify(await core.call('ruptures.lookBack', {}))).toContain('identity');
  }
  const packets = [
    ...(await packetsSeenBy(supervisor, folder)),
    ...(await packetsSeenBy(supervisee, folder)),
  ];
  expect(packets.join('\n')).toContain(note.draftWords);
  const exported = await everythingOut(supervisee, space);
  for (const text of [...packets, ...exported]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  // What the other sees on their own screen holds none of it either.
  const seen = JSON.stringify(await openRepair(supervisee, item));
  expect(seen).not.toContain('notSure');
});

async function writePrivately(core: TestCore, item: string): Promise<void> {
  const { item: kept } = await core.call('ruptures.noteOn', { item });
  await core.call('ruptures.saveNoticed', {
    item: kept,
    ...privateNote,
    affected: [...privateNote.affected],
  });
  const begun = await core.call('widerRuptures.begin', {});
  await core.call('widerRuptures.save', { item: begun.item, ...privateRecord });
  await core.call('widerRuptures.settle', { item: begun.item, outcome: 'different' });
  await core.call('widerRuptures.reopen', { item: begun.item, words: 'canary came back' });
  for (const about of [item, kept, null]) await core.call('builtWords.save', { about, body: privateWords });
  await core.call('settings.set', { formalRoutes: 'canary formal routes' });
}

/** Everything this person could write out, and what they are offered to choose from. */
async function everythingOut(core: TestCore, space: string): Promise<string[]> {
  await core.call('pages.create', { date: '2026-11-20', promptSet: null });
  const files = await everyExport(core);
  const offered = await Promise.all(
    (['pages', 'sessions'] as const).map((from) => core.call('evidence.sources', { from, after: null })),
  );
  const listed = [offered, await core.call('pairs.get', { space })].map((value) => JSON.stringify(value));
  return [...files.map(([, text]) => text), ...listed];
}

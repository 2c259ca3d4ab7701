import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StrengthKind } from '../../shared/model/strength.ts';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
}, 60_000);
afterEach(() => pair.close());

const seen = 'You let the silence stand.';
const did = 'The boy spoke for the first time.';

async function write(core: TestCore, what: StrengthKind, text = seen, effect = did): Promise<string> {
  return (await core.call('strengths.save', { space: pair.space, item: null, what, text, effect })).item;
}

async function show(core: TestCore, item: string): Promise<void> {
  const { mine } = await core.call('strengths.list', { space: pair.space });
  const { stamp } = mine.find((one) => one.item === item) ?? { stamp: '' };
  await core.call('strengths.show', { item, stamp });
  await pair.sync();
}

const listed = (core: TestCore) => core.call('strengths.list', { space: pair.space });

describe('strengths and thanks between two people', () => {
  test('are private until they are shown, then both see exactly the shown words, newest first', async () => {
    const { supervisor, supervisee } = pair;
    const before = folderBytes(pair.folder);
    const item = await write(supervisor, 'strength', 'canary-typed-over', '');
    await pair.sync();
    expect(folderBytes(pair.folder)).toEqual(before);
    expect((await listed(supervisee)).shown).toEqual([]);
    await supervisor.call('strengths.save', {
      space: pair.space,
      item,
      what: 'strength',
      text: seen,
      effect: did,
    });
    await show(supervisor, item);
    for (const core of [supervisor, supervisee]) core.platform.advance(60_000);
    await show(supervisee, await write(supervisee, 'thanks', 'You stayed late.', ''));
    expect((await listed(supervisee)).shown).toMatchObject([
      { what: 'thanks', text: 'You stayed late.', effect: '', role: 'supervisee', mine: true },
      { item, what: 'strength', text: seen, effect: did, role: 'supervisor', mine: false },
    ]);
    const bare = ({ shown }: Awaited<ReturnType<typeof listed>>) => shown.map(({ mine: _, ...one }) => one);
    expect(bare(await listed(supervisor))).toEqual(bare(await listed(supervisee)));
    const packets = (await packetsSeenBy(supervisee, pair.folder)).join('\n').replaceAll('\\"', '"');
    expect(packets).toContain(`"body":${JSON.stringify({ effect: did, text: seen, what: 'strength' })}`);
    expect(packets).not.toContain('canary-typed-over');
  });

  test('only what was seen in the preview is shown, and nothing without words', async () => {
    const { supervisor } = pair;
    const item = await write(supervisor, 'celebration');
    await expect(supervisor.call('strengths.show', { item, stamp: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'conflict',
    });
    const empty = await write(supervisor, 'thanks', '  ', did);
    await expect(show(supervisor, empty)).rejects.toMatchObject({ code: 'bad_input' });
    expect((await listed(supervisor)).shown).toEqual([]);
    expect((await listed(supervisor)).mine).toHaveLength(2);
  });

  test('can be taken back: gone for the other, still here for whoever wrote it', async () => {
    const { supervisor, supervisee } = pair;
    const item = await write(supervisor, 'thanks');
    await show(supervisor, item);
    await expect(supervisee.call('strengths.takeBack', { item })).rejects.toMatchObject({
      code: 'not_yours',
    });
    await supervisor.call('strengths.takeBack', { item });
    await pair.sync();
    expect((await listed(supervisee)).shown).toEqual([]);
    expect(await listed(supervisor)).toMatchObject({ shown: [], mine: [{ item, text: seen, shown: false }] });
    const left = supervisee.session().deps.vault.db().prepare('SELECT bytes FROM revision').pluck().all();
    expect(left.join('\n')).not.toContain(seen);
    await supervisor.call('strengths.discard', { item });
    expect((await listed(supervisor)).mine).toEqual([]);
  });

  test('can be changed privately while what is shown stands, and nobody changes the other’s', async () => {
    const { supervisor, supervisee, space } = pair;
    const item = await write(supervisor, 'strength');
    await show(supervisor, item);
    const changed = { space, item, what: 'strength', text: 'canary-not-shown', effect: '' } as const;
    await expect(supervisee.call('strengths.save', changed)).rejects.toMatchObject({ code: 'not_yours' });
    await supervisor.call('strengths.save', changed);
    await pair.sync();
    expect((await listed(supervisee)).shown).toMatchObject([{ text: seen }]);
    expect((await listed(supervisor)).mine).toMatchObject([{ item, shown: true }]);
    await supervisor.call('strengths.discard', { item });
    expect(await listed(supervisor)).toMatchObject({ shown: [{ text: seen }], mine: [] });
    expect((await packetsSeenBy(supervisee, pair.folder)).join()).not.toContain('canary-not-shown');
  });

  test('have their words in the ledger, and none begins once the pair has ended', async () => {
    const { supervisor, space } = pair;
    supervisor.platform.advance(60_000);
    await show(supervisor, await write(supervisor, 'strength'));
    const all = { act: null, person: null, from: null, until: null, words: '', limit: 100 } as const;
    const { lines } = await supervisor.call('ledger.list', all);
    expect(lines.map(({ sentence }) => sentence)).toContain(
      'You gave Amir Example: strengths, thanks, or what went well.',
    );
    await supervisor.call('leaving.leave', { space });
    await expect(write(supervisor, 'thanks')).rejects.toMatchObject({ code: 'pair_ended' });
  });

  test('the other’s thanks go into a review only with their yes to exactly these words, and not once they are taken back', async () => {
    const { supervisor, supervisee } = pair;
    const item = await write(supervisor, 'thanks', 'You stayed late.\nYou asked twice.', did);
    await show(supervisor, item);
    const { groups } = await supervisee.call('evidence.sources', { from: 'strengths', after: null });
    expect(groups).toMatchObject([
      {
        key: item,
        date: '2026-11-22',
        title: 'Sioned Example',
        lines: [{}, { text: 'You asked twice.' }, { text: did }],
      },
    ]);
    await supervisee.call('evidence.choose', { source: item, text: 'You asked twice.' });
    const { lines } = await supervisee.call('evidence.list', {});
    expect(lines).toMatchObject([{ mine: false, wordsOf: { name: 'Sioned Example' } }]);
    await supervisor.call('strengths.takeBack', { item });
    await pair.sync();
    expect((await supervisee.call('evidence.list', {})).lines).toEqual([]);
    await expect(
      supervisee.call('evidence.choose', { source: item, text: 'You asked twice.' }),
    ).rejects.toMatchObject({ code: 'not_evidence' });
  });

  test('a supervisor’s words about somebody are seen once they were shown as a strength', async () => {
    const { supervisor } = pair;
    const text = 'Amir let the silence stand.';
    const { item: page } = await supervisor.call('learning.save', { item: null, ...blank, what: text });
    await expect(supervisor.call('evidence.choose', { source: page, text })).rejects.toMatchObject({
      code: 'not_evidence',
    });
    await show(supervisor, await write(supervisor, 'strength', 'For the record', text));
    await supervisor.call('evidence.choose', { source: page, text });
    expect((await supervisor.call('evidence.list', {})).lines).toMatchObject([{ text, mine: true }]);
  });
});

const blank = {
  type: null,
  date: '2026-11-20',
  hours: null,
  what: '',
  changed: '',
  withWhom: '',
  taughtBy: '',
} as const;

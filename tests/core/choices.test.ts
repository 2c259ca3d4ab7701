import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feature } from '../../shared/model/choice.ts';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let session: string;

beforeEach(async () => {
  pair = await joinedPair();
  ({ session } = await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-24' }));
  await pair.sync();
}, 60_000);
afterEach(() => pair.close());

async function choice(core: TestCore, feature: Feature) {
  const { choices } = await core.call('choices.get', { space: pair.space });
  return choices.find((one) => one.feature === feature);
}

const set = (core: TestCore, feature: Feature, on: boolean) =>
  core.call('choices.set', { space: pair.space, feature, on });

async function turnOn(feature: Feature): Promise<void> {
  await set(pair.supervisor, feature, true);
  await set(pair.supervisee, feature, true);
  await pair.sync();
}

describe('what both turn on', () => {
  test('is there for neither until both want it, and gone for both when one no longer does', async () => {
    await set(pair.supervisor, 'pulse', true);
    await pair.sync();
    expect(await choice(pair.supervisor, 'pulse')).toMatchObject({ isOn: false, mine: true });
    expect(await choice(pair.supervisee, 'pulse')).toMatchObject({
      isOn: false,
      mine: false,
      isSuggested: true,
    });
    await set(pair.supervisee, 'pulse', true);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(await choice(core, 'pulse')).toMatchObject({ isOn: true, isSuggested: false });
      expect(await choice(core, 'balance')).toMatchObject({ isOn: false, mine: false, isSuggested: false });
    }
    await set(pair.supervisee, 'pulse', false);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(await choice(core, 'pulse')).toMatchObject({ isOn: false });
    }
  });

  test('a suggestion put aside looks as if it had never come, and nothing of that leaves', async () => {
    await set(pair.supervisor, 'placement', true);
    await pair.sync();
    const before = folderBytes(pair.folder);
    const seen = await choice(pair.supervisor, 'placement');
    await pair.supervisee.call('choices.putAside', { space: pair.space, feature: 'placement' });
    await pair.sync();
    expect(folderBytes(pair.folder)).toEqual(before);
    expect(await choice(pair.supervisor, 'placement')).toEqual(seen);
    expect(await choice(pair.supervisee, 'placement')).toEqual({
      feature: 'placement',
      isOn: false,
      mine: false,
      isSuggested: false,
    });
    // Suggested again, it stays put aside: nobody is asked twice.
    await set(pair.supervisor, 'placement', false);
    await set(pair.supervisor, 'placement', true);
    await pair.sync();
    expect(await choice(pair.supervisee, 'placement')).toMatchObject({ isSuggested: false });
    await set(pair.supervisee, 'placement', true);
    expect(await choice(pair.supervisee, 'placement')).toMatchObject({ isOn: true });
  });
});

describe('the pulse', () => {
  const his = { room: 3, weight: 8, doubt: null, ground: 5 };
  const hers = { room: 9, weight: 7, doubt: 6, ground: 8 };
  const look = (core: TestCore) => core.call('pulse.get', { session });

  test('nobody sees an answer before both have given theirs', async () => {
    await turnOn('pulse');
    await pair.supervisee.call('pulse.answer', { session, pulse: his });
    await pair.sync();
    expect(await look(pair.supervisor)).toEqual({ isOn: true, mine: null, both: null });
    expect(await look(pair.supervisee)).toEqual({ isOn: true, mine: his, both: null });
    await pair.supervisor.call('pulse.answer', { session, pulse: hers });
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await look(core)).both).toEqual({ supervisee: his, supervisor: hers });
    }
    await expect(pair.supervisor.call('pulse.answer', { session, pulse: his })).rejects.toMatchObject({
      code: 'conflict',
    });
    await pair.supervisee.call('pulse.answer', { session, pulse: null });
    await pair.sync();
    expect(await look(pair.supervisor)).toEqual({ isOn: true, mine: hers, both: null });
  });

  test('is there only while both want it, and in no record', async () => {
    expect(await look(pair.supervisee)).toEqual({ isOn: false, mine: null, both: null });
    await expect(pair.supervisee.call('pulse.answer', { session, pulse: his })).rejects.toMatchObject({
      code: 'not_found',
    });
    await turnOn('pulse');
    const before = await pair.supervisee.call('signing.preview', { root: session });
    await pair.supervisee.call('pulse.answer', { session, pulse: his });
    await pair.supervisor.call('pulse.answer', { session, pulse: hers });
    await pair.sync();
    const after = await pair.supervisee.call('signing.preview', { root: session });
    expect(after.record).toEqual(before.record);
    await expect(
      pair.supervisee.call('pulse.answer', {
        session,
        pulse: { room: null, weight: null, doubt: null, ground: null },
      }),
    ).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('the balance of topics', () => {
  test('counts whose topics were brought and which had words, never words or minutes, and only while both want it', async () => {
    const bring = async (core: TestCore, title: string, words: string | null) => {
      const { item } = await core.call('sessions.saveTopic', { session, item: null, title });
      const show = async (draft: string) => {
        const { mine } = await core.call('sessions.get', { session });
        const { stamp } = mine.find((one) => one.item === draft) ?? { stamp: '' };
        await core.call('sessions.show', { item: draft, stamp });
      };
      await show(item);
      if (words === null) return;
      const voice = await core.call('sessions.saveVoice', { session, place: item, item: null, text: words });
      await show(voice.item);
    };
    await bring(pair.supervisee, 'Leave', null);
    await bring(pair.supervisee, 'The visit', 'I was afraid.');
    await bring(pair.supervisor, 'The rota', 'It has changed. '.repeat(100));
    await pair.sync();
    const look = (core: TestCore) => core.call('balance.get', { space: pair.space });
    expect(await look(pair.supervisee)).toMatchObject({ isOn: false, sessions: [] });
    await turnOn('balance');
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await look(core)).sessions).toEqual([
        {
          session,
          date: '2026-11-24',
          supervisee: { brought: 2, reached: 1 },
          supervisor: { brought: 1, reached: 1 },
        },
      ]);
    }
  });
});

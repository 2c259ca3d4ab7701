import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let note: Input<'corridor.save'>;

beforeEach(async () => {
  pair = await joinedPair();
  note = {
    space: pair.space,
    title: 'The school',
    text: 'We agreed to ring first.',
    decision: { text: 'Ring before visiting.', who: 'together', because: '' },
    promise: { text: 'Ring on Monday.', due: '2026-11-23' },
  };
}, 60_000);
afterEach(() => pair.close());

describe('a corridor record', () => {
  test('stays with its writer until it is shown, also over a lock', async () => {
    await pair.supervisee.call('corridor.save', note);
    await pair.sync();
    expect((await pair.supervisor.call('sessions.list', { space: null })).sessions).toEqual([]);
    expect((await pair.supervisee.call('sessions.list', { space: null })).sessions).toEqual([]);
    pair.supervisee.crash();
    await pair.supervisee.call('vault.unlock', { passphrase: 'seven heron walked over Penarth bridge' });
    expect((await pair.supervisee.call('corridor.note', {})).note?.body).toEqual(note);
  });

  test('is a session that the other finds, answers and signs like any other', async () => {
    const { stamp } = await pair.supervisee.call('corridor.save', note);
    const { session } = await pair.supervisee.call('corridor.show', { date: '2026-11-22', stamp });
    expect(await pair.supervisee.call('corridor.note', {})).toEqual({ note: null });
    await pair.sync();
    expect((await pair.supervisor.call('sessions.list', { space: pair.space })).sessions).toMatchObject([
      { session, kind: 'corridor', date: '2026-11-22', state: 'open' },
    ]);
    const { view } = await pair.supervisor.call('sessions.get', { session });
    expect(view).toMatchObject({
      kind: 'corridor',
      topics: [
        {
          title: 'The school',
          voices: [{ role: 'supervisee', text: 'We agreed to ring first.' }],
          decisions: [{ text: 'Ring before visiting.', who: 'together', because: '' }],
          promises: [{ text: 'Ring on Monday.', due: '2026-11-23', state: 'open' }],
        },
      ],
    });
    const place = view.topics[0]?.place ?? 'arriving';
    const answer = { session, place, item: null, text: 'And I ring the health visitor.' };
    const { item } = await pair.supervisor.call('sessions.saveVoice', answer);
    const page = await pair.supervisor.call('sessions.get', { session });
    const draft = page.mine.find((one) => one.item === item);
    await pair.supervisor.call('sessions.show', { item, stamp: draft?.stamp ?? '' });
    await pair.sync();
    const preview = await pair.supervisee.call('signing.preview', { root: session });
    expect(JSON.stringify(preview)).toContain('health visitor');
  });

  test('shows exactly what was looked at, and nothing that lacks a person, a title, words or who could decide', async () => {
    const show = (stamp: string) => pair.supervisee.call('corridor.show', { date: '2026-11-22', stamp });
    const { stamp: seen } = await pair.supervisee.call('corridor.save', note);
    await pair.supervisee.call('corridor.save', { ...note, text: 'Changed since.' });
    await expect(show(seen)).rejects.toMatchObject({ code: 'conflict' });
    const incomplete: Partial<typeof note>[] = [
      { space: null },
      { title: ' ' },
      { text: '' },
      { decision: { text: 'Ring.', who: null, because: '' } },
    ];
    for (const part of incomplete) {
      const { stamp } = await pair.supervisee.call('corridor.save', { ...note, ...part });
      await expect(show(stamp)).rejects.toMatchObject({ code: 'bad_input' });
    }
    expect((await pair.supervisee.call('sessions.list', { space: null })).sessions).toEqual([]);
  });

  test('without a decision or a promise leaves none behind', async () => {
    const { stamp } = await pair.supervisee.call('corridor.save', {
      ...note,
      decision: { text: '', who: null, because: '' },
      promise: { text: '', due: null },
    });
    const { session } = await pair.supervisee.call('corridor.show', { date: '2026-11-22', stamp });
    const { view } = await pair.supervisee.call('sessions.get', { session });
    expect(view.topics).toMatchObject([{ decisions: [], promises: [] }]);
  });

  test('can be thrown away', async () => {
    await pair.supervisee.call('corridor.save', note);
    await pair.supervisee.call('corridor.drop', {});
    expect(await pair.supervisee.call('corridor.note', {})).toEqual({ note: null });
  });
});

test('a session said before there were corridor records reads as a planned one', async () => {
  const { kinds } = await import('../../shared/model/kinds.ts');
  expect(kinds.session.body.parse({ date: '2026-11-22' })).toEqual({ date: '2026-11-22', kind: 'planned' });
  expect(kinds.topic.body.parse({ title: 'Leave' })).toEqual({ title: 'Leave', from: null });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let session: string;

beforeEach(async () => {
  pair = await joinedPair();
  ({ session } = await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-24' }));
  await pair.sync();
}, 60_000);
afterEach(() => pair.close());

async function showDraft(core: TestCore, at: string, item: string): Promise<void> {
  const page = await core.call('sessions.get', { session: at });
  const draft = page.mine.find((one) => one.item === item);
  if (draft === undefined) throw new Error('there is no such draft');
  await core.call('sessions.show', { item, stamp: draft.stamp });
}

async function decide(core: TestCore): Promise<string> {
  const { item } = await core.call('sessions.saveDecision', {
    session,
    place: null,
    item: null,
    text: 'Two of us go.',
    who: 'supervisor',
    because: '',
    alternatives: '',
    tookPart: 'Amir and I; the school was not asked.',
  });
  await showDraft(core, session, item);
  await pair.sync();
  return item;
}

const decisionAt = async (core: TestCore) =>
  (await core.call('sessions.get', { session })).view.beforeWeGo.decisions[0];

describe('ways in that a pair makes', () => {
  async function makeWay(core: TestCore, name: string, questions: string[]): Promise<string> {
    const { item } = await core.call('ways.save', { space: pair.space, item: null, name, questions });
    return item;
  }
  async function showWay(core: TestCore, item: string): Promise<void> {
    const { mine } = await core.call('ways.list', { space: pair.space });
    await core.call('ways.show', { item, stamp: mine.find((one) => one.item === item)?.stamp ?? '' });
    await pair.sync();
  }

  test('are only their maker’s until shown, and then both find them in the session', async () => {
    const item = await makeWay(pair.supervisee, 'Slowly', ['What would slow look like?', ' ', 'Who waits?']);
    await pair.sync();
    expect(await pair.supervisor.call('ways.list', { space: pair.space })).toEqual({ ways: [], mine: [] });
    await showWay(pair.supervisee, item);
    const { ways } = await pair.supervisor.call('ways.inSession', { session });
    expect(ways).toEqual([
      {
        item,
        name: 'Slowly',
        questions: ['What would slow look like?', 'Who waits?'],
        mine: false,
        byName: 'Amir Example',
      },
    ]);
  });

  test('are changed and taken away by their maker alone', async () => {
    const item = await makeWay(pair.supervisee, 'Slowly', ['What would slow look like?']);
    await showWay(pair.supervisee, item);
    const change = { space: pair.space, item, name: 'Fast', questions: ['Why?'] };
    await expect(pair.supervisor.call('ways.save', change)).rejects.toMatchObject({ code: 'not_yours' });
    await expect(pair.supervisor.call('ways.remove', { item })).rejects.toMatchObject({ code: 'not_yours' });
    await pair.supervisee.call('ways.save', { ...change, name: 'Slower' });
    await showWay(pair.supervisee, item);
    expect((await pair.supervisor.call('ways.inSession', { session })).ways).toMatchObject([
      { name: 'Slower' },
    ]);
    await pair.supervisee.call('ways.remove', { item });
    await pair.sync();
    expect((await pair.supervisor.call('ways.inSession', { session })).ways).toEqual([]);
    expect(await pair.supervisee.call('ways.list', { space: pair.space })).toEqual({ ways: [], mine: [] });
  });

  test('are not shown without a question, nor when they changed after they were seen', async () => {
    const item = await makeWay(pair.supervisee, 'Empty', [' ']);
    const stamp = (await pair.supervisee.call('ways.list', { space: pair.space })).mine[0]?.stamp ?? '';
    await expect(pair.supervisee.call('ways.show', { item, stamp })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await pair.supervisee.call('ways.save', { space: pair.space, item, name: 'Empty', questions: ['Why?'] });
    await expect(pair.supervisee.call('ways.show', { item, stamp })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('how a decision was made', () => {
  test('each says it for themselves, the other sees it, and it can be taken back without a trace in the session', async () => {
    const decision = await decide(pair.supervisor);
    await pair.supervisee.call('decisions.fair', { decision, heard: 'no', explained: null, clear: 'partly' });
    await pair.sync();
    expect((await decisionAt(pair.supervisor))?.fair).toEqual({
      supervisee: { heard: 'no', explained: null, clear: 'partly' },
      supervisor: null,
    });
    await pair.supervisee.call('decisions.fair', { decision, heard: null, explained: null, clear: null });
    await pair.sync();
    for (const core of [pair.supervisee, pair.supervisor]) {
      expect((await decisionAt(core))?.fair).toEqual({ supervisee: null, supervisor: null });
    }
  });

  test('"not today" sends nothing at all', async () => {
    const decision = await decide(pair.supervisor);
    const waiting = () =>
      pair.supervisee.session().deps.vault.db().prepare('SELECT count(*) AS n FROM outgoing').get();
    const before = waiting();
    await pair.supervisee.call('decisions.fair', { decision, heard: null, explained: null, clear: null });
    expect(waiting()).toEqual(before);
  });

  test('is in no record, no line for a pack and no words to sign, and stays there after signing', async () => {
    const decision = await decide(pair.supervisor);
    await pair.supervisee.call('decisions.fair', { decision, heard: 'no', explained: 'no', clear: 'no' });
    await pair.sync();
    const db = pair.supervisor.session().deps.vault.db();
    const fair = db.prepare("SELECT id FROM item WHERE kind = 'fairProcess'").get() as { id: string };
    const record = await pair.supervisor.call('sessions.record', { session });
    expect(record.view.beforeWeGo.decisions[0]?.fair).toEqual({ supervisee: null, supervisor: null });
    expect(JSON.stringify(await pair.supervisor.call('sessions.lines', { space: null }))).not.toContain(
      fair.id,
    );
    await expect(
      pair.supervisor.call('evidence.choose', { source: fair.id, text: 'no' }),
    ).rejects.toMatchObject({ code: 'not_evidence' });
    const { stamp, record: toSign } = await pair.supervisor.call('signing.preview', { root: session });
    expect(JSON.stringify(toSign)).not.toContain(fair.id);
    expect(JSON.stringify(toSign)).toContain('the school was not asked');
    const { hash } = await pair.supervisor.call('signing.propose', { root: session, stamp, note: '' });
    await pair.sync();
    const { open } = (await pair.supervisee.call('sessions.get', { session })).signing;
    await pair.supervisee.call('signing.sign', { proposal: open?.proposal ?? '', hash, note: '' });
    await pair.supervisee.call('decisions.fair', { decision, heard: 'partly', explained: null, clear: null });
    await pair.sync();
    expect((await pair.supervisor.call('sessions.get', { session })).signing.signed).toHaveLength(1);
    expect((await decisionAt(pair.supervisor))?.fair.supervisee?.heard).toBe('partly');
  });

  test('is kept out of sight while two people look at one laptop', async () => {
    await pair.supervisor.call('vault.codeWritten', {});
    const decision = await decide(pair.supervisor);
    await pair.supervisee.call('decisions.fair', { decision, heard: 'no', explained: null, clear: null });
    await pair.sync();
    await pair.supervisor.call('sessions.enterTogether', { session });
    expect((await decisionAt(pair.supervisor))?.fair).toEqual({ supervisee: null, supervisor: null });
    await expect(
      pair.supervisor.call('decisions.fair', { decision, heard: 'yes', explained: null, clear: null }),
    ).rejects.toMatchObject({ code: 'locked' });
  });
});

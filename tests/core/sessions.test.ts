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

/** Saves and shows words the way the window does: what is shown is what was seen. */
async function showDraft(core: TestCore, item: string): Promise<void> {
  const page = await core.call('sessions.get', { session });
  const draft = page.mine.find((one) => one.item === item);
  if (draft === undefined) throw new Error('there is no such draft');
  await core.call('sessions.show', { item, stamp: draft.stamp });
}

async function topic(core: TestCore, title: string): Promise<string> {
  const { item } = await core.call('sessions.saveTopic', { session, item: null, title });
  await showDraft(core, item);
  return item;
}

async function speak(core: TestCore, place: string, text: string): Promise<string> {
  const { item } = await core.call('sessions.saveVoice', {
    session,
    place: place as never,
    item: null,
    text,
  });
  await showDraft(core, item);
  return item;
}

const get = (core: TestCore) => core.call('sessions.get', { session });

describe('a session in two voices', () => {
  test('nothing of a voice is seen by the other until it is shown, and then exactly that', async () => {
    const visit = await topic(pair.supervisee, 'The visit on Tuesday');
    const { item } = await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: null,
      text: 'first words MARKER',
    });
    await pair.supervisee.call('sessions.saveVoice', { session, place: visit, item, text: 'I was afraid.' });
    await pair.sync();
    const before = await get(pair.supervisor);
    expect(before.view.topics[0]?.title).toBe('The visit on Tuesday');
    expect(before.view.topics[0]?.voices).toEqual([]);
    expect(JSON.stringify(before)).not.toContain('afraid');

    await showDraft(pair.supervisee, item);
    await pair.sync();
    const after = await get(pair.supervisor);
    expect(after.view.topics[0]?.voices).toMatchObject([{ role: 'supervisee', text: 'I was afraid.' }]);
    expect(JSON.stringify(after)).not.toContain('MARKER');
    expect(after.view).toEqual((await get(pair.supervisee)).view);
  });

  test("the supervisee's topics and voice come first, whoever spoke first", async () => {
    await topic(pair.supervisor, 'Rota');
    await topic(pair.supervisee, 'Leave');
    await speak(pair.supervisor, 'howWeWork', 'I interrupt.');
    await speak(pair.supervisee, 'howWeWork', 'You listen.');
    await pair.sync();
    const { view } = await get(pair.supervisor);
    expect(view.topics.map((one) => one.title)).toEqual(['Leave', 'Rota']);
    expect(view.howWeWork.voices.map((one) => one.role)).toEqual(['supervisee', 'supervisor']);
  });

  test('each puts their own topics in order, and what is not shown yet takes its place when it is', async () => {
    const first = await topic(pair.supervisee, 'Leave');
    const { item: hidden } = await pair.supervisee.call('sessions.saveTopic', {
      session,
      item: null,
      title: 'Hidden',
    });
    const last = await topic(pair.supervisee, 'The visit');
    const order = [last, hidden, first];
    await pair.supervisee.call('sessions.orderTopics', { session, topics: order });
    await pair.sync();
    const titles = async () => (await get(pair.supervisor)).view.topics.map((one) => one.title);
    expect(await titles()).toEqual(['The visit', 'Leave']);
    expect((await get(pair.supervisee)).myTopicOrder).toEqual(order);
    const bytes = pair.supervisor
      .session()
      .deps.vault.db()
      .prepare('SELECT group_concat(bytes) AS all_bytes FROM revision')
      .get();
    expect(JSON.stringify(bytes)).not.toContain(hidden);
    await showDraft(pair.supervisee, hidden);
    await pair.sync();
    expect(await titles()).toEqual(['The visit', 'Hidden', 'Leave']);
    await expect(
      pair.supervisor.call('sessions.orderTopics', { session, topics: [first, last] }),
    ).rejects.toMatchObject({ code: 'not_yours' });
  });

  test('what is shown must be what was seen', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    const { item } = await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: null,
      text: 'one',
    });
    const seen = (await get(pair.supervisee)).mine.find((draft) => draft.item === item)?.stamp ?? '';
    await pair.supervisee.call('sessions.saveVoice', { session, place: visit, item, text: 'two' });
    await expect(pair.supervisee.call('sessions.show', { item, stamp: seen })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('words shown under a topic nobody has seen show the topic too', async () => {
    const { item: visit } = await pair.supervisee.call('sessions.saveTopic', {
      session,
      item: null,
      title: 'Visit',
    });
    await speak(pair.supervisee, visit, 'It was raining.');
    await pair.sync();
    expect((await get(pair.supervisor)).view.topics).toMatchObject([
      { title: 'Visit', voices: [{ text: 'It was raining.' }] },
    ]);
  });

  test('words taken back are gone at the other and a draft again at home', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    const item = await speak(pair.supervisee, visit, 'Too much.');
    await pair.sync();
    await pair.supervisee.call('sessions.takeBack', { item });
    await pair.sync();
    expect(JSON.stringify(await get(pair.supervisor))).not.toContain('Too much.');
    expect((await get(pair.supervisee)).mine).toMatchObject([
      { item, shown: false, body: { text: 'Too much.' } },
    ]);
  });

  test('a topic is not thrown away while unshown words hang on it', async () => {
    const { item: visit } = await pair.supervisee.call('sessions.saveTopic', {
      session,
      item: null,
      title: 'Visit',
    });
    const voice = { session, place: visit, item: null, text: 'It was raining.' };
    const { item } = await pair.supervisee.call('sessions.saveVoice', voice);
    await expect(pair.supervisee.call('sessions.discard', { item: visit })).rejects.toMatchObject({
      code: 'stage_skipped',
    });
    await pair.supervisee.call('sessions.discard', { item });
    await pair.supervisee.call('sessions.discard', { item: visit });
    expect((await get(pair.supervisee)).mine).toEqual([]);
  });

  test('changes on top of shown words can be dropped without touching what is shown', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    const item = await speak(pair.supervisee, visit, 'As it was.');
    await pair.supervisee.call('sessions.saveVoice', { session, place: visit, item, text: 'As it was?' });
    expect((await get(pair.supervisee)).mine).toMatchObject([{ item, shown: true }]);
    await pair.supervisee.call('sessions.discard', { item });
    const page = await get(pair.supervisee);
    expect(page.mine).toEqual([]);
    expect(page.view.topics[0]?.voices[0]?.text).toBe('As it was.');
  });

  test('a topic taken back leaves what the other said under it', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    await speak(pair.supervisor, visit, 'I remember it.');
    await pair.supervisee.call('sessions.takeBack', { item: visit });
    await pair.sync();
    expect((await get(pair.supervisee)).view.topics).toMatchObject([
      { place: visit, title: null, voices: [{ role: 'supervisor', text: 'I remember it.' }] },
    ]);
  });

  test("one person's stance never is the other's, and one who differs is enough", async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    await pair.supervisor.call('sessions.answer', { session, place: visit, stance: 'agree' });
    await pair.sync();
    const one = (await get(pair.supervisee)).view.topics[0];
    expect(one).toMatchObject({ stances: { supervisor: 'agree', supervisee: null }, standing: null });

    await pair.supervisee.call('sessions.answer', { session, place: visit, stance: 'differ' });
    const { item } = await pair.supervisee.call('sessions.saveDifference', {
      session,
      place: visit,
      account: 'I saw bruises.',
      item: null,
      nextStep: 'Ask the school.',
      reviewDate: '2026-12-01',
    });
    await showDraft(pair.supervisee, item);
    await pair.sync();
    expect((await get(pair.supervisor)).view.topics[0]).toMatchObject({
      standing: 'differ',
      differences: [{ role: 'supervisee', account: 'I saw bruises.', reviewDate: '2026-12-01' }],
    });
    await pair.supervisee.call('sessions.answer', { session, place: visit, stance: null });
    await pair.sync();
    expect((await get(pair.supervisor)).view.topics[0]).toMatchObject({ standing: null });
  });

  test('a decision says who could make it, and its because may stay unsaid', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    const { item } = await pair.supervisor.call('sessions.saveDecision', {
      session,
      place: visit,
      item: null,
      text: 'We visit weekly.',
      who: 'aboveUs',
      because: '',
      alternatives: '',
      tookPart: '',
    });
    await showDraft(pair.supervisor, item);
    await pair.sync();
    expect((await get(pair.supervisee)).view.topics[0]?.decisions).toMatchObject([
      { role: 'supervisor', who: 'aboveUs', because: '' },
    ]);
  });

  test("the next session opens with both people's open promises, the supervisor's first; each speaks of their own", async () => {
    const promise = async (core: TestCore, text: string) => {
      const { item } = await core.call('promises.save', {
        session,
        place: null,
        item: null,
        text,
        due: null,
      });
      await showDraft(core, item);
      return item;
    };
    const mine = await promise(pair.supervisee, 'Write to the school');
    const theirs = await promise(pair.supervisor, 'Ask about the rota');
    const next = await pair.supervisor.call('sessions.create', { space: pair.space, date: '2026-12-08' });
    await pair.sync();
    const page = await pair.supervisee.call('sessions.get', { session: next.session });
    expect(page.lastPromises.map((one) => [one.text, one.mine])).toEqual([
      ['Ask about the rota', false],
      ['Write to the school', true],
    ]);
    const mark = { session: next.session, state: 'changed', why: 'They rang first.' } as const;
    await expect(pair.supervisee.call('promises.mark', { ...mark, item: theirs })).rejects.toMatchObject({
      code: 'not_yours',
    });
    await pair.supervisee.call('promises.mark', { ...mark, item: mine });
    await pair.sync();
    const told = await pair.supervisor.call('sessions.get', { session: next.session });
    expect(told.view.marked).toMatchObject([{ item: mine, state: 'changed', why: 'They rang first.' }]);
    const open = await pair.supervisor.call('promises.list', { space: null, openOnly: true });
    expect(open.promises.map((one) => one.text)).toEqual(['Ask about the rota']);
  });

  test('a quiet time is seen by both and can be ended', async () => {
    const until = '2026-11-24T10:10:00.000Z';
    await pair.supervisor.call('sessions.quiet', { session, until });
    await pair.sync();
    expect((await get(pair.supervisee)).view.quiet).toEqual({ role: 'supervisor', until });
    await pair.supervisor.call('sessions.quiet', { session, until: null });
    await pair.sync();
    expect((await get(pair.supervisee)).view.quiet).toBeNull();
  });

  test('the list says in one word how each session stands', async () => {
    const states = async (core: TestCore) =>
      (await core.call('sessions.list', { space: null })).sessions.map((one) => [one.date, one.state]);
    expect(await states(pair.supervisor)).toEqual([['2026-11-24', 'planned']]);
    await topic(pair.supervisee, 'Visit');
    await pair.sync();
    expect(await states(pair.supervisor)).toEqual([['2026-11-24', 'open']]);
  });
});

describe('words typed in the room', () => {
  async function typedFor(core: TestCore, place: string, text: string): Promise<string> {
    const { item } = await core.call('scribing.save', { session, place: place as never, item: null, text });
    await showDraft(core, item);
    await pair.sync();
    return item;
  }
  const lines = async (core: TestCore) =>
    (await core.call('sessions.lines', { space: null })).lines.map((one) => one.text);

  test('until answered they are labelled on both sides, and are in no record and no evidence', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    const item = await typedFor(pair.supervisor, visit, 'I felt small.');
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await get(core)).view.topics[0]).toMatchObject({
        voices: [],
        scribed: [{ item, role: 'supervisee', text: 'I felt small.' }],
      });
      expect(await lines(core)).toEqual([]);
      expect(JSON.stringify(await core.call('sessions.record', { session }))).not.toContain('small');
    }
  });

  test('"Not mine" takes them out of the session, the record and the evidence on both sides', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    const item = await typedFor(pair.supervisor, visit, 'I felt small.');
    await pair.supervisee.call('scribing.answer', { item, answer: 'removed' });
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(JSON.stringify(await get(core))).not.toContain('small');
      expect(JSON.stringify(await core.call('sessions.record', { session }))).not.toContain('small');
      expect(await lines(core)).toEqual([]);
    }
  });

  test('kept or changed, they are a voice of the person they were typed for', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    const kept = await typedFor(pair.supervisor, visit, 'I felt small.');
    const changed = await typedFor(pair.supervisor, 'howWeWork', 'You shout.');
    await pair.supervisee.call('scribing.answer', { item: kept, answer: 'kept' });
    await pair.supervisee.call('scribing.answer', {
      item: changed,
      answer: 'changed',
      text: 'You are loud.',
    });
    await pair.sync();
    const { view } = await get(pair.supervisor);
    expect(view.topics[0]).toMatchObject({
      scribed: [],
      voices: [{ role: 'supervisee', text: 'I felt small.', scribed: true }],
    });
    expect(view.howWeWork.voices).toMatchObject([{ text: 'You are loud.' }]);
    expect(JSON.stringify(await pair.supervisor.call('sessions.record', { session }))).not.toContain('shout');
    await expect(
      pair.supervisee.call('scribing.answer', { item: kept, answer: 'removed' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('only the person they were typed for can answer', async () => {
    const visit = await topic(pair.supervisee, 'Visit');
    await pair.sync();
    const item = await typedFor(pair.supervisor, visit, 'I felt small.');
    await expect(pair.supervisor.call('scribing.answer', { item, answer: 'kept' })).rejects.toMatchObject({
      code: 'not_yours',
    });
  });
});

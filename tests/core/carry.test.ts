import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let amir: TestCore;
let sioned: TestCore;
let before: string;

beforeEach(async () => {
  pair = await joinedPair();
  amir = pair.supervisee;
  sioned = pair.supervisor;
  before = await session('2026-11-01');
}, 60_000);
afterEach(() => pair.close());

async function session(date: string): Promise<string> {
  const made = await amir.call('sessions.create', { space: pair.space, date });
  await pair.sync();
  return made.session;
}

async function showDraft(core: TestCore, at: string, item: string): Promise<void> {
  const draft = (await core.call('sessions.get', { session: at })).mine.find((one) => one.item === item);
  await core.call('sessions.show', { item, stamp: draft?.stamp ?? '' });
  await pair.sync();
}

async function topic(core: TestCore, at: string, title: string): Promise<string> {
  const { item } = await core.call('sessions.saveTopic', { session: at, item: null, title });
  await showDraft(core, at, item);
  return item;
}

async function speak(core: TestCore, at: string, place: string, text: string): Promise<void> {
  const { item } = await core.call('sessions.saveVoice', { session: at, place, item: null, text });
  await showDraft(core, at, item);
}

const offered = async (core: TestCore, at: string) =>
  (await core.call('carry.offered', { session: at })).offers;

describe('from last time', () => {
  test('what nobody spoke under is offered to both, and only its owner can bring it', async () => {
    const visit = await topic(amir, before, 'The visit');
    const leave = await topic(amir, before, 'Leave');
    const rota = await topic(sioned, before, 'Rota');
    await speak(sioned, before, visit, 'I heard about it.');
    const now = await session('2026-11-15');
    const mine = await offered(amir, now);
    expect(mine).toEqual([
      { item: leave, title: 'Leave', from: '2026-11-01', why: 'notReached', role: 'supervisee', mine: true },
      { item: rota, title: 'Rota', from: '2026-11-01', why: 'notReached', role: 'supervisor', mine: false },
    ]);
    await expect(amir.call('carry.bring', { session: now, item: rota })).rejects.toMatchObject({
      code: 'not_yours',
    });
    await expect(amir.call('carry.bring', { session: now, item: visit })).rejects.toMatchObject({
      code: 'not_found',
    });

    const { topic: again } = await amir.call('carry.bring', { session: now, item: leave });
    expect((await offered(amir, now)).map((offer) => offer.title)).toEqual(['Rota']);
    await showDraft(amir, now, again);
    const { view } = await sioned.call('sessions.get', { session: now });
    expect(view.topics).toMatchObject([
      { title: 'Leave', from: '2026-11-01', topic: { role: 'supervisee' } },
    ]);
    expect((await offered(sioned, now)).map((offer) => [offer.title, offer.mine])).toEqual([['Rota', true]]);
  });

  test('what somebody answered with Later is offered again, whatever was said under it', async () => {
    const visit = await topic(amir, before, 'The visit');
    await speak(amir, before, visit, 'It was long.');
    await sioned.call('sessions.answer', { session: before, place: visit, stance: 'later' });
    await pair.sync();
    const now = await session('2026-11-15');
    expect(await offered(amir, now)).toMatchObject([{ item: visit, why: 'later', mine: true }]);
  });

  test('a difference is offered to whoever gave it a day, once that day has come and until it was looked at', async () => {
    const visit = await topic(amir, before, 'The visit');
    const { item } = await sioned.call('sessions.saveDifference', {
      session: before,
      place: visit,
      item: null,
      account: 'I saw it otherwise.',
      nextStep: '',
      reviewDate: '2026-11-20',
    });
    await showDraft(sioned, before, item);
    const early = await session('2026-11-15');
    expect(await offered(sioned, early)).toEqual([]);
    const now = await session('2026-11-24');
    expect(await offered(sioned, now)).toMatchObject([
      { item, title: 'The visit', why: 'lookAgain', mine: true },
    ]);
    expect(await offered(amir, now)).toMatchObject([{ item, mine: false }]);
    const { topic: again } = await sioned.call('carry.bring', { session: now, item });
    await showDraft(sioned, now, again);
    expect(await offered(sioned, await session('2026-12-01'))).toMatchObject([
      { item: again, why: 'notReached' },
    ]);
  });

  test('leaving one out is private and can be undone', async () => {
    const leave = await topic(amir, before, 'Leave');
    const now = await session('2026-11-15');
    await amir.call('carry.leave', { item: leave, left: true });
    await pair.sync();
    expect(await offered(amir, now)).toEqual([]);
    expect((await offered(sioned, now)).map((offer) => offer.title)).toEqual(['Leave']);
    await amir.call('carry.leave', { item: leave, left: false });
    expect((await offered(amir, now)).map((offer) => offer.title)).toEqual(['Leave']);
    await expect(sioned.call('carry.leave', { item: leave, left: true })).rejects.toMatchObject({
      code: 'not_yours',
    });
  });

  test('a topic I noted and never showed comes along as a new one, and tells nobody that it is old', async () => {
    const { item } = await amir.call('sessions.saveTopic', { session: before, item: null, title: 'Unsaid' });
    const now = await session('2026-11-15');
    expect(await offered(sioned, now)).toEqual([]);
    expect(await offered(amir, now)).toMatchObject([{ item, why: 'notReached', mine: true }]);
    const { topic: again } = await amir.call('carry.bring', { session: now, item });
    await showDraft(amir, now, again);
    expect((await sioned.call('sessions.get', { session: now })).view.topics).toMatchObject([
      { title: 'Unsaid', from: null },
    ]);
    expect(await offered(amir, now)).toEqual([]);
  });

  test('only the last planned session counts, with the corridor records since', async () => {
    await topic(amir, before, 'Old');
    const last = await session('2026-11-10');
    const leave = await topic(amir, last, 'Leave');
    const now = await session('2026-11-24');
    expect((await offered(amir, now)).map((offer) => offer.item)).toEqual([leave]);
    expect(await offered(amir, last)).toMatchObject([{ title: 'Old' }]);
  });
});

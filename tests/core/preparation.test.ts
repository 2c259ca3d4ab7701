import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let session: string;

beforeEach(async () => {
  pair = await joinedPair();
  session = await meet('2026-11-24');
}, 60_000);
afterEach(() => pair.close());

async function meet(date: string): Promise<string> {
  const made = await pair.supervisee.call('sessions.create', { space: pair.space, date });
  await pair.sync();
  return made.session;
}

async function show(core: TestCore, item: string, at = session): Promise<void> {
  const { mine } = await core.call('sessions.get', { session: at });
  const { stamp } = mine.find((one) => one.item === item) ?? { stamp: '' };
  await core.call('sessions.show', { item, stamp });
}

async function promise(core: TestCore, text: string, due: string | null = null): Promise<string> {
  const { item } = await core.call('promises.save', { session, place: null, item: null, text, due });
  await show(core, item);
  await pair.sync();
  return item;
}

describe('the ledger of promises', () => {
  test('holds every promise of both across sessions, with where it was made and where it was spoken of', async () => {
    const rota = await promise(pair.supervisor, 'Ask about the rota.', '2026-12-01');
    const school = await promise(pair.supervisee, 'Write to the school.');
    const next = await meet('2026-12-08');
    await pair.supervisee.call('promises.mark', {
      item: school,
      session: next,
      state: 'changed',
      why: 'They rang first.',
    });
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { promises } = await core.call('promises.list', { space: pair.space, openOnly: false });
      expect(promises).toMatchObject([
        { item: rota, role: 'supervisor', state: 'open', madeOn: '2026-11-24', saidOn: null },
        {
          item: school,
          role: 'supervisee',
          state: 'changed',
          why: 'They rang first.',
          madeOn: '2026-11-24',
          saidOn: '2026-12-08',
        },
      ]);
    }
  });

  test('a promise that was settled can be opened again by its owner', async () => {
    const item = await promise(pair.supervisor, 'Ask about the rota.');
    await pair.supervisor.call('promises.mark', { item, session: null, state: 'kept', why: '' });
    await pair.supervisor.call('promises.mark', { item, session: null, state: 'open', why: '' });
    await pair.sync();
    const { promises } = await pair.supervisee.call('promises.list', { space: null, openOnly: true });
    expect(promises).toMatchObject([{ item, state: 'open', saidOn: null }]);
  });
});

describe('preparation across pairs', () => {
  test('shows a supervisor the next session with its topics, own open promises and days to look again', async () => {
    const { item: visit } = await pair.supervisee.call('sessions.saveTopic', {
      session,
      item: null,
      title: 'The visit',
    });
    await pair.supervisee.call('sessions.saveTopic', { session, item: null, title: 'HIDDEN' });
    await show(pair.supervisee, visit);
    const { item: account } = await pair.supervisee.call('sessions.saveDifference', {
      session,
      place: visit,
      item: null,
      account: 'Not safe.',
      nextStep: '',
      reviewDate: '2026-12-15',
    });
    await show(pair.supervisee, account);
    const rota = await promise(pair.supervisor, 'Ask about the rota.');
    await promise(pair.supervisee, 'Write to the school.');
    await meet('2026-12-08');
    const { pairs } = await pair.supervisor.call('preparation.get', {});
    expect(pairs).toEqual([
      {
        space: pair.space,
        name: 'Amir Example',
        next: {
          session,
          date: '2026-11-24',
          topics: [{ topic: visit, title: 'The visit', role: 'supervisee' }],
        },
        promises: [{ item: rota, text: 'Ask about the rota.', due: null }],
        reviews: [{ date: '2026-12-15', title: 'The visit' }],
        note: '',
      },
    ]);
    expect(await pair.supervisee.call('preparation.get', {})).toEqual({ pairs: [] });
  });

  test('its notes never leave the vault, and an emptied one is gone from it', async () => {
    const { space } = pair;
    const before = folderBytes(pair.folder);
    await pair.supervisor.call('preparation.saveNote', { space, text: 'Go slowly' });
    await pair.supervisor.call('preparation.saveNote', { space, text: 'Go slowly, and ask about leave.' });
    await pair.sync();
    expect(folderBytes(pair.folder)).toEqual(before);
    const note = async () => (await pair.supervisor.call('preparation.get', {})).pairs[0]?.note;
    expect(await note()).toBe('Go slowly, and ask about leave.');
    await pair.supervisor.call('preparation.saveNote', { space, text: ' ' });
    expect(await note()).toBe('');
    const kept = pair.supervisor
      .session()
      .deps.vault.db()
      .prepare("SELECT count(*) AS items FROM item WHERE kind = 'preparationNote'")
      .get();
    expect(kept).toEqual({ items: 0 });
  });
});

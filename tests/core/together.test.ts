import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseOutsideTogether } from '../../electron/core/together.ts';
import { contract, type Method } from '../../shared/contract/index.ts';
import { passphrase, type TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let owner: TestCore;
let session: string;
let visit: string;

beforeEach(async () => {
  pair = await joinedPair();
  owner = pair.supervisor;
  await owner.call('vault.codeWritten', {});
  ({ session } = await owner.call('sessions.create', { space: pair.space, date: '2026-11-24' }));
  visit = (await owner.call('sessions.saveTopic', { session, item: null, title: 'The visit' })).item;
  await showDraft(visit);
}, 60_000);
afterEach(() => pair.close());

const get = () => owner.call('sessions.get', { session });

async function showDraft(item: string): Promise<void> {
  const draft = (await get()).mine.find((one) => one.item === item);
  if (draft === undefined) throw new Error('there is no such draft');
  await owner.call('sessions.show', { item, stamp: draft.stamp });
}

const allowed: readonly Method[] = [
  'vault.status',
  'vault.lock',
  'vault.hideWindow',
  'preferences.get',
  'settings.get',
  'sessions.together',
  'sessions.leaveTogether',
  'sessions.get',
  'sessions.saveTopic',
  'sessions.saveVoice',
  'sessions.saveDifference',
  'sessions.saveDecision',
  'sessions.show',
  'sessions.takeBack',
  'sessions.discard',
  'sessions.answer',
  'sessions.quiet',
  'ways.inSession',
  'scribing.save',
  'scribing.answer',
  'promises.save',
  'promises.mark',
];

describe('Together mode', () => {
  test('does not tell the guest whom its owner looks out for', async () => {
    await owner.call('settings.set', { names: ['Ffion Parry'], helpLine: 'Ring 01.' });
    await owner.call('sessions.enterTogether', { session });
    expect(await owner.call('settings.get', {})).toMatchObject({ names: [], helpLine: 'Ring 01.' });
    await owner.call('sessions.leaveTogether', { passphrase });
    expect(await owner.call('settings.get', {})).toMatchObject({ names: ['Ffion Parry'] });
  });

  test('refuses every call of the contract but those of the session people sit in', async () => {
    await owner.call('sessions.enterTogether', { session });
    const { deps } = owner.session();
    for (const method of Object.keys(contract) as Method[]) {
      if (allowed.includes(method)) continue;
      expect(() => refuseOutsideTogether(deps, method, { session, item: visit })).toThrow(
        expect.objectContaining({ code: 'locked' }),
      );
    }
    const calls: [Method, object][] = [
      ['pages.list', { before: null, upTo: null, limit: 10 }],
      ['pairs.list', {}],
      ['sessions.list', { space: null }],
      ['sessions.lines', { space: null }],
      ['promises.list', { space: null, openOnly: true }],
      ['signing.preview', { root: session }],
      ['placements.get', { subject: session }],
      ['placements.save', { subject: session, where: 'with' }],
      ['placements.seal', { subject: session }],
      ['pulse.get', { session }],
      ['balance.get', { space: pair.space }],
      ['choices.get', { space: pair.space }],
      ['preparation.get', {}],
      ['sessions.orderTopics', { session, topics: [visit] }],
      ['backups.state', {}],
      ['exchange.sync', {}],
    ];
    for (const [method, input] of calls) {
      expect(await owner.tryCall(method, input)).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
  });

  test('reaches no other session, not even of the same pair', async () => {
    const other = await owner.call('sessions.create', { space: pair.space, date: '2026-12-01' });
    const elsewhere = await owner.call('sessions.saveTopic', {
      session: other.session,
      item: null,
      title: 'Elsewhere',
    });
    await owner.call('sessions.enterTogether', { session });
    const locked = { code: 'locked' };
    await expect(owner.call('sessions.get', { session: other.session })).rejects.toMatchObject(locked);
    await expect(owner.call('sessions.discard', { item: elsewhere.item })).rejects.toMatchObject(locked);
    await expect(
      owner.call('sessions.saveVoice', { session, place: elsewhere.item, item: null, text: 'x' }),
    ).rejects.toMatchObject(locked);
    await expect(owner.call('sessions.enterTogether', { session: other.session })).rejects.toMatchObject(
      locked,
    );
  });

  test('what the owner wrote alone is neither seen nor shown nor written over, and is there afterwards', async () => {
    const { item } = await owner.call('sessions.saveVoice', {
      session,
      place: visit,
      item: null,
      text: 'SECRET preparation',
    });
    const { stamp } = (await get()).mine.find((draft) => draft.item === item) ?? { stamp: '' };
    await owner.call('sessions.enterTogether', { session });
    expect(JSON.stringify(await get())).not.toContain('SECRET');
    const locked = { code: 'locked' };
    await expect(owner.call('sessions.show', { item, stamp })).rejects.toMatchObject(locked);
    await expect(
      owner.call('sessions.saveVoice', { session, place: visit, item, text: 'x' }),
    ).rejects.toMatchObject(locked);
    await expect(owner.call('sessions.discard', { item })).rejects.toMatchObject(locked);

    const typed = await owner.call('sessions.saveVoice', {
      session,
      place: visit,
      item: null,
      text: 'Said in the room',
    });
    expect((await get()).mine).toMatchObject([{ item: typed.item, body: { text: 'Said in the room' } }]);
    await owner.call('sessions.leaveTogether', { passphrase });
    expect((await get()).mine.map((draft) => draft.item).sort()).toEqual([item, typed.item].sort());
  });

  test('lasts until the passphrase of the owner, whatever the window does', async () => {
    await owner.call('sessions.enterTogether', { session });
    await expect(
      owner.call('sessions.leaveTogether', { passphrase: 'not the passphrase at all' }),
    ).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(await owner.call('sessions.together', {})).toEqual({ session });
    expect((await get()).together).toBe(true);
    await owner.call('sessions.leaveTogether', { passphrase });
    expect(await owner.call('sessions.together', {})).toEqual({ session: null });
    await owner.call('sessions.list', { space: null });
  });

  test('ends when the vault is locked, for whoever opens it has given the passphrase', async () => {
    await owner.call('sessions.enterTogether', { session });
    await owner.lock();
    await owner.call('vault.unlock', { passphrase });
    expect(await owner.call('sessions.together', {})).toEqual({ session: null });
  });

  test('does not begin while the vault still shows its recovery code', async () => {
    const { session: theirs } = await pair.supervisee.call('sessions.create', {
      space: pair.space,
      date: '2026-11-24',
    });
    await expect(pair.supervisee.call('sessions.enterTogether', { session: theirs })).rejects.toMatchObject({
      code: 'stage_skipped',
    });
  });

  test('takes words typed for the guest, who answers them at home', async () => {
    await owner.call('sessions.enterTogether', { session });
    const { item } = await owner.call('scribing.save', {
      session,
      place: visit,
      item: null,
      text: 'I felt alone.',
    });
    await showDraft(item);
    await owner.call('sessions.leaveTogether', { passphrase });
    await pair.sync();
    const page = await pair.supervisee.call('sessions.get', { session });
    expect(page.view.topics[0]?.scribed).toMatchObject([{ role: 'supervisee', text: 'I felt alone.' }]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitmentOf } from '../../electron/core/exchange/placementCommitment.ts';
import { say, withdraw } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { folderBytes } from '../support/folderBytes.ts';
import type { TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let session: string;

beforeEach(async () => {
  pair = await joinedPair();
  ({ session } = await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-24' }));
  for (const core of [pair.supervisor, pair.supervisee]) {
    await core.call('choices.set', { space: pair.space, feature: 'placement', on: true });
  }
  await pair.sync();
}, 60_000);
afterEach(() => pair.close());

const look = (core: TestCore, subject = session) => core.call('placements.get', { subject });
const nonce = 'ab'.repeat(32);

async function seal(core: TestCore, where: 'to' | 'for' | 'with' | 'not', subject = session): Promise<void> {
  await core.call('placements.save', { subject, where });
  await core.call('placements.seal', { subject });
}

/** Says what a patched program would say. */
function forge(core: TestCore, kind: 'placementCommit' | 'placementReveal', body: object): string {
  return say(core.session().deps, { kind, space: pair.space, subject: session, body: body as never });
}

function held(core: TestCore) {
  const db = core.session().deps.vault.db();
  return {
    me: whoAmI(db).identity,
    commits: statementsOf(db, 'placementCommit', pair.space),
    reveals: statementsOf(db, 'placementReveal', pair.space),
  };
}

describe('the seal of a placement', () => {
  test('is SHA-256 of nonce, word, author and subject, as FORMAT.md has it to the byte', () => {
    const sealed = { nonce: `${'00'.repeat(31)}01`, author: 'b'.repeat(26), subject: 's'.repeat(26) };
    expect(commitmentOf({ ...sealed, where: 'with' })).toBe(
      '3326cbd9fd845909e21a61173d2abc2e23c7e340308642d25ea0204de06ca1ae',
    );
  });
});

describe('a blind placement', () => {
  test('opens on both sides, by itself, once both are sealed', async () => {
    await seal(pair.supervisee, 'to');
    await pair.sync();
    expect((await look(pair.supervisor)).revealed).toBeNull();
    expect(held(pair.supervisor).reveals).toEqual([]);
    await seal(pair.supervisor, 'with');
    await pair.sync();
    for (const core of [pair.supervisee, pair.supervisor]) {
      expect(await look(core)).toMatchObject({
        revealed: { supervisee: 'to', supervisor: 'with' },
        isTheirsIgnored: false,
        isMineOutdated: false,
      });
    }
  });

  test('tells its own window to look again when it opens', async () => {
    await seal(pair.supervisee, 'to');
    await pair.sync();
    await seal(pair.supervisor, 'with');
    pair.supervisor.events.length = 0;
    await pair.supervisor.call('exchange.sync', {});
    expect(pair.supervisor.events).toContainEqual(
      expect.objectContaining({ name: 'changed', topics: expect.arrayContaining(['sessions']) }),
    );
  });

  test('a decision can be placed as well as a session, each apart', async () => {
    const { item } = await pair.supervisor.call('sessions.saveDecision', {
      session,
      place: null,
      item: null,
      text: 'We visit weekly.',
      who: 'supervisor',
      because: '',
      alternatives: '',
      tookPart: '',
    });
    const { mine } = await pair.supervisor.call('sessions.get', { session });
    await pair.supervisor.call('sessions.show', { item, stamp: mine[0]?.stamp ?? '' });
    await pair.sync();
    await seal(pair.supervisee, 'not', item);
    await seal(pair.supervisor, 'for', item);
    await pair.sync();
    expect((await look(pair.supervisee, item)).revealed).toEqual({ supervisee: 'not', supervisor: 'for' });
    expect((await look(pair.supervisee)).revealed).toBeNull();
    const refused = { code: 'not_found' };
    await expect(look(pair.supervisee, pair.space)).rejects.toMatchObject(refused);
  });

  test('Walk-through 5: a placement kept private leaves the folder byte for byte as if it had never been', async () => {
    const before = folderBytes(pair.folder);
    await pair.supervisee.call('placements.save', { subject: session, where: 'to' });
    await pair.supervisee.call('placements.save', { subject: session, where: 'not' });
    await pair.sync();
    expect(folderBytes(pair.folder)).toEqual(before);
    expect(await look(pair.supervisor)).toEqual({
      isOn: true,
      mine: null,
      revealed: null,
      isTheirsIgnored: false,
      isMineOutdated: false,
    });
    await pair.supervisee.call('placements.save', { subject: session, where: null });
    expect((await look(pair.supervisee)).mine).toBeNull();
    expect(
      JSON.stringify(pair.supervisee.session().deps.vault.db().prepare('SELECT * FROM item').all()),
    ).not.toContain('"placement"');
  });

  test('taken back before it opened, it is private again and the other saw nothing', async () => {
    await seal(pair.supervisee, 'to');
    await pair.sync();
    await pair.supervisee.call('placements.takeBack', { subject: session });
    await pair.sync();
    await seal(pair.supervisor, 'with');
    await pair.sync();
    expect(held(pair.supervisor).reveals).toEqual([]);
    expect(await look(pair.supervisee)).toMatchObject({
      mine: { where: 'to', isSealed: false },
      revealed: null,
    });
    expect(await look(pair.supervisor)).toMatchObject({
      mine: { where: 'with', isSealed: true },
      revealed: null,
    });
    // Sealed again, it opens: nobody has lost anything by having thought twice.
    await pair.supervisee.call('placements.seal', { subject: session });
    await pair.sync();
    expect((await look(pair.supervisor)).revealed).toEqual({ supervisee: 'to', supervisor: 'with' });
  });

  test('taken back while the other sealed theirs, it shows nothing and tells nothing; both can place anew', async () => {
    await seal(pair.supervisee, 'to');
    await pair.sync();
    await pair.supervisee.call('placements.takeBack', { subject: session });
    await seal(pair.supervisor, 'with');
    await pair.sync();
    const waiting = { mine: { where: 'with', isSealed: true }, revealed: null, isMineOutdated: false };
    expect(await look(pair.supervisor)).toMatchObject(waiting);
    expect((await look(pair.supervisee)).revealed).toBeNull();

    await seal(pair.supervisee, 'for');
    await pair.sync();
    expect(await look(pair.supervisor)).toMatchObject({ ...waiting, isMineOutdated: true });
    await pair.supervisor.call('placements.takeBack', { subject: session });
    await seal(pair.supervisor, 'with');
    await pair.sync();
    for (const core of [pair.supervisee, pair.supervisor]) {
      expect((await look(core)).revealed).toEqual({ supervisee: 'for', supervisor: 'with' });
    }
  });

  test('what is sealed cannot be changed, only taken back', async () => {
    await seal(pair.supervisee, 'to');
    const conflict = { code: 'conflict' };
    await expect(
      pair.supervisee.call('placements.save', { subject: session, where: 'with' }),
    ).rejects.toMatchObject(conflict);
    await expect(pair.supervisee.call('placements.seal', { subject: session })).rejects.toMatchObject(
      conflict,
    );
  });

  test('switched off by one, it is there for neither, and what that one had sealed is taken back', async () => {
    await seal(pair.supervisee, 'to');
    await pair.sync();
    await pair.supervisee.call('choices.set', { space: pair.space, feature: 'placement', on: false });
    await pair.sync();
    expect(await look(pair.supervisor)).toMatchObject({ isOn: false, mine: null, revealed: null });
    await expect(
      pair.supervisor.call('placements.save', { subject: session, where: 'for' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(held(pair.supervisor).commits).toEqual([]);
  });

  test('is in no record, no lines for evidence and no session page', async () => {
    await seal(pair.supervisee, 'to');
    await seal(pair.supervisor, 'with');
    await pair.sync();
    const calls = [
      pair.supervisor.call('sessions.get', { session }),
      pair.supervisor.call('sessions.record', { session }),
      pair.supervisor.call('sessions.lines', { space: null }),
      pair.supervisor.call('evidence.sources', { from: 'sessions', after: null }),
    ];
    for (const answer of await Promise.all(calls)) expect(JSON.stringify(answer)).not.toContain(nonceOf());
    function nonceOf(): string {
      return held(pair.supervisor).reveals[0]?.body.nonce ?? 'none';
    }
  });
});

describe('a patched program', () => {
  const sealOf = (core: TestCore, where: 'to' | 'with') =>
    commitmentOf({ nonce, where, author: held(core).me, subject: session });

  test('that opens with a wrong nonce or another placement is ignored, and that is said', async () => {
    const mine = sealOf(pair.supervisor, 'to');
    forge(pair.supervisor, 'placementCommit', { commitment: mine });
    await seal(pair.supervisee, 'for');
    await pair.sync();
    const theirs = held(pair.supervisor).commits.find((one) => one.owner !== held(pair.supervisor).me)?.body
      .commitment;
    for (const [where, opening] of [
      ['with', nonce],
      ['to', 'cd'.repeat(32)],
    ] as const) {
      const lie = forge(pair.supervisor, 'placementReveal', { where, nonce: opening, mine, theirs });
      await pair.sync();
      expect(await look(pair.supervisee)).toMatchObject({ revealed: null, isTheirsIgnored: true });
      withdraw(pair.supervisor.session().deps, lie);
      await pair.sync();
    }
    forge(pair.supervisor, 'placementReveal', { where: 'to', nonce, mine, theirs });
    await pair.sync();
    expect((await look(pair.supervisee)).revealed).toEqual({ supervisee: 'for', supervisor: 'to' });
  });

  test('that lies before mine is opened gets nothing opened', async () => {
    const mine = sealOf(pair.supervisor, 'to');
    await pair.supervisee.call('placements.save', { subject: session, where: 'for' });
    forge(pair.supervisor, 'placementCommit', { commitment: mine });
    forge(pair.supervisor, 'placementReveal', { where: 'with', nonce, mine, theirs: mine });
    await pair.sync();
    await pair.supervisee.call('placements.seal', { subject: session });
    await pair.sync();
    expect(held(pair.supervisor).reveals.filter((one) => one.owner !== held(pair.supervisor).me)).toEqual([]);
    expect(await look(pair.supervisee)).toMatchObject({ revealed: null, isTheirsIgnored: true });
  });

  test('that copies my commitment gets nothing opened, and that is said', async () => {
    await seal(pair.supervisee, 'for');
    await pair.sync();
    const copied = held(pair.supervisor).commits[0]?.body.commitment;
    forge(pair.supervisor, 'placementCommit', { commitment: copied });
    await pair.sync();
    expect(held(pair.supervisor).reveals).toEqual([]);
    expect(await look(pair.supervisee)).toMatchObject({ revealed: null, isTheirsIgnored: true });
  });

  test('that opens what it never sealed is ignored, and that is said', async () => {
    const mine = sealOf(pair.supervisor, 'to');
    forge(pair.supervisor, 'placementReveal', { where: 'to', nonce, mine, theirs: mine });
    await pair.sync();
    expect(await look(pair.supervisee)).toMatchObject({ revealed: null, isTheirsIgnored: true });
  });

  test('that opens early gains nothing: mine was not sealed against it', async () => {
    const mine = sealOf(pair.supervisor, 'to');
    forge(pair.supervisor, 'placementCommit', { commitment: mine });
    forge(pair.supervisor, 'placementReveal', { where: 'to', nonce, mine, theirs: 'ef'.repeat(32) });
    await pair.sync();
    expect((await look(pair.supervisee)).revealed).toBeNull();
    await seal(pair.supervisee, 'for');
    await pair.sync();
    expect((await look(pair.supervisee)).revealed).toBeNull();
    expect(held(pair.supervisor).reveals).toHaveLength(1);
  });

  test('that seals anew after mine was opened shows nothing, and that is said', async () => {
    const first = sealOf(pair.supervisor, 'to');
    const item = forge(pair.supervisor, 'placementCommit', { commitment: first });
    await seal(pair.supervisee, 'for');
    await pair.supervisor.call('exchange.sync', {});
    await pair.supervisee.call('exchange.sync', {});
    await pair.supervisor.call('exchange.sync', {});
    const theirs = held(pair.supervisor).reveals[0]?.body.mine;
    expect(theirs).toBeDefined();
    const second = sealOf(pair.supervisor, 'with');
    say(pair.supervisor.session().deps, {
      kind: 'placementCommit',
      item,
      space: pair.space,
      body: { commitment: second },
    });
    forge(pair.supervisor, 'placementReveal', { where: 'with', nonce, mine: second, theirs });
    await pair.sync();
    for (const core of [pair.supervisee, pair.supervisor]) expect((await look(core)).revealed).toBeNull();
    expect((await look(pair.supervisee)).isMineOutdated).toBe(true);
  });
});

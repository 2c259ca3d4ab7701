import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLedgerFile } from '../../electron/core/exchange/ledgerFile.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import type { TestCore } from '../support/core.ts';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

let pair: SigningPair;
const everything = { act: null, person: null, from: null, until: null, words: '', limit: 1000 } as const;

beforeAll(async () => {
  pair = await signingPair();
  const { supervisor, supervisee, session } = pair;
  for (const core of [supervisor, supervisee]) core.platform.advance(86_400_000);
  await pair.propose(supervisor);
  await pair.sync();
  await pair.sign(supervisee);
  await pair.sync();
  for (const core of [supervisor, supervisee]) core.platform.advance(86_400_000);
  await supervisor.call('signing.export', { root: session, path: join(supervisor.root, 'signed.json') });
  await pair.amend(supervisee, 'The school rang since.');
}, 60_000);
afterAll(() => pair.close());

const sentences = async (core: TestCore, wanted: Partial<typeof everything> | object = {}) =>
  (await core.call('ledger.list', { ...everything, ...wanted })).lines.map((line) => line.sentence);

describe('the ledger in words', () => {
  test('says what was given to whom, what was signed and what was saved, newest first', async () => {
    const lines = await sentences(pair.supervisor);
    expect(lines).toContain('You joined with Amir Example.');
    expect(lines).toContain('You gave Amir Example: words in the session of 24 November 2026.');
    expect(lines).toContain('You signed with Amir Example: the record of the session of 24 November 2026.');
    expect(lines).toContain('You gave Amir Example: something about signing.');
    expect(lines).toContain('You saved as a file: the record of the session of 24 November 2026.');
    expect(lines.at(-1)).toContain('You joined');
    expect(lines.join('\n')).not.toContain('no longer here');
  });

  test('holds none of the words themselves', async () => {
    expect((await sentences(pair.supervisee)).join('\n')).not.toMatch(/afraid|school rang/);
  });

  test('is found by act, by person, by day and by words, in whatever case and accents', async () => {
    const { supervisor } = pair;
    const everyone = await supervisor.call('ledger.state', {});
    const amir = everyone.people.find((one) => one.name === 'Amir Example')?.identity ?? '';
    expect(await sentences(supervisor, { act: 'export' })).toHaveLength(1);
    expect(await sentences(supervisor, { person: amir })).toEqual(await sentences(supervisor));
    expect(await sentences(supervisor, { words: 'SIGNED  amir' })).toHaveLength(2);
    expect(await sentences(supervisor, { words: 'nothing like it' })).toEqual([]);
    expect(
      await sentences(supervisor, { from: '2026-11-24', until: '2026-11-24', act: 'signature' }),
    ).toHaveLength(1);
    expect(await sentences(supervisor, { until: '2026-11-22', act: 'signature' })).toEqual([]);
    const few = await supervisor.call('ledger.list', { ...everything, limit: 2 });
    expect(few.more).toBe(true);
    expect(few.lines).toHaveLength(2);
  });

  test('what it was about is "no longer here" once it is gone', async () => {
    const { supervisee } = pair;
    await supervisee.call('sessions.create', { space: pair.space, date: '2026-12-08' });
    await pair.sync();
    const db = supervisee.session().deps.vault.db();
    db.exec('SAVEPOINT gone');
    db.exec('UPDATE packet_out SET content = 0');
    expect(await sentences(supervisee, { act: 'given', limit: 1 })).toEqual([
      'You gave Sioned Example something that is no longer here.',
    ]);
    db.exec('ROLLBACK TO gone');
    db.exec('RELEASE gone');
  });

  test('an erased page is in it, without anything of the page', async () => {
    const { supervisee } = pair;
    const { item } = await supervisee.call('pages.create', { date: '2026-11-24', promptSet: null });
    await supervisee.call('pages.remove', { item });
    await supervisee.call('pages.erase', { item });
    expect((await sentences(supervisee))[0]).toBe('You erased something of yours for good.');
    const db = supervisee.session().deps.vault.db();
    const newest = db.prepare('SELECT bytes FROM ledger ORDER BY number DESC').pluck().get() as string;
    expect(newest).not.toContain(item);
  });

  test('reads in Welsh when the window does', async () => {
    const { supervisor } = pair;
    const before = await supervisor.call('preferences.get', {});
    await supervisor.call('preferences.set', { ...before, language: 'cy' });
    expect(await sentences(supervisor, { act: 'signature' })).toContain(
      'Llofnodoch gyda Amir Example: cofnod sesiwn 24 Tachwedd 2026.',
    );
    await supervisor.call('preferences.set', before);
  });

  test('is saved as a text to read', async () => {
    const path = join(pair.supervisor.root, 'list.txt');
    await pair.supervisor.call('ledger.export', { as: 'words', path });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('Each entry follows from the one before.');
    expect(text).toContain('1. 22 November 2026 · You joined with Amir Example.');
    expect((await sentences(pair.supervisor))[0]).toBe('You saved as a file: this list.');
  });
});

describe('whether the ledger is unchanged', () => {
  test('a head that the other has taken in is known to be held, and is in the ledger', async () => {
    await pair.sync();
    const state = await pair.supervisor.call('ledger.state', {});
    expect(state.brokenAt).toBeNull();
    expect(state.sent).toMatchObject([{ names: ['Amir Example'], standing: 'held' }]);
    expect(state.received.map((one) => one.name)).toContain('Amir Example');
  });

  test('an entry changed with the whole chain made anew after it is told by the heads that went out', async () => {
    const { supervisor } = pair;
    const db = supervisor.session().deps.vault.db();
    db.exec('SAVEPOINT before_change');
    const changed = rewritten(
      db.prepare('SELECT bytes FROM ledger ORDER BY number').pluck().all() as string[],
      3,
    );
    const put = db.prepare('UPDATE ledger SET previous = ?, hash = ?, bytes = ? WHERE number = ?');
    changed.forEach((bytes, index) => {
      put.run((JSON.parse(bytes) as { previous: string }).previous, sha256(bytes), bytes, index + 1);
    });
    const state = await supervisor.call('ledger.state', {});
    expect(state.brokenAt).toBeNull();
    expect(state.sent.map((one) => one.standing)).toContain('gone');
    db.exec('ROLLBACK TO before_change');
    db.exec('RELEASE before_change');
    expect((await supervisor.call('ledger.state', {})).sent.map((one) => one.standing)).not.toContain('gone');
  });
});

/** The same ledger with another date in one entry, and every later entry chained to it: whole in itself. */
function rewritten(entries: readonly string[], at: number): string[] {
  const anew: string[] = [];
  entries.forEach((bytes, index) => {
    const entry = JSON.parse(bytes) as Record<string, unknown>;
    if (index === at) entry.at = '2026-01-01T00:00:00.000Z';
    const before = anew.at(-1);
    anew.push(toCanonical({ ...entry, previous: before === undefined ? '' : sha256(before) }));
  });
  return anew;
}

describe('a ledger given as a file', () => {
  const entriesOf = (core: TestCore) =>
    core
      .session()
      .deps.vault.db()
      .prepare('SELECT bytes FROM ledger ORDER BY number')
      .pluck()
      .all() as string[];

  async function verdictOn(entries: readonly string[]) {
    const path = join(pair.supervisor.root, 'given.json');
    writeFileSync(path, makeLedgerFile(entries));
    return (await pair.supervisor.call('ledger.check', { path })).verdict;
  }

  test('is whole when it holds every head that came from its owner', async () => {
    await pair.sync();
    const path = join(pair.supervisee.root, 'ledger.json');
    await pair.supervisee.call('ledger.export', { as: 'chain', path });
    const { verdict } = await pair.supervisor.call('ledger.check', { path });
    expect(verdict).toMatchObject({ verdict: 'whole', name: 'Amir Example' });
    expect(readFileSync(path, 'utf8')).not.toMatch(/Example|session/);
  });

  test('changed before a head that is held, and chained anew, it is told; and so is one that was cut or broken', async () => {
    const entries = entriesOf(pair.supervisee);
    for (let at = 0; at < entries.length - 1; at += 1) {
      const verdict = await verdictOn(rewritten(entries, at));
      const isAfterEveryHead = verdict?.verdict === 'whole';
      if (at < 3) expect(['changed', 'unknown']).toContain(verdict?.verdict);
      if (isAfterEveryHead) expect(at).toBeGreaterThan(entries.length - 6);
      else expect(['changed', 'unknown', 'ends']).toContain(verdict?.verdict);
    }
    expect(await verdictOn(entries.slice(0, 4))).toMatchObject({ verdict: 'ends', name: 'Amir Example' });
    expect(await verdictOn(entries.toSpliced(2, 1))).toEqual({ verdict: 'broken', number: 3 });
    expect(await verdictOn(entriesOf(pair.supervisor))).toEqual({ verdict: 'unknown' });
    const path = join(pair.supervisor.root, 'given.json');
    writeFileSync(path, '{"format":1}');
    expect((await pair.supervisor.call('ledger.check', { path })).verdict).toEqual({ verdict: 'notALedger' });
  });

  test('that ends before packets still on their way is no change', async () => {
    const { supervisee } = pair;
    await supervisee.call('sessions.create', { space: pair.space, date: '2026-12-15' });
    await supervisee.call('exchange.sync', {});
    expect(await verdictOn(entriesOf(supervisee))).toMatchObject({ verdict: 'whole' });
    await pair.sync();
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCard } from '../../electron/core/exchange/card.ts';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { signRecord } from '../../electron/core/exchange/recordSignature.ts';
import { signFor } from '../../electron/core/exchange/signature.ts';
import { exportedPayload, type SignedFile } from '../../electron/core/exchange/signedFile.ts';
import { verifySigned } from '../../electron/core/exchange/verifySigned.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { startCoreWithVault } from '../support/core.ts';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

let pair: SigningPair;
let path: string;
let bytes: Buffer;
let hashes: string[];

/** A session signed with a note, and later words of each, both signed; saved by the supervisor. */
beforeAll(async () => {
  pair = await signingPair();
  const { supervisor, supervisee } = pair;
  const first = await pair.propose(supervisor, 'Written on the train.');
  await pair.sync();
  await pair.sign(supervisee, 'I would have put it more strongly.');
  await pair.sync();
  const second = await pair.amend(supervisee, 'The school rang since.');
  const third = await pair.amend(supervisor, 'I rang back.');
  hashes = [first, second, third];
  path = join(supervisor.root, 'signed-session.json');
  await supervisor.call('signing.export', { root: pair.session, path });
  bytes = readFileSync(path);
}, 120_000);
afterAll(() => pair.close());

const faultsOf = (changed: Uint8Array) => verifySigned(changed, []).faults;
const parsed = (): SignedFile => JSON.parse(bytes.toString('utf8'));

/** The file as the very person who saved it could make it with a program of their own: everything else signed anew. */
function resealed(file: SignedFile): Buffer {
  const { sign } = ownDevice(pair.supervisor.session().deps.vault.db());
  const counted = { ...file, exported: { ...file.exported, count: file.records.length } };
  const signature = signFor('export', sign, Buffer.from(exportedPayload(counted))).toString('base64');
  return Buffer.from(
    `${toCanonical({ ...counted, exported: { ...counted.exported, signature } })}\n`,
    'utf8',
  );
}

type Path = readonly (string | number)[];

/** Every place in a value that holds a text, a number, a truth or null. */
function leaves(value: unknown, at: Path = []): { at: Path; leaf: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ at, leaf: value }];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function withLeaf<T>(value: T, at: Path, leaf: unknown): T {
  const copy = structuredClone(value);
  let place = copy as Record<string | number, unknown>;
  for (const key of at.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[at.at(-1) ?? ''] = leaf;
  return copy;
}

/** The same kind of value, but another: one letter changed, one added, one more. */
function otherLeaves(leaf: unknown): unknown[] {
  if (typeof leaf === 'number') return [leaf + 1];
  if (typeof leaf !== 'string') return [leaf === null ? 'a'.repeat(64) : null];
  const last = leaf.at(-1) ?? '';
  const changedLast = `${leaf.slice(0, -1)}${last === 'a' ? 'b' : 'a'}`;
  const changedFirst = `${leaf.startsWith('a') ? 'b' : 'a'}${leaf.slice(1)}`;
  const beforePadding = leaf.replace(/[A-Za-z0-9+/](?==+$)/, (letter) => (letter === 'B' ? 'C' : 'B'));
  return [changedFirst, changedLast, `${leaf} `, beforePadding].filter((one) => one !== leaf);
}

describe('a signed record, saved as one file', () => {
  test('holds, and says both people, both notes and the whole chain', () => {
    const { faults, verified } = verifySigned(bytes, []);
    expect(faults).toEqual([]);
    expect(verified?.records.map((one) => one.hash)).toEqual(hashes);
    expect(verified?.file.records[0]?.signatures.map((one) => one.note)).toEqual([
      'I would have put it more strongly.',
      'Written on the train.',
    ]);
    expect(verified?.file.exported.count).toBe(3);
  });

  test('holds just as well when the other saves it', async () => {
    const theirs = join(pair.supervisee.root, 'signed-session.json');
    await pair.supervisee.call('signing.export', { root: pair.session, path: theirs });
    const { verified } = verifySigned(readFileSync(theirs), []);
    expect(verified?.records.map((one) => one.hash)).toEqual(hashes);
  });

  test('one changed, added or missing byte anywhere in it is caught', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        expect(faultsOf(changed)).not.toEqual([]);
        expect(faultsOf(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))).not.toEqual([]);
        expect(
          faultsOf(Buffer.concat([bytes.subarray(0, at), Buffer.from([by]), bytes.subarray(at)])),
        ).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
    for (const end of [0, 1, 2, bytes.length - 1]) expect(faultsOf(bytes.subarray(0, end))).not.toEqual([]);
  });

  test('who saved it, with a program of their own, can change nothing either: not a signature, a note, a time, a key', () => {
    const file = parsed();
    const places = leaves(file.records);
    expect(places.length).toBeGreaterThan(40);
    for (const { at, leaf } of places) {
      for (const other of otherLeaves(leaf)) {
        const changed = { ...file, records: withLeaf(file.records, at, other) };
        expect(faultsOf(resealed(changed)), `${at.join('.')} to ${String(other).slice(0, 80)}`).not.toEqual(
          [],
        );
      }
    }
  });

  test('nor a word, a date, an owner or a name within a record, even with the hashes made to fit', () => {
    const file = parsed();
    for (const [index, one] of file.records.entries()) {
      const record = JSON.parse(one.record);
      for (const { at, leaf } of leaves(record)) {
        for (const other of otherLeaves(leaf)) {
          const changed = withLeaf(record, at, other);
          for (const entry of changed.entries) entry.hash = sha256(toCanonical(entry.revision));
          const text = toCanonical(changed);
          if (text === one.record) continue;
          const signatures = one.signatures.map((signature) => ({ ...signature, hash: sha256(text) }));
          const records = file.records.with(index, { record: text, signatures });
          expect(faultsOf(resealed({ ...file, records })), at.join('.')).not.toEqual([]);
        }
      }
    }
  });

  test('nor the order of what stands in it, or whose signature stands where', () => {
    const file = parsed();
    const record = JSON.parse(file.records[0]?.record ?? '');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(record.entries as unknown[], { minLength: 1, maxLength: record.entries.length }),
        (entries) => {
          const text = toCanonical({ ...record, entries });
          fc.pre(text !== file.records[0]?.record);
          const records = file.records.map((one, index) => (index === 0 ? { ...one, record: text } : one));
          expect(faultsOf(resealed({ ...file, records }))).not.toEqual([]);
        },
      ),
    );
    const swapped = file.records.map((one) => ({ ...one, signatures: one.signatures.toReversed() }));
    expect(faultsOf(resealed({ ...file, records: swapped }))).not.toEqual([]);
    const [first, second] = file.records;
    if (first === undefined || second === undefined) throw new Error('there are three records');
    const borrowed = file.records.with(1, { ...second, signatures: first.signatures });
    expect(faultsOf(resealed({ ...file, records: borrowed }))).not.toEqual([]);
  });

  test('nor their own note to a record they proposed, even signed anew: the other has signed that note', () => {
    const file = parsed();
    const db = pair.supervisor.session().deps.vault.db();
    const [first] = file.records;
    const mine = first?.signatures[1];
    if (first === undefined || mine === undefined) throw new Error('both signed');
    expect(mine).toMatchObject({ note: 'Written on the train.', after: null });
    const now = new Date(mine.at);
    const anew = { by: mine.by, ...signRecord(db, first.record, { note: 'Another note', now, after: null }) };
    const records = file.records.with(0, { ...first, signatures: first.signatures.with(1, anew) });
    expect(faultsOf(resealed({ ...file, records }))).toEqual([
      'The two signatures under record 1 are not a proposal and the answer to it.',
    ]);
  });

  test('nor leave out the first or a middle record, repeat one, or swap two', () => {
    const file = parsed();
    const [one, two, three] = file.records;
    if (!one || !two || !three) throw new Error('there are three records');
    for (const records of [
      [two, three],
      [one, three],
      [two],
      [one, two, two],
      [one, three, two],
      [one, one],
    ]) {
      expect(faultsOf(resealed({ ...file, records }))).not.toEqual([]);
    }
  });

  test('the last record is missed when anybody but who saved it takes it out; they themselves could, and the program says so', () => {
    const file = parsed();
    const records = file.records.slice(0, 2);
    const bare = Buffer.from(`${toCanonical({ ...file, records })}\n`);
    expect(faultsOf(bare)).not.toEqual([]);
    const recounted = { ...file, records, exported: { ...file.exported, count: 2 } };
    expect(faultsOf(Buffer.from(`${toCanonical(recounted)}\n`))).not.toEqual([]);
    const cut = join(pair.supervisor.root, 'cut.json');
    writeFileSync(cut, resealed({ ...file, records }));
    const { stdout, status } = verify(cut);
    expect(status).toBe(0);
    expect(stdout).toContain('That nothing was signed later. Whoever saved the file could have left out');
    expect(stdout).toContain(marked(hashes[1]));
  });

  test('a stranger’s keys do not pass for the two', async () => {
    const stranger = await startCoreWithVault({ name: 'Amir Example' });
    const card = join(stranger.root, 'stranger.twovoice-card');
    await stranger.call('contacts.exportCard', { path: card });
    const { faults } = verifySigned(bytes, [readCard(readFileSync(card, 'utf8'))]);
    expect(faults).toEqual(['The card of Amir Example is of nobody who signed here.']);
    stranger.close();
  });

  test('saving it is in the ledger, and nothing can be saved before both have signed', async () => {
    const { session } = await pair.supervisor.call('sessions.create', {
      space: pair.space,
      date: '2026-12-01',
    });
    const other = join(pair.supervisor.root, 'unsigned.json');
    await expect(
      pair.supervisor.call('signing.export', { root: session, path: other }),
    ).rejects.toMatchObject({ code: 'stage_skipped' });
    expect(existsSync(other)).toBe(false);
    await expect(
      pair.supervisor.call('signing.export', { root: pair.session, path: 'signed.json' }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    const db = pair.supervisor.session().deps.vault.db();
    expect(db.prepare(`SELECT count(*) AS n FROM ledger WHERE bytes LIKE '%"export"%'`).get()).toEqual({
      n: 1,
    });
  });
});

const program = join(import.meta.dirname, '../../build/verify.ts');
const verify = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
const marked = (hash = '') => hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '?';

describe('npm run verify', () => {
  test('says in words what is proved and what is not, and ends with 0', () => {
    const { stdout, status } = verify(path);
    expect(status).toBe(0);
    expect(stdout).toContain('EVERYTHING IN THIS FILE HOLDS.');
    for (const words of [
      'I was afraid.',
      'I should have come with you.',
      'The school rang since.',
      'with the note “I would have put it more strongly.”',
      'Sioned Example proposed and signed it, on the device',
      'Amir Example signed it after that, on the device',
      'both signed these exact words',
      'nothing is left out between record 1 and record 3',
      'When anything was said or signed.',
      'That the person behind these keys is Sioned Example',
      marked(hashes[2]),
    ]) {
      expect(stdout).toContain(words);
    }
    expect(stdout).not.toContain('TIRED');
  });

  test('with the cards one holds it says whose the signatures are', async () => {
    const cards = [pair.supervisor, pair.supervisee].map((core) => join(core.root, 'mine.twovoice-card'));
    await pair.supervisor.call('contacts.exportCard', { path: cards[0] ?? null });
    await pair.supervisee.call('contacts.exportCard', { path: cards[1] ?? null });
    const { stdout, status } = verify(path, '--keys', ...cards);
    expect(status).toBe(0);
    expect(stdout).toContain('belong to the card you gave, which says “Sioned Example”');
    expect(stdout).not.toContain('names are claims');
    expect(stdout).toContain('unless you compared the six words');
  });

  test('a changed file ends with 1 and shows none of its words', () => {
    const changed = join(pair.supervisor.root, 'changed.json');
    writeFileSync(changed, bytes.toString('utf8').replace('I was afraid.', 'I was careless.'));
    const { stdout, status } = verify(changed);
    expect(status).toBe(1);
    expect(stdout).toContain('THIS DOES NOT HOLD.');
    expect(stdout).not.toContain('careless');
  });

  test('nothing to check ends with 2', () => {
    for (const args of [[], [join(pair.supervisor.root, 'nowhere.json')], [path, '--keys', path]]) {
      expect(verify(...args).status).toBe(2);
    }
  });

  test('words in a file cannot steer a terminal or write a line of their own', async () => {
    const { printable } = await import('../../build/verifyReport.ts');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
    expect(printable('a\u001b[2Jb\n\u202ec')).toBe('a‹U+001B›[2Jb‹U+000A›‹U+202E›c');
  });
});

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { type Adversary, adversary } from '../support/adversary.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let evil: Adversary;
let space: string;

beforeEach(async () => {
  pair = await joinedPair();
  space = join(pair.folder, pair.space);
  evil = adversary(pair.supervisor, pair.supervisee, pair.space, pair.folder);
});
afterEach(() => pair.close());

const victimDb = () => pair.supervisee.session().deps.vault.db();
const sessionsTaken = () => statementsOf(victimDb(), 'session', pair.space).length;

async function look() {
  await pair.supervisee.call('exchange.sync', {});
  return (await pair.supervisee.call('pairs.get', { space: pair.space })).exchange;
}

/** A packet that would be taken in, were it where it belongs. */
async function honestBytes(): Promise<Buffer> {
  const path = await evil.lay(evil.payload([evil.revision({})]));
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}

const strangeFiles = [
  ...[
    '2.age.tmp',
    '2.age~',
    '.2.age',
    '2.AGE',
    '2.age.part',
    '2.age ',
    '02.age',
    '+2.age',
    '2e0.age',
    '٢.age',
  ],
  ...[
    '2 (conflict).age',
    '2.sync-conflict-20261122-101010-ABCDEFG.age',
    '.syncthing.2.age.tmp',
    '~syncthing~2.age.tmp',
  ],
  ...[
    "2 (Sioned's conflicted copy 2026-11-22).age",
    '2-SIONED-LAPTOP.age',
    '.2.age.icloud',
    '2.age.ocTransferId123.part',
  ],
  ...[
    'con.age',
    'nul',
    'aux.age',
    'com1.age',
    '..age',
    '__proto__',
    'constructor.age',
    '0.age',
    '-1.age',
    '1e999.age',
  ],
  ...[
    '9999999999.age',
    `${'2'.repeat(200)}.age`,
    '2.age\n',
    '2\u0000'.replace('\u0000', '\u2024age'),
    '2.age:stream',
  ],
];

test('a good packet under any name but its own is passed over, whatever a sync tool or a stranger made of the name', async () => {
  const bytes = await honestBytes();
  for (const name of strangeFiles) writeFileSync(join(evil.folder, name), bytes);
  expect(await look()).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
  expect(sessionsTaken()).toBe(0);
  expect(Object.hasOwn(Object.prototype, 'age')).toBe(false);
  writeFileSync(join(evil.folder, '2.age'), bytes);
  expect(await look()).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
  expect(sessionsTaken()).toBe(1);
});

test('folders whose names are no device ids are passed over with all they hold', async () => {
  const bytes = await honestBytes();
  const device = evil.device.id;
  const names = [
    '__proto__',
    'con',
    'CON',
    'nul.',
    '.stfolder',
    '.stversions',
    '..',
    `${device} (1)`,
    `${device}.tmp`,
  ];
  for (const name of [...names, device.toUpperCase(), `.${device}`, device.slice(1), `${device}a`]) {
    mkdirSync(join(space, name), { recursive: true });
    writeFileSync(join(space, name, '2.age'), bytes);
  }
  expect(await look()).toMatchObject({ state: 'ready', waiting: 0, setAside: [] });
  expect(sessionsTaken()).toBe(0);
});

test('links to files and to folders are not followed, wherever they lie', async () => {
  const bytes = await honestBytes();
  const outside = join(pair.supervisee.root, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'packet'), bytes);
  symlinkSync(join(outside, 'packet'), join(evil.folder, '2.age'));
  expect(await look()).toMatchObject({ waiting: 0, setAside: [] });
  rmSync(join(evil.folder, '2.age'));

  writeFileSync(join(outside, '2.age'), bytes);
  cpSync(join(evil.folder, '1.age'), join(outside, '1.age'));
  renameSync(evil.folder, join(pair.supervisee.root, 'away'));
  symlinkSync(outside, evil.folder);
  expect(await look()).toMatchObject({ waiting: 0, setAside: [] });
  expect(sessionsTaken()).toBe(0);
  rmSync(evil.folder);
  symlinkSync(evil.folder, evil.folder);
  expect(await look()).toMatchObject({ waiting: 0, setAside: [] });
});

test('a link in the place of our own folder is not written through', async () => {
  const own = join(space, ownDevice(victimDb()).id);
  const target = join(pair.supervisee.root, 'target');
  mkdirSync(target);
  writeFileSync(join(target, 'letter.txt'), 'a letter');
  rmSync(own, { recursive: true });
  symlinkSync(target, own);
  const before = folderBytes(target);
  await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-29' });
  expect(await look()).toMatchObject({ state: 'cannotWrite' });
  expect(folderBytes(target)).toEqual(before);
  rmSync(own);
  expect(await look()).toMatchObject({ state: 'ready', unsent: 0 });
});

test('a link in the place of our own next packet is not written through', async () => {
  const own = join(space, ownDevice(victimDb()).id);
  const letter = join(pair.supervisee.root, 'letter.txt');
  writeFileSync(letter, '');
  symlinkSync(letter, join(own, '2.age'));
  await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-29' });
  await look();
  expect(readFileSync(letter, 'utf8')).toBe('');
});

test('a folder, a pipe or an empty file under the name of a packet stops nothing', async () => {
  const bytes = await honestBytes();
  mkdirSync(join(evil.folder, '2.age'));
  expect(await look()).toMatchObject({ state: 'ready', setAside: [] });
  rmSync(join(evil.folder, '2.age'), { recursive: true });
  const { execFileSync } = await import('node:child_process');
  execFileSync('mkfifo', [join(evil.folder, '2.age')]);
  expect(await look()).toMatchObject({ state: 'ready', setAside: [] });
  rmSync(join(evil.folder, '2.age'));
  writeFileSync(join(evil.folder, '2.age'), '');
  expect(await look()).toMatchObject({ state: 'ready', setAside: [{ code: 'packet_truncated' }] });
  writeFileSync(join(evil.folder, '2.age'), bytes);
  expect(await look()).toMatchObject({ state: 'ready', setAside: [] });
  expect(sessionsTaken()).toBe(1);
});

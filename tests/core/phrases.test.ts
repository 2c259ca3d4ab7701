import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { joinedCircle } from '../support/circle.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function pair(): Promise<TestPair> {
  const made = await joinedPair();
  open.push(made);
  return made;
}

const wholeLedger = { act: null, person: null, from: null, until: null, words: '', limit: 100 };

const phrase = {
  say: 'We have not found a way to meet yet',
  insteadOf: 'fails to engage',
  why: 'It says what is so, of both sides.',
  language: 'en-GB',
} as const;

test('a phrase is mine alone until it is shown; then the other sees its words and nothing else of mine', async () => {
  const { supervisor, supervisee, space, folder, sync } = await pair();
  const kept = await supervisee.call('phrases.save', { ...phrase, say: 'canary-private', item: null });
  const { item } = await supervisee.call('phrases.save', { ...phrase, item: null });
  await sync();
  expect((await supervisor.call('phrases.list', {})).phrases).toEqual([]);
  const shown = await supervisee.call('phrases.show', { item, space });
  await sync();
  expect((await supervisor.call('phrases.list', {})).phrases).toEqual([
    { ...phrase, item: shown.item, space, mine: false, by: 'Amir Example', from: '' },
  ]);
  const sent = (await packetsSeenBy(supervisor, folder)).join('\n');
  expect(sent).not.toContain('canary');
  for (const id of [item, kept.item]) expect(sent).not.toContain(id);
  const ledger = await supervisee.call('ledger.list', wholeLedger);
  expect(JSON.stringify(ledger)).toContain('a phrase for the phrasebook');
  await supervisee.call('phrases.takeBack', { item: shown.item });
  await sync();
  expect((await supervisor.call('phrases.list', {})).phrases).toEqual([]);
  expect((await supervisee.call('phrases.list', {})).phrases).toHaveLength(2);
});

test('a circle shares one phrasebook, each phrase with who brought it, none twice', async () => {
  const circle = await joinedCircle();
  open.push(circle);
  const [amir] = circle.invited;
  if (amir === undefined) throw new Error('nobody was invited');
  const { item } = await circle.founder.call('phrases.save', { ...phrase, item: null });
  await circle.founder.call('phrases.show', { item, space: circle.space });
  await circle.sync();
  expect((await amir.call('phrases.list', {})).phrases).toMatchObject([
    { say: phrase.say, by: 'Sioned Example', space: circle.space },
  ]);
  const mine = await amir.call('phrases.save', { ...phrase, item: null });
  expect(await amir.tryCall('phrases.show', { item: mine.item, space: circle.space })).toMatchObject({
    error: { code: 'conflict' },
  });
});

test('a phrase is shown nowhere but in a pair or circle of mine, and taken back by nobody else', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  const { item } = await supervisee.call('phrases.save', { ...phrase, item: null });
  expect(await supervisee.tryCall('phrases.show', { item, space: 'a'.repeat(26) })).toMatchObject({
    ok: false,
    error: { code: 'not_joined' },
  });
  const shown = await supervisee.call('phrases.show', { item, space });
  await sync();
  expect(await supervisor.tryCall('phrases.takeBack', { item: shown.item })).toMatchObject({
    ok: false,
    error: { code: 'not_yours' },
  });
  expect(await supervisee.tryCall('phrases.save', { ...phrase, say: ' ', item: null })).toMatchObject({
    ok: false,
    error: { code: 'bad_input' },
  });
});

test('a phrasebook is given as a file without a name in it, and taken in by another vault as its own', async () => {
  const { supervisor, supervisee, space, sync } = await pair();
  const { item } = await supervisor.call('phrases.save', { ...phrase, item: null });
  await supervisor.call('phrases.show', { item, space });
  await sync();
  const { phrases } = await supervisee.call('phrases.list', {});
  const path = join(supervisee.root, 'phrasebook.json');
  const out = {
    items: phrases.map((one) => one.item),
    title: 'Duty team',
    format: 'json' as const,
    language: 'en-GB' as const,
    looked: false,
    path,
  };
  await supervisee.call('phrases.export', out);
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toEqual({ format: 'twovoice-phrases/1', title: 'Duty team', phrases: [phrase] });
  expect(text).not.toMatch(/Sioned|Amir/);
  const { file } = await supervisor.call('phrases.read', { path });
  if (file === null) throw new Error('the file was not read');
  expect(await supervisor.call('phrases.takeIn', { from: file.title, phrases: file.phrases })).toEqual({
    kept: 0,
  });
  const other = await pair();
  expect(await other.supervisee.call('phrases.takeIn', { from: file.title, phrases: file.phrases })).toEqual({
    kept: 1,
  });
  expect((await other.supervisee.call('phrases.list', {})).phrases).toMatchObject([
    { ...phrase, from: 'Duty team', space: null, mine: true },
  ]);
});

test('a phrasebook in which the name of somebody I am joined with stands leaves only after it was looked at', async () => {
  const { supervisee } = await pair();
  const { item } = await supervisee.call('phrases.save', {
    ...phrase,
    why: 'Sioned says it so.',
    item: null,
  });
  const path = join(supervisee.root, 'hers.json');
  const out = { items: [item], title: '', format: 'json' as const, language: 'en-GB' as const, path };
  expect(await supervisee.tryCall('phrases.export', { ...out, looked: false })).toMatchObject({
    ok: false,
    error: { code: 'identifiers_found' },
  });
});

test('as many phrases as a file may hold, each as long as it may be, are looked through before they leave', async () => {
  const { supervisee } = await pair();
  const long = { ...phrase, insteadOf: 'We know best. '.repeat(35), why: 'We ask first. '.repeat(140) };
  const phrases = Array.from({ length: 500 }, (_, n) => ({ ...long, say: `Way ${n} of asking` }));
  await supervisee.call('phrases.takeIn', { from: 'Duty team', phrases });
  const items = (await supervisee.call('phrases.list', {})).phrases.map((one) => one.item);
  expect(items).toHaveLength(500);
  expect(await supervisee.call('phrases.check', { items, title: '' })).toEqual({ found: [] });
  const path = join(supervisee.root, 'many.json');
  const out = { items, title: 'For Sioned', format: 'json' as const, language: 'en-GB' as const, path };
  expect(await supervisee.call('phrases.check', { items, title: out.title })).toEqual({ found: ['Sioned'] });
  await supervisee.call('phrases.export', { ...out, title: '', looked: false });
  expect(JSON.parse(readFileSync(path, 'utf8')).phrases).toHaveLength(500);
});

test('a phrasebook in which a listed name stands leaves only after it was looked at', async () => {
  const { supervisee } = await pair();
  await supervisee.call('settings.set', { names: ['Ffion Parry'] });
  const { item } = await supervisee.call('phrases.save', { ...phrase, why: 'For Ffion Parry.', item: null });
  const path = join(supervisee.root, 'named.json');
  const out = { items: [item], title: '', format: 'json' as const, language: 'en-GB' as const, path };
  expect(await supervisee.tryCall('phrases.export', { ...out, looked: false })).toMatchObject({
    ok: false,
    error: { code: 'identifiers_found' },
  });
  expect(() => readFileSync(path)).toThrow();
  await supervisee.call('phrases.export', { ...out, looked: true });
  expect(readFileSync(path, 'utf8')).toContain('For Ffion Parry.');
});

test('a file that is no phrasebook is refused, and nothing is taken in', async () => {
  const { supervisee } = await pair();
  const path = join(supervisee.root, 'other.json');
  const unsound = [
    'no json',
    '{}',
    JSON.stringify({ format: 'twovoice-phrases/2', title: '', phrases: [] }),
    JSON.stringify({ format: 'twovoice-phrases/1', title: '', phrases: [{ ...phrase, say: '' }] }),
    JSON.stringify({ format: 'twovoice-phrases/1', title: '', phrases: [{ ...phrase, by: 'Sioned' }] }),
  ];
  for (const text of unsound) {
    writeFileSync(path, text);
    expect(await supervisee.tryCall('phrases.read', { path }), text).toMatchObject({
      ok: false,
      error: { code: 'file_unreadable' },
    });
  }
  expect((await supervisee.call('phrases.list', {})).phrases).toEqual([]);
});

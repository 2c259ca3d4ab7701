import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { carriedTables, stayingTables } from '../../electron/core/exchange/vaultRows.ts';
import { startCore, startCoreWithVault, type TestCore, temporaryFolder } from '../support/core.ts';
import { askToLink, linkDevice } from '../support/devices.ts';
import { joinedPair } from '../support/pair.ts';
import { passphrase } from '../support/core.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function laptop() {
  const core = await startCoreWithVault({ root: join(temporaryFolder(), 'laptop') });
  open.push(core);
  return core;
}

async function fresh(name?: string) {
  const asked = await askToLink(join(temporaryFolder(), 'desktop'), name === undefined ? {} : { name });
  open.push(asked.core);
  return asked;
}

async function writePage(core: TestCore, text: string): Promise<string> {
  const { item } = await core.call('pages.create', { date: '2026-11-22', promptSet: null });
  const { body } = await core.call('pages.get', { item });
  const sections = body.sections.map((section) => ({
    ...section,
    prose: { format: 1 as const, blocks: [{ type: 'paragraph' as const, spans: [{ text }] }] },
  }));
  await core.call('pages.save', { item, body: { ...body, sections } });
  return item;
}

const foundWords = async (core: TestCore, query: string) =>
  (await core.call('search.find', { query, language: 'en-GB', order: 'newest', before: null, limit: 10 }))
    .results.length;

test('A new computer has the whole journal after six words and the recovery code, and its own way in', async () => {
  const old = await laptop();
  const item = await writePage(old, 'The heron stood in the rain');
  await old.call('settings.set', { helpLine: 'Ring Mair' });
  const { core, words, request } = await fresh();
  expect(await core.call('vault.status', {})).toMatchObject({ linking: true, recoveryCode: null });
  const answer = join(core.root, 'a.twovoice-answer');
  expect(await old.call('devices.readRequest', { path: request })).toMatchObject({
    request: { name: 'The desktop' },
  });
  const typed = `  ${words.join('  ').toUpperCase()} `;
  await old.call('devices.answer', { request, words: typed, recoveryCode: old.recoveryCode, answer });
  const { recoveryCode } = await core.call('link.takeAnswer', { path: answer });
  expect(await core.call('vault.status', {})).toMatchObject({
    linking: false,
    recoveryCode,
    name: 'Nia Example',
  });
  expect((await core.call('pages.get', { item })).body.sections[0]?.prose.blocks[0]?.spans[0]?.text).toBe(
    'The heron stood in the rain',
  );
  expect(await foundWords(core, 'heron')).toBe(1);
  expect((await core.call('settings.get', {})).helpLine).toBe('Ring Mair');
  expect(recoveryCode).not.toBe(old.recoveryCode);
  for (const each of [core, old]) {
    const { devices } = await each.call('devices.list', {});
    expect(devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      [null, each === old],
      ['The desktop', each === core],
    ]);
  }
});

test('The new computer’s own recovery code opens the root key there, and so adds a third computer', async () => {
  const old = await laptop();
  const second = await linkDevice(old, join(temporaryFolder(), 'second'));
  open.push(second.core);
  await second.core.lock();
  const { recoveryCode } = await second.core.call('vault.recover', {
    recoveryCode: second.recoveryCode,
    newPassphrase: passphrase,
  });
  const third = await linkDevice({ ...second.core, recoveryCode }, join(temporaryFolder(), 'third'), {
    name: 'The tablet',
  });
  open.push(third.core);
  expect((await third.core.call('devices.list', {})).devices).toHaveLength(3);
});

test('A wrong word changes nothing on either computer', async () => {
  const old = await laptop();
  const { core, words, request } = await fresh();
  const answer = join(core.root, 'a.twovoice-answer');
  const wrong = [...words.slice(0, 5), words[5] === 'abacus' ? 'zoom' : 'abacus'].join(' ');
  for (const typed of [wrong, words.slice(0, 5).join(' '), 'one two three four five six', '']) {
    const input = { request, words: typed, recoveryCode: old.recoveryCode, answer };
    expect(await old.tryCall('devices.answer', input)).toMatchObject({ error: { code: 'link_words' } });
  }
  expect(existsSync(answer)).toBe(false);
  expect((await old.call('devices.list', {})).devices).toHaveLength(1);
});

test('Without the recovery code of the old computer nothing is signed', async () => {
  const old = await laptop();
  const { core, words, request } = await fresh();
  const answer = join(core.root, 'a.twovoice-answer');
  const other = await startCoreWithVault();
  open.push(other);
  for (const recoveryCode of [other.recoveryCode, 'not a code']) {
    const input = { request, words: words.join(' '), recoveryCode, answer };
    expect(await old.tryCall('devices.answer', input)).toMatchObject({
      error: { code: 'wrong_recovery_code' },
    });
  }
  expect(existsSync(answer)).toBe(false);
});

test('An answer that cannot be written, or was not wanted after all, leaves no device on the list', async () => {
  const old = await laptop();
  const { core, words, request } = await fresh();
  const input = { request, words: words.join(' '), recoveryCode: old.recoveryCode };
  const nowhere = join(core.root, 'no such folder', 'a.twovoice-answer');
  expect(await old.tryCall('devices.answer', { ...input, answer: nowhere })).toMatchObject({
    error: { code: 'file_unwritable' },
  });
  expect(await old.call('devices.answer', { ...input, answer: null })).toEqual({ path: null });
  expect((await old.call('devices.list', {})).devices).toHaveLength(1);
  const answer = join(core.root, 'a.twovoice-answer');
  await old.call('devices.answer', { ...input, answer });
  await core.call('link.takeAnswer', { path: answer });
});

test('A request is answered once, and an answer is taken in once', async () => {
  const old = await laptop();
  const { core, words, request } = await fresh();
  const answer = join(core.root, 'a.twovoice-answer');
  const input = { request, words: words.join(' '), recoveryCode: old.recoveryCode };
  await old.call('devices.answer', { ...input, answer });
  const again = join(core.root, 'b.twovoice-answer');
  expect(await old.tryCall('devices.answer', { ...input, answer: again })).toMatchObject({
    error: { code: 'link_answered' },
  });
  expect(await old.tryCall('devices.readRequest', { path: request })).toMatchObject({
    error: { code: 'link_answered' },
  });
  await core.call('link.takeAnswer', { path: answer });
  expect(await core.tryCall('link.takeAnswer', { path: answer })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('An answer for another new computer is refused', async () => {
  const old = await laptop();
  const one = await fresh();
  const other = await fresh('The tablet');
  const answer = join(one.core.root, 'a.twovoice-answer');
  await old.call('devices.answer', {
    request: one.request,
    words: one.words.join(' '),
    recoveryCode: old.recoveryCode,
    answer,
  });
  expect(await other.core.tryCall('link.takeAnswer', { path: answer })).toMatchObject({
    error: { code: 'link_other_request' },
  });
  expect(await other.core.call('vault.status', {})).toMatchObject({ linking: true });
});

test('A request with any field changed is refused, also when a stranger signs it anew', async () => {
  const old = await laptop();
  const mine = await fresh();
  const stranger = await fresh('The desktop');
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const forged = join(mine.core.root, 'forged.twovoice-request');
  for (const field of ['name', 'at', 'salt', 'sign', 'recipient', 'signature']) {
    writeFileSync(forged, JSON.stringify({ ...read(mine.request), [field]: read(stranger.request)[field] }));
    const result = await old.tryCall('devices.readRequest', { path: forged });
    const isUnchanged = read(mine.request)[field] === read(stranger.request)[field];
    expect(result, field).toMatchObject(isUnchanged ? { ok: true } : { error: { code: 'not_a_link' } });
  }
  const input = {
    request: stranger.request,
    words: mine.words.join(' '),
    recoveryCode: old.recoveryCode,
    answer: forged,
  };
  expect(await old.tryCall('devices.answer', input)).toMatchObject({ error: { code: 'link_words' } });
  for (const text of ['', '{', '[]', '{"kind":"twovoice-link-request","format":2}']) {
    writeFileSync(forged, text);
    const code = text.includes('2}') || text.includes(':2') ? 'newer_format' : 'not_a_link';
    expect(await old.tryCall('devices.readRequest', { path: forged })).toMatchObject({ error: { code } });
  }
});

test('An answer cut short or changed anywhere is refused, and the whole one is still taken in', async () => {
  const old = await laptop();
  await writePage(old, 'One page');
  const { core, words, request } = await fresh();
  const answer = join(core.root, 'a.twovoice-answer');
  const input = { request, words: words.join(' '), recoveryCode: old.recoveryCode, answer };
  await old.call('devices.answer', input);
  const whole = readFileSync(answer);
  const broken = join(core.root, 'b.twovoice-answer');
  const known = ['not_a_link', 'link_other_request', 'link_damaged'];
  for (let part = 0; part < 8; part += 1) {
    const at = Math.floor((whole.length * part) / 8);
    writeFileSync(broken, whole.subarray(0, at));
    const cut = await core.tryCall('link.takeAnswer', { path: broken });
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(broken, changed);
    const flipped = await core.tryCall('link.takeAnswer', { path: broken });
    for (const result of [cut, flipped]) {
      expect(result.ok).toBe(false);
      if (!result.ok) expect(known).toContain(result.error.code);
    }
  }
  expect(await core.call('vault.status', {})).toMatchObject({ linking: true });
  await core.call('link.takeAnswer', { path: answer });
});

test('The answer holds no readable word of the journal', async () => {
  const old = await laptop();
  await writePage(old, 'canary-heron-9341');
  const { core, words, request } = await fresh();
  const answer = join(core.root, 'a.twovoice-answer');
  await old.call('devices.answer', {
    request,
    words: words.join(' '),
    recoveryCode: old.recoveryCode,
    answer,
  });
  expect(readFileSync(answer).includes('canary-heron-9341')).toBe(false);
  expect(readFileSync(request, 'utf8')).not.toContain(words[0]);
});

test('A joint record comes along whole; a draft nobody was shown stays where it was typed', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const { supervisee: old, space } = pair;
  const { session } = await old.call('sessions.create', { space, date: '2026-11-22' });
  const { item } = await old.call('sessions.saveTopic', { session, item: null, title: 'Shown topic' });
  const [draft] = (await old.call('sessions.get', { session })).mine;
  await old.call('sessions.show', { item, stamp: draft?.stamp ?? '' });
  await old.call('sessions.saveTopic', { session, item: null, title: 'Only a draft' });
  const second = await linkDevice(old, join(temporaryFolder(), 'second'));
  open.push(second.core);
  const [here, there] = [
    await old.call('sessions.get', { session }),
    await second.core.call('sessions.get', { session }),
  ];
  expect(there.view).toEqual(here.view);
  expect(JSON.stringify(there.view)).toContain('Shown topic');
  expect([here.mine.length, there.mine.length]).toEqual([1, 0]);
  expect((await second.core.call('pairs.list', {})).pairs).toMatchObject([
    { space, folder: null, other: { name: 'Sioned Example' } },
  ]);
});

test('Giving up takes the empty vault away, and no other vault can be taken away like that', async () => {
  const { core } = await fresh();
  await core.call('link.giveUp', {});
  expect(await core.call('vault.status', {})).toMatchObject({ state: 'none' });
  const old = await laptop();
  expect(await old.tryCall('link.giveUp', {})).toMatchObject({ error: { code: 'not_found' } });
  expect(await old.call('vault.status', {})).toMatchObject({ state: 'open' });
});

test('A waiting computer shows the same six words after it was closed and opened again', async () => {
  const { core, words } = await fresh();
  await core.lock();
  await core.call('vault.unlock', { passphrase });
  expect((await core.call('link.pending', {})).pending?.words).toEqual(words);
});

test('A computer that is lost is taken off the list with the recovery code, and never this one', async () => {
  const old = await laptop();
  const second = await linkDevice(old, join(temporaryFolder(), 'second'));
  open.push(second.core);
  const { devices } = await old.call('devices.list', {});
  const lost = devices.find(({ isThis }) => !isThis)?.id ?? '';
  const self = devices.find(({ isThis }) => isThis)?.id ?? '';
  const { recoveryCode } = old;
  expect(await old.tryCall('devices.remove', { id: lost, recoveryCode: second.recoveryCode })).toMatchObject({
    error: { code: 'wrong_recovery_code' },
  });
  expect(await old.tryCall('devices.remove', { id: self, recoveryCode })).toMatchObject({
    error: { code: 'bad_input' },
  });
  await old.call('devices.remove', { id: lost, recoveryCode });
  expect((await old.call('devices.list', {})).devices.map(({ id }) => id)).toEqual([self]);
});

test('Every table of a vault is either carried to a second computer or known to stay', () => {
  const core = startCore();
  open.push(core);
  return core.call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null }).then(() => {
    const names = core
      .session()
      .deps.vault.db()
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\'",
      )
      .pluck()
      .all() as string[];
    expect([...names, 'search_text'].sort()).toEqual([...carriedTables, ...stayingTables].sort());
  });
});

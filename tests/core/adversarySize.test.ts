import { afterEach, beforeEach, expect, test } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { say } from '../../electron/core/items/commit.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { type Adversary, adversary } from '../support/adversary.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let evil: Adversary;

beforeEach(async () => {
  pair = await joinedPair();
  evil = adversary(pair.supervisor, pair.supervisee, pair.space, pair.folder);
});
afterEach(() => pair.close());

/** What the victim says of the folder, and what judging it cost in memory. How long it may take is the bound of each test. */
async function judged() {
  const before = process.memoryUsage().rss;
  await pair.supervisee.call('exchange.sync', {});
  const { exchange } = await pair.supervisee.call('pairs.get', { space: pair.space });
  return { exchange, megabytes: (process.memoryUsage().rss - before) / 2 ** 20 };
}

/** An honest packet after the bad one is still taken in. */
async function expectTheRestGoesOn() {
  await evil.lay(evil.payload([evil.revision({})]));
  expect((await judged()).exchange).toMatchObject({ state: 'ready', setAside: [] });
  expect(statementsOf(pair.supervisee.session().deps.vault.db(), 'session', pair.space)).toHaveLength(1);
}

/** The canonical payload with its list of revisions put in as text: a million objects would only slow the attacker. */
function payloadText(revisions: string): Buffer {
  return Buffer.from(toCanonical(evil.payload([])).replace('"revisions":[]', `"revisions":[${revisions}]`));
}

test('a million revisions in one packet are refused, soon and without filling the memory', async () => {
  const one = `{"bytes":"","hash":"${sha256('')}"}`;
  const bytes = deflateRawSync(payloadText(`${`${one},`.repeat(999_999)}${one}`));
  expect(bytes.length).toBeLessThan(2 ** 20);
  evil.layBytes('2.age', await evil.sealRaw(bytes));
  const { exchange, megabytes } = await judged();
  expect(exchange.setAside).toMatchObject([{ code: 'packet_too_large' }]);
  expect(megabytes).toBeLessThan(300);
  await expectTheRestGoesOn();
});

test('more revisions than a packet may hold, in few bytes, are refused before any is looked at', async () => {
  const one = `{"bytes":"","hash":"${sha256('')}"}`;
  evil.layBytes(
    '2.age',
    await evil.sealRaw(deflateRawSync(payloadText(`${`${one},`.repeat(100_000)}${one}`))),
  );
  const { exchange } = await judged();
  expect(exchange.setAside).toMatchObject([{ code: 'packet_malformed' }]);
  await expectTheRestGoesOn();
});

test('a packet full of revisions that are all refused costs little, and is answered with few words', async () => {
  const bad = Array.from({ length: 1000 }, (_, index) => ({ hash: sha256(`${index}`), bytes: `${index}` }));
  await evil.lay(evil.payload(bad));
  const { exchange } = await judged();
  expect(exchange.setAside).toEqual([]);
  const notices = statementsOf(pair.supervisee.session().deps.vault.db(), 'notice', pair.space);
  expect(notices.length).toBeGreaterThan(0);
  expect(notices.length).toBeLessThanOrEqual(20);
  await expectTheRestGoesOn();
});

test('brackets a million deep, outside or inside a revision, are refused', async () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  evil.layBytes('2.age', await evil.sealRaw(deflateRawSync(Buffer.from(deep))));
  expect((await judged()).exchange.setAside).toMatchObject([{ code: 'packet_malformed' }]);
  const inside = evil.revision({}).bytes.replace('{"date":"2026-11-22"}', deep);
  expect(inside).toContain(deep);
  await evil.lay(evil.payload([{ hash: sha256(inside), bytes: inside }]));
  expect((await judged()).exchange.setAside).toEqual([]);
  await expectTheRestGoesOn();
});

test('a file larger than any packet is not even read', async () => {
  evil.layBytes('2.age', Buffer.alloc(32 * 2 ** 20 + 1));
  const { exchange } = await judged();
  expect(exchange.setAside).toMatchObject([{ code: 'packet_too_large' }]);
  await expectTheRestGoesOn();
});

test('what an honest person has to say never makes a packet that is refused as too large', async () => {
  const { supervisor, supervisee, space } = pair;
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-12-01' });
  const { deps } = supervisor.session();
  const heavy = '\u9b5a'.repeat(50_000);
  for (let voice = 0; voice < 450; voice += 1) {
    const body = { part: 'howWeWork', text: `${voice} ${heavy}`.slice(0, 50_000), scribed: null } as const;
    say(deps, { kind: 'voice', space, subject: session, body });
  }
  await supervisor.call('exchange.sync', {});
  await supervisee.call('exchange.sync', {});
  expect((await supervisee.call('pairs.get', { space })).exchange).toMatchObject({
    waiting: 0,
    setAside: [],
  });
  expect(statementsOf(supervisee.session().deps.vault.db(), 'voice', space)).toHaveLength(450);
});

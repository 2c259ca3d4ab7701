import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unsaidMoment } from '../../shared/model/moment.ts';
import { textToProse } from '../../shared/model/prose.ts';
import type { TestCore } from '../support/core.ts';
import { twoComputers } from '../support/devices.ts';

let laptop: TestCore;
let desk: TestCore;
let folder: string;
let close: () => void;

beforeEach(async () => {
  ({ laptop, desk, folder, close } = await twoComputers());
}, 60_000);
afterEach(() => close());

async function meet(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const core of [laptop, desk]) await core.call('exchange.sync', {});
  }
}

function tick(): void {
  for (const core of [laptop, desk]) core.platform.advance(60_000);
}

async function write(core: TestCore, item: string | null, text: string): Promise<string> {
  const made = item ?? (await core.call('pages.create', { date: '2026-11-22', promptSet: null })).item;
  const { body } = await core.call('pages.get', { item: made });
  const sections = [{ prompt: null, prose: textToProse(text) }];
  await core.call('pages.save', { item: made, body: { ...body, sections } });
  tick();
  return made;
}

async function words(core: TestCore, item: string): Promise<string | null> {
  const result = await core.tryCall('pages.get', { item });
  if (!result.ok) return null;
  const { body } = await core.call('pages.get', { item });
  const blocks = body.sections[0]?.prose.blocks ?? [];
  return blocks.map((block) => block.spans.map((span) => span.text).join('')).join('\n');
}

async function found(core: TestCore, query: string): Promise<number> {
  const input = { query, language: 'en-GB', order: 'newest', before: null, limit: 10 } as const;
  return (await core.call('search.find', input)).results.length;
}

test('A page written on one computer is on the other, in its list and its search', async () => {
  const item = await write(laptop, null, 'The heron again');
  await meet();
  expect(await words(desk, item)).toBe('The heron again');
  expect((await desk.call('pages.list', { before: null, upTo: null, limit: 10 })).pages).toHaveLength(1);
  expect(await found(desk, 'heron')).toBe(1);
  await write(desk, item, 'The egret instead');
  await meet();
  expect(await words(laptop, item)).toBe('The egret instead');
  expect([await found(laptop, 'heron'), await found(laptop, 'egret')]).toEqual([0, 1]);
});

test('Episodes, moments and the names of computers travel as pages do', async () => {
  const moment = {
    ...unsaidMoment,
    item: null,
    at: null,
    pleasant: 1,
    words: 'lighter',
  };
  await laptop.call('moments.save', moment);
  const { devices } = await laptop.call('devices.list', {});
  const own = devices.find(({ isThis }) => isThis)?.id ?? '';
  await laptop.call('devices.rename', { id: own, name: 'The laptop' });
  await meet();
  expect(JSON.stringify(await desk.call('moments.list', { page: null }))).toContain('lighter');
  expect((await desk.call('devices.list', {})).devices.map(({ name }) => name).sort()).toEqual([
    'The desktop',
    'The laptop',
  ]);
});

test('Different paragraphs written apart are joined, and both computers have the same page', async () => {
  const item = await write(laptop, null, 'one\ntwo\nthree');
  await meet();
  await write(laptop, item, 'one, from the laptop\ntwo\nthree');
  await write(desk, item, 'one\ntwo\nthree, from the desk\nfour');
  await meet();
  const joined = 'one, from the laptop\ntwo\nthree, from the desk\nfour';
  expect([await words(laptop, item), await words(desk, item)]).toEqual([joined, joined]);
  expect((await desk.call('devices.conflicts', {})).conflicts).toEqual([]);
});

test('The same paragraph written apart gives two versions on both, until the person chooses', async () => {
  const item = await write(laptop, null, 'one');
  await meet();
  await write(laptop, item, 'one on the train');
  await write(desk, item, 'one at the desk');
  await meet();
  for (const core of [laptop, desk]) {
    expect(await words(core, item)).toBe('one at the desk');
    const [conflict] = (await core.call('devices.conflicts', {})).conflicts;
    expect(conflict).toMatchObject({ item, kind: 'page', isShared: false, isErasedElsewhere: false });
    expect(conflict?.versions.map(({ text }) => text)).toEqual(['one at the desk', 'one on the train']);
  }
  const [conflict] = (await laptop.call('devices.conflicts', {})).conflicts;
  await laptop.call('devices.choose', { item, keep: conflict?.versions[1]?.hash ?? '' });
  await meet();
  for (const core of [laptop, desk]) {
    expect(await words(core, item)).toBe('one on the train');
    expect((await core.call('devices.conflicts', {})).conflicts).toEqual([]);
  }
});

test('Keeping both versions makes a second page of the other one', async () => {
  const item = await write(laptop, null, 'one');
  await meet();
  await write(laptop, item, 'one on the train');
  await write(desk, item, 'one at the desk');
  await meet();
  await desk.call('devices.choose', { item, keep: 'both' });
  await meet();
  for (const core of [laptop, desk]) {
    const { pages } = await core.call('pages.list', { before: null, upTo: null, limit: 10 });
    expect(pages.map(({ excerpt }) => excerpt).sort()).toEqual(['one at the desk', 'one on the train']);
    expect((await core.call('devices.conflicts', {})).conflicts).toEqual([]);
  }
});

test('An open window does not wipe out what came from the other computer while it was open', async () => {
  const item = await write(laptop, null, 'one\ntwo');
  await meet();
  const held = await desk.call('pages.get', { item });
  await write(laptop, item, 'one, from the laptop\ntwo');
  await meet();
  const typed = (text: string, from: string | null) =>
    desk.call('pages.save', {
      item,
      body: { ...held.body, sections: [{ prompt: null, prose: textToProse(text) }] },
      from,
    });
  const first = await typed('one\ntwo, typed on', held.from);
  tick();
  expect(await words(desk, item)).toBe('one, from the laptop\ntwo, typed on');
  await meet();
  await typed('one\ntwo, typed on and on', first.from);
  tick();
  await meet();
  const joined = 'one, from the laptop\ntwo, typed on and on';
  expect([await words(laptop, item), await words(desk, item)]).toEqual([joined, joined]);
});

test('A window that stays open and saves often is never taken for a second computer', async () => {
  const item = await write(laptop, null, 'a');
  await meet();
  let { from } = await laptop.call('pages.get', { item });
  const { body } = await laptop.call('pages.get', { item });
  for (const text of ['ab', 'abc', 'abcd']) {
    const sections = [{ prompt: null, prose: textToProse(text) }];
    from = (await laptop.call('pages.save', { item, body: { ...body, sections }, from })).from;
    tick();
    await meet();
  }
  expect([await words(laptop, item), await words(desk, item)]).toEqual(['abcd', 'abcd']);
  expect((await laptop.call('devices.conflicts', {})).conflicts).toEqual([]);
});

test('What is in "Recently deleted" on one computer is there on the other, and put back on both', async () => {
  const item = await write(laptop, null, 'one');
  await meet();
  await laptop.call('pages.remove', { item });
  tick();
  await meet();
  expect((await desk.call('pages.list', { before: null, upTo: null, limit: 10 })).pages).toEqual([]);
  expect((await desk.call('pages.removed', {})).pages).toHaveLength(1);
  await desk.call('pages.putBack', { item });
  tick();
  await meet();
  expect((await laptop.call('pages.list', { before: null, upTo: null, limit: 10 })).pages).toHaveLength(1);
});

test('Erased words leave the other computer too, every trace of them', async () => {
  const item = await write(laptop, null, 'canary-heron-4711');
  await meet();
  await laptop.call('pages.erase', { item });
  tick();
  await meet();
  expect(await words(desk, item)).toBeNull();
  for (const core of [laptop, desk]) {
    expect(await found(core, 'canary-heron-4711')).toBe(0);
    const db = core.session().deps.vault.db();
    const rest = db
      .prepare('SELECT bytes FROM own_version UNION ALL SELECT bytes FROM revision')
      .pluck()
      .all();
    expect(rest.filter((bytes) => String(bytes).includes('canary-heron-4711'))).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM outgoing').pluck().get()).toBe(0);
  }
});

test('Erased here and written on there: it stays gone here, and there the person chooses', async () => {
  const item = await write(laptop, null, 'one');
  await meet();
  await laptop.call('pages.erase', { item });
  await write(desk, item, 'one, and more');
  await meet();
  expect([await words(laptop, item), await words(desk, item)]).toEqual([null, 'one, and more']);
  expect((await laptop.call('devices.conflicts', {})).conflicts).toEqual([]);
  const [conflict] = (await desk.call('devices.conflicts', {})).conflicts;
  expect(conflict).toMatchObject({ item, isErasedElsewhere: true });
  await desk.call('devices.choose', { item, keep: conflict?.versions[0]?.hash ?? '' });
  await meet();
  expect([await words(laptop, item), await words(desk, item)]).toEqual(['one, and more', 'one, and more']);
  await laptop.call('pages.erase', { item });
  await write(desk, item, 'and more still');
  await meet();
  await desk.call('devices.choose', { item, keep: 'erase' });
  await meet();
  expect([await words(laptop, item), await words(desk, item)]).toEqual([null, null]);
});

test('Forgotten earlier versions are forgotten on the other computer too', async () => {
  const item = await write(laptop, null, 'monday-canary');
  await meet();
  for (const core of [laptop, desk]) core.platform.advance(86_400_000);
  await write(laptop, item, 'tuesday');
  await meet();
  expect((await desk.call('pages.versions', { item })).versions).toHaveLength(1);
  await laptop.call('pages.forgetEarlier', { item });
  await meet();
  for (const core of [laptop, desk]) {
    expect((await core.call('pages.versions', { item })).versions).toEqual([]);
    const rest = core.session().deps.vault.db().prepare('SELECT bytes FROM own_version').pluck().all();
    expect(rest.filter((bytes) => String(bytes).includes('monday-canary'))).toEqual([]);
  }
});

test('Private words lie in no readable byte of the folder', async () => {
  await write(laptop, null, 'canary-heron-1234');
  await meet();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(names.length).toBeGreaterThan(0);
  for (const entry of names) {
    expect(readFileSync(join(entry.parentPath, entry.name)).includes('canary-heron')).toBe(false);
  }
});

test('However two computers write and meet, they come to the same page and lose no paragraph', async () => {
  const step = fc.record({ on: fc.nat(1), does: fc.constantFrom('first', 'last', 'meet', 'meet') });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      run += 1;
      const item = await write(laptop, null, `start ${run}`);
      await meet();
      const written: string[] = [];
      for (const [index, { on, does }] of steps.entries()) {
        const core = on === 0 ? laptop : desk;
        if (does === 'meet') {
          await core.call('exchange.sync', {});
          continue;
        }
        const mark = `paragraph ${run}.${index}`;
        const now = (await words(core, item)) ?? '';
        written.push(mark);
        await write(core, item, does === 'first' ? `${mark}\n${now}` : `${now}\n${mark}`);
      }
      await meet();
      const [here, there] = [await words(laptop, item), await words(desk, item)];
      expect(here).toBe(there);
      const { conflicts } = await laptop.call('devices.conflicts', {});
      const all = conflicts.flatMap(({ versions }) => versions.map(({ text }) => text)).join('\n');
      for (const mark of written) expect(`${here}\n${all}`).toContain(mark);
      expect((await desk.call('devices.conflicts', {})).conflicts).toEqual(conflicts);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('Words wait until they rest; a person who asks need not wait', async () => {
  const { item } = await laptop.call('pages.create', { date: '2026-11-22', promptSet: null });
  const { body } = await laptop.call('pages.get', { item });
  const sections = [{ prompt: null, prose: textToProse('half a sen') }];
  await laptop.call('pages.save', { item, body: { ...body, sections } });
  const { syncAll } = await import('../../electron/core/exchange/sync.ts');
  await syncAll(laptop.session().deps);
  await desk.call('exchange.sync', {});
  expect(await words(desk, item)).toBeNull();
  laptop.platform.advance(11_000);
  await syncAll(laptop.session().deps);
  await desk.call('exchange.sync', {});
  expect(await words(desk, item)).toBe('half a sen');
});

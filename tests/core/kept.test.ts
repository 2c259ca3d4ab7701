import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptApi } from '../../electron/core/services/kept.ts';
import { noticingApi } from '../../electron/core/services/noticing.ts';
import type { Input, Method } from '../../shared/contract/index.ts';
import { questionOf } from '../../shared/model/modelling.ts';
import { type TestCore, temporaryFolder } from '../support/core.ts';
import { twoComputers } from '../support/devices.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { openJournal } from '../support/openJournal.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

type Save = 'noticing.save' | 'standpoint.save' | 'ownStrengths.save' | 'learning.save' | 'modelling.save';

/** A word for each private field, to look for where none may be. */
const filled: { readonly [M in Save]: Omit<Input<M>, 'item'> } = {
  'noticing.save': {
    date: '2026-11-21',
    setOff: 'canary-set-off',
    did: 'canary-did',
    went: ['withdrew'],
    wished: 'canary-wished',
    reminds: 'canary-reminds',
    habit: 'canary-habit',
  },
  'standpoint.save': {
    date: '2026-11-21',
    stand: 'canary-stand',
    assumed: 'canary-assumed',
    about: 'canary-about',
    changedMyMind: 'canary-changed-my-mind',
    lookAgainOn: '2026-12-24',
  },
  'ownStrengths.save': {
    what: 'celebration',
    date: '2026-11-21',
    about: 'canary-who',
    text: 'canary-strength',
    effect: 'canary-effect',
  },
  'learning.save': {
    type: 'rolePlay',
    date: '2026-11-21',
    hours: 1.25,
    what: 'canary-what',
    changed: 'canary-changed',
    withWhom: 'canary-with-whom',
    taughtBy: 'canary-taught-by',
  },
  'modelling.save': { month: '2026-11', text: 'canary-modelling' },
};
const nothingSaid: { readonly [M in Save]: Partial<Input<M>> } = {
  'noticing.save': { setOff: ' ', did: '\n', went: [], wished: '', reminds: '', habit: '' },
  'standpoint.save': { stand: '', assumed: ' ', about: '', changedMyMind: '' },
  'ownStrengths.save': { about: '', text: ' ', effect: '' },
  'learning.save': { type: null, hours: null, what: '', changed: '', withWhom: '', taughtBy: ' ' },
  'modelling.save': { month: '2026-10', text: ' ' },
};
const saves = Object.keys(filled) as Save[];
const lists: { readonly [M in Save]: Method } = {
  'noticing.save': 'noticing.list',
  'standpoint.save': 'standpoint.list',
  'ownStrengths.save': 'ownStrengths.list',
  'learning.save': 'learning.list',
  'modelling.save': 'modelling.list',
};

async function save(core: TestCore, method: Save, change: object = {}, item: string | null = null) {
  const result = await core.tryCall(method, { item, ...filled[method], ...change });
  return result.ok ? (result.value as { item: string }).item : result.error.code;
}

async function listed(core: TestCore, method: Save): Promise<string> {
  return JSON.stringify(await core.call(lists[method], {} as never));
}

const everything = async (core: TestCore) =>
  Promise.all(saves.map((method) => listed(core, method))).then((all) => all.join('\n'));

let pair: TestPair;
const open: { close(): void }[] = [];
beforeEach(async () => {
  pair = await joinedPair();
  open.push(pair);
}, 60_000);
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

describe('what people keep for themselves', () => {
  test('is changed, deleted, put back and erased like nothing else of theirs', async () => {
    const { supervisor } = pair;
    for (const method of saves) {
      const item = await save(supervisor, method);
      expect(await listed(supervisor, method)).toContain('canary');
      const word = JSON.stringify({ ...filled[method] }).match(/canary-[a-z-]+/)?.[0] ?? '';
      const [field] = Object.entries(filled[method]).find(([, value]) => value === word) ?? [''];
      expect(await save(supervisor, method, { [field]: 'said otherwise' }, item)).toBe(item);
      const changed = await listed(supervisor, method);
      expect(changed).toContain('said otherwise');
      expect(changed).not.toContain(`"${word}"`);
      await supervisor.call('kept.remove', { item });
      expect(await listed(supervisor, method)).not.toContain(item);
      await supervisor.call('kept.restore', { item });
      expect(await listed(supervisor, method)).toBe(changed);
      await supervisor.call('kept.erase', { item });
      expect(await listed(supervisor, method)).not.toContain(item);
      await expect(supervisor.call('kept.restore', { item })).rejects.toMatchObject({ code: 'not_found' });
    }
    const { item: page } = await supervisor.call('pages.create', { date: '2026-11-21', promptSet: null });
    await expect(supervisor.call('kept.erase', { item: page })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is refused with nothing changed: a day to come, days out of order, hours off the scale, nothing said', async () => {
    const { supervisor } = pair;
    for (const method of saves) await save(supervisor, method);
    const before = await everything(supervisor);
    const tomorrow = { date: '2026-11-23' };
    for (const method of [
      'noticing.save',
      'standpoint.save',
      'ownStrengths.save',
      'learning.save',
    ] as const) {
      expect(await save(supervisor, method, tomorrow)).toBe('date_in_future');
    }
    expect(await save(supervisor, 'modelling.save', { month: '2026-12' })).toBe('date_in_future');
    expect(await save(supervisor, 'modelling.save')).toBe('conflict');
    expect(await save(supervisor, 'standpoint.save', { lookAgainOn: '2026-11-20' })).toBe(
      'dates_out_of_order',
    );
    for (const hours of [-1, 200.25, 0.1, '2']) {
      expect(await save(supervisor, 'learning.save', { hours })).toBe('bad_input');
    }
    expect(await save(supervisor, 'noticing.save', { went: ['withdrew', 'withdrew'] })).toBe('bad_input');
    for (const date of ['2026-02-30', 'yesterday', '']) {
      expect(await save(supervisor, 'learning.save', { date })).toBe('bad_input');
    }
    for (const method of saves) {
      expect(await save(supervisor, method, nothingSaid[method]), method).toBe('bad_input');
    }
    expect(await everything(supervisor)).toBe(before);
  });

  test('never leaves the vault: no packet, no export of pages, no ledger sentence holds a word of it', async () => {
    const { supervisor, supervisee, space } = pair;
    const before = folderBytes(pair.folder);
    for (const core of [supervisor, supervisee]) for (const method of saves) await save(core, method);
    await pair.sync();
    expect(folderBytes(pair.folder)).toEqual(before);
    const { item } = await supervisor.call('strengths.save', {
      space,
      item: null,
      what: 'thanks',
      text: 'Thank you.',
      effect: '',
    });
    const { mine } = await supervisor.call('strengths.list', { space });
    await supervisor.call('strengths.show', { item, stamp: mine[0]?.stamp ?? '' });
    await supervisor.call('sessions.create', { space, date: '2026-11-24' });
    await pair.sync();
    const packets = (await packetsSeenBy(supervisee, pair.folder)).join('\n');
    expect(packets).toContain('Thank you.');
    expect(packets).not.toContain('canary');
    const path = join(supervisor.root, 'pages.json');
    await supervisor.call('pages.export', { path });
    expect(readFileSync(path, 'utf8')).not.toContain('canary');
    const all = { act: null, person: null, from: null, until: null, words: '', limit: 100 } as const;
    expect(JSON.stringify(await supervisor.call('ledger.list', all))).not.toContain('canary');
    expect(await everything(supervisee)).toContain('canary');
  });

  test('is out of reach in Together mode', async () => {
    const { supervisor, space } = pair;
    const item = await save(supervisor, 'noticing.save');
    const { session } = await supervisor.call('sessions.create', { space, date: '2026-11-24' });
    await supervisor.call('vault.codeWritten', {});
    await supervisor.call('sessions.enterTogether', { session });
    for (const method of saves) expect(await save(supervisor, method)).toBe('locked');
    for (const method of [...Object.values(lists), 'modelling.asked'] as Method[]) {
      expect(await supervisor.tryCall(method, {})).toMatchObject({ error: { code: 'locked' } });
    }
    for (const method of ['kept.remove', 'kept.erase'] as const) {
      await expect(supervisor.call(method, { item })).rejects.toMatchObject({ code: 'locked' });
    }
    await expect(supervisor.call('strengths.list', { space })).rejects.toMatchObject({ code: 'locked' });
  });
});

test('A trail of where one stood is in order of its days, and says when its time to look again has come', async () => {
  const { supervisee } = pair;
  await save(supervisee, 'standpoint.save', {
    date: '2026-11-10',
    stand: 'second',
    lookAgainOn: '2026-11-22',
  });
  await save(supervisee, 'standpoint.save', {
    date: '2026-10-01',
    stand: 'first',
    lookAgainOn: '2026-11-23',
  });
  const { entries } = await supervisee.call('standpoint.list', {});
  expect(entries.map(({ stand, lookNow }) => [stand, lookNow])).toEqual([
    ['first', false],
    ['second', true],
  ]);
});

describe('the monthly question', () => {
  const asked = async (core: TestCore) => (await core.call('modelling.asked', {})).asked;

  test('is asked of the supervisor alone, once a month, and rests when it is answered', async () => {
    const { supervisor, supervisee } = pair;
    expect(await asked(supervisee)).toBeNull();
    expect(await asked(supervisor)).toEqual({ month: '2026-11', question: questionOf('2026-11') });
    const item = await save(supervisor, 'modelling.save');
    expect(await asked(supervisor)).toBeNull();
    supervisor.platform.setNow('2026-12-01T09:00:00.000Z');
    expect(await asked(supervisor)).toEqual({ month: '2026-12', question: questionOf('2026-12') });
    await save(supervisor, 'modelling.save', { month: '2026-12', text: 'changed later' }, item);
    expect((await supervisor.call('modelling.list', {})).answers).toEqual([
      { item, month: '2026-11', question: questionOf('2026-11'), text: 'changed later' },
    ]);
  });

  test('“Not this month” keeps nothing but that it is put away, and leaves no list of months', async () => {
    const { supervisor } = pair;
    const db = supervisor.session().deps.vault.db();
    const items = () => db.prepare('SELECT count(*) FROM item').pluck().get();
    const settings = () => db.prepare("SELECT value FROM setting WHERE key LIKE 'modelling%'").pluck().all();
    const before = items();
    await supervisor.call('modelling.putAway', { month: '2026-11' });
    expect(await asked(supervisor)).toBeNull();
    supervisor.platform.setNow('2026-12-02T09:00:00.000Z');
    await supervisor.call('modelling.putAway', { month: '2026-12' });
    expect(settings()).toEqual(['2026-12']);
    expect(items()).toBe(before);
    await expect(supervisor.call('modelling.putAway', { month: '2027-01' })).rejects.toMatchObject({
      code: 'date_in_future',
    });
  });

  test('is not asked for a pair that has ended', async () => {
    await pair.supervisor.call('leaving.leave', { space: pair.space });
    expect(await asked(pair.supervisor)).toBeNull();
  });
});

test('What is kept on one computer is on the person’s other one, and what is erased there is gone from both', async () => {
  const computers = await twoComputers();
  open.push(computers);
  const { laptop, desk } = computers;
  const meet = async () => {
    for (const core of [laptop, desk]) core.platform.advance(60_000);
    for (let round = 0; round < 3; round += 1)
      for (const core of [laptop, desk]) await core.call('exchange.sync', {});
  };
  const items: string[] = [];
  for (const method of saves) items.push(await save(laptop, method));
  await meet();
  expect(await everything(desk)).toBe(await everything(laptop));
  expect(await everything(desk)).toContain('canary-modelling');
  for (const item of items) await desk.call('kept.erase', { item });
  await meet();
  expect(await everything(laptop)).not.toContain('canary');
  const words = laptop.session().deps.vault.db().prepare('SELECT bytes FROM own_version').pluck().all();
  expect(words.join()).not.toContain('canary');
}, 60_000);

test('After an entry is erased, earlier days included, none of its words is left in any byte of the vault’s files', () => {
  const folder = temporaryFolder();
  const { deps, db, platform } = openJournal(folder, 'plain', null);
  open.push({
    close() {
      db.close();
      rmSync(folder, { recursive: true });
    },
  });
  const words = () =>
    readdirSync(folder).filter(
      (name) => name.includes('.') && readFileSync(join(folder, name)).includes('canary'),
    );
  const { item } = noticingApi['noticing.save'](deps, { item: null, ...filled['noticing.save'] });
  platform.advance(86_400_000);
  noticingApi['noticing.save'](deps, { item, ...filled['noticing.save'], did: 'canary-another-day' });
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(words()).toEqual(['plain.db']);
  keptApi['kept.erase'](deps, { item });
  expect(words()).toEqual([]);
});

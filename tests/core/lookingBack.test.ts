import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/index.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsaidMoment } from '../../shared/model/moment.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { oneWord } from '../support/episode.ts';

let core: TestCore;
beforeEach(async () => {
  core = await startCoreWithVault({ now: '2026-11-22T09:00:00.000Z' });
});
afterEach(() => core.close());

type Moment = Input<'moments.save'>;

async function noteMoment(
  at: string,
  pleasant: Moment['pleasant'],
  stirred: Moment['stirred'],
): Promise<string> {
  const input: Moment = { ...emptyMoment, at, pleasant, stirred, words: 'a canary in the words' };
  return (await core.call('moments.save', input)).item;
}

const emptyMoment: Moment = { ...unsaidMoment, item: null, at: null };
const emptyEpisode = { ...oneWord, what: 'x' };

test('what the charts draw is there by civil day, oldest first, and nothing more of it', async () => {
  await noteMoment('2026-11-20T10:00:00.000Z', -3, 2);
  await noteMoment('2026-10-01T10:00:00.000Z', null, 1);
  await noteMoment('2026-11-01T10:00:00.000Z', null, null);
  const gone = await noteMoment('2026-11-02T10:00:00.000Z', 1, 1);
  await core.call('moments.remove', { item: gone });
  const found = await core.call('lookingBack.get', {});
  expect(found.today).toBe('2026-11-22');
  expect(found.moments).toEqual([
    { day: '2026-10-01', pleasant: null, stirred: 1 },
    { day: '2026-11-20', pleasant: -3, stirred: 2 },
  ]);
  expect(JSON.stringify(found)).not.toContain('canary');
});

test('an episode comes with the beginning of its words and its weights by day', async () => {
  const what = `The visit\n on the stairs ${'and so on '.repeat(20)}`;
  const { item } = await core.call('episodes.save', {
    ...emptyEpisode,
    at: '2026-10-01T10:00:00.000Z',
    what,
    weight: 8,
    kinds: ['constraint', 'dilemma'],
    obstacles: ['time'],
    said: 'partly',
    more: 'a canary in more words',
  });
  await core.call('episodes.save', { ...emptyEpisode, at: '2026-09-01T10:00:00.000Z', what: 'Before 😀' });
  await core.call('episodes.rate', { item, weight: 3, at: null });
  const { episodes } = await core.call('lookingBack.get', {});
  expect(episodes).toEqual([
    { day: '2026-09-01', what: 'Before 😀', kinds: [], obstacles: [], said: null, curve: [] },
    {
      day: '2026-10-01',
      what: expect.stringMatching(/^The visit on the stairs and so on .*…$/),
      kinds: ['constraint', 'dilemma'],
      obstacles: ['time'],
      said: 'partly',
      curve: [
        { day: '2026-10-01', weight: 8 },
        { day: '2026-11-22', weight: 3 },
      ],
    },
  ]);
  expect(episodes[1]?.what.length).toBeLessThanOrEqual(81);
  expect(JSON.stringify(episodes)).not.toContain('canary');
});

test('a print of it is a PDF where the person says, is in the ledger, and a person who changes their mind prints nothing', async () => {
  const printer = await startCoreWithVault({
    printToPdf: async () => new TextEncoder().encode('%PDF-window'),
  });
  try {
    const path = join(printer.root, 'looking-back.pdf');
    const exports = async () => {
      const anything = { person: null, from: null, until: null, words: '', limit: 100 };
      return (await printer.call('ledger.list', { act: 'export', ...anything })).lines.length;
    };
    expect(await printer.call('lookingBack.print', { path: null })).toEqual({ path: null });
    expect(await printer.tryCall('lookingBack.print', { path: join(printer.root, 'x.html') })).toMatchObject({
      error: { code: 'bad_input' },
    });
    expect(await exports()).toBe(0);
    printer.platform.dialogs.newFiles.push(path);
    expect(await printer.call('lookingBack.print', { path: null })).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-window');
    expect(await exports()).toBe(1);
  } finally {
    printer.close();
  }
});

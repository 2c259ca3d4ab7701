import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startCoreWithVault, type TestCore, temporaryFolder } from '../support/core.ts';
import { linkDevice } from '../support/devices.ts';
import { oneWord } from '../support/episode.ts';

const open: TestCore[] = [];
afterEach(() => {
  for (const core of open.splice(0)) core.close();
});

test('how heavy it is, said on two computers apart, is on both afterwards, and there is nothing to choose', async () => {
  const root = temporaryFolder();
  const folder = join(root, 'own');
  mkdirSync(folder);
  const laptop = await startCoreWithVault({ root: join(root, 'laptop') });
  const { item } = await laptop.call('episodes.save', { ...oneWord, askAgain: 'oneFourTwelve' });
  const desk = (await linkDevice(laptop, join(root, 'desk'))).core;
  open.push(laptop, desk);
  for (const core of open) {
    await core.call('devices.setFolder', { folder });
    core.platform.setNow('2026-12-01T12:00:00.000Z');
  }
  await laptop.call('episodes.rate', { item, weight: 6, at: null });
  desk.platform.setNow('2026-12-21T12:00:00.000Z');
  await desk.call('episodes.rate', { item, weight: 2, at: null });
  laptop.platform.setNow('2026-12-22T12:00:00.000Z');
  await laptop.call('episodes.save', { ...oneWord, item, what: 'voiceless', askAgain: 'fourTwelve' });
  for (let round = 0; round < 3; round += 1) {
    for (const core of open) await core.call('exchange.sync', {});
  }
  for (const core of open) {
    expect((await core.call('episodes.list', {})).episodes).toMatchObject([
      {
        what: 'voiceless',
        askAgain: 'twelveWeeks',
        ratings: [
          { at: '2026-12-01T12:00:00.000Z', weight: 6 },
          { at: '2026-12-21T12:00:00.000Z', weight: 2 },
        ],
      },
    ]);
    expect((await core.call('devices.conflicts', {})).conflicts).toEqual([]);
  }
});

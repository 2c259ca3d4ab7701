import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  makeConflict,
  type SyncedPair,
  syncedPair,
  untilSame,
  writeSessions,
} from '../support/syncedSessions.ts';
import { syncthingMissing } from '../support/syncthing.ts';

let synced: SyncedPair;

beforeEach(async () => {
  const missing = syncthingMissing();
  if (missing !== null) throw new Error(missing);
  synced = await syncedPair();
});
afterEach(() => synced.close());

test.each([1, 2, 3, 4])(
  'a hundred sessions over Syncthing, with conflicts between them, are the same on both ends (%i)',
  async (seed) => {
    for (let part = 0; part < 4; part += 1) {
      await writeSessions(synced, 25, seed * 10 + part);
      await makeConflict(synced, 'stranger');
      await untilSame(synced);
    }
    for (const end of synced.ends) {
      expect(await synced.gathering.exchange(end)).toMatchObject({
        state: 'ready',
        setAside: [],
        refused: [],
      });
    }
  },
);

test('a packet that lost its name to a stranger’s file is asked for and said again', async () => {
  await writeSessions(synced, 5, 5);
  await untilSame(synced);
  const name = await makeConflict(synced, 'packet');
  for (let round = 0; round < 40; round += 1) {
    for (const engine of synced.engines) await engine.scan();
    for (const { core } of synced.ends) {
      await core.call('exchange.sync', {});
      core.platform.advance(60_000);
    }
  }
  await synced.gathering.say(synced.ends[0], (below) => 4 % below);
  await untilSame(synced);
  const files = readdirSync(synced.ends[1].folder, { recursive: true, encoding: 'utf8' });
  expect(files.some((path) => path.endsWith(name))).toBe(true);
});

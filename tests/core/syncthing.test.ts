import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statementsOf } from '../../electron/core/items/read.ts';
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
  // Not skipped: what is not tried must not look as if it held.
  if (missing !== null) throw new Error(missing);
  synced = await syncedPair();
}, 60_000);
afterEach(() => synced.close());

test('fifty sessions written by both while Syncthing is paused and resumed, with a conflict copy made on purpose, are the same on both ends', async () => {
  const { gathering, ends } = synced;
  await writeSessions(synced, 50, 20_261_122);
  await untilSame(synced);
  const name = await makeConflict(synced, 'stranger');
  await untilSame(synced);
  const files = ends.flatMap((end) =>
    readdirSync(end.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.includes('sync-conflict'),
    ),
  );
  expect(files.some((path) => path.includes(`${name.replace('.age', '')}.sync-conflict-`))).toBe(true);
  for (const end of ends) {
    const db = end.core.session().deps.vault.db();
    expect(statementsOf(db, 'session', gathering.space).length).toBeGreaterThanOrEqual(51);
    expect(await gathering.exchange(end)).toMatchObject({ state: 'ready', setAside: [], refused: [] });
    expect(readdirSync(join(end.folder, gathering.space)).length).toBe(2);
  }
}, 180_000);

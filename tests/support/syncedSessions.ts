import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import type { End } from './courier.ts';
import { type Gathering, pairApart } from './gathering.ts';
import { chooser } from './sayings.ts';
import { type Syncthing, syncthingPair } from './syncthing.ts';

export type SyncedPair = {
  readonly gathering: Gathering;
  readonly ends: readonly [End, End];
  readonly engines: readonly [Syncthing, Syncthing];
  close(): Promise<void>;
};

/** Two people, each with their own folder, which two real Syncthings keep the same. */
export async function syncedPair(): Promise<SyncedPair> {
  const gathering = await pairApart();
  const [one, two] = gathering.ends;
  if (one === undefined || two === undefined) throw new Error('a pair has two ends');
  const engines = await syncthingPair(dirname(one.folder), [one.folder, two.folder]);
  return {
    gathering,
    ends: [one, two],
    engines,
    async close() {
      await Promise.all(engines.map((engine) => engine.stop()));
      gathering.close();
    },
  };
}

/** So many sessions, both writing in each, while Syncthing is paused and resumed by chance on either side. */
export async function writeSessions(synced: SyncedPair, count: number, seed: number): Promise<void> {
  const { ends, engines, gathering } = synced;
  const { space } = gathering;
  const choose = chooser(seed);
  for (let session = 0; session < count; session += 1) {
    const engine = engines[choose(2)] ?? engines[0];
    if (choose(2) === 0) await engine.pause();
    const owner = ends[choose(2)] ?? ends[0];
    const date = `2027-${String(1 + choose(12)).padStart(2, '0')}-15`;
    await owner.core.call('sessions.create', { space: space, date });
    for (const end of ends) {
      for (let saying = 0; saying < 3; saying += 1) await gathering.say(end, choose);
      await end.core.call('exchange.sync', {});
    }
    await wait(choose(300));
    if (choose(2) === 0) for (const each of engines) await each.resume();
  }
  for (const engine of engines) await engine.resume();
}

/**
 * Makes a conflict: while they are apart, something else is laid on the other side under the number of this end's next packet.
 * `older` says which of the two Syncthing will keep under the name.
 */
export async function makeConflict(synced: SyncedPair, older: 'stranger' | 'packet'): Promise<string> {
  const { ends, engines, gathering } = synced;
  const { space } = gathering;
  const [writer, reader] = ends;
  await engines[0].pause();
  const own = ownDevice(writer.core.session().deps.vault.db()).id;
  const folder = join(space, own);
  const name = `${nextNumber(join(writer.folder, folder))}.age`;
  await writer.core.call('sessions.create', { space: space, date: '2027-12-31' });
  await writer.core.call('exchange.sync', {});
  if (!existsSync(join(writer.folder, folder, name))) throw new Error('the packet was not laid');
  mkdirSync(join(reader.folder, folder), { recursive: true });
  const path = join(reader.folder, folder, name);
  writeFileSync(path, 'somebody else wrote this');
  const now = Date.now() / 1000;
  const time = older === 'stranger' ? now - 3600 : now + 3600;
  utimesSync(path, time, time);
  for (const engine of engines) await engine.scan();
  await engines[0].resume();
  return name;
}

/** Waits until both hold the same and nothing waits, or says after two minutes how they differ. */
export async function untilSame(synced: SyncedPair): Promise<void> {
  const { ends, engines, gathering } = synced;
  const deadline = Date.now() + 120_000;
  for (;;) {
    for (const engine of engines) await engine.scan();
    for (const end of ends) await end.core.call('exchange.sync', {});
    const [one, two] = await Promise.all(ends.map((end) => gathering.folded(end)));
    const states = await Promise.all(ends.map((end) => gathering.exchange(end)));
    const quiet = states.every(
      (state) => state.state === 'ready' && state.waiting === 0 && state.unsent === 0,
    );
    if (one === two && quiet && everythingArrived(synced)) return;
    if (Date.now() > deadline) throw new Error(`still not the same: ${JSON.stringify(states)}`);
    await wait(250);
  }
}

/** Each has taken in every packet the other wrote. */
function everythingArrived({ ends, gathering: { space } }: SyncedPair): boolean {
  const [one, two] = ends.map((end) => end.core.session().deps.vault.db());
  if (one === undefined || two === undefined) return false;
  return [
    [one, two],
    [two, one],
  ].every(([writer, reader]) => {
    const out = writer?.prepare('SELECT max(seq) FROM packet_out WHERE space = ?').pluck().get(space);
    const taken = reader?.prepare('SELECT max(seq) FROM packet_in WHERE space = ?').pluck().get(space);
    return out === taken;
  });
}

function nextNumber(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(/^(\d+)\.age$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

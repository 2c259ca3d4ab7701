import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { say } from '../../electron/core/items/commit.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { passphrase } from './core.ts';
import { folded } from './folded.ts';
import { spawnCore } from './killableCore.ts';
import type { TestPair } from './pair.ts';
import { type Chooser, chooser } from './sayings.ts';

/**
 * Kills the supervisee's core again and again while it takes in many packets of many words and sends as many of its own, at moments
 * that `seed` chooses. Afterwards the vault opens, nothing is lost or doubled, and both hold the same.
 */
export async function killInTheMiddle(pair: TestPair, times: number, seed: number): Promise<void> {
  const { supervisor, supervisee, space } = pair;
  const choose = chooser(seed);
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-12-01' });
  await pair.sync();
  for (let time = 0; time < times; time += 1) {
    for (let packet = 0; packet < 3; packet += 1) {
      sayMany(pair, 'supervisor', session, choose);
      await supervisor.call('exchange.sync', {});
    }
    sayMany(pair, 'supervisee', session, choose);
    await supervisee.lock();
    const child = spawnCore(supervisee.root);
    await child.call('vault.status', {});
    child.begin('exchange.sync', {});
    await wait(choose(120));
    await child.kill();
    await supervisee.call('vault.unlock', { passphrase });
    expect(await supervisee.call('vault.status', {})).toMatchObject({ state: 'open', rolledBack: false });
  }
  await pair.sync();
  const voices = statementsOf(supervisor.session().deps.vault.db(), 'voice', space);
  expect(voices).toHaveLength(times * 4 * voicesATime);
  expect(await folded(supervisee, space)).toBe(await folded(supervisor, space));
  for (const core of [supervisor, supervisee]) {
    const { exchange } = await core.call('pairs.get', { space });
    expect(exchange).toMatchObject({ state: 'ready', waiting: 0, unsent: 0, setAside: [], refused: [] });
  }
}

const voicesATime = 40;

function sayMany(pair: TestPair, who: 'supervisor' | 'supervisee', session: string, choose: Chooser): void {
  const { deps } = pair[who].session();
  for (let voice = 0; voice < voicesATime; voice += 1) {
    const body = { part: 'howWeWork', text: `What I say, ${choose(1e9)}`, scribed: null } as const;
    say(deps, { kind: 'voice', space: pair.space, subject: session, body });
  }
}

import { dirname, join } from 'node:path';
import type { Input } from '../../shared/contract/index.ts';
import { joinedCircle } from './circle.ts';
import { sayInCircle } from './circleSayings.ts';
import type { TestCore } from './core.ts';
import { carryAll, type End, separateFolders } from './courier.ts';
import { linkDevice } from './devices.ts';
import { folded, foldedCircle } from './folded.ts';
import { joinedPair } from './pair.ts';
import { sayInRepair } from './repairSayings.ts';
import { type Chooser, saySomething } from './sayings.ts';

/** Several vaults that hold one space together, each with its own copy of the shared folder. */
export type Gathering = {
  readonly space: string;
  readonly ends: readonly End[];
  say(end: End, choose: Chooser): Promise<void>;
  folded(end: End): Promise<string>;
  exchange(end: End): Promise<ExchangeView>;
  close(): void;
};

type ExchangeView = {
  readonly state: string;
  readonly waiting: number;
  readonly unsent: number;
  readonly setAside: readonly unknown[];
  readonly refused: readonly unknown[];
};

export async function pairApart(): Promise<Gathering> {
  const pair = await joinedPair();
  return pairGathering(pair, [pair.supervisor, pair.supervisee]);
}

/** Two people who only mend what broke between them. Half the time everything arrives first: a repair goes on by answers. */
export async function repairApart(): Promise<Gathering> {
  const pair = await joinedPair();
  const gathering = await pairGathering(pair, [pair.supervisor, pair.supervisee]);
  const { ends } = gathering;
  async function say(end: End, choose: Chooser): Promise<void> {
    if (choose(2) === 0) {
      for (const { core } of ends) await core.call('exchange.sync', {});
      carryAll(ends);
      for (const { core } of ends) await core.call('exchange.sync', {});
    }
    await sayInRepair(end.core, pair.space, choose);
  }
  return { ...gathering, say };
}

/** Three writers: a supervisor, and a supervisee with a laptop and a desktop. */
export async function pairOnThreeComputers(): Promise<Gathering> {
  const pair = await joinedPair();
  const root = join(dirname(pair.folder), 'desktop');
  const { core: desktop } = await linkDevice(pair.supervisee, root, { now: '2026-11-22T09:00:00.000Z' });
  await desktop.call('pairs.setFolder', { space: pair.space, folder: pair.folder });
  for (const core of [pair.supervisee, pair.supervisor, desktop, pair.supervisee]) {
    await core.call('exchange.sync', {});
  }
  const close = () => {
    desktop.close();
    pair.close();
  };
  return pairGathering({ ...pair, close }, [pair.supervisor, pair.supervisee, desktop]);
}

/** Three writers: a circle. */
export async function circleApart(): Promise<Gathering> {
  const circle = await joinedCircle();
  const { space } = circle;
  const ends = separateFolders(circle.root, circle.folder, [circle.founder, ...circle.invited]);
  for (const { core, folder } of ends) await core.call('circles.setFolder', { space, folder });
  return {
    space,
    ends,
    say: ({ core }, choose) => sayInCircle(core, space, choose),
    folded: ({ core }) => foldedCircle(core, space),
    exchange: async ({ core }) => (await core.call('circles.get', { space })).exchange,
    close: circle.close,
  };
}

async function pairGathering(
  pair: { readonly space: string; readonly folder: string; readonly close: () => void },
  cores: readonly TestCore[],
): Promise<Gathering> {
  const { space } = pair;
  const ends = separateFolders(dirname(pair.folder), pair.folder, cores);
  for (const { core, folder } of ends) {
    await core.call('pairs.setFolder', { space, folder } satisfies Input<'pairs.setFolder'>);
  }
  return {
    space,
    ends,
    say: ({ core }, choose) => saySomething(core, space, choose),
    folded: ({ core }) => folded(core, space),
    exchange: async ({ core }) => (await core.call('pairs.get', { space })).exchange,
    close: pair.close,
  };
}

import fc from 'fast-check';
import { expect } from 'vitest';
import { carryAll, carryFile, type Handling, loseFile, ownFiles } from './courier.ts';
import type { Gathering } from './gathering.ts';
import { chooser } from './sayings.ts';

type Step =
  | { readonly do: 'say'; readonly end: number; readonly seed: number }
  | { readonly do: 'look'; readonly end: number; readonly seed: number }
  | { readonly do: 'lose'; readonly end: number; readonly seed: number }
  | { readonly do: 'carry'; readonly end: number; readonly seed: number; readonly how: Handling };

const handlings: Handling[] = ['whole', 'whole', 'part', 'again', 'conflictName', 'temporaryName'];

/** Anybody says something, looks into their folder, or gets one file of another's, in any order and any state; or a file is lost for all. */
export function interleaving(length: { minLength: number; maxLength: number }): fc.Arbitrary<Step[]> {
  const end = fc.nat(9);
  const seed = fc.nat();
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), end, seed }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('look' as const), end, seed }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), end, seed }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('carry' as const),
        end,
        seed,
        how: fc.constantFrom(...handlings),
      }),
    },
  );
  return fc.array(step, length);
}

export async function takeStep(gathering: Gathering, step: Step): Promise<void> {
  const { ends } = gathering;
  const choose = chooser(step.seed);
  const end = ends[step.end % ends.length];
  const from = ends[(step.end + 1 + choose(ends.length - 1)) % ends.length];
  if (end === undefined || from === undefined) return;
  const names = ownFiles(from);
  const name = names[choose(names.length)];
  switch (step.do) {
    case 'say':
      return gathering.say(end, choose);
    case 'look':
      await end.core.call('exchange.sync', {});
      return;
    case 'lose':
      if (name !== undefined) loseFile(ends, name);
      return;
    case 'carry':
      if (name !== undefined) carryFile(from, end, name, step.how);
      return;
  }
}

/**
 * Time goes on and everything arrives that still can; what was lost is asked for and said again. Then every end folds to the
 * same canonical JSON, and none has anything left to say or to wonder at.
 */
export async function expectSameEverywhere(gathering: Gathering): Promise<void> {
  const { ends } = gathering;
  for (let quiet = 0, round = 0; quiet < 3; round += 1) {
    if (round > 60) throw new Error('the ends still had something to say after sixty rounds');
    for (const { core } of ends) await core.call('exchange.sync', {});
    const moved = carryAll(ends);
    for (const { core } of ends) core.platform.advance(6 * 60_000);
    quiet = moved === 0 && !(await isAnythingWaiting(gathering)) ? quiet + 1 : 0;
  }
  const texts = await Promise.all(ends.map((end) => gathering.folded(end)));
  for (const text of texts) expect(text).toBe(texts[0]);
  for (const end of ends) {
    const settled = { state: 'ready', waiting: 0, unsent: 0, setAside: [], refused: [] };
    expect(await gathering.exchange(end)).toMatchObject(settled);
  }
}

async function isAnythingWaiting(gathering: Gathering): Promise<boolean> {
  for (const end of gathering.ends) {
    const { waiting, unsent } = await gathering.exchange(end);
    if (waiting > 0 || unsent > 0) return true;
  }
  return false;
}

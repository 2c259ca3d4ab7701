import fc from 'fast-check';
import { expect } from 'vitest';
import { carryEverything, carryFile, type End, type Handling, ownFiles } from './courier.ts';
import { folded } from './folded.ts';
import { chooser, saySomething } from './sayings.ts';

type Step =
  | { readonly do: 'say'; readonly end: number; readonly seed: number }
  | { readonly do: 'look'; readonly end: number; readonly seed: number }
  | { readonly do: 'carry'; readonly end: number; readonly seed: number; readonly how: Handling };

const handlings: Handling[] = ['whole', 'whole', 'part', 'again', 'conflictName', 'temporaryName'];

/** Anybody says something, looks into their folder, or gets one file of another's, in any order and any state. */
export function interleaving(length: { minLength: number; maxLength: number }): fc.Arbitrary<Step[]> {
  const end = fc.nat(9);
  const seed = fc.nat();
  const said = fc.record({ do: fc.constant('say' as const), end, seed });
  const looked = fc.record({ do: fc.constant('look' as const), end, seed });
  const how = fc.constantFrom(...handlings);
  const carried = fc.record({ do: fc.constant('carry' as const), end, seed, how });
  return fc.array(fc.oneof(said, looked, carried), length);
}

export async function takeStep(ends: readonly End[], space: string, step: Step): Promise<void> {
  const choose = chooser(step.seed);
  const end = ends[step.end % ends.length];
  if (end === undefined) return;
  if (step.do === 'say') return saySomething(end.core, space, choose);
  if (step.do === 'look') {
    await end.core.call('exchange.sync', {});
    return;
  }
  const from = ends[(ends.indexOf(end) + 1 + choose(ends.length - 1)) % ends.length];
  if (from === undefined) return;
  const files = ownFiles(from);
  const name = files[choose(files.length)];
  if (name !== undefined) carryFile(from, end, name, step.how);
}

/** Once everything has arrived: every end folds to the same canonical JSON, and none has anything left to say or to wonder at. */
export async function expectSameEverywhere(ends: readonly End[], space: string): Promise<void> {
  await carryEverything(ends);
  const texts = await Promise.all(ends.map((end) => folded(end.core, space)));
  for (const text of texts) expect(text).toBe(texts[0]);
  for (const end of ends) {
    const { exchange } = await end.core.call('pairs.get', { space });
    expect(exchange).toMatchObject({ state: 'ready', waiting: 0, unsent: 0, setAside: [], refused: [] });
  }
}

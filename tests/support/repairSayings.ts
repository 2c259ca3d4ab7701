import { statementsOf } from '../../electron/core/items/read.ts';
import type { RuptureAct } from '../../shared/model/ruptureView.ts';
import type { TestCore } from './core.ts';
import { note, openRepair } from './repairs.ts';
import type { Chooser } from './sayings.ts';

/**
 * Says one thing this person could say now in a repair of this space, chosen by `choose`: most often what leads on, sometimes a change, a
 * pause, or words taken back, whether or not they may be.
 */
export async function sayInRepair(core: TestCore, space: string, choose: Chooser): Promise<void> {
  core.platform.advance(choose(90_000));
  const named = statementsOf(core.session().deps.vault.db(), 'rupture', space);
  const item = named[choose(named.length)]?.item;
  if (item === undefined || (named.length < 2 && choose(30) === 0)) return name(core, space);
  const { acts, paused, isGateDue, now } = await openRepair(core, item);
  if (paused.byMe) return run(core, 'ruptures.pause', { item, paused: false });
  if (choose(30) === 0) return run(core, 'ruptures.pause', { item, paused: true });
  if (choose(10) === 0) {
    const what = (['naming', 'account', 'need'] as const)[choose(3)];
    return run(core, 'ruptures.withdraw', { item, what });
  }
  if (isGateDue) await run(core, 'ruptures.answerGate', { item, gate: 'no' });
  const said = { account: now.mine.account, need: now.mine.need, hear: now.theirs.account?.heard ?? null };
  const leadingOn = acts.filter((act) => !(act in said) || said[act as keyof typeof said] === null);
  const act = choose(8) === 0 ? acts[choose(acts.length)] : leadingOn.at(-1);
  if (act !== undefined) await takeTurn(core, item, act, choose);
}

async function name(core: TestCore, space: string): Promise<void> {
  const { item } = await core.call('ruptures.notice', {});
  const draftMyPart = 'I was in a hurry.';
  await core.call('ruptures.saveNoticed', { item, ...note, draftMyPart });
  const { hash } = await core.call('ruptures.preview', { item, space });
  await core.call('ruptures.name', { item, space, hash });
}

async function takeTurn(core: TestCore, item: string, act: RuptureAct, choose: Chooser): Promise<void> {
  const { now, openRound } = await openRepair(core, item);
  const words = `words ${choose(1_000_000)}`;
  switch (act) {
    case 'reply':
      return run(core, 'ruptures.reply', { item, reply: choose(3) === 0 ? 'notNow' : 'talk' });
    case 'account':
      await run(core, 'ruptures.saveAccount', { item, howItWas: words, myPart: '' });
      return run(core, 'ruptures.showAccount', { item });
    case 'hear': {
      const answer = (['heard', 'notYet', null] as const)[choose(3)];
      return run(core, 'ruptures.hear', { item, hash: now.theirs.account?.hash, answer });
    }
    case 'need':
      await run(core, 'ruptures.saveNeed', { item, need: words, iWill: '', by: null });
      return run(core, 'ruptures.showNeed', { item });
    case 'agree':
      return run(core, 'ruptures.agree', {
        item,
        mine: now.mine.need?.hash,
        theirs: now.theirs.need?.hash,
      });
    case 'check':
      return run(core, 'ruptures.check', { item, round: openRound, now: 'same', words });
    case 'settle':
      return run(core, 'ruptures.settle', { item, outcome: choose(2) === 0 ? 'mended' : 'different' });
    case 'reopen':
      return run(core, 'ruptures.reopen', { item, words });
  }
}

/** What is not its turn is refused by the vault itself, and nothing is said. */
async function run(core: TestCore, method: string, input: object): Promise<void> {
  await core.tryCall(method, input);
}

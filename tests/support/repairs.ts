import type { Input, Output } from '../../shared/contract/index.ts';
import type { RepairView } from '../../shared/contract/ruptures.ts';
import type { TestCore } from './core.ts';
import type { TestPair } from './pair.ts';

export type Note = Omit<Input<'ruptures.saveNoticed'>, 'item'>;

/** A private note with something in every field, ready to be named by a supervisee. */
export const note: Note = {
  noticedOn: '2026-11-20',
  happenedOn: '2026-11-19',
  what: 'canary-what',
  triggers: ['remark', 'workload'],
  affected: ['K1', 'team-b'],
  steadying: 'canary-steadying',
  severity: 4,
  shape: 'movingAgainst',
  signs: ['sharpWords', 'feltUnheard'],
  frequency: 'pattern',
  touches: ['identity', 'power'],
  gate: 'no',
  draftWords: 'I left last week unsure where we stand.',
  draftMyPart: '',
};

type Step =
  | 'ruptures.reply'
  | 'ruptures.showAccount'
  | 'ruptures.hear'
  | 'ruptures.showNeed'
  | 'ruptures.agree'
  | 'ruptures.check'
  | 'ruptures.settle'
  | 'ruptures.reopen';

/** Takes a step as a person would: with "no" at the gate first, where it asks. */
export async function takeStep<M extends Step>(core: TestCore, method: M, input: Input<M>): Promise<void> {
  const { item } = input as { item: string };
  if ((await openRepair(core, item)).isGateDue) await core.call('ruptures.answerGate', { item, gate: 'no' });
  await core.call(method, input);
}

export async function openRepair(core: TestCore, item: string): Promise<RepairView> {
  const opened: Output<'ruptures.open'> = await core.call('ruptures.open', { item });
  if (opened.kind !== 'repair') throw new Error('this is no repair');
  return opened.repair;
}

/** The supervisee names a rupture, and the supervisor's vault has it. */
export async function nameIt(
  { supervisee, space, sync }: TestPair,
  more: Partial<Note> = {},
): Promise<string> {
  const { item } = await supervisee.call('ruptures.notice', {});
  await supervisee.call('ruptures.saveNoticed', { item, ...note, ...more });
  const { hash } = await supervisee.call('ruptures.preview', { item, space });
  const { rupture } = await supervisee.call('ruptures.name', { item, space, hash });
  await sync();
  return rupture;
}

export async function bothAccounts({ supervisor, supervisee, sync }: TestPair, item: string): Promise<void> {
  for (const [who, core] of Object.entries({ supervisor, supervisee })) {
    await core.call('ruptures.saveAccount', { item, howItWas: `${who} how`, myPart: `${who} part` });
    await takeStep(core, 'ruptures.showAccount', { item });
  }
  await sync();
}

export async function bothAgree({ supervisor, supervisee, sync }: TestPair, item: string): Promise<void> {
  for (const [who, core] of Object.entries({ supervisor, supervisee })) {
    await core.call('ruptures.saveNeed', {
      item,
      need: `${who} need`,
      iWill: `${who} will`,
      by: '2026-12-01',
    });
    await takeStep(core, 'ruptures.showNeed', { item });
  }
  await sync();
  for (const core of [supervisor, supervisee]) await agree(core, item);
  await sync();
}

async function agree(core: TestCore, item: string): Promise<void> {
  const { now } = await openRepair(core, item);
  await takeStep(core, 'ruptures.agree', {
    item,
    mine: now.mine.need?.hash ?? '',
    theirs: now.theirs.need?.hash ?? '',
  });
}

export async function bothCheck(pair: TestPair, item: string, round = 1): Promise<void> {
  for (const core of [pair.supervisor, pair.supervisee]) {
    await takeStep(core, 'ruptures.check', { item, round, now: 'better', words: '' });
  }
  await pair.sync();
}

export async function bothSettle(pair: TestPair, item: string): Promise<void> {
  for (const core of [pair.supervisor, pair.supervisee]) {
    await takeStep(core, 'ruptures.settle', { item, outcome: 'mended' });
  }
  await pair.sync();
}

import type { Body, Kind } from './kinds.ts';
import type { Statement } from './revision.ts';
import type {
  RuptureAct,
  RuptureRound,
  RuptureSide,
  RuptureStage,
  RuptureTimeRound,
  RuptureView,
} from './ruptureView.ts';

/** What is said in a repair, by both; all of it lives in the pair's space. */
export const ruptureKinds = [
  'rupture',
  'ruptureReply',
  'ruptureAccount',
  'ruptureHeard',
  'ruptureNeed',
  'ruptureAgreed',
  'ruptureCheck',
  'ruptureSettled',
  'rupturePaused',
  'ruptureReopened',
] as const satisfies readonly Kind[];
type RuptureKind = (typeof ruptureKinds)[number];
type Said<K extends RuptureKind> = Statement<Body<K>> & { readonly kind: K };
export type RuptureStatement = { [K in RuptureKind]: Said<K> }[RuptureKind];

export function isRuptureStatement<S extends { readonly kind: string }>(
  statement: S,
): statement is S & { readonly kind: RuptureKind } {
  return (ruptureKinds as readonly string[]).includes(statement.kind);
}

/**
 * A repair as `me` sees it, out of everything both people have shown of it, in any order. Looks at no clock. A statement
 * that skips a stage (agreeing before both accounts, checking before agreeing, settling before a check that both answered)
 * is as if unsaid until its stage is there. What the other answered to a check is not in the view before `me` has answered.
 */
export function foldRupture(
  rupture: string,
  statements: readonly RuptureStatement[],
  me: string,
): RuptureView {
  const said = sorted(statements.filter((s) => s.item === rupture || s.subject === rupture));
  const root = of(said, 'rupture').find((s) => s.item === rupture);
  const rounds: RuptureTimeRound[] = [foldTimeRound(said, me, 1)];
  for (let cycle = 2; isSettled(last(rounds)) && reopenings(said, cycle).length > 0; cycle++) {
    rounds.push(foldTimeRound(said, me, cycle));
  }
  const now = last(rounds);
  const reply =
    root === undefined ? null : newest(of(said, 'ruptureReply').filter((s) => s.owner !== root.owner));
  const view = {
    rupture,
    stage: stageOf(now, reply !== null && reply.body.reply !== 'notNow'),
    named:
      root === undefined
        ? ({ state: 'taken' } as const)
        : ({ state: 'shown', byMe: root.owner === me, ...root.body } as const),
    reply: reply?.body.reply ?? null,
    paused: { byMe: isPaused(said, me, true), byOther: isPaused(said, me, false) },
    now,
    earlier: rounds.slice(0, -1),
    cycle: rounds.length,
    openRound: openRound(now),
  };
  return { ...view, acts: actsOf(view) };
}

function foldTimeRound(said: readonly RuptureStatement[], me: string, cycle: number): RuptureTimeRound {
  const isBehind = isLeftBehind(said, cycle);
  const side = (isMine: boolean) => {
    const folded = foldSide(said, (owner) => (owner === me) === isMine, cycle);
    return isBehind ? { ...folded, agreed: true } : folded;
  };
  const [mine, theirs] = [side(true), side(false)];
  const reopened = reopenings(said, cycle).map((s) => ({ byMe: s.owner === me, words: s.body.words }));
  // Each stage counts only on top of the one before it.
  if (mine.account === null || theirs.account === null) {
    return { reopened, mine: talkingOnly(mine), theirs: talkingOnly(theirs), rounds: [] };
  }
  if (!mine.agreed || !theirs.agreed) {
    return { reopened, mine: unsettled(mine), theirs: unsettled(theirs), rounds: [] };
  }
  const rounds = foldRounds(said, me, cycle);
  if (!rounds.some((round) => round.theirs !== null)) {
    return { reopened, mine: unsettled(mine), theirs: unsettled(theirs), rounds };
  }
  return { reopened, mine, theirs, rounds };
}

/**
 * Whether both agreed in a time round, checked and settled it, and one of them said since that it came back. A need that was changed meanwhile,
 * before that word arrived, then undoes no agreement: it would hide all that was said since.
 */
function isLeftBehind(said: readonly RuptureStatement[], cycle: number): boolean {
  const bothSaid = (kind: 'ruptureNeed' | 'ruptureAgreed' | 'ruptureCheck' | 'ruptureSettled') =>
    new Set(
      of(said, kind)
        .filter(({ body }) => body.cycle === cycle && (!('round' in body) || body.round === 1))
        .map(({ owner }) => owner),
    ).size === 2;
  return (
    reopenings(said, cycle + 1).length > 0 &&
    bothSaid('ruptureNeed') &&
    bothSaid('ruptureAgreed') &&
    bothSaid('ruptureCheck') &&
    bothSaid('ruptureSettled')
  );
}

function foldSide(
  said: readonly RuptureStatement[],
  isTheirs: (owner: string) => boolean,
  cycle: number,
): RuptureSide {
  const own = said.filter((s) => isTheirs(s.owner));
  const others = said.filter((s) => !isTheirs(s.owner));
  const account = newest(of(own, 'ruptureAccount').filter((s) => s.body.cycle === cycle));
  const need = newest(of(own, 'ruptureNeed').filter((s) => s.body.cycle === cycle));
  const otherNeed = newest(of(others, 'ruptureNeed').filter((s) => s.body.cycle === cycle));
  const heard = newest(of(others, 'ruptureHeard').filter((s) => s.body.hash === account?.hash));
  const agreed = newest(of(own, 'ruptureAgreed').filter((s) => s.body.cycle === cycle));
  const settled = newest(of(own, 'ruptureSettled').filter((s) => s.body.cycle === cycle));
  return {
    account:
      account === null
        ? null
        : {
            item: account.item,
            hash: account.hash,
            howItWas: account.body.howItWas,
            myPart: account.body.myPart,
            heard: heard?.body.answer ?? null,
          },
    need:
      need === null
        ? null
        : {
            item: need.item,
            hash: need.hash,
            need: need.body.need,
            iWill: need.body.iWill,
            by: need.body.by,
          },
    agreed:
      agreed !== null &&
      need !== null &&
      otherNeed !== null &&
      agreed.body.mine === need.hash &&
      agreed.body.theirs === otherNeed.hash,
    settled: settled?.body.outcome ?? null,
  };
}

/** Round after round, as long as both answered the one before; then at most one more that I alone have answered. */
function foldRounds(said: readonly RuptureStatement[], me: string, cycle: number): RuptureRound[] {
  const checks = of(said, 'ruptureCheck').filter((s) => s.body.cycle === cycle);
  const rounds: RuptureRound[] = [];
  for (let round = 1; ; round++) {
    const mine = newest(checks.filter((s) => s.owner === me && s.body.round === round));
    if (mine === null) return rounds;
    const theirs = newest(checks.filter((s) => s.owner !== me && s.body.round === round));
    rounds.push({ round, mine: checkOf(mine), theirs: theirs === null ? null : checkOf(theirs) });
    if (theirs === null) return rounds;
  }
}

function stageOf(now: RuptureTimeRound, wantsToTalk: boolean): RuptureStage {
  if (isSettled(now)) return 'settled';
  if (now.rounds.length > 0) return 'checking';
  if (now.mine.agreed && now.theirs.agreed) return 'agreed';
  if (now.mine.account !== null || now.theirs.account !== null) return 'talking';
  if (now.reopened.length > 0) return 'reopened';
  return wantsToTalk ? 'talking' : 'named';
}

function actsOf(view: Omit<RuptureView, 'acts'>): RuptureAct[] {
  const { now, stage, named } = view;
  if (named.state === 'taken' || view.paused.byMe || view.paused.byOther) return [];
  if (stage === 'settled') return ['reopen'];
  const acts: RuptureAct[] = [];
  if (!named.byMe && view.cycle === 1 && now.mine.account === null) acts.push('reply');
  acts.push('account');
  if (now.theirs.account !== null) acts.push('hear');
  if (now.mine.account === null || now.theirs.account === null) return acts;
  acts.push('need');
  if (now.mine.need !== null && now.theirs.need !== null && !now.mine.agreed) acts.push('agree');
  if (view.openRound !== null) acts.push('check');
  if (now.rounds.some((round) => round.theirs !== null)) acts.push('settle');
  return acts;
}

function openRound(now: RuptureTimeRound): number | null {
  if (!now.mine.agreed || !now.theirs.agreed || isSettled(now)) return null;
  const latest = now.rounds.at(-1);
  if (latest === undefined) return 1;
  return latest.theirs === null ? null : latest.round + 1;
}

function isSettled(round: RuptureTimeRound): boolean {
  return round.mine.settled !== null && round.theirs.settled !== null;
}

function talkingOnly(side: RuptureSide): RuptureSide {
  return { ...unsettled(side), need: null, agreed: false };
}

function unsettled(side: RuptureSide): RuptureSide {
  return { ...side, settled: null };
}

function reopenings(said: readonly RuptureStatement[], cycle: number): Said<'ruptureReopened'>[] {
  return of(said, 'ruptureReopened').filter((s) => s.body.cycle === cycle);
}

function isPaused(said: readonly RuptureStatement[], me: string, mine: boolean): boolean {
  return newest(of(said, 'rupturePaused').filter((s) => (s.owner === me) === mine))?.body.paused ?? false;
}

function checkOf(statement: Said<'ruptureCheck'>): RuptureRound['mine'] {
  return { now: statement.body.now, words: statement.body.words, at: statement.at };
}

function of<K extends RuptureKind>(said: readonly RuptureStatement[], kind: K): Said<K>[] {
  return said.filter((s) => s.kind === kind) as unknown as Said<K>[];
}

/** Of one owner's several items (two devices of theirs): the same one for every reader. */
function newest<S>(sortedStatements: readonly S[]): S | null {
  return sortedStatements.at(-1) ?? null;
}

function sorted(statements: readonly RuptureStatement[]): RuptureStatement[] {
  const key = (s: RuptureStatement) => `${s.at} ${s.hash}`;
  return [...statements].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function last(rounds: readonly RuptureTimeRound[]): RuptureTimeRound {
  const round = rounds.at(-1);
  if (round === undefined) throw new RangeError('a repair has at least one time round');
  return round;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldRupture, type RuptureStatement } from '../../shared/model/foldRupture.ts';
import type { RuptureAct, RuptureStage } from '../../shared/model/ruptureView.ts';

const rupture = id('rupture');
const ann = id('ann');
const ben = id('ben');

test('a rupture that was named waits for nothing: its receiver may reply or write, who named it may write', () => {
  const said = story(named());
  expect(seen(said, ann)).toEqual(['named', ['account']]);
  expect(seen(said, ben)).toEqual(['named', ['reply', 'account']]);
});

test('"not now" leaves it where it was; "talk" and "with a third person" begin the talking', () => {
  expect(seen(story(named(), reply('notNow')), ann)).toEqual(['named', ['account']]);
  expect(seen(story(named(), reply('talk')), ann)).toEqual(['talking', ['account']]);
  expect(seen(story(named(), reply('thirdPerson')), ann)).toEqual(['talking', ['account']]);
});

test('one account is talking, and only the other can answer it; both open what would help', () => {
  const one = story(named(), account(ann));
  expect(seen(one, ann)).toEqual(['talking', ['account']]);
  expect(seen(one, ben)).toEqual(['talking', ['reply', 'account', 'hear']]);
  const both = story(named(), account(ann), account(ben));
  expect(seen(both, ann)).toEqual(['talking', ['account', 'hear', 'need']]);
  expect(seen(both, ben)).toEqual(['talking', ['account', 'hear', 'need']]);
});

test('a need is agreed only when both said yes to both as they stand', () => {
  const needs = [named(), account(ann), account(ben), need(ann), need(ben)];
  expect(seen(story(...needs), ann)).toEqual(['talking', ['account', 'hear', 'need', 'agree']]);
  const one = story(...needs, agreed(ann));
  expect(seen(one, ann)).toEqual(['talking', ['account', 'hear', 'need']]);
  expect(seen(one, ben)).toEqual(['talking', ['account', 'hear', 'need', 'agree']]);
  const both = story(...needs, agreed(ann), agreed(ben));
  expect(seen(both, ann)).toEqual(['agreed', ['account', 'hear', 'need', 'check']]);
});

test('a need that is changed after both agreed needs a new yes from both', () => {
  const said = story(
    named(),
    account(ann),
    account(ben),
    { ...need(ann), hash: hash('newer need') },
    need(ben),
    agreed(ann),
    agreed(ben),
  );
  const view = foldRupture(rupture, said, ben);
  expect(view.stage).toBe('talking');
  expect([view.now.mine.agreed, view.now.theirs.agreed]).toEqual([false, false]);
  expect(view.acts).toContain('agree');
});

test("the other's answer to a check is nowhere in my view before I have answered that round", () => {
  const said = story(...untilAgreed(), check(ben, 1, 'harder'));
  const before = foldRupture(rupture, said, ann);
  expect(JSON.stringify(before)).not.toContain('harder');
  expect(before).toEqual(foldRupture(rupture, story(...untilAgreed()), ann));
  const after = foldRupture(
    rupture,
    story(...untilAgreed(), check(ben, 1, 'harder'), check(ann, 1, 'same')),
    ann,
  );
  expect(after.now.rounds).toMatchObject([{ mine: { now: 'same' }, theirs: { now: 'harder' } }]);
  expect(after.openRound).toBe(2);
});

test('a check I alone have answered is a stage for me and nothing yet for the other', () => {
  const said = story(...untilAgreed(), check(ann, 1, 'same'));
  expect(seen(said, ann)).toEqual(['checking', ['account', 'hear', 'need']]);
  expect(seen(said, ben)).toEqual(['agreed', ['account', 'hear', 'need', 'check']]);
});

test("settling needs each person's own word, and the two may differ", () => {
  const one = story(...untilChecked(), settled(ann, 'mended'));
  expect(seen(one, ben)).toEqual(['checking', ['account', 'hear', 'need', 'check', 'settle']]);
  const both = foldRupture(
    rupture,
    story(...untilChecked(), settled(ann, 'mended'), settled(ben, 'liveWithIt')),
    ben,
  );
  expect(both.stage).toBe('settled');
  expect([both.now.mine.settled, both.now.theirs.settled]).toEqual(['liveWithIt', 'mended']);
  expect(both.acts).toEqual(['reopen']);
});

test('what comes back begins again at the talking, with the words that said so, and the earlier round is kept', () => {
  const said = story(...untilChecked(), settled(ann, 'mended'), settled(ben, 'mended'), reopened(ben));
  const view = foldRupture(rupture, said, ann);
  expect([view.stage, view.acts]).toEqual(['reopened', ['account']]);
  expect(view.now.reopened).toEqual([{ byMe: false, words: 'it came back' }]);
  expect(view.earlier).toMatchObject([{ mine: { settled: 'mended' } }]);
});

test('an answer to earlier words is no answer to the newer ones', () => {
  const heard = say(ben, 'ruptureHeard', 'heard', { answer: 'heard', hash: account(ann).hash });
  expect(foldRupture(rupture, story(named(), account(ann), heard), ann).now.mine.account?.heard).toBe(
    'heard',
  );
  const newer = { ...account(ann), hash: hash('newer account') };
  expect(foldRupture(rupture, story(named(), newer, heard), ann).now.mine.account?.heard).toBeNull();
});

test('who may not do anything while it rests: both, and each sees only that it rests', () => {
  const said = story(...untilAgreed(), say(ben, 'rupturePaused', 'pause', { paused: true }));
  const view = foldRupture(rupture, said, ann);
  expect([view.stage, view.acts, view.paused]).toEqual(['agreed', [], { byMe: false, byOther: true }]);
  expect(foldRupture(rupture, said, ben).acts).toEqual([]);
});

test('a rupture whose words were taken back can go nowhere', () => {
  const view = foldRupture(rupture, story(account(ann)), ann);
  expect([view.named, view.acts]).toEqual([{ state: 'taken' }, []]);
});

test('statements that skip a stage are as if unsaid', () => {
  const skipping = [
    need(ann),
    need(ben),
    agreed(ann),
    agreed(ben),
    ...bothChecks(),
    settled(ann, 'mended'),
    settled(ben, 'mended'),
    reopened(ann),
  ];
  for (const me of [ann, ben]) {
    expect(foldRupture(rupture, story(named(), account(ann), ...skipping), me)).toEqual(
      foldRupture(rupture, story(named(), account(ann)), me),
    );
    const unagreed = [
      ...untilAgreed().slice(0, -1),
      ...bothChecks(),
      settled(ann, 'mended'),
      settled(ben, 'mended'),
    ];
    expect(foldRupture(rupture, story(...unagreed), me).stage).toBe('talking');
    const unchecked = [...untilAgreed(), settled(ann, 'mended'), settled(ben, 'mended'), reopened(ann)];
    expect(foldRupture(rupture, story(...unchecked), me)).toEqual(
      foldRupture(rupture, story(...untilAgreed()), me),
    );
    const secondRoundFirst = [...untilAgreed(), check(ann, 2, 'better'), check(ben, 2, 'better')];
    expect(foldRupture(rupture, story(...secondRoundFirst), me).now.rounds).toEqual([]);
  }
});

test('a need that was changed while the other said that it came back undoes no agreement, and hides nothing of what was said since', () => {
  const changed = say(ann, 'ruptureNeed', 'need-ann-changed', {
    cycle: 1,
    need: 'other',
    iWill: '',
    by: null,
  });
  const before = untilChecked().map((one) =>
    one.kind === 'ruptureNeed' && one.owner === ann ? changed : one,
  );
  const settledByBoth = [settled(ann, 'mended'), settled(ben, 'mended')];
  for (const me of [ann, ben]) {
    expect(foldRupture(rupture, story(...before, ...settledByBoth), me).stage).toBe('talking');
    const view = foldRupture(rupture, story(...before, ...settledByBoth, reopened(ben)), me);
    expect([view.stage, view.cycle]).toEqual(['reopened', 2]);
    expect(view.earlier).toMatchObject([{ mine: { settled: 'mended' }, theirs: { settled: 'mended' } }]);
    // Only what both had settled is left behind.
    expect(foldRupture(rupture, story(...before, settled(ann, 'mended'), reopened(ben)), me).cycle).toBe(1);
  }
});

test('statements about another rupture change nothing', () => {
  const strange = { ...account(ben), subject: id('another') };
  expect(foldRupture(rupture, story(named(), strange), ann)).toEqual(
    foldRupture(rupture, story(named()), ann),
  );
});

const everything = [
  ...untilChecked(),
  reply('talk'),
  say(ann, 'ruptureHeard', 'heard-ann', { answer: 'notYet', hash: account(ben).hash }),
  check(ann, 2, 'harder'),
  check(ben, 2, 'better'),
  settled(ann, 'different'),
  settled(ben, 'mended'),
  reopened(ann),
  reopened(ben),
  say(ann, 'rupturePaused', 'pause-ann', { paused: false }),
];

test('any interleaving of the two chains folds to the same view', () => {
  const subset = fc.subarray(everything);
  fc.assert(
    fc.property(subset, fc.infiniteStream(fc.nat()), fc.constantFrom(ann, ben), (said, seeds, me) => {
      const shuffled = said
        .map((statement) => ({ statement, seed: seeds.next().value ?? 0 }))
        .sort((a, b) => a.seed - b.seed)
        .map(({ statement }) => statement);
      expect(foldRupture(rupture, shuffled, me)).toEqual(foldRupture(rupture, said, me));
    }),
    { numRuns: 500 },
  );
});

test('whatever is said in whatever order, both people are at the same stage but for a check one of them has not answered', () => {
  fc.assert(
    fc.property(fc.subarray(everything), (said) => {
      const stages = [foldRupture(rupture, said, ann).stage, foldRupture(rupture, said, ben).stage].sort();
      if (stages[0] !== stages[1]) expect(stages).toEqual(['agreed', 'checking']);
    }),
    { numRuns: 500 },
  );
});

test('a settled rupture always has both accounts, both yeses, a check by both and two words for how it ended', () => {
  fc.assert(
    fc.property(fc.subarray(everything, { minLength: 6 }), (said) => {
      const view = foldRupture(rupture, said, ann);
      const finished = [...view.earlier, ...(view.stage === 'settled' ? [view.now] : [])];
      for (const { mine, theirs, rounds } of finished) {
        for (const side of [mine, theirs]) {
          expect(side.account).not.toBeNull();
          expect(side.agreed).toBe(true);
          expect(side.settled).not.toBeNull();
        }
        expect(rounds.some((round) => round.theirs !== null)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

function seen(said: readonly RuptureStatement[], me: string): [RuptureStage, RuptureAct[]] {
  const view = foldRupture(rupture, said, me);
  return [view.stage, view.acts];
}

function story(...said: RuptureStatement[]): RuptureStatement[] {
  return said;
}

function untilAgreed(): RuptureStatement[] {
  return [named(), account(ann), account(ben), need(ann), need(ben), agreed(ann), agreed(ben)];
}

function untilChecked(): RuptureStatement[] {
  return [...untilAgreed(), ...bothChecks()];
}

function bothChecks(): RuptureStatement[] {
  return [check(ann, 1, 'same'), check(ben, 1, 'better')];
}

function named(): RuptureStatement {
  return { ...say(ann, 'rupture', 'rupture', { words: 'the words', myPart: '' }), subject: null };
}

function reply(answer: 'talk' | 'notNow' | 'thirdPerson'): RuptureStatement {
  return say(ben, 'ruptureReply', `reply-${answer}`, { reply: answer });
}

function account(who: string): RuptureStatement {
  return say(who, 'ruptureAccount', `account-${who}`, { cycle: 1, howItWas: 'how', myPart: 'part' });
}

function need(who: string): RuptureStatement {
  return say(who, 'ruptureNeed', `need-${who}`, { cycle: 1, need: 'this', iWill: 'that', by: null });
}

function agreed(who: string): RuptureStatement {
  const other = who === ann ? ben : ann;
  const body = { cycle: 1, mine: need(who).hash, theirs: need(other).hash };
  return say(who, 'ruptureAgreed', `agreed-${who}`, body);
}

function check(who: string, round: number, now: 'better' | 'same' | 'harder'): RuptureStatement {
  return say(who, 'ruptureCheck', `check-${who}-${round}`, { cycle: 1, round, now, words: '' });
}

function settled(who: string, outcome: 'mended' | 'different' | 'liveWithIt'): RuptureStatement {
  return say(who, 'ruptureSettled', `settled-${who}`, { cycle: 1, outcome });
}

function reopened(who: string): RuptureStatement {
  return say(who, 'ruptureReopened', `reopened-${who}`, { cycle: 2, words: 'it came back' });
}

/** Every statement claims the same instant: no clock may matter. */
function say<K extends RuptureStatement['kind']>(
  owner: string,
  kind: K,
  name: string,
  body: Extract<RuptureStatement, { kind: K }>['body'],
): RuptureStatement {
  const at = '2026-05-14T09:00:00.000Z';
  return {
    item: id(name),
    kind,
    owner,
    subject: rupture,
    madeAt: at,
    at,
    hash: hash(name),
    body,
  } as RuptureStatement;
}

function id(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .padEnd(26, 'q')
    .slice(0, 26);
}

function hash(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
}

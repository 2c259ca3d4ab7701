import { expect, test } from 'vitest';
import { foldRupture, type RuptureStatement } from '../../shared/model/foldRupture.ts';
import { lookBackOverRepairs, type RepairBehind } from '../../shared/model/repairsLookedBack.ts';

const ann = id('ann');
const ben = id('ben');
/** The day in Cardiff: an hour ahead of UTC in summer. */
const dayInCardiff = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(instant));

test('fewer than three settled repairs are too few for a range', () => {
  expect(days([])).toBeNull();
  expect(days([mended('a', '2026-01-01', '2026-01-06'), mended('b', '2026-01-01', '2026-02-10')])).toBeNull();
  const open = repair('c', named('c', '2026-01-01'));
  expect(
    days([mended('a', '2026-01-01', '2026-01-06'), mended('b', '2026-01-01', '2026-02-10'), open]),
  ).toBeNull();
});

test('three settled repairs of 5, 12 and 40 days are between 5 and 40 days; an open one beside them changes nothing', () => {
  const three = [
    mended('a', '2026-01-01', '2026-01-06'),
    mended('b', '2026-01-01', '2026-01-13'),
    mended('c', '2026-01-01', '2026-02-10'),
  ];
  expect(days(three)).toEqual({ from: 5, to: 40 });
  const open = repair('d', named('d', '2025-01-01'));
  expect(days([...three, open])).toEqual({ from: 5, to: 40 });
  expect(lookBackOverRepairs([...three, open], dayInCardiff).repairs.map(({ state }) => state)).toEqual([
    'settled',
    'settled',
    'settled',
    'open',
  ]);
});

test('days are civil days: a quarter of an hour over midnight is one, and the night the clocks change is no half', () => {
  const vectors: [string, string, number][] = [
    ['2026-05-01T22:55:00.000Z', '2026-05-01T23:10:00.000Z', 1],
    ['2026-05-01T00:05:00.000Z', '2026-05-01T22:50:00.000Z', 0],
    ['2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z', 1],
    ['2026-10-24T22:30:00.000Z', '2026-10-26T00:30:00.000Z', 2],
    ['2024-02-28T12:00:00.000Z', '2024-03-01T12:00:00.000Z', 2],
    ['2026-12-31T23:59:00.000Z', '2027-01-01T00:01:00.000Z', 1],
  ];
  for (const [from, to, expected] of vectors) {
    const same = ['a', 'b', 'c'].map((name) => mended(name, from, to));
    expect(days(same), `${from} to ${to}`).toEqual({ from: expected, to: expected });
  }
});

test('it is mended on the day the second of the two said so, and a word changed later moves nothing', () => {
  const told = (name: string, changed: boolean) => {
    const said = story(name, '2026-01-01', '2026-01-03').map((one) =>
      one.kind === 'ruptureSettled' && one.owner === ben
        ? { ...one, madeAt: at('2026-01-09'), at: at(changed ? '2026-06-01' : '2026-01-09') }
        : one,
    );
    return repair(name, said);
  };
  expect(days([told('a', false), told('b', true), told('c', true)])).toEqual({ from: 8, to: 8 });
});

test('what came back counts anew from the day the first said so, and an open time round gives no number', () => {
  const back = (name: string, settledAgain: string | null) =>
    repair(name, [
      ...story(name, '2026-01-01', '2026-01-11'),
      say(name, ben, 'ruptureReopened', '2026-02-03', { cycle: 2, words: 'later' }),
      say(name, ann, 'ruptureReopened', '2026-02-01', { cycle: 2, words: 'again' }),
      ...(settledAgain === null ? [] : round(name, 2, '2026-02-02', settledAgain)),
    ]);
  const ten = { from: 10, to: 10 };
  expect(days([back('a', null), back('b', null), back('c', null)])).toEqual(ten);
  expect(days([back('a', '2026-02-04'), back('b', null), back('c', null)])).toEqual({ from: 3, to: 10 });
  const [seen] = lookBackOverRepairs([back('a', null)], dayInCardiff).repairs;
  expect(seen).toMatchObject({
    state: 'open',
    mended: [{ mine: 'mended', theirs: 'different' }],
    cameBack: [
      { byMe: true, words: 'again' },
      { byMe: false, words: 'later' },
    ],
  });
});

test('what one clock puts before its beginning gives no number', () => {
  const backwards = mended('a', '2026-01-09', '2026-01-02');
  const three = ['b', 'c', 'd'].map((name) => mended(name, '2026-01-01', '2026-01-06'));
  expect(days([backwards, ...three])).toEqual({ from: 5, to: 5 });
  expect(days([backwards, ...three.slice(1)])).toBeNull();
});

test('words that were taken back leave nothing to look back on; what a rest is, is told apart', () => {
  const taken = repair(
    'a',
    story('a', '2026-01-01', '2026-01-05').filter(({ kind }) => kind !== 'rupture'),
  );
  const resting = repair('b', [
    ...named('b', '2026-01-01'),
    say('b', ben, 'rupturePaused', '2026-01-02', { paused: true }),
  ]);
  const seen = lookBackOverRepairs(
    [taken, { ...resting, touches: ['trust', 'power'] }, mended('c', '2026-01-01', '2026-01-02')],
    dayInCardiff,
  );
  expect(seen.repairs.map(({ state }) => state)).toEqual(['resting', 'settled']);
  expect(seen.touched).toEqual(['power', 'trust']);
});

function days(repairs: RepairBehind[]) {
  return lookBackOverRepairs(repairs, dayInCardiff).days;
}

function repair(name: string, said: RuptureStatement[]): RepairBehind {
  return { other: 'Ben', view: foldRupture(id(name), said, ann), said, touches: [] };
}

function mended(name: string, from: string, to: string): RepairBehind {
  return repair(name, story(name, from, to));
}

function story(name: string, from: string, to: string): RuptureStatement[] {
  return [...named(name, from), ...round(name, 1, from, to)];
}

function named(name: string, from: string): RuptureStatement[] {
  const root = say(name, ann, 'rupture', from, { words: 'words', myPart: '' });
  return [{ ...root, item: id(name), subject: null } as RuptureStatement];
}

function round(name: string, cycle: number, from: string, to: string): RuptureStatement[] {
  const hashes = { [ann]: hash(`${name} need ann`), [ben]: hash(`${name} need ben`) };
  return [ann, ben].flatMap((who) => {
    const need = say(name, who, 'ruptureNeed', from, { cycle, need: 'this', iWill: 'that', by: null });
    const other = who === ann ? ben : ann;
    return [
      say(name, who, 'ruptureAccount', from, { cycle, howItWas: 'how', myPart: '' }),
      { ...need, hash: hashes[who] ?? '' } as RuptureStatement,
      say(name, who, 'ruptureAgreed', from, {
        cycle,
        mine: hashes[who] ?? '',
        theirs: hashes[other] ?? '',
      }),
      say(name, who, 'ruptureCheck', from, { cycle, round: 1, now: 'better', words: '' }),
      say(name, who, 'ruptureSettled', to, { cycle, outcome: who === ann ? 'mended' : 'different' }),
    ];
  });
}

let count = 0;
function say<K extends RuptureStatement['kind']>(
  rupture: string,
  owner: string,
  kind: K,
  when: string,
  body: Extract<RuptureStatement, { kind: K }>['body'],
): RuptureStatement {
  count += 1;
  const madeAt = at(when);
  const item = id(`${kind}${'x'.repeat(count % 7)}`);
  const own = { item, hash: hash(String(count)), subject: id(rupture) };
  return { ...own, kind, owner, madeAt, at: madeAt, body } as RuptureStatement;
}

function at(when: string): string {
  return when.includes('T') ? when : `${when}T12:00:00.000Z`;
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

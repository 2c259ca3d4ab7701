import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { circleSpaceId } from '../../electron/core/items/circleId.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { circleTurnBodySchema, type MeetingStatement, meetingViewSchema } from '../../shared/model/circle.ts';
import { foldCircle, seatOrder } from '../../shared/model/foldCircle.ts';

const id = (letter: string, number = 0) =>
  letter.repeat(25) + 'abcdefghijklmnopqrstuvwxyz234567'[number % 32];
const [amir, nia, sioned, tomos] = [id('b'), id('c'), id('d'), id('e')];
const stranger = id('z');
const meeting = id('m');
const members = [sioned, tomos, amir, nia];
const seats = seatOrder(members, [amir, nia, tomos, sioned]);
const keeper = sioned;

type Loose = Pick<MeetingStatement, 'kind' | 'owner' | 'subject'> & { body: unknown };

function statement(item: string, number: number, one: Loose): MeetingStatement {
  const at = new Date(Date.UTC(2026, 10, 24, 9, number)).toISOString();
  const hash = sha256(toCanonical({ item, at, ...one }));
  return { item, at, madeAt: at, hash, ...one } as MeetingStatement;
}

const opening = statement(meeting, 0, {
  kind: 'circleMeeting',
  owner: keeper,
  subject: null,
  body: { title: 'After the inspection', date: '2026-11-24' },
});
const rounds = ['How do you arrive?', 'What has it cost you?', 'What do you take with you?'].map(
  (question, place) =>
    statement(id('r', place), place + 1, {
      kind: 'circleRound',
      owner: keeper,
      subject: meeting,
      body: { question, place },
    }),
);
const questions = new Map(
  rounds.map((round) => [round.item, round.kind === 'circleRound' ? round.body.question : '']),
);

const turn = fc
  .record({
    owner: fc.constantFrom(...members, stranger),
    round: fc.constantFrom(...rounds.map((round) => round.item)),
    text: fc.string({ minLength: 1, maxLength: 20 }),
    passed: fc.boolean(),
    old: fc.boolean(),
  })
  .map(
    ({ owner, round, text, passed, old }): Loose => ({
      kind: 'circleTurn',
      owner,
      subject: round,
      body: { text: passed ? '' : text, passed, asked: old ? 'Another question' : questions.get(round) },
    }),
  );
const whole = fc
  .array(turn, { maxLength: 25 })
  .map((all) => [opening, ...rounds, ...all.map((one, index) => statement(id('t', index), index + 4, one))]);

const fold = (statements: readonly MeetingStatement[], left: readonly string[] = []) =>
  foldCircle({ meeting, seats, left, statements });
const heardIn = (statements: readonly MeetingStatement[]) =>
  fold(statements).rounds.map((round) => round.seats.map((seat) => seat.heard));

describe('the fold of a circle', () => {
  test('is the same for every order of arrival', () => {
    fc.assert(
      fc.property(
        whole.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(toCanonical(fold(shuffled))).toBe(toCanonical(fold(all)));
          expect(meetingViewSchema.safeParse(fold(all)).success).toBe(true);
        },
      ),
    );
  });

  test('gives every member one seat in every round, always in the same place', () => {
    fc.assert(
      fc.property(whole, (all) => {
        const view = fold(all);
        expect(view.rounds.map((round) => round.question)).toEqual([...questions.values()]);
        for (const round of view.rounds) {
          expect(round.seats.map((seat) => seat.identity)).toEqual([amir, nia, tomos, sioned]);
        }
      }),
    );
  });

  test("never changes one person's seat because of what anybody else says", () => {
    const ofNia = (statements: readonly MeetingStatement[]) =>
      fold(statements).rounds.map((round) => round.seats.find((seat) => seat.identity === nia));
    fc.assert(
      fc.property(whole, (all) => {
        const alone = all.filter((one) => one.kind !== 'circleTurn' || one.owner === nia);
        expect(ofNia(all)).toEqual(ofNia(alone));
        expect(toCanonical(fold(all))).toBe(toCanonical(fold(all.filter((one) => one.owner !== stranger))));
      }),
    );
  });

  test('loses nobody’s words, and calls passed only who said so', () => {
    fc.assert(
      fc.property(whole, (all) => {
        for (const round of fold(all).rounds) {
          for (const seat of round.seats) {
            const own = all.flatMap((one) =>
              one.kind === 'circleTurn' && one.owner === seat.identity && one.subject === round.round
                ? [one]
                : [],
            );
            const words = own.filter((one) => !one.body.passed).map((one) => one.body.text);
            expect(seat.turns.map((one) => one.text)).toEqual(words);
            const expected = words.length > 0 ? 'words' : own.length > 0 ? 'passed' : 'notYet';
            expect(seat.heard).toBe(expected);
          }
        }
      }),
    );
  });

  test('says of words that answered another question which one it was', () => {
    fc.assert(
      fc.property(whole, (all) => {
        for (const round of fold(all).rounds) {
          for (const seat of round.seats) {
            for (const shown of seat.turns) {
              const said = all.find((one) => one.item === shown.item);
              const asked = said?.kind === 'circleTurn' ? said.body.asked : null;
              expect(shown.asked).toBe(asked === round.question ? null : asked);
            }
          }
        }
      }),
    );
  });

  test('looks the same for who is absent, who has not decided and who was never asked', () => {
    const [first] = rounds;
    if (first === undefined) throw new Error('no round');
    const said = statement(id('t'), 9, {
      kind: 'circleTurn',
      owner: amir,
      subject: first.item,
      body: { text: 'Tired.', passed: false, asked: 'How do you arrive?' },
    });
    expect(heardIn([opening, ...rounds, said])[0]).toEqual(['words', 'notYet', 'notYet', 'notYet']);
  });

  test('keeps words whose question was taken back, and keeps the seat of who left', () => {
    const [first] = rounds;
    if (first === undefined) throw new Error('no round');
    const said = statement(id('t'), 9, {
      kind: 'circleTurn',
      owner: amir,
      subject: first.item,
      body: { text: 'Tired.', passed: false, asked: 'How do you arrive?' },
    });
    const view = fold([opening, ...rounds.slice(1), said], [amir, nia]);
    expect(view.rounds.map((round) => round.question)).toEqual([
      'What has it cost you?',
      'What do you take with you?',
      null,
    ]);
    expect(view.rounds.at(-1)?.seats[0]).toMatchObject({
      heard: 'words',
      turns: [{ text: 'Tired.', asked: 'How do you arrive?' }],
    });
    expect(view.rounds[0]?.seats.map((seat) => seat.heard)).toEqual(['left', 'left', 'notYet', 'notYet']);
  });

  test("counts a question of anyone but the meeting's keeper for nothing", () => {
    const other = statement(id('r', 9), 9, {
      kind: 'circleRound',
      owner: amir,
      subject: meeting,
      body: { question: 'Who was it?', place: 0 },
    });
    expect(toCanonical(fold([opening, ...rounds, other]))).toBe(toCanonical(fold([opening, ...rounds])));
  });
});

test('seats hold every member once, whatever order is said', () => {
  const some = fc.array(fc.constantFrom(...members, stranger), { maxLength: 12 });
  fc.assert(
    fc.property(some, fc.shuffledSubarray(members, { minLength: 4 }), (order, arrived) => {
      const all = seatOrder(arrived, order);
      expect(all).toHaveLength(4);
      expect(new Set(all)).toEqual(new Set(members));
      expect(all).toEqual(seatOrder(members, order));
    }),
  );
});

test("a circle's id is bound to its founder, its people and its salt, and not to their order", () => {
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA==';
  const [b, c, d] = ['b', 'c', 'd'].map((letter) => letter.repeat(26)) as [string, string, string];
  // The vector of exchange/FORMAT.md, made by another program.
  expect(circleSpaceId({ founder: d, members: [d, c, b], salt: 'AAECAwQFBgcICQoLDA0ODw==' })).toBe(
    'n62icz2xcr6zxy2n6jtqctaaok',
  );
  const made = circleSpaceId({ founder: sioned, members, salt });
  expect(made).toBe(circleSpaceId({ founder: sioned, members: [...members].reverse(), salt }));
  expect(made).not.toBe(circleSpaceId({ founder: amir, members, salt }));
  expect(made).not.toBe(circleSpaceId({ founder: sioned, members: members.slice(1), salt }));
  expect(made).not.toBe(circleSpaceId({ founder: sioned, members, salt: 'BAAAAAAAAAAAAAAAAAAAAA==' }));
});

test('who passes says nothing', () => {
  expect(circleTurnBodySchema.safeParse({ text: 'But.', passed: true, asked: '' }).success).toBe(false);
});

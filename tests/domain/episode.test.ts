import fc from 'fast-check';
import { codesIn } from '../../shared/model/code.ts';
import { describe, expect, test } from 'vitest';
import { type AskAgain, askAgainFrom, askAgainLeft } from '../../shared/model/askAgain.ts';
import { civilDay } from '../../shared/model/civilDay.ts';
import { chooseKinds, type EpisodeBody, episodeBodySchema, isUnsaid } from '../../shared/model/episode.ts';
import { joinBodies } from '../../shared/model/joinVersions.ts';

/** What the first version of the program wrote. */
const ofBefore = {
  at: '2026-01-31T21:00:00.000Z',
  what: 'helpless',
  weight: 7,
  kinds: ['tension'],
  obstacles: ['policy'],
  said: null,
  more: 'Nobody asked her.',
  askAgain: 'month',
  ratings: [{ at: '2026-02-03T09:00:00.000Z', weight: 5 }],
};
const london = 'Europe/London';

function episode(part: Partial<EpisodeBody> = {}): EpisodeBody {
  return { ...episodeBodySchema.parse({ ...ofBefore, askAgain: 'never', ratings: [] }), ...part };
}

test('an episode kept by an earlier version reads as it was, with nothing said of what came later', () => {
  expect(episodeBodySchema.parse(ofBefore)).toEqual({
    ...ofBefore,
    obstacleWords: '',
    saidTo: '',
    saidOn: null,
    stake: '',
    wanted: '',
    done: '',
    people: [],
    supportAsked: '',
    supportGiven: '',
    organisationAsk: '',
    askFrom: null,
    carriedTo: [],
  });
});

describe('being asked again', () => {
  test.each<[AskAgain, string, string | null]>([
    ['never', '2026-01-31', null],
    ['week', '2026-01-28', '2026-02-04'],
    // Over the night in which the clocks go forward, and the one in which they go back.
    ['week', '2026-03-25', '2026-04-01'],
    ['twelveWeeks', '2026-10-01', '2026-12-24'],
    ['month', '2026-01-31', '2026-02-28'],
    ['month', '2028-01-31', '2028-02-29'],
    ['month', '2026-12-05', '2027-01-05'],
    ['oneFourTwelve', '2026-03-25', '2026-04-01'],
    ['fourTwelve', '2026-03-25', '2026-04-22'],
  ])('%s, chosen on %s, comes on %s', (askAgain, askFrom, due) => {
    expect(askAgainFrom({ at: ofBefore.at, askAgain, askFrom }, london)).toBe(due);
  });

  test.each<[string, string, string]>([
    ['2026-03-28T23:30:00.000Z', london, '2026-04-04'],
    // Half past midnight of the next day there, in summer time.
    ['2026-03-29T23:30:00.000Z', london, '2026-04-06'],
    ['2026-03-28T11:30:00.000Z', 'Pacific/Auckland', '2026-04-05'],
    ['2026-01-01T03:00:00.000Z', 'America/New_York', '2026-01-07'],
  ])(
    'an episode of %s that does not say when it was chosen counts from its own day in %s',
    (at, zone, due) => {
      expect(askAgainFrom({ at, askAgain: 'week', askFrom: null }, zone)).toBe(due);
    },
  );

  test.each<[AskAgain, string, AskAgain]>([
    ['oneFourTwelve', '2026-03-07', 'oneFourTwelve'],
    ['oneFourTwelve', '2026-03-08', 'fourTwelve'],
    ['oneFourTwelve', '2026-03-28', 'fourTwelve'],
    // Not looked at for five weeks: both times are over at once.
    ['oneFourTwelve', '2026-04-05', 'twelveWeeks'],
    ['oneFourTwelve', '2026-05-24', 'never'],
    ['fourTwelve', '2026-03-29', 'twelveWeeks'],
    ['twelveWeeks', '2026-05-23', 'twelveWeeks'],
    ['twelveWeeks', '2026-05-24', 'never'],
    ['month', '2026-04-01', 'never'],
    ['week', '2026-03-08', 'never'],
    ['never', '2030-01-01', 'never'],
  ])('of %s, chosen on 1 March, what is left on %s is %s', (askAgain, today, left) => {
    expect(askAgainLeft({ at: ofBefore.at, askAgain, askFrom: '2026-03-01' }, today, london)).toBe(left);
  });

  test('the civil day of an instant is the one on the calendar there', () => {
    expect(civilDay('2026-10-25T00:30:00.000Z', london)).toBe('2026-10-25');
    expect(civilDay('2026-12-31T23:59:59.999Z', london)).toBe('2026-12-31');
    expect(civilDay('2026-12-31T23:59:59.999Z', 'Asia/Kolkata')).toBe('2027-01-01');
  });
});

test('"not sure" and a kind that is named exclude each other, and the newest counts', () => {
  expect(chooseKinds(['tension'], ['tension', 'dilemma'])).toEqual(['tension', 'dilemma']);
  expect(chooseKinds(['tension', 'dilemma'], ['tension', 'dilemma', 'notSure'])).toEqual(['notSure']);
  expect(chooseKinds(['notSure'], ['notSure', 'conflict'])).toEqual(['conflict']);
  expect(chooseKinds(['notSure'], [])).toEqual([]);
});

test('codes are single words, each once; one that is too long is cut', () => {
  expect(codesIn(' K, the-younger-one;team2  K ')).toEqual(['K', 'the-younger-one', 'team2']);
  expect(codesIn(`A ${'x'.repeat(41)}`)).toEqual(['A', 'x'.repeat(40)]);
  expect(episodeBodySchema.safeParse(episode({ people: ['two words'] })).success).toBe(false);
});

test('what could not be said, or not all, is unsaid until it is; what nobody asked about is not', () => {
  const unsaid = (part: Partial<EpisodeBody>) => isUnsaid(episode({ kinds: [], ...part }));
  expect([unsaid({ said: 'couldNot' }), unsaid({ said: 'partly' }), unsaid({ kinds: ['tension'] })]).toEqual([
    true,
    true,
    true,
  ]);
  expect([unsaid({ said: 'said', kinds: ['tension'] }), unsaid({})]).toEqual([false, false]);
  expect(unsaid({ said: 'couldNot', saidOn: '2026-03-01' })).toBe(false);
});

describe('two computers', () => {
  const join = (base: EpisodeBody, first: EpisodeBody, second: EpisodeBody) =>
    joinBodies('episode', base, first, second) as EpisodeBody | null;
  const minute = fc.integer({ min: 0, max: 59 });
  const atMinute = (at: number) => `2026-02-10T09:${String(at).padStart(2, '0')}:00.000Z`;
  const weights = fc.uniqueArray(fc.record({ at: minute, weight: fc.integer({ min: 0, max: 10 }) }), {
    selector: ({ at }) => at,
    maxLength: 6,
  });
  const rated = (list: readonly { at: number; weight: number }[]) =>
    [...list].sort((a, b) => a.at - b.at).map(({ at, weight }) => ({ at: atMinute(at), weight }));

  test('whatever both add and take back of its weights, the join has what either added, not what either took back, and is the same from either side', () => {
    fc.assert(
      fc.property(
        weights,
        weights,
        weights,
        fc.array(fc.nat(5), { maxLength: 3 }),
        fc.array(fc.nat(5), { maxLength: 3 }),
        (all, one, other, without, withoutOther) => {
          const free = new Set(all.map(({ at }) => at));
          const added = [
            one.filter(({ at }) => !free.has(at)),
            other.filter(({ at }) => !free.has(at) && one.every((known) => known.at !== at)),
          ] as const;
          const left = (gone: readonly number[]) => all.filter((_, index) => !gone.includes(index));
          const base = episode({ ratings: rated(all) });
          const first = episode({ ratings: rated([...left(without), ...added[0]]) });
          const second = episode({ ratings: rated([...left(withoutOther), ...added[1]]) });
          const wanted = [...left([...without, ...withoutOther]), ...added[0], ...added[1]];
          expect(join(base, first, second)).toEqual({ ...base, ratings: rated(wanted) });
          expect(join(base, second, first)).toEqual(join(base, first, second));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('words changed on one and a weight added on the other are both there', () => {
    const base = episode();
    const ratings = rated([{ at: 1, weight: 4 }]);
    expect(
      join(base, { ...base, what: 'voiceless', carriedTo: ['a'.repeat(26)] }, { ...base, ratings }),
    ).toEqual({ ...base, what: 'voiceless', carriedTo: ['a'.repeat(26)], ratings });
  });

  test('the same words changed on both, or another weight at the same instant, is for the person to look at', () => {
    const base = episode();
    expect(join(base, { ...base, what: 'one' }, { ...base, what: 'other' })).toBeNull();
    const at = (weight: number) => ({ ...base, ratings: rated([{ at: 1, weight }]) });
    expect(join(base, at(3), at(4))).toBeNull();
  });

  test('a join never puts a weight before the episode', () => {
    const base = episode();
    const later = { ...base, at: '2026-02-20T09:00:00.000Z' };
    expect(join(base, later, { ...base, ratings: rated([{ at: 1, weight: 4 }]) })).toBeNull();
  });

  test('what was answered on either does not ask again; two new choices are for the person', () => {
    const base = episode({ askAgain: 'oneFourTwelve', askFrom: '2026-02-01' });
    const asking = (askAgain: AskAgain, askFrom: string | null = '2026-02-01') => ({
      ...base,
      askAgain,
      askFrom,
    });
    const cases: [EpisodeBody, EpisodeBody, AskAgain | null][] = [
      [asking('fourTwelve'), base, 'fourTwelve'],
      [asking('fourTwelve'), asking('twelveWeeks'), 'twelveWeeks'],
      [asking('fourTwelve'), asking('never', null), 'never'],
      [asking('month', '2026-02-09'), asking('fourTwelve'), null],
    ];
    for (const [first, second, wanted] of cases) {
      expect(join(base, first, second)?.askAgain ?? null).toBe(wanted);
      expect(join(base, second, first)?.askAgain ?? null).toBe(wanted);
    }
  });
});

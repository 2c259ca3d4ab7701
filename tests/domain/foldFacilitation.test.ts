import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { facilitatedSpaceId, purposeOf } from '../../electron/core/items/facilitationId.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { type FacilitationStatement, facilitationViewSchema } from '../../shared/model/facilitation.ts';
import {
  foldFacilitation,
  foldSuggestions,
  type ThirdStatement,
} from '../../shared/model/foldFacilitation.ts';

const id = (letter: string) => letter.repeat(26);
const [amir, sioned, nia, stranger] = [id('b'), id('d'), id('c'), id('z')];
const people = { supervisee: amir, supervisor: sioned, facilitator: nia };
const salt = 'AAECAwQFBgcICQoLDA0ODw==';

/** Everything the three, or somebody else, might say, honestly or not: some of it about hashes of what others said. */
const said = fc
  .array(
    fc.record({
      owner: fc.constantFrom(amir, sioned, nia, stranger),
      kind: fc.constantFrom(
        'facilitationAccount',
        'facilitationNeed',
        'facilitationHeard',
        'facilitationWords',
      ),
      text: fc.string({ maxLength: 10 }),
      minute: fc.integer({ min: 0, max: 5 }),
      to: fc.nat({ max: 30 }),
      answer: fc.constantFrom('heard', 'notYet'),
    }),
    { maxLength: 25 },
  )
  .map((all) => {
    const made: FacilitationStatement[] = [];
    for (const [index, { owner, kind, text, minute, to, answer }] of all.entries()) {
      const bodies = {
        facilitationAccount: { howItWas: text, myPart: '' },
        facilitationNeed: { need: text, iWill: '', by: null },
        facilitationHeard: { answer, hash: made[to % Math.max(1, made.length)]?.hash ?? sha256('none') },
        facilitationWords: { heard: text, nextStep: '' },
      };
      const at = new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();
      const one = { owner, kind, subject: null, at, madeAt: at, body: bodies[kind as keyof typeof bodies] };
      const hash = sha256(toCanonical({ ...one, index }));
      made.push({ ...one, item: hash.slice(0, 26).replace(/[0189]/g, 'a'), hash } as FacilitationStatement);
    }
    return made;
  });

const fold = (statements: readonly FacilitationStatement[]) => foldFacilitation({ ...people, statements });

describe('the fold of a space of three', () => {
  test('is the same in any order, with anything said twice', () => {
    fc.assert(
      fc.property(
        said.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, shuffled]) => {
          expect(toCanonical(fold(shuffled))).toBe(toCanonical(fold(all)));
          expect(facilitationViewSchema.safeParse(fold(all)).success).toBe(true);
        },
      ),
    );
  });

  test('knows one part of each person, whatever the others and strangers say', () => {
    fc.assert(
      fc.property(said, (all) => {
        const honest = all.filter(
          ({ owner, kind }) => owner !== stranger && (kind === 'facilitationWords') === (owner === nia),
        );
        expect(toCanonical(fold(all))).toBe(toCanonical(fold(honest)));
        const { supervisee, supervisor, facilitator } = fold(all);
        const alone = (owner: string) => fold(all.filter((one) => one.owner === owner));
        expect(supervisee.need).toEqual(alone(amir).supervisee.need);
        expect(supervisor.need).toEqual(alone(sioned).supervisor.need);
        expect(facilitator).toEqual(alone(nia).facilitator);
      }),
    );
  });

  test('takes "heard" from the other of the pair alone, and to the words as they stand', () => {
    fc.assert(
      fc.property(said, (all) => {
        for (const [own, other] of [
          [fold(all).supervisee, sioned],
          [fold(all).supervisor, amir],
        ] as const) {
          if (own.account?.heard == null) continue;
          const { hash } = own.account;
          const answers = all.flatMap((one) =>
            one.kind === 'facilitationHeard' && one.owner === other && one.body.hash === hash
              ? [one.body.answer]
              : [],
          );
          expect(answers).toContain(own.account.heard);
        }
      }),
    );
  });
});

describe('whom two people suggest', () => {
  const suggestion = (owner: string, person: string, number: number): ThirdStatement => {
    const at = new Date(Date.UTC(2026, 10, 24, 9, number)).toISOString();
    const body = { person, name: 'Nia Example', card: sha256(person) };
    const hash = sha256(toCanonical({ owner, at, body }));
    return { kind: 'ruptureThird', owner, subject: id('r'), item: id('s'), at, madeAt: at, hash, body };
  };
  const yes = (owner: string, to: string): ThirdStatement => {
    const at = '2026-11-24T10:00:00.000Z';
    return {
      kind: 'ruptureThirdYes',
      owner,
      subject: id('r'),
      item: id('y'),
      at,
      madeAt: at,
      hash: sha256(`${owner}${to}`),
      body: { to },
    };
  };
  const pair = [amir, sioned] as const;

  test('is agreed on by the other’s yes to exactly this, and by nobody else’s', () => {
    const one = suggestion(sioned, nia, 1);
    const agreed = (...more: ThirdStatement[]) =>
      foldSuggestions(pair, [one, ...more]).map((view) => view.isAgreed);
    expect(agreed()).toEqual([false]);
    expect(agreed(yes(amir, one.hash))).toEqual([true]);
    expect(agreed(yes(sioned, one.hash))).toEqual([false]);
    expect(agreed(yes(nia, one.hash), yes(stranger, one.hash))).toEqual([false]);
    expect(agreed(yes(amir, sha256('another')))).toEqual([false]);
    // Suggesting once more, even the same person, takes a new yes.
    expect(agreed(yes(amir, one.hash), suggestion(sioned, nia, 2))).toEqual([false]);
  });

  test('is never one of the two, and never somebody whom a stranger suggests', () => {
    expect(foldSuggestions(pair, [suggestion(sioned, amir, 1), suggestion(stranger, nia, 1)])).toEqual([]);
  });
});

describe('the id of a space of three', () => {
  const purpose = purposeOf(id('r'), sha256('suggestion'), salt);
  const founding = { founder: sioned, ...people, purpose, salt };

  test('is that of the format’s vectors', () => {
    expect(purpose).toBe('52aa7c262e3f68a0a92e5ed2a5c5fb4ca48bc3813e94f1699ed6ba370f0cb9e5');
    expect(facilitatedSpaceId(founding)).toBe('zkqanvcjcnwyjnqxzmcftpxdg4');
  });

  test('is another with any other person, part, rupture, suggestion or salt', () => {
    const others = [
      { ...founding, founder: amir },
      { ...founding, facilitator: stranger },
      { ...founding, supervisee: sioned, supervisor: amir },
      { ...founding, purpose: purposeOf(id('q'), sha256('suggestion'), salt) },
      { ...founding, purpose: purposeOf(id('r'), sha256('other'), salt) },
      { ...founding, salt: 'BAECAwQFBgcICQoLDA0ODw==' },
    ].map(facilitatedSpaceId);
    expect(new Set([facilitatedSpaceId(founding), ...others]).size).toBe(others.length + 1);
  });
});

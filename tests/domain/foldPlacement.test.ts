import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentOf } from '../../electron/core/exchange/placementCommitment.ts';
import {
  foldPlacement,
  type PlacementCommit,
  type PlacementReveal,
  placements,
} from '../../shared/model/placement.ts';
import type { Member } from '../../shared/model/sessionView.ts';

const [supervisee, supervisor, stranger, subject, elsewhere] = ['b', 'c', 'd', 's', 'e'].map((letter) =>
  letter.repeat(26),
) as [string, string, string, string, string];
const members: Member[] = [
  { identity: supervisor, name: 'Sioned', role: 'supervisor' },
  { identity: supervisee, name: 'Amir', role: 'supervisee' },
];

const nonceOf = (number: number) => number.toString(16).padStart(64, '0');
const where = fc.constantFrom(...placements);
const mostly = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: seldom });
const anyone = fc.constantFrom(supervisee, supervisor, stranger);
const sealing = fc
  .record({
    owner: mostly(fc.constantFrom(supervisee, supervisor), anyone),
    about: mostly(fc.constant(subject), fc.constant(elsewhere)),
    /** Whose name was hashed, when not the owner's: a commitment copied from somebody else. */
    copiedFrom: mostly(fc.constant(null), anyone),
    number: fc.integer({ min: 0, max: 3 }),
    where,
  })
  .map(({ copiedFrom, ...one }) => ({ ...one, author: copiedFrom ?? one.owner }));
type Sealing = {
  owner: string;
  about: string;
  author: string;
  number: number;
  where: (typeof placements)[number];
};
const bindingOf = ({ author, about, number, where: place }: Sealing) =>
  commitmentOf({ nonce: nonceOf(number), where: place, author, subject: about });

const statement = { kind: '', madeAt: '', at: '', hash: '', item: '' };
const commit = (one: Sealing): PlacementCommit => ({
  ...statement,
  owner: one.owner,
  subject: one.about,
  body: { commitment: bindingOf(one) },
});
const reveal = (opened: Sealing, against: Sealing, said: Partial<Sealing>): PlacementReveal => ({
  ...statement,
  owner: opened.owner,
  subject: opened.about,
  body: {
    where: said.where ?? opened.where,
    nonce: nonceOf(said.number ?? opened.number),
    mine: bindingOf(opened),
    theirs: bindingOf(against),
  },
});

/** Anything that anybody could send, honest or not. */
const world = fc.array(sealing, { minLength: 1, maxLength: 5 }).chain((sealings) =>
  fc.record({
    commits: mostly(fc.constant(sealings), fc.subarray(sealings)).map((some) => some.map(commit)),
    reveals: fc.array(
      fc
        .tuple(
          fc.constantFrom(...sealings),
          fc.constantFrom(...sealings),
          fc.oneof(
            fc.constant({}),
            fc.record({ where }),
            fc.record({ number: fc.integer({ min: 0, max: 3 }) }),
          ),
        )
        .map(([opened, against, said]) => reveal(opened, against, said)),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

const fold = (commits: readonly PlacementCommit[], reveals: readonly PlacementReveal[]) =>
  foldPlacement({ subject, members, commits, reveals, commitmentOf });

describe('a blind placement', () => {
  test('shows only what each had bound themselves to, opened against what the other had bound themselves to', () => {
    let shown = 0;
    fc.assert(
      fc.property(world, ({ commits, reveals }) => {
        const { revealed } = fold(commits, reveals);
        if (revealed === null) return;
        shown += 1;
        const bound = (owner: string, place: (typeof placements)[number]) =>
          reveals.filter(
            ({ owner: by, subject: about, body }) =>
              by === owner &&
              about === subject &&
              body.where === place &&
              commitmentOf({ nonce: body.nonce, where: place, author: owner, subject }) === body.mine &&
              commits.some((one) => one.owner === owner && one.body.commitment === body.mine),
          );
        const his = bound(supervisee, revealed.supervisee);
        const hers = bound(supervisor, revealed.supervisor);
        expect(
          his.some((a) => hers.some((b) => a.body.theirs === b.body.mine && b.body.theirs === a.body.mine)),
        ).toBe(true);
      }),
      { numRuns: 5_000 },
    );
    expect(shown).toBeGreaterThan(50);
  });

  test('is the same for every order of arrival and whatever strangers send', () => {
    fc.assert(
      fc.property(
        world.chain((all) =>
          fc.record({
            all: fc.constant(all),
            commits: fc.shuffledSubarray(all.commits, { minLength: all.commits.length }),
            reveals: fc.shuffledSubarray(all.reveals, { minLength: all.reveals.length }),
          }),
        ),
        ({ all, commits, reveals }) => {
          const known = (one: { owner: string }) => one.owner !== stranger;
          expect(fold(commits, reveals)).toEqual(fold(all.commits.filter(known), all.reveals.filter(known)));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('opened against two of the other, it is the same two words in both vaults', () => {
    const seal = (owner: string, number: number, place: (typeof placements)[number]): Sealing => ({
      owner,
      about: subject,
      author: owner,
      number,
      where: place,
    });
    const his = seal(supervisee, 1, 'to');
    const hers = [seal(supervisor, 1, 'to'), seal(supervisor, 2, 'for')];
    const commits = [his, ...hers].map(commit);
    const reveals = hers.flatMap((one) => [reveal(his, one, {}), reveal(one, his, {})]);
    expect(fold(commits, reveals).revealed).not.toBeNull();
    expect(fold(commits, reveals.toReversed())).toEqual(fold(commits, reveals));
  });

  test('honestly sealed and opened by both, it always opens', () => {
    fc.assert(
      fc.property(where, where, fc.integer({ min: 0, max: 3 }), (a, b, number) => {
        const his = { owner: supervisee, author: supervisee, about: subject, number, where: a };
        const hers = { owner: supervisor, author: supervisor, about: subject, number, where: b };
        expect(fold([commit(his), commit(hers)], [reveal(his, hers, {}), reveal(hers, his, {})])).toEqual({
          revealed: { supervisee: a, supervisor: b },
          ignored: [],
          outdated: [],
        });
      }),
    );
  });
});

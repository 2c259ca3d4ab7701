import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldConsent, mayLeave } from '../../shared/model/foldConsent.ts';
import { linesThatLeave } from '../../shared/model/packPreview.ts';

const [me, other, third] = ['me', 'other', 'third'];
const pack = { profile: 'council-annual-review', audience: 'My manager' };
const today = '2026-03-20';

const text = fc.constantFrom('You stayed.', 'You stayed', 'I heard you.');
const hash = fc.constantFrom('h1', 'h2');
const who = fc.constantFrom(me, other, third);
const day = fc.constantFrom('2026-03-19', '2026-03-20', '2026-03-21');
const item = fc.constantFrom('r1', 'r2', 'r3');

const line = fc.record({
  author: who,
  text,
  textHash: hash,
  wordsOf: fc.option(fc.record({ identity: fc.constantFrom(other, third) }), { nil: null }),
  requests: fc.uniqueArray(item),
});
const request = fc.record({
  item,
  owner: who,
  subject: fc.constant(null),
  body: fc.record({
    text,
    textHash: hash,
    profile: fc.constantFrom(pack.profile, 'other-profile'),
    audience: fc.constantFrom(pack.audience, 'Everyone'),
    until: day,
  }),
});
const answer = fc.record({
  item: fc.constantFrom('a1', 'a2'),
  owner: who,
  subject: item,
  body: fc.record({ answer: fc.constantFrom('yes' as const, 'no' as const), textHash: hash }),
});

test('a line with words of somebody else may leave only with their own, unexpired yes to exactly it', () => {
  fc.assert(
    fc.property(
      line,
      fc.array(request, { maxLength: 4 }),
      fc.array(answer, { maxLength: 6 }),
      (one, asked, said) => {
        const state = foldConsent(me, one, asked, said, pack, today);
        if (!mayLeave(state)) return;
        if (one.wordsOf === null) {
          expect(one.author).toBe(me);
          return;
        }
        const yes = said.filter(
          (each) =>
            each.owner === one.wordsOf?.identity &&
            each.body.answer === 'yes' &&
            each.body.textHash === one.textHash,
        );
        const bound = asked.filter(
          (each) =>
            each.owner === me &&
            each.body.text === one.text &&
            each.body.textHash === one.textHash &&
            each.body.profile === pack.profile &&
            each.body.audience === pack.audience &&
            each.body.until >= today,
        );
        expect(bound.some((each) => yes.some(({ subject }) => subject === each.item))).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('a yes that fits in every way does include the line', () => {
  const words = {
    author: other,
    text: 'You stayed.',
    textHash: 'h1',
    wordsOf: { identity: other },
    requests: ['r1'],
  };
  const asked = {
    item: 'r1',
    owner: me,
    subject: null,
    body: { text: 'You stayed.', textHash: 'h1', ...pack, until: today },
  };
  const yes = { item: 'a1', owner: other, subject: 'r1', body: { answer: 'yes' as const, textHash: 'h1' } };
  expect(foldConsent(me, words, [asked], [yes], pack, today)).toBe('included');
});

test('a no, silence and a yes that has run out are one and the same answer', () => {
  fc.assert(
    fc.property(line, fc.array(request), fc.array(answer), (one, asked, said) => {
      const withoutNo = said.filter(({ body }) => body.answer === 'yes');
      expect(foldConsent(me, one, asked, said, pack, today)).toBe(
        foldConsent(me, one, asked, withoutNo, pack, today),
      );
      const late = foldConsent(me, one, asked, said, pack, '2027-01-01');
      expect(late).toBe(foldConsent(me, one, asked, [], pack, today));
    }),
  );
});

test('lines keep the order they were placed in, and one left out leaves nothing behind', () => {
  const make = (id: string, consent: 'notNeeded' | 'included' | 'notIncluded' | 'notAsked') => ({
    item: id,
    consent,
    body: { text: id } as never,
  });
  const lines = [
    make('a', 'notNeeded'),
    make('b', 'notIncluded'),
    make('c', 'included'),
    make('d', 'notAsked'),
  ];
  const leaving = linesThatLeave(
    { sections: [{ key: 'one', text: '', evidence: ['c', 'b', 'a', 'c', 'gone', 'd'] }] },
    lines,
  );
  expect(leaving.get('one')?.map((one) => one.item)).toEqual(['c', 'a']);
});

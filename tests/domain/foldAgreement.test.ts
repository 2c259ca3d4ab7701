import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrangementsBody } from '../../shared/model/agreement.ts';
import { agreementChain } from '../../shared/model/agreementChain.ts';
import type { AgreementStatement } from '../../shared/model/agreementView.ts';
import { compareAgreements } from '../../shared/model/compareAgreements.ts';
import { foldAgreement, foldStandard, sameAsTheirs } from '../../shared/model/foldAgreement.ts';

const members = [
  { identity: 'amir', name: 'Amir', role: 'supervisee' },
  { identity: 'sioned', name: 'Sioned', role: 'supervisor' },
] as const;
const [amir, sioned] = ['amir', 'sioned'];
const noAnswers = { wants: '', brings: '', hardThings: '', disagree: '', repair: '', limits: '' };
let count = 0;

type Some<K extends AgreementStatement['kind']> = Extract<AgreementStatement, { kind: K }>;

function say<K extends AgreementStatement['kind']>(
  owner: string,
  kind: K,
  body: Some<K>['body'],
  at = 0,
): Some<K> {
  count += 1;
  const time = new Date(at).toISOString();
  const made = {
    item: `i${count}`,
    kind,
    owner,
    subject: 'a',
    madeAt: time,
    at: time,
    hash: `h${count}`,
    body,
  };
  return made as unknown as Some<K>;
}

function fold(statements: readonly AgreementStatement[]) {
  return foldAgreement({ agreement: 'a', members, statements });
}

function arranged(values: ArrangementsBody['values'], reviewOn: string | null = null): ArrangementsBody {
  return { values, reviewOn, policyRead: false };
}

test('two different arrangements stand beside each other; the same words from both stand for both; silence for nobody', () => {
  const view = fold([
    say(amir, 'arrangements', arranged({ place: 'The quiet room ', length: '60 minutes', recorder: ' ' })),
    say(
      sioned,
      'arrangements',
      arranged({ place: 'The quiet room', length: '90 minutes', recorder: 'Amir' }),
    ),
  ]);
  const row = (key: string) => view.arrangements.find((one) => one.key === key);
  expect(row('place')).toMatchObject({ both: true });
  expect(row('length')).toMatchObject({ supervisee: '60 minutes', supervisor: '90 minutes', both: false });
  expect(row('recorder')).toMatchObject({ supervisee: null, supervisor: 'Amir', both: false });
  expect(row('storage')).toMatchObject({ supervisee: null, supervisor: null, both: false });
});

test('a review day stands when both name the same one', () => {
  const day = (one: string | null, other: string | null) =>
    fold([say(amir, 'arrangements', arranged({}, one)), say(sioned, 'arrangements', arranged({}, other))])
      .reviewOn.both;
  expect([day('2027-02-01', '2027-02-01'), day('2027-02-01', '2027-02-02'), day('2027-02-01', null)]).toEqual(
    ['2027-02-01', null, null],
  );
  expect(day(null, null)).toBe(null);
});

test('"as you have it" takes over the named ones and nothing else, and never an empty one', () => {
  const mine = arranged({ place: 'Here', length: '60' });
  const theirs = arranged({ place: 'There', length: '90', recorder: 'You', storage: '' }, '2027-01-01');
  expect(sameAsTheirs(mine, theirs, ['place', 'recorder', 'storage'])).toEqual(
    arranged({ place: 'There', length: '60', recorder: 'You' }),
  );
  expect(sameAsTheirs(null, theirs, ['reviewOn']).reviewOn).toBe('2027-01-01');
});

test('words under another agreement, or of somebody who is not one of the two, count for nothing', () => {
  const elsewhere = { ...say(amir, 'agreementAnswers', { ...noAnswers, wants: 'elsewhere' }), subject: 'b' };
  const stranger = say('someone', 'leaderPromise', { text: 'Never', by: 'X', role: 'Y', on: null });
  const view = fold([elsewhere, stranger]);
  expect(JSON.stringify(view)).not.toContain('elsewhere');
  expect(view.leaderPromises).toEqual([]);
});

const body = fc.record({
  owner: fc.constantFrom(amir, sioned, 'someone'),
  at: fc.integer({ min: 0, max: 3 }),
  place: fc.constantFrom('Here', 'There', ''),
  wants: fc.constantFrom('Time', ''),
});

test('an agreement is the same for every order in which its words arrive', () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 8 }), fc.integer(), (all, seed) => {
      const statements = all.flatMap(({ owner, at, place, wants }) => [
        say(owner, 'arrangements', arranged({ place }), at),
        say(owner, 'agreementAnswers', { ...noAnswers, wants }, at),
        say(owner, 'agreementLine', { part: 'power', text: wants }, at),
        say(owner, 'leaderPromise', { text: wants, by: place, role: '', on: null }, at),
      ]);
      const shuffled = fc.sample(fc.shuffledSubarray(statements, { minLength: statements.length }), {
        numRuns: 1,
        seed,
      })[0];
      expect(fold(shuffled ?? [])).toEqual(fold(statements));
    }),
  );
});

test('two versions side by side say what is new, changed, gone and the same, each for whoever said it', () => {
  const earlier = fold([
    say(amir, 'agreementAnswers', { ...noAnswers, wants: 'Time', brings: 'Cases', limits: 'Tell me' }),
    say(amir, 'arrangements', arranged({ place: 'Here' }, '2027-01-01')),
    say(sioned, 'leaderPromise', {
      text: 'Never for ranking',
      by: 'A leader',
      role: 'Head',
      on: '2026-01-01',
    }),
  ]);
  const later = fold([
    say(amir, 'agreementAnswers', {
      ...noAnswers,
      wants: 'Time',
      brings: 'Worries',
      hardThings: 'Go slowly',
    }),
    say(amir, 'arrangements', arranged({ place: 'Here' }, '2028-01-01')),
    say(sioned, 'leaderPromise', {
      text: 'Never for ranking',
      by: 'A leader',
      role: 'Head',
      on: '2026-01-01',
    }),
  ]);
  const rows = compareAgreements(earlier, later, ({ text, by }) => `${text} ${by}`);
  expect(
    rows.map((row) => [
      `${row.about.kind}${'key' in row.about ? ` ${row.about.key}` : ''}`,
      row.role,
      row.change,
    ]),
  ).toEqual([
    ['answer wants', 'supervisee', 'same'],
    ['answer brings', 'supervisee', 'changed'],
    ['answer hardThings', 'supervisee', 'new'],
    ['answer limits', 'supervisee', 'gone'],
    ['arrangement place', 'supervisee', 'same'],
    ['reviewOn', 'supervisee', 'changed'],
    ['leaderPromise', 'supervisor', 'same'],
  ]);
});

test('versions follow signed ones; of two begun at once the signed one counts, else the lower id', () => {
  const one = (agreement: string, previous: string | null, isSigned: boolean) => ({
    agreement,
    previous,
    isSigned,
  });
  const ids = (all: readonly { agreement: string }[]) => all.map(({ agreement }) => agreement);
  const first = agreementChain([one('b', null, false), one('a', null, false)]);
  expect([ids(first.chain), ids(first.aside)]).toEqual([['a'], ['b']]);
  const signed = agreementChain([one('c', 'b', false), one('b', null, true), one('a', null, false)]);
  expect([ids(signed.chain), ids(signed.aside)]).toEqual([['b', 'c'], ['a']]);
  // One that claims to follow itself, or one nobody signed, is aside.
  const odd = agreementChain([one('b', 'b', true), one('c', 'a', false), one('a', null, false)]);
  expect([ids(odd.chain), ids(odd.aside)]).toEqual([['a'], ['b', 'c']]);
});

test('the figures of a pair stand when both say the same, whatever they began from', () => {
  const steps = [{ every: { unit: 'month', count: 1 }, until: null }] as const;
  const figures = (minutes: number) => ({
    standard: null,
    rhythm: { from: '2026-01-05', minutes, steps: [...steps] },
  });
  const said = (owner: string, minutes: number) => ({
    ...say(owner, 'agreement', { previous: null }),
    body: figures(minutes),
  });
  const stands = (...statements: ReturnType<typeof said>[]) => {
    const { both, standing } = foldStandard({ members, statements });
    return [both, standing?.rhythm.minutes ?? null];
  };
  expect(stands(said(amir, 60), said(sioned, 60))).toEqual([true, 60]);
  expect(stands(said(amir, 60), said(sioned, 90))).toEqual([false, null]);
  expect(stands(said(sioned, 90))).toEqual([false, 90]);
  expect(stands(said('someone', 90))).toEqual([false, null]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { foldSession } from '../../shared/model/foldSession.ts';
import { makeRecord, readRecord, statementsOfRecord, statementsToSign } from '../../shared/model/record.ts';
import { type Member, onlySession, type SessionStatement } from '../../shared/model/sessionView.ts';
import { workingDaysAfter } from '../../shared/model/workingDays.ts';

const id = (letter: string, number = 0) =>
  letter.repeat(25) + 'abcdefghijklmnopqrstuvwxyz234567'[number % 32];
const supervisee = id('b');
const supervisor = id('c');
const stranger = id('d');
const session = id('s');
const space = id('p');
const members: Member[] = [
  { identity: supervisor, name: 'Sioned', role: 'supervisor' },
  { identity: supervisee, name: 'Amir', role: 'supervisee' },
];

type Loose = { kind: SessionStatement['kind']; owner: string; subject: string | null; body: unknown };

/** A statement with its true hash, made at a minute of its own. */
function statement(number: number, one: Loose): SessionStatement {
  const at = new Date(Date.UTC(2026, 10, 24, 9, number)).toISOString();
  const item = number === 0 ? session : id('t', number);
  const revision = revisionOf({ item, at, ...one });
  return { ...one, item, at, madeAt: at, hash: sha256(toCanonical(revision)) } as SessionStatement;
}

function revisionOf(one: Loose & { item: string; at: string }) {
  const { item, kind, subject, at, owner, body } = one;
  return { format: 1, minReader: 1, item, kind, space, subject, parents: [], at, by: owner, body };
}

const meeting = statement(0, {
  kind: 'session',
  owner: supervisor,
  subject: null,
  body: { date: '2026-11-24' },
});
const topics = [1, 2, 3].map((number) =>
  statement(number, {
    kind: 'topic',
    owner: number === 1 ? supervisor : supervisee,
    subject: session,
    body: { title: `Topic ${number}` },
  }),
);

const owner = fc.constantFrom(supervisee, supervisor, stranger);
const place = fc.constantFrom(...topics.map((topic) => topic.item));
const text = fc.string({ minLength: 1, maxLength: 20 });
const said: fc.Arbitrary<Loose> = fc.oneof(
  fc.record({ owner, place, text }).map(({ owner, place, text }) => ({
    kind: 'voice' as const,
    owner,
    subject: place,
    body: { part: null, text, scribed: null },
  })),
  fc
    .record({ owner, part: fc.constantFrom('arriving', 'howWeWork', 'beforeWeGo'), text })
    .map(({ owner, part, text }) => ({
      kind: 'voice' as const,
      owner,
      subject: session,
      body: { part, text, scribed: null },
    })),
  fc
    .record({ owner, place, stance: fc.constantFrom('agree', 'differ', 'later') })
    .map(({ owner, place, stance }) => ({
      kind: 'stance' as const,
      owner,
      subject: place,
      body: { stance },
    })),
  fc.record({ owner, place, text }).map(({ owner, place, text }) => ({
    kind: 'scribed' as const,
    owner,
    subject: place,
    body: { for: supervisee, part: null, text },
  })),
  fc.record({ owner, place, text }).map(({ owner, place, text }) => ({
    kind: 'promise' as const,
    owner,
    subject: place,
    body: { text, due: null, state: 'open', why: '', markedIn: null },
  })),
);
const whole = fc
  .array(said, { maxLength: 25 })
  .map((all) => [meeting, ...topics, ...all.map((one, index) => statement(index + 4, one))]);

const fold = (statements: readonly SessionStatement[]) => foldSession({ session, members, statements });

describe('the fold of a session', () => {
  test('is the same for every order in which two chains arrive', () => {
    fc.assert(
      fc.property(
        whole.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(toCanonical(fold(shuffled))).toBe(toCanonical(fold(all)));
          const record = (statements: SessionStatement[]) =>
            statementsToSign({ kind: 'session', root: session, members, statements }, []).map(
              (one) => one.hash,
            );
          expect(record(shuffled)).toEqual(record(all));
        },
      ),
    );
  });

  test("never changes one person's words or stance because of anything the other or a stranger says", () => {
    const ofSupervisee = (statements: readonly SessionStatement[]) =>
      fold(statements).topics.map((topic) => [
        topic.stances.supervisee,
        topic.voices.filter((voice) => voice.role === 'supervisee'),
      ]);
    fc.assert(
      fc.property(whole, (all) => {
        const without = all.filter((one) => one.kind === 'topic' || one.owner === supervisee);
        expect(ofSupervisee(all)).toEqual(ofSupervisee(without));
        expect(toCanonical(fold(all))).toBe(toCanonical(fold(all.filter((one) => one.owner !== stranger))));
      }),
    );
  });

  test('agrees only when both said so', () => {
    fc.assert(
      fc.property(whole, (all) => {
        for (const topic of fold(all).topics) {
          const { supervisee: a, supervisor: b } = topic.stances;
          expect(topic.standing === 'agreed').toBe(a === 'agree' && b === 'agree');
          expect(topic.standing === 'differ').toBe(a === 'differ' || b === 'differ');
        }
      }),
    );
  });

  test("keeps the supervisee's topics and voices first", () => {
    fc.assert(
      fc.property(whole, (all) => {
        const view = fold(all);
        expect(view.topics.slice(0, 3).map((topic) => topic.title)).toEqual([
          'Topic 2',
          'Topic 3',
          'Topic 1',
        ]);
        for (const topic of [...view.topics, view.arriving, view.howWeWork]) {
          const roles = topic.voices.map((voice) => voice.role);
          expect(roles).toEqual([...roles].sort());
        }
      }),
    );
  });
});

describe('the order of topics', () => {
  const orderBy = (who: string, list: readonly string[], number: number) =>
    statement(number, { kind: 'topicOrder', owner: who, subject: session, body: { topics: [...list] } });
  const listed = fc.shuffledSubarray(topics.map((topic) => topic.item));

  test('is for each owner their own: nobody moves a topic of the other or past the supervisee', () => {
    fc.assert(
      fc.property(listed, listed, listed, (his, hers, strangers) => {
        const said = [meeting, ...topics, orderBy(supervisee, his, 20), orderBy(supervisor, hers, 21)];
        const titles = fold([...said, orderBy(stranger, strangers, 22)]).topics.map((topic) => topic.title);
        const first = his.filter((item) => item === topics[1]?.item || item === topics[2]?.item)[0];
        expect(titles).toEqual(
          first === topics[2]?.item ? ['Topic 3', 'Topic 2', 'Topic 1'] : ['Topic 2', 'Topic 3', 'Topic 1'],
        );
        const record = statementsToSign({ kind: 'session', root: session, members, statements: said }, []);
        const signed = record.filter((one) => one.kind === 'topic').map((one) => one.body);
        expect(signed).toEqual(titles.map((title) => ({ title })));
      }),
    );
  });

  test('is the newest that its owner gave', () => {
    const [, second, third] = topics.map((topic) => topic.item);
    const before = orderBy(supervisee, [third ?? '', second ?? ''], 20);
    const after = orderBy(supervisee, [second ?? '', third ?? ''], 21);
    for (const said of [
      [before, after],
      [after, before],
    ]) {
      expect(fold([meeting, ...topics, ...said]).topics[0]?.title).toBe('Topic 2');
    }
  });
});

describe('a record', () => {
  const tools = { canonical: toCanonical, hash: sha256 };
  const place = { kind: 'session', root: session, space, members } as const;
  const recordText = (statements: readonly SessionStatement[], at = '2026-11-24T10:00:00.000Z') =>
    toCanonical(
      makeRecord(place, {
        previous: null,
        frozenAt: at,
        entries: statementsToSign({ ...place, statements }, []).map((one) => ({
          hash: one.hash,
          revision: revisionOf(one as SessionStatement),
        })),
      }),
    );

  test('read back from its bytes shows what stood, without how people arrived and without unanswered words', () => {
    fc.assert(
      fc.property(whole, (all) => {
        const record = readRecord(recordText(all), place, tools);
        if (record === null) throw new Error('a record of our own is not sound');
        const shown = fold(onlySession(statementsOfRecord(record)));
        const live = fold(all);
        expect(shown.arriving.voices).toEqual([]);
        const order = (one: { hash: string }, other: { hash: string }) => (one.hash < other.hash ? -1 : 1);
        expect(shown.topics.map((topic) => topic.title)).toEqual(live.topics.map((topic) => topic.title));
        for (const [index, topic] of live.topics.entries()) {
          const signed = shown.topics[index];
          expect(signed?.scribed).toEqual([]);
          expect(signed?.stances).toEqual(topic.stances);
          expect(signed?.voices.toSorted(order)).toEqual(topic.voices.toSorted(order));
          expect(signed?.promises.toSorted(order)).toEqual(topic.promises.toSorted(order));
        }
      }),
    );
  });

  test('with one byte changed is not sound', () => {
    fc.assert(
      fc.property(whole, fc.nat(), fc.integer({ min: 1, max: 25 }), (all, where, by) => {
        const text = recordText(all);
        const at = where % text.length;
        const changed =
          text.slice(0, at) +
          String.fromCharCode(97 + ((text.charCodeAt(at) + by) % 26)) +
          text.slice(at + 1);
        fc.pre(changed !== text);
        const read = readRecord(changed, place, tools);
        // Names and the time of freezing are the proposer's own words; everything else is bound.
        const free = (key: string, one: unknown) => (key === 'name' || key === 'frozenAt' ? '' : one);
        const bound = (value: unknown) => toCanonical(JSON.parse(JSON.stringify(value, free)));
        if (read !== null) expect(bound(read)).toBe(bound(JSON.parse(text)));
      }),
      { numRuns: 300 },
    );
  });
});

test('five working days skip the weekend', () => {
  expect(workingDaysAfter('2026-11-24', 5)).toBe('2026-12-01');
  expect(workingDaysAfter('2026-11-27', 1)).toBe('2026-11-30');
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { passphrase, type TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;

beforeEach(async () => {
  pair = await joinedPair();
  await pair.supervisor.call('vault.codeWritten', {});
}, 60_000);
afterEach(() => pair.close());

async function show(core: TestCore, session: string, item: string): Promise<void> {
  const { mine } = await core.call('sessions.get', { session });
  const { stamp } = mine.find((one) => one.item === item) ?? { stamp: '' };
  await core.call('sessions.show', { item, stamp });
}

async function speak(core: TestCore, session: string, place: string, text: string): Promise<void> {
  const { item } = await core.call('sessions.saveVoice', { session, place, item: null, text } as never);
  await show(core, session, item);
}

/** The same acts in both: topics, a decision, a promise and the last word are the supervisor's; `hisWords` puts in the other's. */
async function hold(hisWords: (session: string, visit: string) => Promise<void>): Promise<string> {
  const her = pair.supervisor;
  const { session } = await her.call('sessions.create', { space: pair.space, date: '2026-11-24' });
  const { item: visit } = await her.call('sessions.saveTopic', { session, item: null, title: 'The visit' });
  await show(her, session, visit);
  await pair.sync();
  await hisWords(session, visit);
  await speak(her, session, visit, 'I judged it safe.');
  const decision = await her.call('sessions.saveDecision', {
    session,
    place: visit,
    item: null,
    text: 'Joint visits.',
    who: 'supervisor',
    because: 'He asked.',
    alternatives: '',
    tookPart: '',
  });
  await show(her, session, decision.item);
  await her.call('sessions.answer', { session, place: visit, stance: 'agree' });
  return session;
}

/** Every entry a record would hold now: who says what about what. Ids and hashes differ from session to session by chance. */
async function record(core: TestCore, session: string): Promise<string[]> {
  const { record: preview } = await core.call('signing.preview', { root: session });
  const topic = preview.statements.find((one) => one.kind === 'topic')?.item ?? '';
  return preview.statements
    .filter((one) => one.kind !== 'scribeAnswer')
    .map(({ kind, owner, subject, body }) =>
      JSON.stringify({
        kind,
        owner,
        about: subject === session ? 'the session' : subject === topic ? 'the topic' : subject,
        body: kind === 'voice' ? { ...body, scribed: null } : body,
      }),
    )
    .sort();
}

test('a session in one room and the same one on two screens give the same record, but for whose hands typed', async () => {
  const [her, him] = [pair.supervisor, pair.supervisee];
  const words = ['I was afraid on the stairs.', 'Ten minutes at the end, each time.'] as const;

  const apart = await hold(async (session, visit) => {
    await speak(him, session, visit, words[0]);
    await speak(him, session, 'beforeWeGo', words[1]);
    await pair.sync();
  });
  await pair.sync();

  const inOneRoom = await hold(async (session, visit) => {
    await her.call('sessions.enterTogether', { session });
    for (const [place, text] of [
      [visit, words[0]],
      ['beforeWeGo', words[1]],
    ] as const) {
      const { item } = await her.call('scribing.save', { session, place, item: null, text } as never);
      await show(her, session, item);
    }
  });
  const unanswered = JSON.stringify(
    await her.call('sessions.record', { session: inOneRoom }).catch(() => null),
  );
  expect(unanswered).toBe('null');
  await her.call('sessions.leaveTogether', { passphrase });
  await pair.sync();
  const { view } = await him.call('sessions.get', { session: inOneRoom });
  const typed = [...view.topics.flatMap((topic) => topic.scribed), ...view.beforeWeGo.scribed];
  expect(typed.map((one) => one.text)).toEqual(words);
  for (const one of typed) await him.call('scribing.answer', { item: one.item, answer: 'kept' });
  await pair.sync();

  for (const core of [her, him]) expect(await record(core, inOneRoom)).toEqual(await record(core, apart));
  expect((await record(him, apart)).join()).toContain(words[0]);
});

import { afterEach, expect, test } from 'vitest';
import { say } from '../../electron/core/items/commit.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import type { Prose } from '../../shared/model/prose.ts';
import { joinedCircle, type TestCircle } from '../support/circle.ts';
import type { TestCore } from '../support/core.ts';

const questions = ['How do you arrive?', 'What has it cost you?'];
let open: TestCircle | null = null;

async function circleOf(options: Parameters<typeof joinedCircle>[0] = {}): Promise<TestCircle> {
  open = await joinedCircle(options);
  return open;
}

afterEach(() => {
  open?.close();
  open = null;
});

/** A meeting the founder keeps, with two questions, known to everybody who has joined. */
async function meetingOf({ founder, space, sync }: TestCircle) {
  const { meeting } = await founder.call('circles.createMeeting', {
    space,
    title: 'After the inspection',
    date: '2026-11-24',
    questions,
  });
  await sync();
  const { view } = await founder.call('circles.meeting', { meeting });
  const [first, second] = view.rounds.map((round) => round.round);
  if (first === undefined || second === undefined) throw new Error('a round is missing');
  return { meeting, first, second };
}

async function speak(person: TestCore, meeting: string, round: string, text: string): Promise<string> {
  const { item } = await person.call('circles.saveTurn', { round, text });
  const { mine } = await person.call('circles.meeting', { meeting });
  const stamp = mine.find((draft) => draft.item === item)?.stamp ?? '';
  await person.call('circles.showTurn', { item, stamp });
  return item;
}

async function heard(person: TestCore, meeting: string) {
  const { view } = await person.call('circles.meeting', { meeting });
  return view.rounds.map((round) => round.seats.map((seat) => seat.turns[0]?.text ?? seat.heard));
}

test('three people who met through their founder hear one another, each in the same place', async () => {
  const circle = await circleOf();
  const { founder, invited, sync } = circle;
  const [amir, nia] = invited as [TestCore, TestCore];
  const { meeting, first, second } = await meetingOf(circle);
  await speak(nia, meeting, first, 'Tired, and glad to be here.');
  await speak(founder, meeting, first, 'Uneasy.');
  await amir.call('circles.pass', { round: first });
  await speak(amir, meeting, second, 'Sleep.');
  await sync();
  const views = await Promise.all(
    [founder, amir, nia].map(async (person) =>
      toCanonical((await person.call('circles.meeting', { meeting })).view),
    ),
  );
  expect(new Set(views).size).toBe(1);
  expect(await heard(nia, meeting)).toEqual([
    ['passed', 'Tired, and glad to be here.', 'Uneasy.'],
    ['Sleep.', 'notYet', 'notYet'],
  ]);
});

test('of four, one who has not answered has a seat, is not heard yet, and reads everything once they join', async () => {
  const circle = await circleOf({ count: 4, absent: [1] });
  const { founder, invited, sync, space } = circle;
  const [amir, nia, tomos] = invited as [TestCore, TestCore, TestCore];
  const { meeting, first } = await meetingOf(circle);
  await speak(amir, meeting, first, 'Here.');
  await speak(tomos, meeting, first, 'Here too.');
  await sync();
  expect((await heard(tomos, meeting))[0]).toEqual(['Here.', 'notYet', 'Here too.', 'notYet']);
  const { members } = await founder.call('circles.get', { space });
  expect(members.map((member) => member.here)).toEqual(['here', 'notYet', 'here', 'here']);
  // Nothing tells that she was asked and did not answer: not a file of hers in the circle's folder.
  expect((await nia.call('circles.list', {})).circles).toEqual([]);
  await circle.join(nia);
  await sync();
  expect((await heard(nia, meeting))[0]).toEqual(['Here.', 'notYet', 'Here too.', 'notYet']);
  await speak(nia, meeting, first, 'Late, and here.');
  await sync();
  expect((await heard(amir, meeting))[0]).toEqual(['Here.', 'Late, and here.', 'Here too.', 'notYet']);
});

test('who is known only through the founder is said to be introduced, by name', async () => {
  const { founder, invited, space } = await circleOf();
  const [amir] = invited as [TestCore, TestCore];
  const view = await amir.call('circles.get', { space });
  expect(view.members.map((member) => [member.name, member.known])).toEqual([
    ['Amir Example', 'me'],
    ['Nia Example', 'introduced'],
    ['Sioned Example', 'joined'],
  ]);
  expect(view.members.find((member) => member.identity === view.founder)?.name).toBe('Sioned Example');
  expect(view).toMatchObject({ name: 'Duty team', isFounder: false, leftAt: null });
  // Introduced people are nobody's pair.
  expect((await amir.call('pairs.list', {})).pairs).toHaveLength(1);
  expect((await founder.call('pairs.list', {})).pairs).toHaveLength(2);
});

test('an invitation shows who it brings together, and leaving it unanswered writes nothing', async () => {
  const circle = await circleOf({ absent: [0] });
  const [amir] = circle.invited as [TestCore, TestCore];
  const { readdirSync } = await import('node:fs');
  const files = () => readdirSync(circle.folder, { recursive: true }).length;
  const before = files();
  const { invitations } = await amir.call('circles.list', {});
  expect(invitations).toMatchObject([{ name: 'Duty team', from: 'Sioned Example' }]);
  expect(invitations[0]?.people?.map((person) => [person.name, person.known]).sort()).toEqual([
    ['Amir Example', 'me'],
    ['Nia Example', 'introduced'],
    ['Sioned Example', 'joined'],
  ]);
  await circle.sync();
  expect(files()).toBe(before);
});

test('people introduced to each other can compare words later and become a pair', async () => {
  const { invited, folder, root, space } = await circleOf();
  const [amir, nia] = invited as [TestCore, TestCore];
  const { joinTwo } = await import('../support/pair.ts');
  await joinTwo(nia, amir, { root, folder });
  const known = async (person: TestCore) =>
    (await person.call('circles.get', { space })).members.map((member) => member.known);
  expect(await known(amir)).toEqual(['me', 'joined', 'joined']);
  expect(await known(nia)).toEqual(['joined', 'me', 'joined']);
});

test('what is being written stays here, and a changed text cannot be shown unseen', async () => {
  const circle = await circleOf();
  const { invited, sync } = circle;
  const [amir, nia] = invited as [TestCore, TestCore];
  const { meeting, first } = await meetingOf(circle);
  const { item } = await amir.call('circles.saveTurn', { round: first, text: 'DELETED marker' });
  const { mine } = await amir.call('circles.meeting', { meeting });
  const again = await amir.call('circles.saveTurn', { round: first, text: 'What I will say.' });
  expect(again.item).toBe(item);
  await expect(amir.call('circles.showTurn', { item, stamp: mine[0]?.stamp ?? '' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await sync();
  expect((await heard(nia, meeting))[0]).toEqual(['notYet', 'notYet', 'notYet']);
  expect((await nia.call('circles.meeting', { meeting })).mine).toEqual([]);
  await amir.call('circles.discardTurn', { item });
  expect((await amir.call('circles.meeting', { meeting })).mine).toEqual([]);
});

test('a pass can be taken back, words begun before it stay private, and both leave no trace for others', async () => {
  const circle = await circleOf();
  const [amir, nia] = circle.invited as [TestCore, TestCore];
  const { meeting, first } = await meetingOf(circle);
  await amir.call('circles.saveTurn', { round: first, text: 'I had begun to say' });
  await amir.call('circles.pass', { round: first });
  await circle.sync();
  expect((await heard(nia, meeting))[0]?.[0]).toBe('passed');
  const { view, mine } = await amir.call('circles.meeting', { meeting });
  expect(mine.map((draft) => draft.text)).toEqual(['I had begun to say']);
  const pass = view.rounds[0]?.seats[0]?.pass ?? '';
  await amir.call('circles.takeBackTurn', { item: pass });
  await circle.sync();
  expect((await heard(nia, meeting))[0]?.[0]).toBe('notYet');
  await speak(amir, meeting, first, 'I can say it now.');
  await circle.sync();
  expect((await heard(nia, meeting))[0]?.[0]).toBe('I can say it now.');
  await expect(amir.call('circles.pass', { round: first })).rejects.toMatchObject({ code: 'conflict' });
});

test('turns of one person from two computers both stand, and a change goes to the one that is seen first', async () => {
  const circle = await circleOf();
  const [amir, nia] = circle.invited as [TestCore, TestCore];
  const { meeting, first } = await meetingOf(circle);
  const { deps } = amir.session();
  for (const text of ['From the laptop.', 'From the desk.', 'From the train.']) {
    amir.platform.advance(60_000);
    const body = { text, passed: false, asked: questions[0] ?? '' };
    say(deps, { kind: 'circleTurn', space: circle.space, subject: first, body });
  }
  await circle.sync();
  const texts = async () =>
    (await nia.call('circles.meeting', { meeting })).view.rounds[0]?.seats[0]?.turns.map((turn) => turn.text);
  expect(await texts()).toEqual(['From the laptop.', 'From the desk.', 'From the train.']);
  const seen = (await amir.call('circles.meeting', { meeting })).view.rounds[0]?.seats[0]?.turns[0];
  const { item } = await amir.call('circles.saveTurn', { round: first, text: 'From the laptop, again.' });
  expect(item).toBe(seen?.item);
});

test('a keeper who changes or takes back a question changes nobody’s words', async () => {
  const circle = await circleOf();
  const { founder, invited, sync } = circle;
  const [amir, nia] = invited as [TestCore, TestCore];
  const { meeting, first, second } = await meetingOf(circle);
  await speak(amir, meeting, first, 'Uneasy.');
  await speak(nia, meeting, second, 'Sleep.');
  await sync();
  await expect(amir.call('circles.changeRound', { round: first, question: 'Mine' })).rejects.toMatchObject({
    code: 'not_yours',
  });
  await founder.call('circles.changeRound', { round: first, question: 'Whose fault was it?' });
  await founder.call('circles.takeBackRound', { round: second });
  await sync();
  const { view } = await nia.call('circles.meeting', { meeting });
  expect(view.rounds.map((round) => round.question)).toEqual(['Whose fault was it?', null]);
  expect(view.rounds[0]?.seats[0]?.turns).toMatchObject([{ text: 'Uneasy.', asked: questions[0] }]);
  expect(view.rounds[1]?.seats[1]?.turns).toMatchObject([{ text: 'Sleep.', asked: questions[1] }]);
  await nia.call('circles.saveTurn', { round: second, text: 'Sleep, and patience.' });
  await expect(amir.call('circles.saveTurn', { round: second, text: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the founder says who sits where, for everybody, and nobody else can', async () => {
  const circle = await circleOf();
  const { founder, invited, space, sync } = circle;
  const [amir, nia] = invited as [TestCore, TestCore];
  const names = async (person: TestCore) =>
    (await person.call('circles.get', { space })).members.map((member) => member.name.split(' ')[0]);
  expect(await names(nia)).toEqual(['Amir', 'Nia', 'Sioned']);
  const { members } = await founder.call('circles.get', { space });
  const order = members.map((member) => member.identity).reverse();
  await expect(amir.call('circles.setOrder', { space, order })).rejects.toMatchObject({ code: 'not_yours' });
  await founder.call('circles.setOrder', { space, order });
  await sync();
  for (const person of [founder, amir, nia]) expect(await names(person)).toEqual(['Sioned', 'Nia', 'Amir']);
});

test('who leaves is said to have left; their words stay, or go with them, and nothing more is sealed to them', async () => {
  const circle = await circleOf({ count: 4 });
  const { founder, invited, space, sync } = circle;
  const [amir, nia, tomos] = invited as [TestCore, TestCore, TestCore];
  const { meeting, first, second } = await meetingOf(circle);
  await speak(amir, meeting, first, 'Stays.');
  await speak(nia, meeting, first, 'Goes with me.');
  await sync();
  await amir.call('circles.leave', { space, takeBack: false });
  await nia.call('circles.leave', { space, takeBack: true });
  await sync();
  expect(await heard(tomos, meeting)).toEqual([
    ['Stays.', 'left', 'notYet', 'notYet'],
    ['left', 'left', 'notYet', 'notYet'],
  ]);
  await speak(founder, meeting, second, 'Said after they left.');
  await sync();
  expect((await heard(tomos, meeting))[1]?.[3]).toBe('Said after they left.');
  expect((await heard(amir, meeting))[1]?.[3]).toBe('notYet');
  const left = await amir.call('circles.get', { space });
  expect(left).toMatchObject({ leftAt: '2026-11-22T09:00:00.000Z', exchange: { unsent: 0, setAside: [] } });
  await expect(amir.call('circles.saveTurn', { round: second, text: 'x' })).rejects.toMatchObject({
    code: 'not_joined',
  });
  await expect(amir.call('circles.leave', { space, takeBack: false })).rejects.toMatchObject({
    code: 'not_joined',
  });
});

function proseOf(text: string): Prose {
  return { format: 1, blocks: [{ type: 'paragraph', spans: [{ text }] }] };
}

test('search finds my own turns among my pages, and nobody else’s', async () => {
  const circle = await circleOf();
  const { founder, invited, sync } = circle;
  const [amir, nia] = invited as [TestCore, TestCore];
  const { meeting, first, second } = await meetingOf(circle);
  await speak(amir, meeting, first, 'The river was high again.');
  await amir.call('circles.saveTurn', { round: second, text: 'Not shown: a river of forms.' });
  await speak(nia, meeting, first, 'No river here.');
  await sync();
  for (const [date, words] of [
    ['2026-11-23', 'The day before, by the river.'],
    ['2026-11-25', 'The day after, a river.'],
  ] as const) {
    const { item } = await amir.call('pages.create', { date, promptSet: null });
    const prose = proseOf(words);
    await amir.call('pages.save', {
      item,
      body: { date, title: '', promptSet: null, sections: [{ prompt: null, prose }] },
    });
  }
  const find = async (person: TestCore, limit: number, before: number | null, query = 'river') =>
    person.call('search.find', { query, language: 'en-GB', order: 'newest', before, limit });
  const { results } = await find(amir, 20, null);
  expect(results.map((result) => [result.date, result.turn === null ? 'page' : 'turn'])).toEqual([
    ['2026-11-25', 'page'],
    ['2026-11-24', 'turn'],
    ['2026-11-24', 'turn'],
    ['2026-11-23', 'page'],
  ]);
  const ofTurns = results.flatMap((result) => (result.turn === null ? [] : [result.turn]));
  expect(ofTurns.map((turn) => turn.meeting)).toEqual([meeting, meeting]);
  expect(ofTurns.map((turn) => turn.round).sort()).toEqual([first, second].sort());
  // One at a time gives the same, in the same order.
  const one: string[] = [];
  for (let before: number | null = null; ; ) {
    const step: Awaited<ReturnType<typeof find>> = await find(amir, 1, before);
    one.push(...step.results.map((result) => result.item));
    before = step.results[0]?.place ?? null;
    if (!step.more) break;
  }
  expect(one).toEqual(results.map((result) => result.item));
  expect((await find(amir, 20, null, 'high riv')).results).toHaveLength(1);
  expect((await find(founder, 20, null)).results).toEqual([]);
});

test('a circle needs two others one is joined with, each once', async () => {
  const { founder, invited } = await circleOf();
  const [amir] = (await founder.call('pairs.list', {})).pairs.map((pair) => pair.other.identity);
  const found = (people: string[]) => founder.tryCall('circles.found', { name: 'x', people, folder: null });
  expect(await found([amir ?? ''])).toMatchObject({ error: { code: 'bad_input' } });
  expect(await found([amir ?? '', amir ?? ''])).toMatchObject({ error: { code: 'not_joined' } });
  expect(await found([amir ?? '', 'a'.repeat(26)])).toMatchObject({ error: { code: 'not_joined' } });
  const introduced = (await invited[0]?.call('contacts.list', {}))?.contacts.find(
    (contact) => contact.state === 'introduced',
  );
  expect(introduced?.name).toBe('Nia Example');
});

test('a circle goes through no folder in which one’s own computers exchange private pages', async () => {
  const { founder, space, folder } = await circleOf();
  founder.session().deps.vault.db().prepare("UPDATE space SET folder = ? WHERE kind = 'self'").run(folder);
  for (const chosen of [folder, `${folder}/inside`, `${folder}/..`]) {
    expect(await founder.tryCall('circles.setFolder', { space, folder: chosen }), chosen).toMatchObject({
      error: { code: 'own_folder' },
    });
  }
});

test('Together mode reaches no circle', async () => {
  const circle = await circleOf();
  const { founder, space } = circle;
  const { meeting, first } = await meetingOf(circle);
  const [pair] = (await founder.call('pairs.list', {})).pairs;
  const { session } = await founder.call('sessions.create', { space: pair?.space ?? '', date: '2026-11-24' });
  await founder.call('vault.codeWritten', {});
  await founder.call('sessions.enterTogether', { session });
  for (const [method, input] of [
    ['circles.list', {}],
    ['circles.get', { space }],
    ['circles.meeting', { meeting }],
    ['circles.saveTurn', { round: first, text: 'x' }],
    ['circles.pass', { round: first }],
  ] as const) {
    expect(await founder.tryCall(method, input), method).toMatchObject({ error: { code: 'locked' } });
  }
});

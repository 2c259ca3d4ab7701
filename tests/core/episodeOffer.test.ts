import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EpisodeView } from '../../shared/contract/episodes.ts';
import type { Input } from '../../shared/contract/index.ts';
import { type EpisodeBody, episodeBodySchema } from '../../shared/model/episode.ts';
import { change, packWith } from '../support/appraisalYear.ts';
import { textOfWord } from '../support/documentText.ts';
import { oneWord } from '../support/episode.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

let pair: SigningPair;
beforeEach(async () => {
  pair = await signingPair();
}, 60_000);
afterEach(() => pair.close());

/** One marker for each private field: words nobody else would write, instants of no other second, rare answers. */
const marked = {
  at: '2026-11-19T03:17:43.219Z',
  what: 'canary-what heron',
  weight: 8,
  kinds: ['tension', 'dilemma'],
  obstacles: ['partnerAgency', 'other'],
  obstacleWords: 'canary-obstacle',
  said: 'couldNot',
  saidTo: 'canary-saidto',
  saidOn: null,
  more: 'canary-more',
  stake: 'canary-stake',
  wanted: 'canary-wanted',
  done: 'canary-done',
  people: ['canary-person'],
  supportAsked: 'canary-asked',
  supportGiven: 'canary-given',
  organisationAsk: 'canary-organisation',
  askAgain: 'oneFourTwelve',
  askFrom: '2026-11-22',
  ratings: [{ at: '2026-11-20T04:18:44.321Z', weight: 6 }],
  carriedTo: [],
} as const satisfies Record<keyof EpisodeBody, unknown>;

/** What may be nowhere but in the vault it was written in. */
const secrets = [
  'canary-',
  '03:17:43',
  '04:18:44',
  '2026-11-19',
  '2026-11-20',
  'couldNot',
  'dilemma',
  'partnerAgency',
  'oneFourTwelve',
  'fourTwelve',
  'episode',
  'weight',
  'obstacle',
  'carriedTo',
];

async function keep(): Promise<EpisodeView> {
  const { supervisee } = pair;
  const { saidOn: _, askFrom: __, ratings, carriedTo: ___, ...typed } = marked;
  const { item } = await supervisee.call('episodes.save', {
    ...(typed as unknown as Omit<Input<'episodes.save'>, 'item'>),
    item: null,
  });
  for (const rating of ratings) await supervisee.call('episodes.rate', { item, ...rating });
  return only();
}

async function only(): Promise<EpisodeView> {
  const [episode] = (await pair.supervisee.call('episodes.list', {})).episodes;
  if (episode === undefined) throw new Error('there is no episode');
  return episode;
}

/** Of every packet in the folder, what its receiver can open, and the other person's whole vault as it answers. */
async function seenByOthers(): Promise<string> {
  const { supervisor, supervisee, folder, session } = pair;
  await pair.sync();
  const packets = await Promise.all([supervisor, supervisee].map((core) => packetsSeenBy(core, folder)));
  return [...packets.flat(), JSON.stringify(await supervisor.call('sessions.get', { session }))].join('\n');
}

function expectNoSecret(text: string, episode: EpisodeView): void {
  for (const secret of [...secrets, episode.item]) expect(text.includes(secret), secret).toBe(false);
}

test('every field of an episode has a marker in this test', () => {
  expect(Object.keys(marked).sort()).toEqual(Object.keys(episodeBodySchema.shape).sort());
});

test('taken to a session it is a topic and words of mine that nobody else has; after Show exactly the shown words are theirs', async () => {
  const { supervisor, supervisee, session } = pair;
  const episode = await keep();
  const { topic, voice } = await supervisee.call('episodes.offer', {
    item: episode.item,
    session,
    topic: null,
    title: 'The panel',
    text: 'I saw it and said nothing.\n',
  });
  expectNoSecret(await seenByOthers(), episode);
  const { mine } = await pair.get(supervisee);
  expect(mine).toHaveLength(2);
  expect(mine.find((draft) => draft.item === topic)).toMatchObject({
    kind: 'topic',
    shown: false,
    body: { title: 'The panel', from: null },
  });
  expect(mine.find((draft) => draft.item === voice)).toMatchObject({
    kind: 'voice',
    place: topic,
    shown: false,
    body: { text: 'I saw it and said nothing.' },
  });
  expect(await only()).toEqual({ ...episode, carriedTo: [session] });
  expect((await pair.get(supervisor)).view.topics).toHaveLength(1);

  await pair.showDraft(supervisee, voice);
  const seen = await seenByOthers();
  expectNoSecret(seen, episode);
  const bodies = [...seen.matchAll(/"body\\?":(\{[^{}]*?nothing\.[^{}]*?\})/g)].map(([, body]) =>
    JSON.parse((body ?? '').replaceAll('\\"', '"')),
  );
  expect(bodies).toEqual([{ part: null, text: 'I saw it and said nothing.', scribed: null }]);
  const topics = (await pair.get(supervisor)).view.topics;
  expect(topics.find(({ title }) => title === 'The panel')?.voices).toMatchObject([
    { text: 'I saw it and said nothing.' },
  ]);
});

test('under a topic where I have spoken already the words come below mine, as a change that is not shown', async () => {
  const { supervisor, supervisee, session, visit, voice } = pair;
  const { item } = await keep();
  const offer = { item, session, topic: visit, title: '', text: 'And I could not say so.' };
  expect(await supervisee.call('episodes.offer', offer)).toEqual({ topic: visit, voice });
  await supervisee.call('episodes.offer', { ...offer, text: 'To anybody.' });
  expect((await pair.get(supervisee)).mine).toMatchObject([
    { item: voice, shown: true, body: { text: 'I was afraid.\nAnd I could not say so.\nTo anybody.' } },
  ]);
  await pair.sync();
  const { view } = await pair.get(supervisor);
  expect(view.topics[0]?.voices.find(({ role }) => role === 'supervisee')?.text).toBe('I was afraid.');
  expect((await only()).carriedTo).toEqual([session]);
});

test('what was said, no words, a corridor record, another session’s topic and a signed session are refused; nothing is changed', async () => {
  const { supervisee, supervisor, space, session, visit } = pair;
  const { item } = await keep();
  const said = await supervisee.call('episodes.save', { ...oneWord, said: 'said' });
  const other = await supervisee.call('sessions.create', { space, date: '2026-12-08' });
  const corridor = {
    space,
    title: 'A word',
    text: 'Ring first.',
    decision: { text: '', who: null, because: '' },
    promise: { text: '', due: null },
  };
  const { stamp } = await supervisee.call('corridor.save', corridor);
  const passing = await supervisee.call('corridor.show', { date: '2026-11-22', stamp });
  await pair.propose(supervisor);
  await pair.sync();
  await pair.sign(supervisee);
  await pair.sync();
  const before = [await supervisee.call('episodes.list', {}), await pair.get(supervisee)];
  const good = { item, session: other.session, topic: null, title: 'The panel', text: 'I saw it.' };
  const refused: [object, string][] = [
    [{ item: said.item }, 'bad_input'],
    [{ text: ' \n' }, 'bad_input'],
    [{ title: ' ' }, 'bad_input'],
    [{ session: passing.session }, 'bad_input'],
    [{ topic: visit }, 'not_found'],
    [{ session: visit }, 'not_found'],
    [{ session }, 'already_signed'],
  ];
  for (const [part, code] of refused) {
    expect(
      await supervisee.tryCall('episodes.offer', { ...good, ...part }),
      JSON.stringify(part),
    ).toMatchObject({ ok: false, error: { code } });
  }
  expect([await supervisee.call('episodes.list', {}), await pair.get(supervisee)]).toEqual(before);
  expect((await supervisee.call('sessions.get', { session: other.session })).mine).toEqual([]);
});

test('on one laptop between two people nothing of an episode can be reached', async () => {
  const { supervisee, session } = pair;
  const { item } = await keep();
  await supervisee.call('vault.codeWritten', {});
  await supervisee.call('sessions.enterTogether', { session });
  const calls: [string, object][] = [
    ['episodes.list', {}],
    ['episodes.anyAsks', {}],
    ['episodes.save', { ...oneWord, item }],
    ['episodes.rate', { item, weight: 1, at: null }],
    ['episodes.notToday', { item }],
    ['episodes.saidSince', { item, said: true }],
    ['episodes.offer', { item, session, topic: null, title: 'x', text: 'x' }],
  ];
  for (const [method, input] of calls) {
    expect(await supervisee.tryCall(method, input), method).toMatchObject({ error: { code: 'locked' } });
  }
});

test('no packet, as its receiver opens it, and no export holds anything of an episode but the words that were shown', async () => {
  const { supervisee, supervisor, session } = pair;
  const episode = await keep();
  const { item } = episode;
  const text = 'I saw it and said nothing.';
  const { voice } = await supervisee.call('episodes.offer', {
    item,
    session,
    topic: null,
    title: 'The panel',
    text,
  });
  await pair.showDraft(supervisee, voice);
  expectNoSecret(await seenByOthers(), episode);
  await supervisee.call('episodes.saidSince', { item, said: true });
  supervisee.platform.setNow('2026-11-30T12:00:00.000Z');
  supervisor.platform.setNow('2026-11-30T12:00:00.000Z');
  await supervisee.call('episodes.notToday', { item });
  await pair.propose(supervisee);
  await pair.sync();
  await pair.sign(supervisor);
  expectNoSecret(await seenByOthers(), episode);

  const file = (name: string) => join(supervisee.root, name);
  await supervisee.call('pages.create', { date: '2026-11-22', promptSet: null });
  await supervisee.call('pages.export', { path: file('pages.json') });
  await supervisee.call('signing.export', { root: session, path: file('signed.json') });
  await supervisee.call('ledger.export', { as: 'words', path: file('ledger.txt') });
  await supervisee.call('ledger.export', { as: 'chain', path: file('ledger.json') });
  await supervisee.call('contacts.exportCard', { path: file('card') });
  const sources = JSON.stringify(
    await supervisee.call('evidence.sources', { from: 'sessions', after: null }),
  );
  expect(sources).toContain(text);
  expectNoSecret(sources, episode);
  const pack = await packWith(supervisee, []);
  await change(supervisee, pack, (writing) => ({ ...writing, title: 'My year' }));
  for (const format of ['docx', 'html', 'json'] as const) {
    const { seen } = await supervisee.call('packs.preview', { pack });
    await supervisee.call('packs.export', { pack, format, seen, path: file(`pack.${format}`) });
  }
  const plain = ['pages.json', 'signed.json', 'ledger.txt', 'ledger.json', 'card', 'pack.json'];
  for (const name of plain) expectNoSecret(readFileSync(file(name), 'utf8'), episode);
  // The page's own style sets how bold letters are.
  expectNoSecret(readFileSync(file('pack.html'), 'utf8').replaceAll('font-weight', ''), episode);
  expectNoSecret(textOfWord(readFileSync(file('pack.docx'))), episode);
  expect(readFileSync(file('signed.json'), 'utf8')).toContain(text);
});

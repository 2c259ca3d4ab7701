import { statementsOf } from '../../electron/core/items/read.ts';
import type { FrozenRecord } from '../../shared/model/signing.ts';
import type { TestCore } from './core.ts';
import { joinedPair, type TestPair } from './pair.ts';

/** Two people with a session in which both have spoken about one topic, and the steps of signing it. */
export type SigningPair = TestPair & {
  readonly session: string;
  /** The topic, and the supervisee's voice under it. */
  readonly visit: string;
  readonly voice: string;
  get(core: TestCore): ReturnType<typeof getPage>;
  showDraft(core: TestCore, item: string): Promise<void>;
  speak(core: TestCore, place: string, text: string): Promise<string>;
  /** The hash of the record proposed. */
  propose(core: TestCore, note?: string): Promise<string>;
  openProposal(core: TestCore): Promise<{ proposal: string; hash: string; mine: boolean }>;
  sign(core: TestCore, note?: string): Promise<void>;
  /** Later words, shown; then proposed by their author and signed by the other. The hash of the later record. */
  amend(author: TestCore, text: string): Promise<string>;
  /** The record of the first proposal that stands. */
  storedRecord(core: TestCore): FrozenRecord;
};

export async function signingPair(): Promise<SigningPair> {
  const pair = await joinedPair();
  const { supervisor, supervisee, space } = pair;
  for (const core of [supervisor, supervisee]) core.platform.advance(60_000);
  const { session } = await supervisee.call('sessions.create', { space, date: '2026-11-24' });
  const { item: visit } = await supervisee.call('sessions.saveTopic', {
    session,
    item: null,
    title: 'The visit',
  });

  const get = (core: TestCore) => getPage(core, session);

  async function showDraft(core: TestCore, item: string): Promise<void> {
    const draft = (await get(core)).mine.find((one) => one.item === item);
    if (draft === undefined) throw new Error('there is no such draft');
    await core.call('sessions.show', { item, stamp: draft.stamp });
  }

  async function speak(core: TestCore, place: string, text: string): Promise<string> {
    const { item } = await core.call('sessions.saveVoice', {
      session,
      place: place as never,
      item: null,
      text,
    });
    await showDraft(core, item);
    return item;
  }

  async function propose(core: TestCore, note = ''): Promise<string> {
    const { stamp } = await core.call('signing.preview', { root: session });
    return (await core.call('signing.propose', { root: session, stamp, note })).hash;
  }

  async function openProposal(core: TestCore) {
    const { open } = await core.call('signing.state', { root: session });
    if (open === null) throw new Error('nothing is proposed');
    return open;
  }

  async function sign(core: TestCore, note = ''): Promise<void> {
    const { proposal, hash } = await openProposal(core);
    await core.call('signing.sign', { proposal, hash, note });
  }

  async function amend(author: TestCore, text: string): Promise<string> {
    const { item } = await author.call('signing.saveAmendment', { root: session, item: null, text });
    await showDraft(author, item);
    await pair.sync();
    const hash = await propose(author);
    await pair.sync();
    await sign(author === supervisor ? supervisee : supervisor);
    await pair.sync();
    return hash;
  }

  const storedRecord = (core: TestCore): FrozenRecord =>
    JSON.parse(statementsOf(core.session().deps.vault.db(), 'proposal', space)[0]?.body.record ?? 'null');

  const voice = await speak(supervisee, visit, 'I was afraid.');
  await speak(supervisee, 'arriving', 'TIRED and sad');
  await pair.sync();
  await speak(supervisor, visit, 'I should have come with you.');
  await pair.sync();
  return {
    ...pair,
    session,
    visit,
    voice,
    get,
    showDraft,
    speak,
    propose,
    openProposal,
    sign,
    amend,
    storedRecord,
  };
}

function getPage(core: TestCore, session: string) {
  return core.call('sessions.get', { session });
}

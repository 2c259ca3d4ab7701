import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { say, withdraw } from '../../electron/core/items/commit.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { signRecord } from '../../electron/core/exchange/recordSignature.ts';
import { foldSession } from '../../shared/model/foldSession.ts';
import { onlySession } from '../../shared/model/sessionView.ts';
import type { FrozenRecord } from '../../shared/model/signing.ts';
import type { TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
let session: string;
let visit: string;
let voice: string;

beforeEach(async () => {
  pair = await joinedPair();
  ({ session } = await pair.supervisee.call('sessions.create', { space: pair.space, date: '2026-11-24' }));
  visit = (await pair.supervisee.call('sessions.saveTopic', { session, item: null, title: 'The visit' }))
    .item;
  voice = await speak(pair.supervisee, visit, 'I was afraid.');
  await speak(pair.supervisee, 'arriving', 'TIRED and sad');
  await pair.sync();
  await speak(pair.supervisor, visit, 'I should have come with you.');
  await pair.sync();
}, 60_000);
afterEach(() => pair.close());

const get = (core: TestCore) => core.call('sessions.get', { session });

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
  const { open } = (await get(core)).signing;
  if (open === null) throw new Error('nothing is proposed');
  return open;
}

async function sign(core: TestCore, note = ''): Promise<void> {
  const { proposal, hash } = await openProposal(core);
  await core.call('signing.sign', { proposal, hash, note });
}

const storedRecord = (core: TestCore): FrozenRecord =>
  JSON.parse(statementsOf(core.session().deps.vault.db(), 'proposal', pair.space)[0]?.body.record ?? 'null');

describe('signing', () => {
  test('both sign the same bytes, and both copies say so', async () => {
    const hash = await propose(pair.supervisor);
    await pair.sync();
    const read = await pair.supervisee.call('signing.read', {
      proposal: (await openProposal(pair.supervisee)).proposal,
    });
    const view = foldSession({
      session,
      members: read.record.members,
      statements: onlySession(read.record.statements),
    });
    expect(view.topics).toMatchObject([
      {
        title: 'The visit',
        voices: [
          { role: 'supervisee', text: 'I was afraid.' },
          { role: 'supervisor', text: 'I should have come with you.' },
        ],
      },
    ]);
    await sign(pair.supervisee, 'I would have put it more strongly.');
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { signing, view } = await get(core);
      expect(signing.signed).toMatchObject([
        {
          hash,
          signatures: [
            { role: 'supervisee', note: 'I would have put it more strongly.' },
            { role: 'supervisor', note: '' },
          ],
        },
      ]);
      expect(signing.open).toBeNull();
      expect(view.topics[0]?.voices).toHaveLength(2);
      const list = await core.call('sessions.list', { space: pair.space });
      expect(list.sessions[0]?.state).toBe('signedWithNote');
      const db = core.session().deps.vault.db();
      const acts = db.prepare('SELECT count(*) AS n FROM ledger WHERE bytes LIKE \'%"signature"%\'').get();
      expect(acts).toEqual({ n: 1 });
    }
  });

  test('how people arrive is never in the bytes, and both voices are in the same order', async () => {
    await speak(pair.supervisor, 'arriving', 'RUSHED');
    await propose(pair.supervisor);
    const record = storedRecord(pair.supervisor);
    expect(JSON.stringify(record)).not.toMatch(/TIRED|RUSHED/);
    expect(record.members.map((member) => member.role)).toEqual(['supervisee', 'supervisor']);
    const kinds = record.entries.map((entry) => (entry.revision as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'voice')).toHaveLength(2);
    expect(kinds[0]).toBe('session');
  });

  test('newer words of mine cannot be signed over, and the proposer is told', async () => {
    await propose(pair.supervisor);
    await pair.sync();
    const before = await openProposal(pair.supervisee);
    await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: voice,
      text: 'And angry.',
    });
    await showDraft(pair.supervisee, voice);
    await expect(
      pair.supervisee.call('signing.sign', { proposal: before.proposal, hash: before.hash, note: '' }),
    ).rejects.toMatchObject({ code: 'not_newest' });
    await pair.sync();
    const { signing } = await get(pair.supervisor);
    expect(signing).toMatchObject({ open: null, newerWords: 'supervisee', signed: [] });
    await propose(pair.supervisor);
    await pair.sync();
    await sign(pair.supervisee);
    await pair.sync();
    expect((await get(pair.supervisor)).signing.signed).toHaveLength(1);
    const db = pair.supervisee.session().deps.vault.db();
    expect(
      db.prepare("SELECT count(*) AS n FROM revision WHERE bytes LIKE '%I was afraid%'").get(),
    ).toMatchObject({ n: 1 });
  });

  test('"I have newer words" needs no words yet', async () => {
    await propose(pair.supervisor);
    await pair.sync();
    const { proposal } = await openProposal(pair.supervisee);
    await pair.supervisee.call('signing.newerWords', { proposal });
    await pair.sync();
    expect((await get(pair.supervisor)).signing).toMatchObject({ open: null, newerWords: 'supervisee' });
  });

  test('words taken back before the other signed leave the proposal with them, bytes included', async () => {
    await propose(pair.supervisee);
    await pair.sync();
    await pair.supervisee.call('sessions.takeBack', { item: voice });
    await pair.sync();
    const db = pair.supervisor.session().deps.vault.db();
    expect(db.prepare("SELECT count(*) AS n FROM revision WHERE bytes LIKE '%I was afraid%'").get()).toEqual({
      n: 0,
    });
    expect((await get(pair.supervisor)).signing.open).toBeNull();
  });

  test('of two proposals that cross, the lower hash is the one to sign on both sides', async () => {
    pair.supervisor.platform.advance(1000);
    const one = await propose(pair.supervisor);
    const two = await propose(pair.supervisee);
    expect(one).not.toBe(two);
    await pair.sync();
    const lower = [one, two].sort()[0];
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(await openProposal(core)).toMatchObject({ hash: lower, current: true });
    }
    const signer = (await openProposal(pair.supervisor)).mine ? pair.supervisee : pair.supervisor;
    await sign(signer);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await get(core)).signing.signed).toMatchObject([{ hash: lower }]);
    }
  });

  test('after both signed no voice changes; later words are an amendment that names the record and is signed again', async () => {
    const hash = await propose(pair.supervisor);
    await pair.sync();
    await sign(pair.supervisee);
    await pair.sync();
    await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: voice,
      text: 'Other words',
    });
    await expect(showDraft(pair.supervisee, voice)).rejects.toMatchObject({ code: 'already_signed' });
    await expect(pair.supervisee.call('sessions.takeBack', { item: voice })).rejects.toMatchObject({
      code: 'already_signed',
    });
    const { item } = await pair.supervisee.call('signing.saveAmendment', {
      root: session,
      item: null,
      text: 'The school rang since.',
    });
    await showDraft(pair.supervisee, item);
    await pair.sync();
    const later = await propose(pair.supervisee);
    await pair.sync();
    await sign(pair.supervisor);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { signing, view } = await get(core);
      expect(signing.signed).toMatchObject([
        { hash, previous: null },
        { hash: later, previous: hash },
      ]);
      expect(view.amendments).toMatchObject([{ role: 'supervisee', text: 'The school rang since.' }]);
    }
    await expect(
      pair.supervisee.call('signing.saveAmendment', { root: session, item, text: 'No, it did not.' }),
    ).rejects.toMatchObject({ code: 'already_signed' });
  });

  test('words typed for somebody and kept are signed as their own; unanswered ones are not in the bytes', async () => {
    const scribe = async (text: string) => {
      const { item } = await pair.supervisor.call('scribing.save', {
        session,
        place: visit,
        item: null,
        text,
      });
      await showDraft(pair.supervisor, item);
      await pair.sync();
      return item;
    };
    const kept = await scribe('KEPT words');
    await scribe('UNANSWERED words');
    await pair.supervisee.call('scribing.answer', { item: kept, answer: 'kept' });
    await pair.sync();
    await propose(pair.supervisee);
    const text = JSON.stringify(storedRecord(pair.supervisee));
    expect(text).toContain('KEPT words');
    expect(text).toContain('"answer":"kept"');
    expect(text).not.toContain('UNANSWERED');
  });

  test('a proposal made from anything but the preview is refused', async () => {
    const { stamp } = await pair.supervisor.call('signing.preview', { root: session });
    await speak(pair.supervisor, 'howWeWork', 'One more thing.');
    await expect(
      pair.supervisor.call('signing.propose', { root: session, stamp, note: '' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('nobody signs their own proposal', async () => {
    await propose(pair.supervisor);
    await expect(sign(pair.supervisor)).rejects.toMatchObject({ code: 'not_yours' });
  });
});

describe('a patched app', () => {
  /** Says a proposal as a program without our checks would. */
  function forge(core: TestCore, change: (record: FrozenRecord) => FrozenRecord, signed = true): void {
    const { deps } = core.session();
    const db = deps.vault.db();
    const honest = statementsOf(db, 'proposal', pair.space)[0];
    const record = toCanonical(change(structuredClone(storedRecord(core))));
    const said = { note: '', now: core.platform.now() };
    const signature = signRecord(db, signed ? record : `${record} `, said);
    say(deps, {
      kind: 'proposal',
      space: pair.space,
      subject: session,
      body: { record, ...signature, hash: sha256(record) },
    });
    if (honest !== undefined) withdraw(deps, honest.item);
  }

  test('a record with other words than were shown is ignored and said, never rendered for signing', async () => {
    await propose(pair.supervisor);
    forge(pair.supervisor, (record) => ({
      ...record,
      entries: record.entries.map((entry) => ({
        ...entry,
        revision: JSON.parse(JSON.stringify(entry.revision).replace('I was afraid.', 'I was careless.')),
      })),
    }));
    await pair.sync();
    const { signing } = await get(pair.supervisee);
    expect(signing).toMatchObject({ open: null, ignored: [{ role: 'supervisor', why: 'record' }] });
  });

  test('a record whose other words carry their own true hash cannot be signed: they are not what I showed', async () => {
    await propose(pair.supervisor);
    forge(pair.supervisor, (record) => ({
      ...record,
      entries: record.entries.map((entry) => {
        const revision: unknown = JSON.parse(
          JSON.stringify(entry.revision).replace('I was afraid.', 'I was careless.'),
        );
        return { hash: sha256(toCanonical(revision)), revision };
      }),
    }));
    await pair.sync();
    await expect(sign(pair.supervisee)).rejects.toMatchObject({ code: 'not_newest' });
  });

  test('a record that leaves my words out cannot be signed', async () => {
    await propose(pair.supervisor);
    forge(pair.supervisor, (record) => ({
      ...record,
      entries: record.entries.filter((entry) => !JSON.stringify(entry).includes('I was afraid.')),
    }));
    await pair.sync();
    await expect(sign(pair.supervisee)).rejects.toMatchObject({ code: 'not_newest' });
  });

  test('swapped roles make a record unsound', async () => {
    await propose(pair.supervisor);
    forge(pair.supervisor, (record) => ({
      ...record,
      members: record.members.map((member) => ({
        ...member,
        role: member.role === 'supervisor' ? 'supervisee' : 'supervisor',
      })),
    }));
    await pair.sync();
    expect((await get(pair.supervisee)).signing).toMatchObject({ open: null, ignored: [{ why: 'record' }] });
  });

  test('a wrong signature is ignored and said', async () => {
    await propose(pair.supervisor);
    forge(pair.supervisor, (record) => record, false);
    await pair.sync();
    expect((await get(pair.supervisee)).signing).toMatchObject({
      open: null,
      ignored: [{ role: 'supervisor', why: 'signature' }],
    });
  });

  test('a confirmation in the name of a signature that nobody made counts for nothing', async () => {
    await propose(pair.supervisor);
    const { deps } = pair.supervisor.session();
    const db = deps.vault.db();
    const record = toCanonical(storedRecord(pair.supervisor));
    const mine = signRecord(db, record, { note: '', now: pair.supervisor.platform.now() });
    say(deps, {
      kind: 'confirmation',
      space: pair.space,
      subject: session,
      body: { answer: 'signed', record, ...mine, proposed: mine },
    });
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { signing } = await get(core);
      expect(signing.signed).toEqual([]);
      expect(signing.ignored).toMatchObject([{ why: 'signature' }]);
    }
  });

  test('a proposal withdrawn after the other signed does not make the record go away', async () => {
    await propose(pair.supervisor);
    await pair.sync();
    await sign(pair.supervisee);
    const { deps } = pair.supervisor.session();
    const proposal = statementsOf(deps.vault.db(), 'proposal', pair.space)[0];
    withdraw(deps, proposal?.item ?? '');
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await get(core)).signing.signed).toHaveLength(1);
    }
  });

  test('a signature given cannot be taken back by a revision that replaces it', async () => {
    await propose(pair.supervisor);
    await pair.sync();
    await sign(pair.supervisee);
    await pair.sync();
    const { deps } = pair.supervisee.session();
    const confirmation = statementsOf(deps.vault.db(), 'confirmation', pair.space)[0];
    withdraw(deps, confirmation?.item ?? '');
    await pair.sync();
    expect((await get(pair.supervisor)).signing.signed).toHaveLength(1);
  });

  test('voices shown after both signed change nothing that is read', async () => {
    await propose(pair.supervisor);
    await pair.sync();
    await sign(pair.supervisee);
    await pair.sync();
    const { deps } = pair.supervisor.session();
    say(deps, {
      kind: 'voice',
      space: pair.space,
      subject: visit,
      body: { part: null, text: 'LATER addition', scribed: null },
    });
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(JSON.stringify(await get(core))).not.toContain('LATER');
      expect(JSON.stringify(await core.call('sessions.record', { session }))).not.toContain('LATER');
      expect(JSON.stringify(await core.call('sessions.lines', { space: null }))).not.toContain('LATER');
    }
  });
});

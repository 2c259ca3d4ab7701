import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldSession } from '../../shared/model/foldSession.ts';
import { onlySession } from '../../shared/model/sessionView.ts';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

let pair: SigningPair;
let session: string;
let visit: string;
let voice: string;

beforeEach(async () => {
  pair = await signingPair();
  ({ session, visit, voice } = pair);
}, 60_000);
afterEach(() => pair.close());

describe('signing', () => {
  test('both sign the same bytes, and both copies say so', async () => {
    const hash = await pair.propose(pair.supervisor);
    await pair.sync();
    const read = await pair.supervisee.call('signing.read', {
      proposal: (await pair.openProposal(pair.supervisee)).proposal,
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
    await pair.sign(pair.supervisee, 'I would have put it more strongly.');
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { signing, view } = await pair.get(core);
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
    await pair.speak(pair.supervisor, 'arriving', 'RUSHED');
    await pair.propose(pair.supervisor);
    const record = pair.storedRecord(pair.supervisor);
    expect(JSON.stringify(record)).not.toMatch(/TIRED|RUSHED/);
    expect(record.members.map((member) => member.role)).toEqual(['supervisee', 'supervisor']);
    const kinds = record.entries.map((entry) => (entry.revision as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'voice')).toHaveLength(2);
    expect(kinds[0]).toBe('session');
  });

  test('newer words of mine cannot be signed over, and the proposer is told', async () => {
    await pair.propose(pair.supervisor);
    await pair.sync();
    const before = await pair.openProposal(pair.supervisee);
    await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: voice,
      text: 'And angry.',
    });
    await pair.showDraft(pair.supervisee, voice);
    await expect(
      pair.supervisee.call('signing.sign', { proposal: before.proposal, hash: before.hash, note: '' }),
    ).rejects.toMatchObject({ code: 'not_newest' });
    await pair.sync();
    const { signing } = await pair.get(pair.supervisor);
    expect(signing).toMatchObject({ open: null, newerWords: 'supervisee', signed: [] });
    await pair.propose(pair.supervisor);
    await pair.sync();
    await pair.sign(pair.supervisee);
    await pair.sync();
    expect((await pair.get(pair.supervisor)).signing.signed).toHaveLength(1);
    const db = pair.supervisee.session().deps.vault.db();
    expect(
      db.prepare("SELECT count(*) AS n FROM revision WHERE bytes LIKE '%I was afraid%'").get(),
    ).toMatchObject({ n: 1 });
  });

  test('"I have newer words" needs no words yet', async () => {
    await pair.propose(pair.supervisor);
    await pair.sync();
    const { proposal } = await pair.openProposal(pair.supervisee);
    await pair.supervisee.call('signing.newerWords', { proposal });
    await pair.sync();
    expect((await pair.get(pair.supervisor)).signing).toMatchObject({ open: null, newerWords: 'supervisee' });
  });

  test('words taken back before the other signed leave the proposal with them, bytes included', async () => {
    await pair.propose(pair.supervisee);
    await pair.sync();
    await pair.supervisee.call('sessions.takeBack', { item: voice });
    await pair.sync();
    const db = pair.supervisor.session().deps.vault.db();
    expect(db.prepare("SELECT count(*) AS n FROM revision WHERE bytes LIKE '%I was afraid%'").get()).toEqual({
      n: 0,
    });
    expect((await pair.get(pair.supervisor)).signing.open).toBeNull();
  });

  test('of two proposals that cross, the lower hash is the one to sign on both sides', async () => {
    pair.supervisor.platform.advance(1000);
    const one = await pair.propose(pair.supervisor);
    const two = await pair.propose(pair.supervisee);
    expect(one).not.toBe(two);
    await pair.sync();
    const lower = [one, two].sort()[0];
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(await pair.openProposal(core)).toMatchObject({ hash: lower, current: true });
    }
    const signer = (await pair.openProposal(pair.supervisor)).mine ? pair.supervisee : pair.supervisor;
    await pair.sign(signer);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await pair.get(core)).signing.signed).toMatchObject([{ hash: lower }]);
    }
  });

  test('after both signed no voice changes; later words are an amendment that names the record and is signed again', async () => {
    const hash = await pair.propose(pair.supervisor);
    await pair.sync();
    await pair.sign(pair.supervisee);
    await pair.sync();
    await pair.supervisee.call('sessions.saveVoice', {
      session,
      place: visit,
      item: voice,
      text: 'Other words',
    });
    await expect(pair.showDraft(pair.supervisee, voice)).rejects.toMatchObject({ code: 'already_signed' });
    await expect(pair.supervisee.call('sessions.takeBack', { item: voice })).rejects.toMatchObject({
      code: 'already_signed',
    });
    const { item } = await pair.supervisee.call('signing.saveAmendment', {
      root: session,
      item: null,
      text: 'The school rang since.',
    });
    await pair.showDraft(pair.supervisee, item);
    await pair.sync();
    const later = await pair.propose(pair.supervisee);
    await pair.sync();
    await pair.sign(pair.supervisor);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { signing, view } = await pair.get(core);
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
      await pair.showDraft(pair.supervisor, item);
      await pair.sync();
      return item;
    };
    const kept = await scribe('KEPT words');
    await scribe('UNANSWERED words');
    await pair.supervisee.call('scribing.answer', { item: kept, answer: 'kept' });
    await pair.sync();
    await pair.propose(pair.supervisee);
    const text = JSON.stringify(pair.storedRecord(pair.supervisee));
    expect(text).toContain('KEPT words');
    expect(text).toContain('"answer":"kept"');
    expect(text).not.toContain('UNANSWERED');
  });

  test('a proposal made from anything but the preview is refused', async () => {
    const { stamp } = await pair.supervisor.call('signing.preview', { root: session });
    await pair.speak(pair.supervisor, 'howWeWork', 'One more thing.');
    await expect(
      pair.supervisor.call('signing.propose', { root: session, stamp, note: '' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('nobody signs their own proposal', async () => {
    await pair.propose(pair.supervisor);
    await expect(pair.sign(pair.supervisor)).rejects.toMatchObject({ code: 'not_yours' });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

/** Signing takes days, and two people do not wait for each other's packets. */

let pair: SigningPair;
let session: string;

beforeEach(async () => {
  pair = await signingPair();
  ({ session } = pair);
}, 60_000);
afterEach(() => pair.close());

const state = (core: SigningPair['supervisor']) => core.call('signing.state', { root: session });
const day = 86_400_000;

describe('five working days', () => {
  test('are suggested for a record and for later words, and nothing happens on that day or after', async () => {
    await pair.propose(pair.supervisor);
    await pair.sync();
    // 22 November 2026 is a Sunday.
    expect((await state(pair.supervisee)).open).toMatchObject({ suggestedBy: '2026-11-27', current: true });
    for (const core of [pair.supervisor, pair.supervisee]) core.platform.advance(60 * day);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect(await state(core)).toMatchObject({ signed: [], newerWords: null, open: { current: true } });
    }
    await pair.sign(pair.supervisee);
    await pair.sync();
    const { item } = await pair.supervisor.call('signing.saveAmendment', {
      root: session,
      item: null,
      text: 'We were moved since.',
    });
    await pair.showDraft(pair.supervisor, item);
    await pair.propose(pair.supervisor, 'Said on the phone.');
    await pair.sync();
    // 21 January 2027 is a Thursday.
    expect((await state(pair.supervisee)).open).toMatchObject({
      suggestedBy: '2027-01-28',
      note: 'Said on the phone.',
    });
    for (const core of [pair.supervisor, pair.supervisee]) core.platform.advance(60 * day);
    await pair.sync();
    expect((await state(pair.supervisor)).signed).toHaveLength(1);
    await pair.sign(pair.supervisee, 'I remember it so too.');
    await pair.sync();
    expect((await state(pair.supervisor)).signed[1]?.signatures).toMatchObject([
      { role: 'supervisee', note: 'I remember it so too.', at: '2027-03-22T09:01:00.000Z' },
      { role: 'supervisor', note: 'Said on the phone.', at: '2027-01-21T09:01:00.000Z' },
    ]);
  });
});

describe('what crosses on its way', () => {
  test('of two proposals of later words the lower hash counts, and the words of both are in it or proposed again', async () => {
    await pair.propose(pair.supervisor);
    await pair.sync();
    await pair.sign(pair.supervisee);
    await pair.sync();
    for (const [core, text] of [
      [pair.supervisor, 'HERS since'],
      [pair.supervisee, 'HIS since'],
    ] as const) {
      const { item } = await core.call('signing.saveAmendment', { root: session, item: null, text });
      await pair.showDraft(core, item);
      await pair.propose(core);
    }
    await pair.sync();
    // Each froze only their own words, so neither can be signed as it is: there are newer words.
    for (const core of [pair.supervisor, pair.supervisee]) {
      const { open, unsigned } = await state(core);
      expect(open?.current ?? false).toBe(false);
      expect(unsigned).toHaveLength(2);
    }
    await pair.propose(pair.supervisee);
    await pair.sync();
    await pair.sign(pair.supervisor);
    await pair.sync();
    for (const core of [pair.supervisor, pair.supervisee]) {
      expect((await state(core)).signed).toHaveLength(2);
      const texts = (await pair.get(core)).view.amendments.map((one) => one.text);
      expect(texts).toEqual(['HIS since', 'HERS since']);
    }
  });

  test('words shown while the other signs are in no record, stand nowhere, and are their author’s to use as later words', async () => {
    const { supervisor, supervisee } = pair;
    const hash = await pair.propose(supervisor);
    await pair.sync();
    // Before her packet arrives he signs what stood; before his arrives she shows newer words.
    await pair.sign(supervisee);
    await pair.speak(supervisor, 'howWeWork', 'TOO LATE for the record');
    await pair.sync();
    for (const core of [supervisor, supervisee]) {
      const page = await pair.get(core);
      expect(page.signing.signed).toMatchObject([{ hash }]);
      expect(JSON.stringify(page.view)).not.toContain('TOO LATE');
    }
    expect((await pair.get(supervisee)).crossed).toEqual([]);
    const { crossed } = await pair.get(supervisor);
    expect(crossed).toMatchObject([{ text: 'TOO LATE for the record' }]);
    await pair.amend(supervisor, crossed[0]?.text ?? '');
    for (const core of [supervisor, supervisee]) {
      const page = await pair.get(core);
      expect(page.crossed).toEqual([]);
      expect(page.view.amendments).toMatchObject([{ role: 'supervisor', text: 'TOO LATE for the record' }]);
    }
  });

  test('newer words in the place of signed ones leave the signed ones as they are', async () => {
    const { supervisor, supervisee, visit, voice } = pair;
    await pair.propose(supervisor);
    await pair.sync();
    await pair.sign(supervisee);
    const hers = (await pair.get(supervisor)).view.topics[0]?.voices.find((one) => one.role === 'supervisor');
    await supervisor.call('sessions.saveVoice', {
      session,
      place: visit,
      item: hers?.item ?? '',
      text: 'I was right not to come.',
    });
    await pair.showDraft(supervisor, hers?.item ?? '');
    await pair.sync();
    for (const core of [supervisor, supervisee]) {
      const voices = (await pair.get(core)).view.topics[0]?.voices.map((one) => one.text);
      expect(voices).toEqual(['I was afraid.', 'I should have come with you.']);
    }
    expect((await pair.get(supervisor)).crossed).toMatchObject([{ text: 'I was right not to come.' }]);
    expect(voice).not.toBe(hers?.item);
  });
});

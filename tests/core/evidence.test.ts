import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AppraisalYear,
  appraisalYear,
  choose,
  packWith,
  said,
  showVoice,
  writePage,
} from '../support/appraisalYear.ts';

let year: AppraisalYear;
beforeEach(async () => {
  year = await appraisalYear();
});
afterEach(() => year.close());

const theirs = said.supervisor[0];
const mine = said.supervisee[0];
const until = '2026-04-30';

/** How a line of the pack stands for the asker. */
async function standing(pack: string, evidence: string): Promise<unknown> {
  const { lines } = await year.supervisee.call('packs.get', { pack });
  return lines.find((line) => line.evidence === evidence);
}

async function ask(text = theirs): Promise<{ evidence: string; pack: string; request: string }> {
  const evidence = await choose(year.supervisee, text);
  const pack = await packWith(year.supervisee, [evidence]);
  const { request } = await year.supervisee.call('consents.ask', { evidence, pack, until });
  await year.sync();
  return { evidence, pack, request };
}

describe('Choosing lines', () => {
  test('paragraphs of my pages and lines of both voices are offered, and chosen as exact copies', async () => {
    const pages = await year.supervisee.call('evidence.sources', { from: 'pages', after: null });
    expect(pages.groups.map((group) => group.lines.map((line) => line.text))).toEqual([
      ['The strategy meeting went better than I feared.', 'I wrote the chronology with the mother.'],
    ]);
    const sessions = await year.supervisee.call('evidence.sources', { from: 'sessions', after: null });
    expect(sessions.groups[0]?.lines.map((line) => [line.mine, line.text])).toEqual([
      ...said.supervisor.map((text) => [false, text]),
      ...said.supervisee.map((text) => [true, text]),
    ]);
    await choose(year.supervisee, theirs);
    // Lines stand in the order they were chosen in, and this clock only moves when told to.
    year.supervisee.platform.advance(1000);
    await choose(year.supervisee, mine);
    const { lines } = await year.supervisee.call('evidence.list', {});
    expect(lines).toMatchObject([
      { text: theirs, mine: false, date: '2026-03-12', wordsOf: { name: 'Sioned Example' } },
      { text: mine, mine: true, wordsOf: null },
    ]);
  });

  test('the same line chosen twice is one line, and one taken out can be put back', async () => {
    const evidence = await choose(year.supervisee, mine);
    expect(await choose(year.supervisee, mine)).toBe(evidence);
    await year.supervisee.call('evidence.setRemoved', { evidence, removed: true });
    expect((await year.supervisee.call('evidence.list', {})).lines).toEqual([]);
    await year.supervisee.call('evidence.setRemoved', { evidence, removed: false });
    expect((await year.supervisee.call('evidence.list', {})).lines).toHaveLength(1);
  });

  test("my own words can be shortened; another's words stay as they wrote them", async () => {
    const own = await choose(year.supervisee, mine);
    await year.supervisee.call('evidence.change', { evidence: own, text: 'I asked for time.' });
    const other = await choose(year.supervisee, theirs);
    const refused = await year.supervisee.tryCall('evidence.change', {
      evidence: other,
      text: 'You stayed.',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_yours' } });
    const { lines } = await year.supervisee.call('evidence.list', {});
    expect(lines.map((line) => line.text).sort()).toEqual(['I asked for time.', theirs].sort());
  });

  test('a line that stands in no source is refused', async () => {
    const { groups } = await year.supervisee.call('evidence.sources', { from: 'sessions', after: null });
    const source = groups[0]?.lines[0]?.source ?? '';
    const refused = await year.supervisee.tryCall('evidence.choose', { source, text: 'You are perfect.' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_evidence' } });
  });

  test('words typed in the room for the other are never evidence until they are kept, and then they are theirs', async () => {
    const words = 'I would like to lead the next conference.';
    const { item } = await year.supervisor.call('scribing.save', {
      session: year.session,
      place: 'beforeWeGo',
      item: null,
      text: words,
    });
    const { mine: drafts } = await year.supervisor.call('sessions.get', { session: year.session });
    const stamp = drafts.find((draft) => draft.item === item)?.stamp ?? '';
    await year.supervisor.call('sessions.show', { item, stamp });
    await year.sync();
    for (const core of [year.supervisor, year.supervisee]) {
      await expect(choose(core, words)).rejects.toThrow('no source offers');
      const refused = await core.tryCall('evidence.choose', { source: item, text: words });
      expect(refused).toMatchObject({ ok: false, error: { code: 'not_evidence' } });
    }
    await year.supervisee.call('scribing.answer', { item, answer: 'kept' });
    await year.sync();
    const evidence = await choose(year.supervisor, words);
    const { lines } = await year.supervisor.call('evidence.list', {});
    expect(lines.find((line) => line.evidence === evidence)).toMatchObject({
      mine: false,
      authorName: 'Amir Example',
      wordsOf: { name: 'Amir Example' },
    });
  });

  test("a supervisor's words about someone who has not seen them are refused, and accepted once they are shown", async () => {
    const words = 'Amir held the room when the police left.';
    await writePage(year.supervisor, '2026-03-01', words);
    await expect(choose(year.supervisor, words)).rejects.toMatchObject({ code: 'not_evidence' });
    await showVoice(year.supervisor, year.session, `Before we stop: ${words}`);
    await expect(choose(year.supervisor, words)).resolves.toMatch(/^[a-z2-7]{26}$/);
  });

  test('words that the other took back are gone from my chosen lines', async () => {
    const text = 'Something I would rather not have said.';
    const item = await showVoice(year.supervisor, year.session, text);
    await year.sync();
    await choose(year.supervisee, text);
    await year.supervisor.call('sessions.takeBack', { item });
    await year.sync();
    expect((await year.supervisee.call('evidence.list', {})).lines).toEqual([]);
  });
});

describe("Consent to another's words", () => {
  test('they see exactly the text, the purpose, the audience and the last day', async () => {
    const { request } = await ask();
    const { requests } = await year.supervisor.call('consents.askedOfMe', {});
    expect(requests).toEqual([
      {
        request,
        name: 'Amir Example',
        text: theirs,
        profile: 'council-annual-review',
        audience: 'My manager, for my annual review',
        until,
        answer: null,
      },
    ]);
  });

  test('only a yes includes the line; taken back, it is out again', async () => {
    const { evidence, pack, request } = await ask();
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notIncluded' });
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'included' });
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    await year.sync();
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notIncluded' });
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'included' });
  });

  test('no answer, declined, taken back and run out look exactly the same to the asker', async () => {
    const { evidence, pack, request } = await ask();
    const silence = await standing(pack, evidence);
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    await year.sync();
    expect(await standing(pack, evidence)).toEqual(silence);
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    expect(await standing(pack, evidence)).not.toEqual(silence);
    year.supervisee.platform.setNow('2026-05-01T09:00:00.000Z');
    expect(await standing(pack, evidence)).toEqual(silence);
    year.supervisee.platform.setNow('2026-03-21T09:00:00.000Z');
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    await year.sync();
    expect(await standing(pack, evidence)).toEqual(silence);
  });

  test('declining sends nothing: the shared folder is byte-equal to never having answered', async () => {
    const { request } = await ask();
    await year.sync();
    const before = folderBytes();
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    await year.sync();
    expect(folderBytes()).toEqual(before);
  });

  test('a yes on the last day counts, and the day after it does not', async () => {
    const { evidence, pack, request } = await ask();
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    year.supervisee.platform.setNow(`${until}T12:00:00.000Z`);
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'included' });
    year.supervisee.platform.setNow('2026-05-01T12:00:00.000Z');
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notIncluded' });
  });

  test('my own line that holds their words needs their yes, and a changed text ends it', async () => {
    const evidence = await choose(year.supervisee, mine);
    await year.supervisee.call('evidence.change', { evidence, wordsOf: year.space });
    const pack = await packWith(year.supervisee, [evidence]);
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notAsked' });
    const { request } = await year.supervisee.call('consents.ask', { evidence, pack, until });
    await year.sync();
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'included' });
    await year.supervisee.call('evidence.change', { evidence, text: `${mine} Really.` });
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notAsked' });
    await year.supervisee.call('evidence.change', { evidence, text: mine });
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notAsked' });
    await year.sync();
    expect((await year.supervisor.call('consents.askedOfMe', {})).requests).toEqual([]);
  });

  test('a yes for one audience is not a yes for another', async () => {
    const { evidence, pack, request } = await ask();
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    const view = await year.supervisee.call('packs.get', { pack });
    const { title, language, from, until: end, fields, sections } = view;
    await year.supervisee.call('packs.save', {
      pack,
      title,
      language,
      from,
      until: end,
      fields,
      sections,
      audience: 'Everyone in the service',
    });
    expect(await standing(pack, evidence)).toMatchObject({ consent: 'notAsked' });
  });

  test('nobody can answer for somebody else, or ask for a line that needs no yes', async () => {
    const { request, pack } = await ask();
    const own = await choose(year.supervisee, mine);
    expect(await year.supervisee.tryCall('consents.answer', { request, answer: 'yes' })).toMatchObject({
      error: { code: 'bad_input' },
    });
    expect(await year.supervisee.tryCall('consents.ask', { evidence: own, pack, until })).toMatchObject({
      error: { code: 'bad_input' },
    });
  });

  test('an answer is in the ledger of the one who gave it; declining is in none', async () => {
    const { request } = await ask();
    const entries = () =>
      year.supervisor.session().deps.vault.db().prepare('SELECT bytes FROM ledger').all().length;
    const before = entries();
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    expect(entries()).toBe(before);
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    expect(entries()).toBe(before + 2);
  });
});

function folderBytes(): Record<string, string> {
  const names = readdirSync(year.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(name).toString('base64')]));
}

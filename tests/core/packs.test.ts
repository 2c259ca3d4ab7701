import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstLedgerBreak } from '../../electron/core/exchange/ledger.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import {
  type AppraisalYear,
  appraisalYear,
  change,
  choose,
  packWith,
  said,
  showVoice,
} from '../support/appraisalYear.ts';
import { textOfHtml, textOfJson, textOfWord } from '../support/documentText.ts';

let year: AppraisalYear;
let out: string;
beforeEach(async () => {
  year = await appraisalYear();
  out = join(year.supervisee.root, 'out');
  mkdirSync(out);
});
afterEach(() => year.close());

const mine = said.supervisee[0];
const [theirs, declined] = said.supervisor;
const until = '2026-04-30';

async function write(pack: string, key: string, text: string): Promise<void> {
  await change(year.supervisee, pack, (writing) => ({
    ...writing,
    sections: writing.sections.map((section) => (section.key === key ? { ...section, text } : section)),
  }));
}

async function exportTo(pack: string, format: 'docx' | 'html' | 'json', name: string): Promise<Buffer> {
  const { seen } = await year.supervisee.call('packs.preview', { pack });
  const path = join(out, name);
  await year.supervisee.call('packs.export', { pack, format, seen, path });
  return readFileSync(path);
}

describe('Gathering', () => {
  test('a pack begins with the profile, the person and nothing else, and keeps what is written', async () => {
    const pack = await packWith(year.supervisee, []);
    expect(await year.supervisee.call('packs.get', { pack })).toMatchObject({
      title: 'Council annual review',
      profile: 'council-annual-review',
      profileVersion: '2026.1',
      fields: { name: 'Amir Example' },
      exports: [],
    });
    await write(pack, 'development', 'Court skills.');
    const { sections } = await year.supervisee.call('packs.get', { pack });
    expect(sections.find(({ key }) => key === 'development')?.text).toBe('Court skills.');
  });

  test('a profile this program does not know is refused', async () => {
    const refused = await year.supervisee.tryCall('packs.create', {
      profile: 'nine-box-grid',
      language: 'cy',
      from: '2025-04-01',
      until: '2026-03-31',
    });
    expect(refused).toMatchObject({ error: { code: 'not_found' } });
  });

  test('a pack can be put away and brought back', async () => {
    const pack = await packWith(year.supervisee, []);
    await year.supervisee.call('packs.setRemoved', { pack, removed: true });
    expect((await year.supervisee.call('packs.list', {})).packs).toEqual([]);
    await year.supervisee.call('packs.setRemoved', { pack, removed: false });
    expect((await year.supervisee.call('packs.list', {})).packs).toHaveLength(1);
  });
});

describe('The identifier check', () => {
  const words = 'Rang Gwen on 943 476 5919, born 3 May 2015, at CF10 1BH.';

  test('looks at every line, field and text, and says what stands where', async () => {
    await year.supervisee.call('settings.set', { names: ['Gwen'] });
    const line = await showLine(words);
    const pack = await packWith(year.supervisee, [line]);
    await write(pack, 'development', 'As Gwen’s mother said.');
    await change(year.supervisee, pack, (writing) => ({
      ...writing,
      title: 'Gwen and others',
      fields: { ...writing.fields, service: 'CF10 1BH team' },
    }));
    const { findings, passed } = await year.supervisee.call('packs.preview', { pack });
    expect(passed).toBe(false);
    expect(
      findings.map(({ place, kind, text, start, end }) => [place.in, kind, text.slice(start, end)]),
    ).toEqual([
      ['title', 'name', 'Gwen'],
      ['field', 'postcode', 'CF10 1BH'],
      ['line', 'name', 'Gwen'],
      ['line', 'nhsNumber', '943 476 5919'],
      ['line', 'birthDate', '3 May 2015'],
      ['line', 'postcode', 'CF10 1BH'],
      ['section', 'name', 'Gwen'],
    ]);
  });

  test('without a passed check over exactly this text nothing is exported', async () => {
    const pack = await packWith(year.supervisee, []);
    await write(pack, 'lookingBack', words);
    const { seen } = await year.supervisee.call('packs.preview', { pack });
    const path = join(out, 'a.html');
    const tried = () => year.supervisee.tryCall('packs.export', { pack, format: 'html', seen, path });
    expect(await tried()).toMatchObject({ error: { code: 'identifiers_found' } });
    const partly = await year.supervisee.tryCall('packs.check', { pack, seen, keep: ['postcode'] });
    expect(partly).toMatchObject({ error: { code: 'identifiers_found' } });
    expect(await tried()).toMatchObject({ error: { code: 'identifiers_found' } });
    await year.supervisee.call('packs.check', { pack, seen, keep: ['nhsNumber', 'birthDate', 'postcode'] });
    expect(await tried()).toMatchObject({ ok: true });
    await write(pack, 'lookingBack', `${words} And SW1A 1AA.`);
    const changed = await year.supervisee.call('packs.preview', { pack });
    expect(changed).toMatchObject({ passed: false, kept: [] });
    expect(
      await year.supervisee.tryCall('packs.export', { pack, format: 'html', seen: changed.seen, path }),
    ).toMatchObject({ error: { code: 'identifiers_found' } });
  });

  test('when the words are changed there is nothing left to keep', async () => {
    const pack = await packWith(year.supervisee, []);
    await write(pack, 'lookingBack', words);
    await write(pack, 'lookingBack', 'Rang the mother, at home.');
    expect(await year.supervisee.call('packs.preview', { pack })).toMatchObject({
      findings: [],
      passed: true,
    });
  });

  test("a supervisor's unseen words about someone cannot be kept, however they came in", async () => {
    const { pack } = await year.supervisor.call('packs.create', {
      profile: 'council-annual-review',
      language: 'en-GB',
      from: '2025-04-01',
      until: '2026-03-31',
    });
    await change(year.supervisor, pack, (writing) => ({
      ...writing,
      sections: writing.sections.map((section) => ({ ...section, text: 'Amir needs to be quicker.' })),
    }));
    const { seen, findings } = await year.supervisor.call('packs.preview', { pack });
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['unseen']));
    const keep = ['nhsNumber', 'birthDate', 'postcode', 'name'];
    expect(await year.supervisor.tryCall('packs.check', { pack, seen, keep })).toMatchObject({
      error: { code: 'identifiers_found' },
    });
    await showVoice(year.supervisor, year.session, 'Amir needs to be quicker.');
    const shown = await year.supervisor.call('packs.preview', { pack });
    expect(shown).toMatchObject({ findings: [], passed: true });
  });

  async function showLine(text: string): Promise<string> {
    await showVoice(year.supervisee, year.session, text);
    return choose(year.supervisee, text);
  }
});

describe('Handing over', () => {
  test('a declined line and one taken back leave no trace in any file; a yes does', async () => {
    const third = 'A third line of theirs, which they agreed to.';
    await showVoice(year.supervisor, year.session, third);
    await year.sync();
    const evidence = [];
    for (const text of [mine, theirs, declined, third]) evidence.push(await choose(year.supervisee, text));
    const pack = await packWith(year.supervisee, evidence);
    const requests = [];
    for (const line of evidence.slice(1)) {
      requests.push((await year.supervisee.call('consents.ask', { evidence: line, pack, until })).request);
    }
    await year.sync();
    const [toTakeBack = '', toDecline = '', toKeep = ''] = requests;
    await year.supervisor.call('consents.answer', { request: toDecline, answer: 'no' });
    await year.supervisor.call('consents.answer', { request: toKeep, answer: 'yes' });
    await year.supervisor.call('consents.answer', { request: toTakeBack, answer: 'yes' });
    await year.sync();
    expect((await exportTo(pack, 'html', 'before.html')).toString()).toContain(theirs);
    await year.supervisor.call('consents.answer', { request: toTakeBack, answer: 'no' });
    await year.sync();

    const word = textOfWord(await exportTo(pack, 'docx', 'a.docx'));
    const html = textOfHtml((await exportTo(pack, 'html', 'a.html')).toString());
    const json = (await exportTo(pack, 'json', 'a.json')).toString();
    expect(textOfJson(json)).toBe(html);
    expect(word).toBe(html);
    for (const text of [word, html, json]) {
      expect(text).toContain(third);
      expect(text).not.toContain(theirs);
      expect(text).not.toContain(declined);
    }
    expect(JSON.parse(json).sections[0].lines).toHaveLength(2);
  });

  test('what changed after it was seen is not handed over', async () => {
    const line = await choose(year.supervisee, theirs);
    const pack = await packWith(year.supervisee, [line]);
    const { request } = await year.supervisee.call('consents.ask', { evidence: line, pack, until });
    await year.sync();
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    const { seen } = await year.supervisee.call('packs.preview', { pack });
    await year.supervisor.call('consents.answer', { request, answer: 'no' });
    await year.sync();
    const path = join(out, 'a.json');
    expect(await year.supervisee.tryCall('packs.export', { pack, format: 'json', seen, path })).toMatchObject(
      { error: { code: 'conflict' } },
    );
    expect(existsSync(path)).toBe(false);
  });

  test('an export is written where the person chose, whole, and recorded with its hash', async () => {
    const pack = await packWith(year.supervisee, [await choose(year.supervisee, mine)]);
    const { seen } = await year.supervisee.call('packs.preview', { pack });
    const ledger = () => year.supervisee.session().deps.vault.db().prepare('SELECT bytes FROM ledger').all();
    const before = ledger().length;
    year.supervisee.platform.dialogs.newFiles.push(join(out, 'my review'));
    const { path } = await year.supervisee.call('packs.export', { pack, format: 'docx', seen, path: null });
    expect(path).toBe(join(out, 'my review.docx'));
    expect(readdirSync(out)).toEqual(['my review.docx']);
    const bytes = readFileSync(join(out, 'my review.docx'));
    expect((await year.supervisee.call('packs.get', { pack })).exports).toEqual([
      { at: '2026-03-20T09:00:00.000Z', format: 'docx', hash: sha256(bytes) },
    ]);
    expect(ledger()).toHaveLength(before + 1);
    expect(firstLedgerBreak(year.supervisee.session().deps.vault.db())).toBe(null);
  });

  test('a changed mind writes nothing and records nothing', async () => {
    const pack = await packWith(year.supervisee, []);
    const { seen } = await year.supervisee.call('packs.preview', { pack });
    const done = await year.supervisee.call('packs.export', { pack, format: 'html', seen, path: null });
    expect(done).toEqual({ path: null });
    expect((await year.supervisee.call('packs.get', { pack })).exports).toEqual([]);
  });

  test('a place that cannot be written to, or a name of another kind, is refused and nothing is recorded', async () => {
    const pack = await packWith(year.supervisee, []);
    const { seen } = await year.supervisee.call('packs.preview', { pack });
    const to = (path: string) =>
      year.supervisee.tryCall('packs.export', { pack, format: 'html', seen, path });
    expect(await to(join(out, 'missing', 'a.html'))).toMatchObject({ error: { code: 'file_unwritable' } });
    expect(await to(join(out, 'a.docx'))).toMatchObject({ error: { code: 'bad_input' } });
    expect(await to('a.html')).toMatchObject({ error: { code: 'bad_input' } });
    expect((await year.supervisee.call('packs.get', { pack })).exports).toEqual([]);
  });

  test('nothing of other lines, sources, requests or other people’s ids is in any file', async () => {
    const line = await choose(year.supervisee, theirs);
    const unplaced = await choose(year.supervisee, mine);
    const pack = await packWith(year.supervisee, [line]);
    const { request } = await year.supervisee.call('consents.ask', { evidence: line, pack, until });
    await year.sync();
    await year.supervisor.call('consents.answer', { request, answer: 'yes' });
    await year.sync();
    const files = [
      (await exportTo(pack, 'json', 'a.json')).toString(),
      (await exportTo(pack, 'html', 'a.html')).toString(),
      ...Object.values(unzipSync(await exportTo(pack, 'docx', 'a.docx'))).map((bytes) => strFromU8(bytes)),
    ].join('\n');
    expect(files).toContain(theirs);
    const ids = [line, unplaced, pack, request, year.space, year.session, year.page];
    for (const secret of [...ids, sha256(theirs), mine]) expect(files).not.toContain(secret);
    expect(files).not.toMatch(/\b[a-z2-7]{26}\b/);
  });

  test('the document is in the language of the pack, whatever the window shows', async () => {
    const pack = await packWith(year.supervisee, [await choose(year.supervisee, mine)], 'cy');
    const html = (await exportTo(pack, 'html', 'a.html')).toString();
    expect(html).toContain('<html lang="cy">');
    expect(html).toContain('Adolygiad blynyddol y cyngor');
    expect(html).toContain('12 Mawrth 2026');
  });
});

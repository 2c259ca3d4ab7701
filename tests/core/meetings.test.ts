import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetingsSql } from '../../electron/core/services/meetings.ts';
import { textToProse } from '../../shared/model/prose.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';

let core: TestCore;
let printed: string[];

beforeEach(async () => {
  printed = [];
  core = await startCoreWithVault({
    printToPdf: async (html) => {
      printed.push(html);
      return new TextEncoder().encode('%PDF-1.7 for this test');
    },
  });
}, 60_000);
afterEach(() => core.close());

const freshFile = (name: string) => join(mkdtempSync(join(tmpdir(), 'twovoice-meetings-')), name);

async function sheet(words: Readonly<Record<string, string>>, date = '2026-11-24'): Promise<string> {
  const { item } = await core.call('meetings.create', {
    date,
    meeting: 'familyGroup',
    title: 'The Friday conference',
  });
  const { body } = await core.call('pages.get', { item });
  const sections = body.sections.map((section) => ({
    ...section,
    prose: textToProse(words[section.prompt ?? ''] ?? ''),
  }));
  await core.call('pages.save', { item, body: { ...body, sections } });
  return item;
}

describe('a sheet for formal work', () => {
  test('asks the same five things before and after, and leaves a place for the words of the others', async () => {
    const { item } = await core.call('meetings.create', { date: '2026-11-24', meeting: 'staff', title: '' });
    const { body } = await core.call('pages.get', { item });
    const prompts = body.sections.map((section) => section.prompt);
    const of = (when: string) => prompts.flatMap((prompt) => prompt?.split(`formal.${when}.`)[1] ?? []);
    expect(of('before')).toHaveLength(5);
    expect(of('after')).toEqual(of('before'));
    expect(prompts.at(-1)).toBe('formal.theirWords');
  });

  test('has a list of its own, newest first, is found like a page, and leaves both when it is deleted', async () => {
    const page = await core.call('pages.create', { date: '2026-11-25', promptSet: null });
    const late = await sheet({ 'formal.before.open': 'Say the worry about heating plainly.' }, '2026-11-30');
    const early = await sheet({}, '2026-11-20');
    const { meetings } = await core.call('meetings.list', {});
    expect(meetings).toEqual([
      { item: late, date: '2026-11-30', title: 'The Friday conference', meeting: 'familyGroup' },
      { item: early, date: '2026-11-20', title: 'The Friday conference', meeting: 'familyGroup' },
    ]);
    expect(meetings.map((one) => one.item)).not.toContain(page.item);
    const find = { query: 'heating', language: 'en-GB', order: 'newest', before: null, limit: 10 } as const;
    expect((await core.call('search.find', find)).results.map((one) => one.item)).toEqual([late]);
    await core.call('pages.remove', { item: late });
    expect((await core.call('meetings.list', {})).meetings.map((one) => one.item)).toEqual([early]);
    expect((await core.call('search.find', find)).results).toEqual([]);
    await core.call('pages.putBack', { item: late });
    expect((await core.call('meetings.list', {})).meetings).toHaveLength(2);
  });

  test('is listed without reading the pages beside it', () => {
    const { vault } = core.session().deps;
    const plan = vault.db().prepare(`EXPLAIN QUERY PLAN ${meetingsSql}`).all() as { detail: string }[];
    expect(plan.map((step) => step.detail).join('\n')).toMatch(/USING INDEX page_by_meeting/);
    expect(plan.map((step) => step.detail).join('\n')).not.toMatch(/TEMP B-TREE/);
  });

  test('goes out with the pages and comes back in as the same sheet', async () => {
    const item = await sheet({ 'formal.after.with': 'The plan was theirs.' });
    const { body } = await core.call('pages.get', { item });
    const path = freshFile('pages.json');
    await core.call('pages.export', { path });
    await core.call('pages.erase', { item });
    await core.call('pages.import', { batch: 'one', path });
    const [back] = (await core.call('meetings.list', {})).meetings;
    expect((await core.call('pages.get', { item: back?.item ?? '' })).body).toEqual(body);
  });

  test('quotes what the others said wherever a line goes, and never offers it as evidence of mine', async () => {
    const item = await sheet({
      'formal.after.self': 'I listened more than I spoke.',
      'formal.theirWords': 'We decide where Sunday is.\n“Nobody asked us before.”',
    });
    const { lines } = await core.call('pages.lines', { item });
    expect(lines.map((line) => line.text)).toEqual([
      'I listened more than I spoke.',
      '“We decide where Sunday is.”',
      '“Nobody asked us before.”',
    ]);
    const { groups } = await core.call('evidence.sources', { from: 'pages', after: null });
    expect(groups.flatMap((group) => group.lines.map((line) => line.text))).toEqual([
      'I listened more than I spoke.',
    ]);
    await expect(
      core.call('evidence.choose', { source: item, text: 'We decide where Sunday is.' }),
    ).rejects.toMatchObject({ code: 'not_evidence' });
  });

  test('prints both halves in their order with the others’ words as quotations, and the ledger notes it', async () => {
    const item = await sheet({
      'formal.before.hurt': 'Trust <after> the move.',
      'formal.theirWords': 'We were not told.',
    });
    const path = freshFile('sheet.pdf');
    const entries = () =>
      core
        .session()
        .deps.vault.db()
        .prepare('SELECT bytes FROM ledger WHERE bytes LIKE \'%"export"%\'')
        .all();
    expect(await core.call('meetings.print', { item, language: 'cy', path })).toEqual({ path });
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('%PDF');
    const [html = ''] = printed;
    expect(html).toContain('<html lang="cy">');
    expect(html).toContain('Trust &lt;after&gt; the move.');
    expect(html).toContain('<blockquote><p>“We were not told.”</p></blockquote>');
    expect(html.indexOf('Cyn y cyfarfod')).toBeLessThan(html.indexOf('Wedyn'));
    expect(entries()).toHaveLength(1);
    expect(JSON.stringify(entries())).not.toContain(item);
    const { item: page } = await core.call('pages.create', { date: '2026-11-25', promptSet: null });
    await expect(
      core.call('meetings.print', { item: page, language: 'cy', path: freshFile('no.pdf') }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the card for visits holds the four core questions of its language and nothing else', async () => {
    for (const [language, question] of [
      ['en-GB', 'Who has been affected?'],
      ['cy', 'Pwy sydd wedi&#x27;i effeithio?'],
    ] as const) {
      printed = [];
      await core.call('cards.print', { language, path: freshFile('card.pdf') });
      const [html = ''] = printed;
      expect(html.match(/<li>/g)).toHaveLength(4);
      expect(html.replaceAll("'", '&#x27;')).toContain(question);
      expect(html).toContain('size: 105mm 148mm');
      expect(html).not.toContain('Nia');
    }
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
const plain = { text: 'Decision: Two visits a week.\nBecause: not said yet.', date: '2026-11-22' };
const named = { ...plain, text: 'Decision: Amir visits Mair Jones, born 04/03/2016, at CF10 1BH.' };

beforeEach(async () => {
  pair = await joinedPair();
  await pair.supervisor.call('settings.set', { names: ['Mair Jones'] });
}, 60_000);
afterEach(() => pair.close());

const ledger = () =>
  pair.supervisor.session().deps.vault.db().prepare('SELECT bytes FROM ledger').all() as { bytes: string }[];

describe('a case extract', () => {
  test('names whatever may point to a person, the two who spoke as well', async () => {
    const { findings } = await pair.supervisor.call('extracts.check', named);
    expect(findings.map(({ kind, start, end }) => [kind, named.text.slice(start, end)])).toEqual([
      ['name', 'Amir'],
      ['name', 'Mair Jones'],
      ['birthDate', '04/03/2016'],
      ['postcode', 'CF10 1BH'],
    ]);
    expect((await pair.supervisor.call('extracts.check', plain)).findings).toEqual([]);
  });

  test('does not leave before each kind was looked at', async () => {
    const before = ledger().length;
    const kept = ['name', 'birthDate'] as const;
    await expect(pair.supervisor.call('extracts.copy', { ...named, kept: [...kept] })).rejects.toMatchObject({
      code: 'identifiers_found',
    });
    await expect(
      pair.supervisor.call('extracts.print', {
        ...named,
        kept: [...kept],
        language: 'en-GB',
        path: join(tmpdir(), 'never.pdf'),
      }),
    ).rejects.toMatchObject({ code: 'identifiers_found' });
    expect(ledger()).toHaveLength(before);
    await pair.supervisor.call('extracts.copy', { ...named, kept: [...kept, 'postcode'] });
    expect(ledger()).toHaveLength(before + 1);
  });

  test('leaves an export in the ledger, and nothing there or anywhere of what it said or where it came from', async () => {
    const { item } = await pair.supervisor.call('pages.create', { date: '2026-11-22', promptSet: null });
    const page = () => pair.supervisor.call('pages.get', { item });
    const before = await page();
    await pair.supervisor.call('extracts.copy', { ...plain, kept: [] });
    const entry = ledger().at(-1)?.bytes ?? '';
    expect(JSON.parse(entry)).toMatchObject({ act: 'export', space: null });
    expect(entry).not.toContain('visits');
    expect(entry).not.toContain(item);
    expect(await page()).toEqual(before);
  });

  test('on paper it says exactly what was looked at, whatever characters are in it', async () => {
    const printed: string[] = [];
    const { platform } = pair.supervisor.session().deps;
    const path = join(mkdtempSync(join(tmpdir(), 'twovoice-extract-')), 'decision.pdf');
    const text = 'Decision: <b>Two & two</b>.\n\nBecause: "safe".';
    const asked = { text, date: '2026-11-22', kept: [], language: 'en-GB', path } as const;
    Object.assign(platform, {
      printToPdf: async (html: string) => {
        printed.push(html);
        return new TextEncoder().encode('%PDF-1.7');
      },
    });
    expect(await pair.supervisor.call('extracts.print', { ...asked, kept: [] })).toEqual({ path });
    const body = /<main>\n(.*)\n<\/main>/s.exec(printed[0] ?? '')?.[1];
    expect(body).toBe(
      '<p>Decision: &lt;b&gt;Two &amp; two&lt;/b&gt;.</p>\n<p>Because: &quot;safe&quot;.</p>',
    );
  });

  test('empty words are no extract', async () => {
    const empty = { text: ' \n', date: '2026-11-22', kept: [] };
    await expect(pair.supervisor.call('extracts.copy', empty)).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('a failing printer leaves no entry in the ledger', async () => {
    const before = ledger().length;
    const path = join(mkdtempSync(join(tmpdir(), 'twovoice-extract-')), 'decision.pdf');
    const asked = { ...plain, kept: [], language: 'en-GB', path } as const;
    await expect(pair.supervisor.call('extracts.print', { ...asked, kept: [] })).rejects.toThrow();
    expect(ledger()).toHaveLength(before);
  });
});

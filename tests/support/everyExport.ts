import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { TestCore } from './core.ts';

/** Every file this person could make of their journal, by its name, as the text in it. */
export async function everyExport(core: TestCore): Promise<[name: string, text: string][]> {
  const out = join(core.root, 'out');
  mkdirSync(out);
  const to = (name: string) => join(out, name);
  await core.call('pages.export', { path: to('pages.json') });
  await core.call('ledger.export', { as: 'words', path: to('ledger.txt') });
  await core.call('ledger.export', { as: 'chain', path: to('ledger.json') });
  await core.call('contacts.exportCard', { path: to('card.twovoice-card') });
  const { seen: log } = await core.call('learning.preview', { year: null, language: 'en-GB' });
  const learning = { year: null, language: 'en-GB', format: 'csv', seen: log } as const;
  await core.call('learning.export', { ...learning, path: to('learning.csv') });
  const { pack } = await core.call('packs.create', {
    profile: 'council-annual-review',
    language: 'en-GB',
    from: '2026-01-01',
    until: '2026-12-31',
  });
  const { seen } = await core.call('packs.preview', { pack });
  for (const format of ['json', 'html', 'docx'] as const) {
    await core.call('packs.export', { pack, format, seen, path: to(`pack.${format}`) });
  }
  return readdirSync(out).map((name) => [name, textOf(to(name))]);
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith('.docx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

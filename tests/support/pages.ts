import type { PageBody } from '../../shared/model/page.ts';
import { textToProse } from '../../shared/model/prose.ts';
import type { TestCore } from './core.ts';

/** A free page with this text. */
export function pageOf(text: string, date = '2026-11-22', title = ''): PageBody {
  return { date, title, promptSet: null, sections: [{ prompt: null, prose: textToProse(text) }] };
}

/** Writes a page through the calls the window makes; returns its item. */
export async function writePage(
  core: TestCore,
  text: string,
  date = '2026-11-22',
  title = '',
): Promise<string> {
  const { item } = await core.call('pages.create', { date, promptSet: null });
  await core.call('pages.save', { item, body: pageOf(text, date, title) });
  return item;
}

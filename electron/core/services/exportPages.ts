import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { type PageBody, pageBodySchema, sectionsText } from '../../../shared/model/page.ts';
import { proseToText } from '../../../shared/model/prose.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import { appendLedger, pagesExportAbout } from '../exchange/ledger.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import type { Deps } from '../deps.ts';
import { isDiskFull } from '../failure.ts';
import { exportTail } from '../items/importLines.ts';
import { fsyncDirectory, renameWithRetries } from '../files.ts';

const atATime = 50;

/**
 * Writes every page, oldest first, to one JSON file that is also readable line by line: the head, one page a line, the
 * tail. The file appears whole or not at all. Pages in "Recently deleted" and earlier versions are not in it.
 */
export async function exportPages(deps: Deps, input: Input<'pages.export'>): Promise<Output<'pages.export'>> {
  deps.vault.db();
  const path =
    input.path ??
    (await deps.platform.chooseNewFile({
      title: dialogTitle(deps.platform, 'dialogs.pagesOut'),
      name: 'twovoice-pages.json',
      extensions: ['json'],
    }));
  if (path === null) return { path: null, exported: 0 };
  const partial = `${path}.part`;
  try {
    const exported = await writePages(deps, partial);
    renameWithRetries(partial, path);
    fsyncDirectory(dirname(path));
    appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, pagesExportAbout);
    return { path, exported };
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    if (error instanceof AppError || isDiskFull(error)) throw error;
    throw new AppError('file_unwritable', 'the export could not be written there');
  }
}

export const exportApi = { 'pages.export': exportPages } as const;

async function writePages(deps: Deps, path: string): Promise<number> {
  const file = await open(path, 'w', 0o600);
  try {
    const exportedAt = deps.platform.now().toISOString();
    await file.write(`{"format":"twovoice-pages/1","exportedAt":${JSON.stringify(exportedAt)},"pages":[\n`);
    let exported = 0;
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const rows = pagesAfter(deps, after);
      const last = rows.at(-1);
      if (last === undefined) break;
      const lines = rows.map((row) => pageLine(pageBodySchema.parse(JSON.parse(row.body))));
      await file.write(`${exported > 0 ? ',\n' : ''}${lines.join(',\n')}`);
      exported += rows.length;
      after = last.place;
    }
    await file.write(`${exported > 0 ? '\n' : ''}${exportTail}\n`);
    await file.sync();
    return exported;
  } finally {
    await file.close();
  }
}

function pagesAfter(deps: Deps, place: number): { place: number; body: string }[] {
  return prepared(
    deps.vault.db(),
    `SELECT page.place AS place, working_copy.body AS body
     FROM page JOIN working_copy ON working_copy.item = page.item
     WHERE page.place > ?
     ORDER BY page.place
     LIMIT ?`,
  ).all(place, atATime) as { place: number; body: string }[];
}

function pageLine(body: PageBody): string {
  const sections = body.sections.map((section) => ({ ...section, text: proseToText(section.prose) }));
  const { date, title, promptSet, meeting, ending } = body;
  return JSON.stringify({ date, title, promptSet, meeting, sections, text: sectionsText(body), ending });
}

import type { Input, Output } from '../../../shared/contract/index.ts';
import { isEmptyLearning } from '../../../shared/model/learning.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { toCsv } from '../documents/csv.ts';
import { learningSheet, type LearningTable, learningTable } from '../documents/learningTable.ts';
import { savePdf } from '../documents/savePdf.ts';
import { appendLedger, learningExportAbout } from '../exchange/ledger.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { entriesByDay, keepEntry, mustHaveCome } from '../items/kept.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

function listLearning(deps: Deps): Output<'learning.list'> {
  return { entries: entriesByDay(deps, 'learning').reverse() };
}

function saveLearning(deps: Deps, { item, ...body }: Input<'learning.save'>): Output<'learning.save'> {
  mustHaveCome(body.date, civilDate(deps.platform.now()));
  return keepEntry(deps, { kind: 'learning', item, body, isEmpty: isEmptyLearning(body) });
}

function previewLearning(deps: Deps, input: Input<'learning.preview'>): Output<'learning.preview'> {
  const table = tableOf(deps, input);
  return {
    columns: [...table.columns],
    rows: table.rows.map((row) => [...row]),
    seen: sha256(toCanonical(table)),
  };
}

async function exportLearning(
  deps: Deps,
  input: Input<'learning.export'>,
): Promise<Output<'learning.export'>> {
  const table = seenTable(deps, input);
  const title = dialogTitle(deps.platform, 'dialogs.learningOut');
  if (input.format === 'pdf') {
    const sheet = learningSheet(table, input.language);
    const options = { sheet, path: input.path, dialogTitle: title };
    return { path: await savePdf(deps.platform, options, () => noteExport(deps, input)) };
  }
  const path =
    input.path ?? (await chooseExport(deps.platform, { title, name: table.title, extension: 'csv' }));
  if (path === null) return { path: null };
  mustBeExport(path, 'csv');
  const bytes = Buffer.from(toCsv([table.columns, ...table.rows]), 'utf8');
  inOneTransaction(deps, () => {
    noteExport(deps, input);
    writeExport(path, bytes);
  });
  return { path };
}

/** Choosing a place and printing take time: the log may have changed meanwhile. */
function noteExport(deps: Deps, input: Input<'learning.export'>): void {
  seenTable(deps, input);
  appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, learningExportAbout);
}

function seenTable(deps: Deps, input: Input<'learning.export'>): LearningTable {
  const table = tableOf(deps, input);
  if (sha256(toCanonical(table)) !== input.seen) {
    throw new AppError('conflict', 'this is no longer what was seen');
  }
  return table;
}

function tableOf(deps: Deps, { year, language }: Input<'learning.preview'>): LearningTable {
  const entries = entriesByDay(deps, 'learning').filter(
    ({ date }) => year === null || date.startsWith(`${year}-`),
  );
  return learningTable(entries, language);
}

export const learningApi = {
  'learning.list': listLearning,
  'learning.save': saveLearning,
  'learning.preview': previewLearning,
  'learning.export': exportLearning,
} as const;

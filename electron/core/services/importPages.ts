import { readFile, stat } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import type { Deps } from '../deps.ts';
import { inChunks } from '../items/chunks.ts';
import { inOneTransaction, saveDraft } from '../items/commit.ts';
import { newId } from '../items/ids.ts';
import { beginBatch, endBatch, removeBatch } from '../items/importBatch.ts';
import { readImportFile } from '../items/importLines.ts';
import { whoAmI } from '../items/me.ts';

const fileLimit = 256 * 1024 * 1024;

type Running = { isCancelled: boolean; ended: Promise<unknown> };

/** Imports under way, by the batch id their caller chose; one map for each open vault. */
const running = new WeakMap<Deps['vault'], Map<string, Running>>();

/**
 * Takes in a file as private pages, all of it or nothing: a bad line, a cancel, a lock, a full disk or a crash leaves no
 * page behind (after a crash or a lock the leftovers go at the next unlock).
 */
async function importPages(deps: Deps, input: Input<'pages.import'>): Promise<Output<'pages.import'>> {
  deps.vault.db();
  const imports = importsOf(deps);
  if (imports.has(input.batch)) throw new AppError('conflict', 'an import with this batch id is under way');
  const ended = Promise.withResolvers<void>();
  const self: Running = { isCancelled: false, ended: ended.promise };
  imports.set(input.batch, self);
  try {
    return await importFile(deps, input, () => {
      if (self.isCancelled) throw new AppError('cancelled', 'the import was stopped');
    });
  } finally {
    imports.delete(input.batch);
    ended.resolve();
  }
}

/** Stops an import; resolves when nothing of it is left. An import that is over already stays as it is. */
async function cancelImport(
  deps: Deps,
  { batch }: Input<'pages.cancelImport'>,
): Promise<Output<'pages.cancelImport'>> {
  const found = importsOf(deps).get(batch);
  if (found === undefined) return {};
  found.isCancelled = true;
  await found.ended;
  return {};
}

export const importApi = { 'pages.import': importPages, 'pages.cancelImport': cancelImport } as const;

async function importFile(
  deps: Deps,
  { batch, path }: Input<'pages.import'>,
  refuseCancelled: () => void,
): Promise<Output<'pages.import'>> {
  const chosen =
    path ??
    (await deps.platform.chooseFile({
      title: dialogTitle(deps.platform, 'dialogs.pagesIn'),
      extensions: ['jsonl', 'json'],
    }));
  if (chosen === null) return { imported: null };
  const pages = await readImportFile(await readWhole(chosen));
  refuseCancelled();
  const total = pages.length;
  const space = whoAmI(deps.vault.db()).selfSpace;
  // Not the caller's id: a second import under the same one must not take the first away when it is cancelled.
  const own = newId(deps.platform);
  beginBatch(deps, own);
  try {
    deps.emit({ name: 'progress', batch, done: 0, total });
    await inChunks(
      deps,
      pages,
      (body) => saveDraft(deps, { kind: 'page', space, body, batch: own }),
      (done) => {
        deps.emit({ name: 'progress', batch, done, total });
        refuseCancelled();
      },
    );
    inOneTransaction(deps, () => endBatch(deps, own));
  } catch (error) {
    await removeLeftovers(deps, own);
    throw error;
  }
  return { imported: total };
}

/** What cannot be removed now (a locked vault, a full disk) goes at the next unlock; the first failure is the one told. */
async function removeLeftovers(deps: Deps, own: string): Promise<void> {
  try {
    await removeBatch(deps, own);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > fileLimit) throw new AppError('bad_input', 'the file is larger than 256 MB');
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file_unreadable', 'the file could not be read');
  }
}

function importsOf(deps: Deps): Map<string, Running> {
  const known = running.get(deps.vault) ?? new Map<string, Running>();
  running.set(deps.vault, known);
  return known;
}

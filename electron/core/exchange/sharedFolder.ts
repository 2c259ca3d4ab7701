import { stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';

/**
 * A folder to share with others: neither the one in which my own computers exchange private pages, nor around it or in it.
 * Throws 'own_folder', and 'folder_missing' when it cannot be reached now.
 */
export async function mustBeSharedFolder(db: Database, folder: string): Promise<void> {
  const own = db.prepare("SELECT folder FROM space WHERE kind = 'self'").pluck().get();
  if (typeof own === 'string' && (isInside(folder, own) || isInside(own, folder))) {
    throw new AppError('own_folder', 'private pages pass through this folder');
  }
  const info = await stat(folder).catch(() => null);
  if (info === null || !info.isDirectory()) throw new AppError('folder_missing', 'this folder is not there');
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return !path.startsWith('..') && !isAbsolute(path);
}

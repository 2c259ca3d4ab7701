import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/result.ts';

/** Throws 'folder_missing' when this is no folder that can be reached now. */
export async function mustBeFolder(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => null);
  if (info === null || !info.isDirectory()) throw new AppError('folder_missing', 'this folder is not there');
}

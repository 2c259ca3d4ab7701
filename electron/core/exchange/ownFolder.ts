import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/result.ts';

/**
 * This device's folder of a space, made when it is not there yet. Others can write to the shared folder too: a link in its place is
 * not followed ('file_unwritable'), and a shared folder that is away is not made anew ('folder_missing').
 */
export async function ownFolder(folder: string, space: string, device: string): Promise<string> {
  const ofSpace = join(folder, space);
  const own = join(ofSpace, device);
  await makeFolder(ofSpace);
  await makeFolder(own);
  return own;
}

/** Bytes of the file under this name, null when there is none. Throws 'file_unwritable' when it is a link or no file. */
export async function fileSize(path: string): Promise<number | null> {
  const info = await lstat(path).catch(passOverMissing);
  if (info === null) return null;
  if (info.isFile()) return info.size;
  throw new AppError('file_unwritable', 'something else lies under the name of a file of ours');
}

/** Not recursive: that would make a missing shared folder, and on a read-only disk it says the wrong thing. */
async function makeFolder(path: string): Promise<void> {
  const info = await lstat(path).catch(passOverMissing);
  if (info?.isDirectory()) return;
  if (info !== null)
    throw new AppError('file_unwritable', 'something else lies where a folder of ours belongs');
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new AppError('folder_missing', 'the shared folder is not there');
    if (error.code !== 'EEXIST') throw error;
  });
}

function passOverMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

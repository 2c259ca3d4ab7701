import { extname, isAbsolute } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { systemCode, writeSmallFile } from './files.ts';
import type { Platform } from './platform.ts';

/** Asks where a file should go; `name` without its extension. Null when the person changed their mind. */
export async function chooseExport(
  platform: Platform,
  wanted: { readonly title: string; readonly name: string; readonly extension: string },
): Promise<string | null> {
  const { title, extension } = wanted;
  const name = `${wanted.name}.${extension}`;
  const path = await platform.chooseNewFile({ title, name, extensions: [extension] });
  if (path === null) return null;
  return extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`;
}

/** Throws 'bad_input' for a path that is not whole or ends otherwise. */
export function mustBeExport(path: string, extension: string): void {
  if (!isAbsolute(path) || extname(path).toLowerCase() !== `.${extension}`) {
    throw new AppError('bad_input', `a whole path that ends in .${extension} is needed`);
  }
}

/** Whole or not at all. Throws 'file_unwritable' when the place cannot be written to; a full disk keeps its own code. */
export function writeExport(path: string, bytes: Uint8Array): void {
  try {
    writeSmallFile(path, bytes);
  } catch (error) {
    const code = systemCode(error);
    if (code === null || code === 'ENOSPC' || code === 'EDQUOT') throw error;
    throw new AppError('file_unwritable', 'the chosen file cannot be written');
  }
}

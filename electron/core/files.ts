import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a small file so that a reader, or a machine that loses power, finds either the old bytes or the new ones and
 * never a mixture: temporary file, fsync, rename, fsync of the directory. Throws the file system's own error.
 */
export function writeSmallFile(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameWithRetries(fresh, path);
  fsyncDirectory(dirname(path));
}

/** Copies a file and waits until the copy is on the disk. Never overwrites. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to, 1);
  fsyncFile(to);
}

export function fsyncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename or a new name in this directory durable. Windows has no such call and needs none. */
export function fsyncDirectory(folder: string): void {
  if (process.platform === 'win32') return;
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/** Renames; on Windows tries again for a second, because a virus scanner may hold a new file for a moment. */
export function renameWithRetries(from: string, to: string): void {
  const attempts = process.platform === 'win32' ? 20 : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = systemCode(error);
      const busy = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (!busy || attempt >= attempts) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** The bytes of a file, or null when there is no such file. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The operating system's or SQLite's code of an error, such as `ENOSPC`; null when it has none. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './display.ts';

const electronFolder = join(import.meta.dirname, '../node_modules/electron');

/** Electron's runtime is some 110 MB; a line that cannot carry it in this time is taken for none. */
const FETCH_WITHIN_MS = 10 * 60_000;

/** The path of Electron's own executable, or null when it was never fetched. */
export function electronRuntime(): string | null {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/** The same, where a window of Electron's can be shown; `TWOVOICE_DRIVER=stand-in` makes as if there were none. */
export function usableElectron(): string | null {
  return process.env.TWOVOICE_DRIVER === 'stand-in' || !hasDisplay() ? null : electronRuntime();
}

/** Fetches Electron's runtime with the package's own installer, which checks its hash. Null when it cannot be had. */
export async function fetchElectronRuntime(): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const installer = spawn(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_WITHIN_MS,
  });
  installer.once('error', () => resolve());
  installer.once('exit', () => resolve());
  await promise;
  return electronRuntime();
}

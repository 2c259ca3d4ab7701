import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type App, freshFolder } from './app.ts';
import { madeOnce } from './madeOnce.ts';
import { unlock } from './vaultWindow.ts';

/**
 * The app with an empty vault of Nia Example's, unlocked: as after `makeVault`, made once for a whole run by the core alone, for
 * tests that are not about making one. Playwright's own loader cannot load the database driver, so it is made by a program.
 */
export async function openOwnVault(
  launch: (options?: { readonly data?: string }) => Promise<App>,
): Promise<App> {
  const root = await freshFolder('own');
  const program = join(import.meta.dirname, 'makeOwnVault.ts');
  await madeOnce('own', root, async (folder) => {
    await promisify(execFile)(process.execPath, [program, folder]);
  });
  const app = await launch({ data: join(root, 'data') });
  await unlock(app.page);
  return app;
}

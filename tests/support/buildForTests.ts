import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, root } from '../../build/build.ts';
import { driverHere } from './app.ts';

/**
 * Builds the app into a folder of this run's own, so that two runs, or a run and a build, never take each other's
 * files away. `TWOVOICE_DIST` names an app that is already built. What the tests of a run make once lies in `TWOVOICE_MADE_ONCE`.
 */
export default async function buildForTests(): Promise<() => Promise<void>> {
  process.stdout.write(`End-to-end tests drive the app through ${driverHere()}.\n`);
  const once = await mkdtemp(join(tmpdir(), 'twovoice-once-'));
  process.env.TWOVOICE_MADE_ONCE = once;
  const made = [once];
  if (process.env.TWOVOICE_DIST === undefined) {
    const out = join(root, 'node_modules/.cache/twovoice', String(process.pid));
    await buildApp(out);
    process.env.TWOVOICE_DIST = out;
    made.push(out);
  }
  return async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true });
  };
}

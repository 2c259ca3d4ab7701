import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp, root } from '../../build/build.ts';
import { driverHere } from './app.ts';

/**
 * Builds the app into a folder of this run's own, so that two runs, or a run and a build, never take each other's
 * files away. `TWOVOICE_DIST` names an app that is already built.
 */
export default async function buildForTests(): Promise<() => Promise<void>> {
  process.stdout.write(`End-to-end tests drive the app through ${driverHere()}.\n`);
  if (process.env.TWOVOICE_DIST !== undefined) return async () => undefined;
  const out = join(root, 'node_modules/.cache/twovoice', String(process.pid));
  await buildApp(out);
  process.env.TWOVOICE_DIST = out;
  return () => rm(out, { recursive: true, force: true });
}

import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp, root } from '../../build/build.ts';
import { driverHere, launchApp } from '../support/app.ts';
import { closeChromium } from '../support/standInDriver.ts';
import { text } from '../support/text.ts';
import { makeVault } from '../support/vaultWindow.ts';
import { type Figure, figureOf } from './figure.ts';

/** From nothing running (no Chromium either) to an unlock screen one can type in; and what the window loaded for it. */
export async function start(runs: number): Promise<Figure[]> {
  const out = join(root, 'node_modules/.cache/twovoice', `bench-${process.pid}`);
  await buildApp(out);
  process.env.TWOVOICE_DIST = out;
  try {
    return await measure(runs, out);
  } finally {
    await closeChromium();
    rmSync(out, { recursive: true, force: true });
  }
}

async function measure(runs: number, out: string): Promise<Figure[]> {
  const t = text('en-GB');
  const first = await launchApp();
  await makeVault(first.page, { name: 'Nia Example' });
  await first.close();
  const samples: number[] = [];
  const sizes: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await closeChromium();
    const begun = performance.now();
    const app = await launchApp({ data: first.data });
    const field = app.page.getByLabel(t('vault.unlock.passphrase'), { exact: true });
    await field.waitFor();
    await field.pressSequentially('x');
    samples.push((performance.now() - begun) / 1000);
    const loaded = await app.page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
    );
    sizes.push(gzipSize(join(out, 'renderer'), ['/index.html', ...loaded]));
    await app.kill();
  }
  rmSync(dirname(first.data), { recursive: true, force: true });
  return [
    figureOf({
      id: 'start',
      what: `start to a usable unlock screen (${driverHere()}, Chromium’s own start included)`,
      unit: 's',
      bound: 2.5,
      by: 'median',
      samples,
    }),
    figureOf({
      id: 'size',
      what: 'renderer first load, gzip: every file up to the unlock screen, fonts included',
      unit: 'kB',
      bound: 250,
      by: 'median',
      inclusive: true,
      samples: sizes,
    }),
  ];
}

/** kB of a folder's files, each compressed by itself. */
function gzipSize(folder: string, paths: readonly string[]): number {
  // Chromium asks every page for an icon by itself; there is none, and Electron does not ask.
  const files = [...new Set(paths)].filter((path) => path !== '/favicon.ico');
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length / 1000);
  return sizes.reduce((sum, size) => sum + size, 0);
}

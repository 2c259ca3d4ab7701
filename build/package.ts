import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { electronRuntime } from './electronRuntime.ts';
import { requireNode24 } from './nodeVersion.ts';

const root = resolve(import.meta.dirname, '..');

/** What @electron/fuses looks for in Electron's executable: the sentinel, the wire's version, its length, its fuses. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

/**
 * Packages the app (built already, in dist/) into `output` as an unpacked directory, over a made folder in place of
 * Electron's runtime: configuration, file globs, archive and fuses are really exercised, and nothing is downloaded.
 * Resolves to the folder of the packaged app. Linux only, because the made folder has Linux's names.
 */
export async function packageForChecking(output: string): Promise<string> {
  const runtime = await makeRuntime();
  try {
    await run(['dir'], { electronDist: runtime, directories: { output } });
  } finally {
    await rm(runtime, { recursive: true, force: true });
  }
  return join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
}

async function run(linux: string[], config: Configuration): Promise<void> {
  await build({
    projectDir: root,
    publish: 'never',
    ...(process.platform === 'linux' ? { linux } : {}),
    config: { extends: join(root, 'electron-builder.yml'), ...config },
  });
}

async function makeRuntime(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twovoice-electron-'));
  const { version } = JSON.parse(
    await readFile(join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSES]),
    Buffer.from('1'.repeat(FUSES)),
  ]);
  await mkdir(join(folder, 'locales'));
  await mkdir(join(folder, 'resources'));
  await Promise.all([
    writeFile(join(folder, 'electron'), fuses, { mode: 0o755 }),
    writeFile(join(folder, 'version'), version),
    writeFile(join(folder, 'locales/en-GB.pak'), ''),
    writeFile(join(folder, 'locales/cy.pak'), ''),
    ...['chrome_100_percent.pak', 'resources.pak', 'icudtl.dat', 'snapshot_blob.bin'].map((name) =>
      writeFile(join(folder, name), ''),
    ),
  ]);
  return folder;
}

if (import.meta.main) {
  requireNode24();
  const { buildApp } = await import('./build.ts');
  await buildApp();
  if (electronRuntime() === null) {
    console.error(
      'Electron’s runtime is not here, so the packaging is only checked; the result does not run.',
    );
    console.error(await packageForChecking(join(root, 'release')));
  } else {
    await run(['AppImage', 'deb'], { electronDist: join(root, 'node_modules/electron/dist') });
  }
}

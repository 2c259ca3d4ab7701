import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../build/build.ts';
import { packageForChecking } from '../../build/package.ts';

type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly unpacked?: boolean };

let output: string;
let packaged: string;
let archived: string[];

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'twovoice-package-'));
  // npm test has built dist/ already; a second build would take it from under the end-to-end tests.
  if (process.env.TWOVOICE_DIST === undefined) await buildApp();
  packaged = await packageForChecking(output);
  archived = namesIn(await archiveHeader(join(packaged, 'resources/app.asar')));
}, 120_000);

afterAll(() => rm(output, { recursive: true, force: true }));

/** The index of an asar archive: two pickled sizes, then the length of the JSON text and the text itself. */
async function archiveHeader(path: string): Promise<Entry> {
  const file = await open(path);
  try {
    const sizes = Buffer.alloc(16);
    await file.read(sizes, 0, 16, 0);
    const text = Buffer.alloc(sizes.readUInt32LE(12));
    await file.read(text, 0, text.length, 16);
    return JSON.parse(text.toString('utf8')) as Entry;
  } finally {
    await file.close();
  }
}

function namesIn(entry: Entry, path = ''): string[] {
  if (entry.files === undefined) return [path];
  return Object.entries(entry.files).flatMap(([name, child]) => namesIn(child, `${path}/${name}`));
}

test('The package holds the compiled app and its page', () => {
  expect(archived).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/dist/main/main.js',
      '/dist/main/thread.js',
      '/dist/preload/preload.cjs',
      '/dist/renderer/index.html',
    ]),
  );
});

test('The package holds no source of ours, no tests and no C sources', () => {
  const ours = archived.filter((name) => !name.startsWith('/node_modules/'));
  expect(ours.filter((name) => /\.tsx?$|^\/(tests|build|shared|electron|renderer)\//.test(name))).toEqual([]);
  expect(archived.filter((name) => /better-sqlite3\/(deps|src)\/|\.(c|cc|cpp|h|gyp)$/.test(name))).toEqual(
    [],
  );
});

test('Of the native addons only this platform’s are packed, and outside the archive', async () => {
  const here = `${process.platform}-${process.arch}`;
  const unpacked = await readdir(join(packaged, 'resources/app.asar.unpacked'), { recursive: true });
  const addons = unpacked.filter((name) => name.endsWith('.node'));
  expect(addons).toHaveLength(2);
  for (const addon of addons) expect(addon).toContain(here);
  expect(archived.filter((name) => name.endsWith('.node'))).toHaveLength(2);
});

test('Electron’s fuses are set so that the app cannot be turned into a plain Node, or loaded from elsewhere', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'twovoice'));
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
});

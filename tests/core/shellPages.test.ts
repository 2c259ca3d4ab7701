import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { chooseFolders } from '../../electron/folders.ts';
import { createPages, isAppUrl, type Pages } from '../../electron/pages.ts';

let pages: Pages;
beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'twovoice-pages-'));
  const folder = join(parent, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(parent, 'secret.json'), '{"secret":true}');
  await mkdir(join(parent, 'renderer-other'));
  await writeFile(join(parent, 'renderer-other/secret.json'), '{"secret":true}');
  await writeFile(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">');
  await writeFile(join(folder, 'assets/a.js'), 'export {};');
  await writeFile(join(folder, 'assets/a.key'), 'no such kind');
  pages = createPages(folder);
});

const ask = (url: string, method = 'GET') => pages.toWindow(new Request(url, { method }));

test('The window’s page comes under a policy that begins with nothing and has this load’s nonce', async () => {
  const response = await ask('app://twovoice/');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(await response.text()).toBe(`<meta nonce="${nonce}">`);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('A script comes with its own type', async () => {
  const response = await ask('app://twovoice/assets/a.js');
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  'app://twovoice/../secret.json',
  'app://twovoice/%2e%2e/secret.json',
  'app://twovoice/..%2fsecret.json',
  'app://twovoice/..%2frenderer-other%2fsecret.json',
  'app://twovoice/%2e%2e%5csecret.json',
  'app://twovoice/assets/a.js%00.json',
  'app://twovoice/%E0%A4%A',
  'app://twovoice/assets/a.key',
  'app://twovoice/assets',
  'app://print/',
  'app://elsewhere/index.html',
])('%s is not there', async (url) => {
  expect((await ask(url)).status).toBe(404);
});

test('Nothing but GET is answered', async () => {
  expect((await ask('app://twovoice/', 'POST')).status).toBe(404);
});

test('A page to print is given once, to the printer only, under a policy without scripts', async () => {
  const url = pages.addOnce('<p>Evidence</p>');
  expect((await ask(url)).status).toBe(404);
  const first = await pages.toPrinter(new Request(url));
  expect(await first.text()).toBe('<p>Evidence</p>');
  expect(first.headers.get('content-security-policy')).not.toContain('script-src');
  expect((await pages.toPrinter(new Request(url))).status).toBe(404);
  expect(pages.addOnce('')).not.toBe(pages.addOnce(''));
});

test('Only our own scheme and host are our own page', () => {
  expect(isAppUrl('app://twovoice/#/pages')).toBe(true);
  for (const url of [
    'app://twovoice.evil/',
    'app://print/x',
    'https://twovoice/',
    'apps://twovoice/',
    '',
    'app:',
  ]) {
    expect(isAppUrl(url), url).toBe(false);
  }
  fc.assert(fc.property(fc.webUrl(), (url) => !isAppUrl(url)));
});

test('A profile lives in local application data, and Chromium’s own files beside it', () => {
  const windows = chooseFolders({ LOCALAPPDATA: '/local' }, 'win32', '/roaming');
  expect(windows.data).toBe('/local/Twovoice');
  const linux = chooseFolders({}, 'linux', '/home/a/.config');
  expect(linux).toEqual({ data: '/home/a/.config/Twovoice', browser: '/home/a/.config/Twovoice-browser' });
  expect(chooseFolders({ TWOVOICE_DATA: '/elsewhere/one' }, 'linux', '/home/a/.config')).toEqual({
    data: '/elsewhere/one',
    browser: '/elsewhere/one-browser',
  });
});

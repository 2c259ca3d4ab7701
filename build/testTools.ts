import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium, headlessShell } from './stand-in/chromium.ts';

type Tool = {
  readonly what: string;
  readonly debian: string;
  readonly isHere: () => boolean;
  /** The tests are as good without it, only slower. */
  readonly canDoWithout?: boolean;
};

/** What the tests use and npm cannot bring. */
const tools: readonly Tool[] = [
  { what: 'Chromium', debian: 'chromium', isHere: () => findChromium() !== null },
  {
    what: 'the headless shell of Chromium',
    debian: 'chromium-headless-shell',
    isHere: () => existsSync(headlessShell),
    canDoWithout: true,
  },
  { what: 'pdfinfo', debian: 'poppler-utils', isHere: () => isOnPath('pdfinfo') },
  { what: 'LibreOffice', debian: 'libreoffice-writer-nogui', isHere: () => isOnPath('soffice') },
  { what: 'unzip', debian: 'unzip', isHere: () => isOnPath('unzip') },
  { what: 'age', debian: 'age', isHere: () => isOnPath('age') },
  { what: 'script', debian: 'bsdutils', isHere: () => isOnPath('script') },
  { what: 'Syncthing', debian: 'syncthing', isHere: () => isOnPath('syncthing') },
];

/**
 * Makes sure of the tools the tests need: installs what is missing where this user may (root on Debian), else says how.
 * False when something is missing still.
 */
export function ensureTestTools(): boolean {
  const missing = tools.filter((tool) => !tool.isHere());
  if (missing.length === 0) return true;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get');
  if (mayInstall) {
    aptGet('update', '-q');
    // Those first that the tests need: a system without one of the others would install nothing.
    for (const some of [
      missing.filter((tool) => !tool.canDoWithout),
      missing.filter((tool) => tool.canDoWithout),
    ]) {
      if (some.length === 0) continue;
      const packages = some.map((tool) => tool.debian);
      console.error(`Installing ${packages.join(', ')} for the tests.`);
      aptGet('install', '-q', '-y', '--no-install-recommends', ...packages);
    }
  }
  const still = missing.filter((tool) => !tool.canDoWithout && !tool.isHere());
  for (const tool of still) {
    console.error(`The tests need ${tool.what}. On Debian or Ubuntu: sudo apt-get install ${tool.debian}`);
  }
  return still.length === 0;
}

function aptGet(...args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isOnPath(name: string): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => endings.some((ending) => existsSync(join(folder, name + ending))));
}

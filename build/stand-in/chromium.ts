import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** The same Chromium without the browser around it: it shows no window, and makes one in a quarter of the time. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

/**
 * An installed Chromium, or null. `TWOVOICE_CHROMIUM` names another one; Playwright's own is taken when it is there, and Debian's
 * headless shell before all where no window is to be seen.
 */
export function findChromium(headless = false): string | null {
  const named = process.env.TWOVOICE_CHROMIUM;
  const usual = headless ? [headlessShell, ...usualPlaces] : usualPlaces;
  const places = [...(named === undefined ? usual : [named]), chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}

/** How to get one, for people. */
export const howToInstallChromium =
  'No Chromium was found. On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere install Chromium or Chrome, or set TWOVOICE_CHROMIUM to its path.';

/** Starts Chromium, driven through a pipe (no open port) and unable to resolve any name. Throws when there is none. */
export async function launchChromium(headless: boolean): Promise<Browser> {
  const executablePath = findChromium(headless);
  if (executablePath === null) throw new Error(howToInstallChromium);
  return chromium.launch({
    executablePath,
    headless,
    // Chromium refuses its own sandbox to root; that is how containers and CI run.
    chromiumSandbox: process.platform === 'linux' && process.getuid?.() !== 0,
    args: [
      '--window-size=1180,880',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // Of two such lists Chromium takes the last: ours would undo Playwright's, and with it what keeps presses and closings from being lost.
      ...(headless ? [] : ['--disable-features=Translate,OptimizationHints']),
    ],
  });
}

import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { usableElectron } from '../../build/electronRuntime.ts';
import type { Driven, Driver } from './driver.ts';
import { openInElectron } from './electronDriver.ts';
import { openInStandIn } from './standInDriver.ts';

export type LaunchOptions = {
  /** The profile's folder; a fresh one in the system's temporary folder when absent. */
  readonly data?: string;
  /** The operating system's language, such as `cy`. */
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  /** Runs as the try-out profile that `npm start` uses without Electron. */
  readonly tryOut?: boolean;
};

/** The app as a test holds it, whichever of the two drives it. */
export type App = Driven & {
  /** The profile's folder (vault, preferences). */
  readonly data: string;
  /** What the app takes for the person's documents folder; backups go there when nothing else is chosen. */
  readonly documents: string;
  readonly driver: Driver;
  /** Queues a person's answers to the next file dialogs; null is a person who changes their mind. */
  readonly answerDialogs: (paths: readonly (string | null)[]) => void;
  /** Closes the app where it still runs and opens it again on the same profile. The old `App` is of no more use. */
  readonly relaunch: () => Promise<App>;
};

/** Which of the two opens the app on this machine. */
export function driverHere(): Driver {
  return usableElectron() === null ? 'stand-in' : 'electron';
}

/**
 * Opens the compiled app (`TWOVOICE_DIST`, else `dist/`; run `npm run build` first) on a profile of its own. Several
 * apps in one process share one Chromium; `closeChromium()` of `standInDriver.ts` ends that.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const data = options.data ?? join(await mkdtemp(join(tmpdir(), 'twovoice-')), 'profile');
  const documents = join(dirname(data), `${basename(data)}-documents`);
  await mkdir(documents, { recursive: true });
  const answers: (string | null)[] = [];
  const driver = driverHere();
  const open = driver === 'electron' ? openInElectron : openInStandIn;
  const driven = await open({
    main: join(compiledFolder(), 'main/main.js'),
    data,
    documents,
    locale: options.locale ?? 'en-GB',
    theme: options.theme ?? 'light',
    env: environment(data, options.tryOut ?? false),
    nextDialog: (title) => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`No answer was queued for the dialog “${title}”.`);
      return answer;
    },
  });
  return {
    ...driven,
    data,
    documents,
    driver,
    answerDialogs: (paths) => answers.push(...paths),
    relaunch: async () => {
      await driven.close();
      return launchApp({ ...options, data });
    },
  };
}

/** A folder name nobody else uses, under the system's temporary folder; for shared folders and backups in tests. */
export async function freshFolder(name: string): Promise<string> {
  const folder = join(tmpdir(), `twovoice-${name}-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

function compiledFolder(): string {
  return resolve(process.env.TWOVOICE_DIST ?? join(import.meta.dirname, '../../dist'));
}

/** The test runner's own settings (NODE_OPTIONS and the like) must not reach the app. */
function environment(data: string, tryOut: boolean): Record<string, string> {
  const kept = [
    'PATH',
    'HOME',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'XDG_RUNTIME_DIR',
    'TMPDIR',
    'TEMP',
    'SystemRoot',
  ];
  const env: Record<string, string> = { TWOVOICE_DATA: data, TZ: process.env.TZ ?? 'Europe/London' };
  if (tryOut) env.TWOVOICE_TRY_OUT = '1';
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

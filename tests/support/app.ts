import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Inspection } from '../../build/stand-in/channel.ts';
import type { Refused } from '../../build/stand-in/hostWindow.ts';
import { electronRuntime, openInElectron } from './electronDriver.ts';
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

export type PowerEvent = 'suspend' | 'lock-screen';

/** The app as a test holds it, whichever of the two drives it. */
export type App = {
  /** The app's window. */
  readonly page: Page;
  /** The profile's folder (vault, preferences). */
  readonly data: string;
  /** What the app takes for the person's documents folder; backups go there when nothing else is chosen. */
  readonly documents: string;
  readonly driver: Driver;
  /** The address the window shows, as the app knows it (`app://…`). */
  readonly url: () => string;
  /** Queues a person's answers to the next file dialogs; null is a person who changes their mind. */
  readonly answerDialogs: (paths: readonly (string | null)[]) => void;
  readonly emit: (event: PowerEvent) => Promise<void>;
  /** Ends main as `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** Closes the window as a person does, and waits for main to end. */
  readonly close: () => Promise<void>;
  /** Closes the app where it still runs and opens it again on the same profile. The old `App` is of no more use. */
  readonly relaunch: () => Promise<App>;
  /** Every way out of the app that was tried and refused so far. */
  readonly refusedRequests: () => readonly Refused[];
  /** What main wrote to its standard output and error so far. */
  readonly output: () => string;
  /** What main asked of Electron; null under a real Electron, which shows the thing itself. */
  readonly inspect: () => Promise<Inspection | null>;
};

export type Driver = 'electron' | 'stand-in';

/** What a driver gives for a running app. */
export type Driven = Pick<
  App,
  'page' | 'url' | 'emit' | 'kill' | 'close' | 'refusedRequests' | 'output' | 'inspect'
> & { readonly ended: Promise<void> };

/** What a driver is told. `nextDialog` throws when no answer was queued. */
export type DriverOptions = {
  readonly main: string;
  readonly data: string;
  readonly documents: string;
  readonly locale: string;
  readonly theme: 'light' | 'dark';
  readonly env: Readonly<Record<string, string>>;
  readonly nextDialog: (title: string) => string | null;
};

/** Which of the two opens the app on this machine. */
export function driverHere(): Driver {
  return electronRuntime() === null ? 'stand-in' : 'electron';
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

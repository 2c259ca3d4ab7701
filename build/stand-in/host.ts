import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import {
  type Channel,
  type DialogRequest,
  type HostCalls,
  type Inspection,
  type MainCalls,
  openChannel,
} from './channel.ts';
import type { StandInSettings } from './electronApp.ts';
import { type HostWindow, openHostWindow, type Refused, type WindowLook } from './hostWindow.ts';

/** A person's answer to a dialog: a path, or null when they changed their mind. */
export type AnswerDialog = (request: DialogRequest, page: Page) => Promise<string | null>;

export type StandInOptions = {
  readonly browser: Browser;
  /** The app's compiled main module. */
  readonly main: string;
  readonly settings: StandInSettings;
  readonly env: Readonly<Record<string, string>>;
  readonly look: WindowLook;
  readonly answerDialog: AnswerDialog;
};

/** The app, running in its own process over a page of Chromium. */
export type StandIn = {
  /** The app's window, loaded. */
  readonly page: Page;
  readonly process: ChildProcess;
  /** Every request and navigation out of the app that was tried and refused. */
  readonly refused: readonly Refused[];
  /** What main wrote to its standard output and error. */
  readonly output: () => string;
  readonly inspect: () => Promise<Inspection>;
  readonly emitPower: (event: string) => Promise<void>;
  readonly startSecondInstance: () => Promise<void>;
  /** Closes the window as a person does, and waits until main has ended. */
  readonly close: () => Promise<void>;
  /** Ends main with no warning, as `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** Resolves when main has ended, however it did. */
  readonly ended: Promise<void>;
};

const register = fileURLToPath(new URL('./register.ts', import.meta.url));

/** Starts the app's unmodified main in its own Node process and shows its windows in `browser`. */
export async function startInStandIn(options: StandInOptions): Promise<StandIn> {
  const windows = new Map<number, HostWindow>();
  const refused: Refused[] = [];
  const loaded = new EventEmitter();
  const child = fork(options.main, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', register],
    env: { ...options.env, TWOVOICE_STAND_IN: JSON.stringify(options.settings) },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'exit').then(async () => {
    main.close();
    await Promise.all([...windows.values()].map((window) => window.destroy()));
  });

  const find = (id: number): HostWindow => {
    const found = windows.get(id);
    if (found === undefined) throw new Error('The window is gone');
    return found;
  };
  // A window is made by one message and used by the next; the second waits for the first.
  const creating = new Map<number, Promise<HostWindow>>();
  const ready = async (id: number): Promise<HostWindow> => (await creating.get(id)) ?? find(id);

  const main: Channel<MainCalls> = openChannel<HostCalls, MainCalls>(
    {
      send: (message) => {
        if (child.connected) child.send(message as object, () => undefined);
      },
      listen: (listener) => child.on('message', listener),
    },
    {
      'window.create': async (request) => {
        const opening = openHostWindow(options.browser, request, options.look, main, refused);
        creating.set(request.window, opening);
        windows.set(request.window, await opening);
      },
      'window.load': async ({ window, url }) => {
        const found = await ready(window);
        await found.load(url);
        if (window === 1) loaded.emit('loaded', found.page);
      },
      'window.send': async ({ window, channel, args }) => (await ready(window)).send(channel, args),
      'window.print': async ({ window, options: print }) => (await ready(window)).print(print),
      'window.crash': async ({ window }) => (await ready(window)).crash(),
      'window.destroy': async ({ window }) => {
        const found = await ready(window);
        windows.delete(window);
        await found.destroy();
      },
      'dialog.show': async (request) => options.answerDialog(request, find(1).page),
    },
  );

  const first = (await Promise.race([
    once(loaded, 'loaded').then(([page]) => page as Page),
    ended.then(() => null),
  ])) as Page | null;
  if (first === null) throw new Error(`The app ended before it showed a window.\n${output}`);

  return {
    page: first,
    process: child,
    refused,
    output: () => output,
    inspect: () => main.call('inspect', {}),
    emitPower: (event) => main.call('power.emit', { event }),
    startSecondInstance: () => main.call('app.secondInstance', {}),
    close: async () => {
      if (child.exitCode === null) await main.call('window.close', { window: 1 }).catch(() => undefined);
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

import type { Page } from '@playwright/test';
import type { Inspection } from '../../build/stand-in/channel.ts';
import type { Refused } from '../../build/stand-in/hostWindow.ts';

export type Driver = 'electron' | 'stand-in';

type PowerEvent = 'suspend' | 'lock-screen';

/** What a driver gives for a running app. */
export type Driven = {
  /** The app's window. */
  readonly page: Page;
  /** The address the window shows, as the app knows it (`app://…`). */
  readonly url: () => string;
  readonly emit: (event: PowerEvent) => Promise<void>;
  /** Ends main as `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** Closes the window as a person does, and waits for main to end. */
  readonly close: () => Promise<void>;
  /** Every way out of the app that was tried and refused so far. */
  readonly refusedRequests: () => readonly Refused[];
  /** What main wrote to its standard output and error so far. */
  readonly output: () => string;
  /** What main asked of Electron; null under a real Electron, which shows the thing itself. */
  readonly inspect: () => Promise<Inspection | null>;
  /** Resolves when main has ended, however it did. */
  readonly ended: Promise<void>;
};

/** What a driver is told. `nextDialog` throws when no answer was queued. */
export type DriverOptions = {
  /** The app's compiled main module. */
  readonly main: string;
  readonly data: string;
  readonly documents: string;
  readonly locale: string;
  readonly theme: 'light' | 'dark';
  readonly env: Readonly<Record<string, string>>;
  readonly nextDialog: (title: string) => string | null;
};

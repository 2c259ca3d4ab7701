import { EventEmitter } from 'node:events';
import { preventable } from './electronEvent.ts';

/** What the host tells the app's process about the desktop it plays. */
export type StandInSettings = {
  readonly locale: string;
  readonly appData: string;
  readonly documents: string;
};

const settings = JSON.parse(process.env.TWOVOICE_STAND_IN ?? '{}') as Partial<StandInSettings>;

/** What the app asked of Electron's `app` and `protocol`; see Inspection. */
export const asked = { sandboxed: false, singleInstance: false, schemes: [] as unknown[] };

/** The open windows, as `app` needs them to quit. */
export const openWindows = new Set<{ close: () => void }>();

const paths = new Map<string, string>();
if (settings.appData !== undefined) paths.set('appData', settings.appData);
if (settings.documents !== undefined) paths.set('documents', settings.documents);

let quitting = false;

class App extends EventEmitter {
  readonly isPackaged = true;

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  enableSandbox(): void {
    asked.sandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    asked.singleInstance = true;
    return true;
  }

  getPath(name: string): string {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`The stand-in was given no ${name} folder`);
    return path;
  }

  setPath(name: string, path: string): void {
    paths.set(name, path);
  }

  getLocale(): string {
    return settings.locale ?? 'en-GB';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  quit(): void {
    const event = preventable({});
    if (!quitting) this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    quitting = true;
    for (const window of [...openWindows]) window.close();
    if (openWindows.size > 0) {
      quitting = false;
      return;
    }
    this.emit('will-quit', preventable({}));
    this.exit(0);
  }

  exit(code: number): void {
    process.exit(code);
  }
}

export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]): void => {
    asked.schemes.push(...schemes);
  },
};

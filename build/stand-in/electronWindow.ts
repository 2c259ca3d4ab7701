import { EventEmitter } from 'node:events';
import {
  type Channel,
  type DialogRequest,
  type HostCalls,
  type Inspection,
  type MainCalls,
  openChannel,
} from './channel.ts';
import { app, asked, openWindows } from './electronApp.ts';
import { preventable } from './electronEvent.ts';
import { menuLabels } from './electronMenu.ts';
import { fromPartition, inspectSessions, type Session } from './electronSession.ts';

type WebPreferences = { session?: Session; preload?: string; javascript?: boolean } & Record<string, unknown>;
type WindowOptions = {
  title?: string;
  show?: boolean;
  width?: number;
  height?: number;
  webPreferences?: WebPreferences;
};
type Frame = { readonly url: string };
type Handler = (event: { sender: WebContents; senderFrame: Frame }, ...args: readonly unknown[]) => unknown;

const windows = new Map<number, BrowserWindow>();
const handlers = new Map<string, Handler>();
let lastWindow = 0;

class WebContents extends EventEmitter {
  readonly session: Session;
  readonly navigationHistory = { clear: (): void => undefined };
  /** One object for as long as the page's main frame lives, as in Electron: the app compares identities. */
  mainFrame: Frame = { url: '' };
  private readonly window: number;
  private openHandler: ((details: { url: string }) => { action: string }) | null = null;

  constructor(window: number, session: Session) {
    super();
    this.window = window;
    this.session = session;
  }

  async loadURL(url: string): Promise<void> {
    this.mainFrame = { url };
    await host.call('window.load', { window: this.window, url });
    this.emit('did-finish-load');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    host.call('window.send', { window: this.window, channel, args }).catch(() => undefined);
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  deniesOpening(url: string): boolean {
    return this.openHandler?.({ url }).action === 'deny';
  }

  async printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    return Buffer.from(await host.call('window.print', { window: this.window, options }));
  }

  forcefullyCrashRenderer(): void {
    void host
      .call('window.crash', { window: this.window })
      .then(() => this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 }));
  }

  /** The frame a message came from: the main frame itself, or a stranger. */
  frameOf(url: string, top: boolean): Frame {
    if (!top) return { url };
    if (this.mainFrame.url !== url) this.mainFrame = { url };
    return this.mainFrame;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly options: WindowOptions;
  private readonly id: number;
  private minimised = false;
  private destroyed = false;
  private loaded = false;

  constructor(options: WindowOptions = {}) {
    super();
    lastWindow += 1;
    this.id = lastWindow;
    this.options = options;
    const preferences = options.webPreferences ?? {};
    this.webContents = new WebContents(this.id, preferences.session ?? fromPartition(''));
    windows.set(this.id, this);
    openWindows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    void host.call('window.create', {
      window: this.id,
      show: options.show ?? true,
      javascript: preferences.javascript ?? true,
      preload: preferences.preload ?? null,
      width: options.width ?? 800,
      height: options.height ?? 600,
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    if (!this.loaded) this.emit('ready-to-show');
    this.loaded = true;
  }

  // Every page of the host is on screen as soon as it is made.
  show(): void {
    this.minimised = false;
  }

  focus(): void {
    this.minimised = false;
  }

  minimize(): void {
    this.minimised = true;
  }

  restore(): void {
    this.minimised = false;
  }

  isMinimized(): boolean {
    return this.minimised;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  close(): void {
    if (this.destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.delete(this.id);
    openWindows.delete(this);
    const gone = host.call('window.destroy', { window: this.id }).catch(() => undefined);
    this.emit('closed');
    if (windows.size === 0) void gone.then(() => app.emit('window-all-closed') || app.quit());
  }

  inspect(): Inspection['windows'][number] {
    const { session, ...webPreferences } = this.options.webPreferences ?? {};
    return {
      title: this.options.title ?? '',
      minimised: this.minimised,
      webPreferences: { ...webPreferences, partition: session?.partition },
    };
  }
}

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    handlers.set(channel, handler);
  },
};

export const powerMonitor = new EventEmitter();

export const dialog = {
  showOpenDialog: async (
    _window: BrowserWindow,
    options: { title?: string; defaultPath?: string; properties?: readonly string[] },
  ): Promise<{ canceled: boolean; filePaths: string[] }> => {
    const kind = options.properties?.includes('openDirectory') ? 'folder' : 'file';
    const path = await ask(kind, options.title, options.defaultPath);
    return path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
  },
  showSaveDialog: async (
    _window: BrowserWindow,
    options: { title?: string; defaultPath?: string },
  ): Promise<{ canceled: boolean; filePath: string }> => {
    const path = await ask('newFile', options.title, options.defaultPath);
    return { canceled: path === null, filePath: path ?? '' };
  },
};

function ask(kind: DialogRequest['kind'], title = '', startAt?: string): Promise<string | null> {
  return host.call('dialog.show', { kind, title, startAt: startAt ?? null });
}

function find(window: number): BrowserWindow {
  const found = windows.get(window);
  if (found === undefined) throw new Error('The window is gone');
  return found;
}

/** False where a unit test imports this file: that process's channel is the test runner's. */
const hosted = process.env.TWOVOICE_STAND_IN !== undefined;

const host: Channel<HostCalls> = openChannel<MainCalls, HostCalls>(
  {
    send: (message) => {
      if (hosted && process.connected) process.send?.(message);
    },
    listen: (listener) => {
      if (hosted) process.on('message', listener);
    },
  },
  {
    'protocol.request': async ({ window, url, method }) => {
      const response = await find(window).webContents.session.respond(url, method);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    },
    'request.cancelled': ({ window, url }) => find(window).webContents.session.cancels(url),
    'navigation.prevented': ({ window, url }) => {
      const event = preventable({ url, isMainFrame: true });
      find(window).webContents.emit('will-frame-navigate', event);
      find(window).webContents.emit('will-navigate', event);
      return event.defaultPrevented;
    },
    'open.denied': ({ window, url }) => find(window).webContents.deniesOpening(url),
    'ipc.invoke': ({ window, url, top, channel, args }) => {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const sender = find(window).webContents;
      return handler({ sender, senderFrame: sender.frameOf(url, top) }, ...args);
    },
    'window.close': ({ window }) => find(window).close(),
    // As in Electron when its window is taken away: no chance to prevent it, but the app hears of it.
    'window.lost': ({ window }) => windows.get(window)?.close(),
    'power.emit': ({ event }) => {
      powerMonitor.emit(event);
    },
    'app.secondInstance': () => {
      app.emit('second-instance');
    },
    inspect: () => ({
      windows: [...windows.values()].map((window) => window.inspect()),
      sessions: inspectSessions(),
      menu: menuLabels(),
      schemes: asked.schemes,
      sandboxed: asked.sandboxed,
      singleInstance: asked.singleInstance,
      userData: app.getPath('userData'),
    }),
  },
);

// Without its Chromium the app has no windows left; it must not stay behind.
if (hosted) process.on('disconnect', () => process.exit(0));

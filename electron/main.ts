import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, session as sessions } from 'electron';
import type { AppEvent } from '../shared/events.ts';
import type { PlatformAsk } from './core/protocol.ts';
import { createDesktop, type Desktop } from './desktop.ts';
import { chooseFolders } from './folders.ts';
import { answerCalls } from './ipc.ts';
import { createLock, type LockReason } from './locking.ts';
import { type Language, showMenu } from './menu.ts';
import { APP_URL, createPages } from './pages.ts';
import { declareAppScheme, guardEveryPage, guardEverySession } from './security.ts';
import { blankWindow, createWindow } from './window.ts';
import { keepVaultThread, type VaultThread } from './vaultThread.ts';

const compiled = import.meta.dirname;
const folders = chooseFolders(process.env, process.platform, app.getPath('appData'));

// Chromium's files stay out of the journal's folder. The crash reporter is never started, so no dump is ever written.
app.setPath('userData', folders.browser);
declareAppScheme();
guardEveryPage();
guardEverySession();

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const pages = createPages(join(compiled, '../renderer'));
  // Sessions without `persist:` live in memory: no cache, storage or history of a journal rests on disk.
  const windowSession = sessions.fromPartition('window');
  const printSession = sessions.fromPartition('print');
  windowSession.protocol.handle('app', pages.toWindow);
  printSession.protocol.handle('app', pages.toPrinter);

  const window = createWindow(windowSession, join(compiled, '../preload/preload.cjs'), !app.isPackaged);
  const desktop = createDesktop(window, pages, printSession);
  const tell = (event: AppEvent) => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };

  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  const vault = keepVaultThread({
    entry: join(compiled, 'thread.js'),
    start: {
      paths: { data: folders.data, documents: app.getPath('documents') },
      tryOut: process.env.TWOVOICE_TRY_OUT === '1',
      locale,
    },
    answer: (what, input) => askDesktop(desktop, what, input),
    onEvent: (event) => {
      tell(event);
      if (event.name === 'changed' && event.topics.includes('settings'))
        void showMenuAsPreferred(vault, locale);
    },
    onLocked: () => {
      tell({ name: 'locked' });
      if (!window.isDestroyed()) void blankWindow(window);
    },
  });
  answerCalls(window.webContents, vault.call);

  const lock = createLock(vault, tell);
  powerMonitor.on('suspend', () => void lock('sleep'));
  powerMonitor.on('lock-screen', () => void lock('screen'));
  lockBeforeClosing(window, vault, lock);
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());

  void showMenuAsPreferred(vault, locale);
  await window.loadURL(APP_URL);
}

function askDesktop(desktop: Desktop, what: PlatformAsk, input: unknown): Promise<unknown> {
  // The core is our own code, compiled with this file: its asks are typed where they are made (protocol.ts).
  const ask = desktop[what] as (input: unknown) => Promise<unknown>;
  return ask(input);
}

/** Closing waits for the same save and lock as sleep does, then really closes. */
function lockBeforeClosing(
  window: BrowserWindow,
  vault: VaultThread,
  lock: (reason: LockReason) => Promise<void>,
): void {
  let locked = false;
  window.on('close', (event) => {
    if (locked) return;
    event.preventDefault();
    void lock('close').then(async () => {
      locked = true;
      await vault.stop();
      window.close();
    });
  });
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The chosen language where there is one to read, else the system's. */
async function showMenuAsPreferred(vault: VaultThread, locale: string): Promise<void> {
  const preferences = await vault.call('preferences.get', {});
  const chosen = preferences.ok ? (preferences.value as { language?: Language }).language : undefined;
  showMenu(chosen ?? (locale.startsWith('cy') ? 'cy' : 'en-GB'));
}

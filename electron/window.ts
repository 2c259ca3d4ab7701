import { BrowserWindow, type Session, type WebPreferences } from 'electron';
import { APP_URL } from './pages.ts';

/** A page that hangs is ended after this long when the window must be blanked. */
const BLANK_WITHIN_MS = 2_000;

/** What every page of ours runs with; the print window adds `javascript: false`. */
export const lockedDown = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  enableWebSQL: false,
} as const satisfies WebPreferences;

/** The one window, not yet showing anything. Its title is the app's name and never anything from a journal. */
export function createWindow(session: Session, preload: string, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Twovoice',
    width: 1180,
    height: 800,
    minWidth: 480,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...lockedDown, session, preload, devTools },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_, details) => {
    if (details.reason !== 'clean-exit') void blankWindow(window);
  });
  return window;
}

/**
 * Puts a fresh page in place of what the window shows. A new load rather than a reload, because a reload may put back
 * what was typed in fields; a page too busy to go is ended with its process.
 */
export async function blankWindow(window: BrowserWindow): Promise<void> {
  const tooLong = setTimeout(() => window.webContents.forcefullyCrashRenderer(), BLANK_WITHIN_MS);
  try {
    await window.loadURL(APP_URL);
    window.webContents.navigationHistory.clear();
  } catch {
    // A forced end makes this load fail, and render-process-gone starts the next one; so does a second lock.
  } finally {
    clearTimeout(tooLong);
  }
}

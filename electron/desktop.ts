import { BrowserWindow, dialog, type Session } from 'electron';
import type { Platform } from './core/platform.ts';
import type { PlatformAsk } from './core/protocol.ts';
import type { Pages } from './pages.ts';
import { lockedDown } from './window.ts';

/** The parts of Platform that need the desktop. */
export type Desktop = Pick<Platform, PlatformAsk>;

/** What the vault thread may ask of the desktop. Dialogs belong to `window`; pages are printed in `printSession`. */
export function createDesktop(window: BrowserWindow, pages: Pages, printSession: Session): Desktop {
  return {
    chooseFolder: async ({ title, startAt }) => {
      const answer = await dialog.showOpenDialog(window, {
        title,
        ...(startAt === undefined ? {} : { defaultPath: startAt }),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    chooseFile: async ({ title, extensions }) => {
      const answer = await dialog.showOpenDialog(window, {
        title,
        filters: [{ name: title, extensions: [...extensions] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    chooseNewFile: async ({ title, name, extensions }) => {
      const answer = await dialog.showSaveDialog(window, {
        title,
        defaultPath: name,
        filters: [{ name: title, extensions: [...extensions] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    printToPdf: (html) => printToPdf(html, pages, printSession),
    printWindow: () => printed(window),
    // Minimised rather than hidden: a hidden window leaves nothing to click to come back.
    hideWindow: async () => window.minimize(),
  };
}

async function printToPdf(html: string, pages: Pages, session: Session): Promise<Uint8Array> {
  const printer = new BrowserWindow({
    title: 'Twovoice',
    show: false,
    webPreferences: { ...lockedDown, session, javascript: false, devTools: false },
  });
  try {
    await printer.loadURL(pages.addOnce(html));
    return await printed(printer);
  } finally {
    printer.destroy();
  }
}

async function printed({ webContents }: BrowserWindow): Promise<Uint8Array> {
  const pdf = await webContents.printToPDF({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
  });
  return new Uint8Array(pdf);
}

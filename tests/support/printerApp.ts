import { readFile, writeFile } from 'node:fs/promises';
import { app, BrowserWindow, session } from 'electron';
import { createDesktop } from '../../electron/desktop.ts';
import { createPages } from '../../electron/pages.ts';
import { declareAppScheme, guardEveryPage, guardEverySession } from '../../electron/security.ts';

// A main that does one thing: it prints the page of PRINT_FROM to PRINT_TO with the shell's own desktop.
declareAppScheme();
guardEveryPage();
guardEverySession();
void app.whenReady().then(async () => {
  const pages = createPages('/nowhere');
  const printSession = session.fromPartition('print');
  printSession.protocol.handle('app', pages.toPrinter);
  const window = new BrowserWindow({ webPreferences: { session: printSession } });
  const desktop = createDesktop(window, pages, printSession);
  const html = await readFile(process.env.PRINT_FROM ?? '', 'utf8');
  await writeFile(process.env.PRINT_TO ?? '', await desktop.printToPdf(html));
  await window.loadURL(pages.addOnce('<title>Printed</title>'));
});

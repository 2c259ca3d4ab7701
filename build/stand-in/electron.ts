// Answers `import … from 'electron'` in the app's own main process (register.ts). README.md says what it cannot show.
export { app, protocol } from './electronApp.ts';
export { Menu } from './electronMenu.ts';
export { session } from './electronSession.ts';
export { BrowserWindow, dialog, ipcMain, powerMonitor } from './electronWindow.ts';

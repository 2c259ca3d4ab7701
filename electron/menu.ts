import { Menu, type MenuItemConstructorOptions } from 'electron';
import cy from '../shared/i18n/cy/shell.json' with { type: 'json' };
import english from '../shared/i18n/en-GB/shell.json' with { type: 'json' };

export type Language = 'en-GB' | 'cy';

const labelsByLanguage: Readonly<Record<Language, typeof english>> = { 'en-GB': english, cy };

/** Shows the application's menu in a language. */
export function showMenu(language: Language): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language)));
}

/** The menu: only what the system's own roles do. Nothing from a journal ever stands in it. */
function menuTemplate(language: Language): MenuItemConstructorOptions[] {
  const labels = labelsByLanguage[language];
  return [
    { label: labels.file, submenu: [{ role: 'quit', label: labels.quit }] },
    {
      label: labels.edit,
      submenu: [
        { role: 'undo', label: labels.undo },
        { role: 'redo', label: labels.redo },
        { type: 'separator' },
        { role: 'cut', label: labels.cut },
        { role: 'copy', label: labels.copy },
        { role: 'paste', label: labels.paste },
        { role: 'selectAll', label: labels.selectAll },
      ],
    },
    {
      label: labels.view,
      submenu: [
        { role: 'resetZoom', label: labels.actualSize },
        { role: 'zoomIn', label: labels.larger },
        { role: 'zoomOut', label: labels.smaller },
        { type: 'separator' },
        { role: 'togglefullscreen', label: labels.fullScreen },
      ],
    },
    {
      label: labels.window,
      submenu: [
        { role: 'minimize', label: labels.minimise },
        { role: 'close', label: labels.close },
      ],
    },
  ];
}

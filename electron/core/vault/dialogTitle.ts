import { catalogues } from '../../../shared/i18n/index.ts';
import type { Platform } from '../platform.ts';
import { readPreferences } from './preferencesFile.ts';

type DialogKey = `dialogs.${keyof (typeof catalogues)['en-GB']['dialogs']}`;

/** What a file dialog says it asks for, in the person's language. */
export function dialogTitle(platform: Platform, key: DialogKey): string {
  const titles: Record<string, string> = catalogues[readPreferences(platform).language].dialogs;
  return titles[key.slice('dialogs.'.length)] ?? '';
}

import { useEffect } from 'react';
import type { Preferences } from '../../shared/contract/preferences.ts';
import { setLanguage } from '../i18n.ts';

/** Puts what the person prefers on the document: theme, writing face, language. */
export function usePreferencesShown(preferences: Preferences | undefined): void {
  const { language, theme, writingFont } = preferences ?? {};
  useEffect(() => {
    if (language !== undefined) void setLanguage(language);
  }, [language]);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
    else root.removeAttribute('data-theme');
    if (writingFont !== undefined) root.setAttribute('data-writing-font', writingFont);
  }, [theme, writingFont]);
}

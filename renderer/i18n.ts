import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { dayAndDate, listInWords, longDate, monthAndYear, relativeDays } from '../shared/i18n/dates.ts';
import type { Language, MessageKey } from '../shared/i18n/index.ts';

export type { Language, MessageKey } from '../shared/i18n/index.ts';
export type Values = Readonly<Record<string, string | number>>;

const listeners = new Set<() => void>();
const messages = i18next.createInstance();
let current: Language = 'en-GB';

let wanted = 0;

/** Loads a language and shows it everywhere at once, `<html lang>` included. Of two that are loaded at once the newer is shown. */
export async function setLanguage(language: Language): Promise<void> {
  wanted += 1;
  const mine = wanted;
  const catalogue =
    language === 'cy'
      ? (await import('../shared/i18n/cy.ts')).cy
      : (await import('../shared/i18n/enGB.ts')).enGB;
  if (!messages.isInitialized) {
    await messages.init({
      lng: language,
      fallbackLng: false,
      resources: {},
      // Keys are flat ("unlock.title"), so that a key can be found by searching for it.
      keySeparator: false,
      nsSeparator: false,
      // React escapes.
      interpolation: { escapeValue: false },
    });
  }
  for (const [namespace, texts] of Object.entries(catalogue)) {
    messages.addResourceBundle(language, namespace, texts, false, true);
  }
  if (mine !== wanted) return;
  await messages.changeLanguage(language);
  if (mine !== wanted) return;
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function currentLanguage(): Language {
  return current;
}

/** The text of a key, `{{name}}` filled from `values`; `count` chooses the plural by the language's own rules. */
export function t(key: MessageKey, values?: Values): string {
  const dot = key.indexOf('.');
  return messages.t(key.slice(dot + 1), { ns: key.slice(0, dot), ...values });
}

export type Text = {
  readonly t: typeof t;
  readonly language: Language;
  readonly formatDate: typeof formatDate;
  readonly formatDay: typeof formatDay;
  readonly formatMonth: typeof formatMonth;
  readonly formatTime: typeof formatTime;
  readonly formatRelativeDay: typeof formatRelativeDay;
  readonly formatList: typeof formatList;
  readonly formatNumber: typeof formatNumber;
};

const text = {
  t,
  formatDate,
  formatDay,
  formatMonth,
  formatTime,
  formatRelativeDay,
  formatList,
  formatNumber,
};

/** Texts and formats in the language shown; the component is drawn again when the language is switched. */
export function useText(): Text {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  return { ...text, language };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A civil date (`YYYY-MM-DD`) or an instant as a full date: "14 May 2026", "14 Mai 2026". */
export function formatDate(value: string | Date): string {
  return longDate(current, civilDate(asDate(value)));
}

/** A civil date or an instant with its weekday: "Thursday 14 May". */
export function formatDay(value: string | Date): string {
  return dayAndDate(current, civilDate(asDate(value)));
}

/** A civil date's month: "May 2026", "Mai 2026". */
export function formatMonth(value: string | Date): string {
  return monthAndYear(current, civilDate(asDate(value)));
}

/** An instant's time of day where the person is: "21:05". */
export function formatTime(value: string | Date): string {
  // Figures only: the same in both languages.
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    asDate(value),
  );
}

/** "today", "yesterday", "in 3 days" within a week either way; the full date beyond. */
export function formatRelativeDay(value: string | Date, now: Date = new Date()): string {
  const days = Math.round((startOfDay(asDate(value)) - startOfDay(now)) / 86_400_000);
  if (Math.abs(days) > 7) return formatDate(value);
  return relativeDays(current, days);
}

/** "a, b and c"; in Welsh "a, b, a c", with "ac" before a vowel. */
export function formatList(parts: readonly string[]): string {
  return listInWords(current, parts);
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(current, options).format(value);
}

/** Today's civil date where the person is, `YYYY-MM-DD`. */
export function todayDate(now: Date = new Date()): string {
  return civilDate(now);
}

function civilDate(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** A civil date is read as that day where the person is, never as midnight in Greenwich. */
function asDate(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value);
}

function startOfDay(date: Date): number {
  // In UTC, so that a day with a clock change is still one day long.
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

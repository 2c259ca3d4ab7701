import type { Language } from './index.ts';

/*
 * Dates in words. Chromium, and so Electron in all its threads, ships no Welsh date, list or relative-time data (its plural
 * rules it has): Intl would silently answer in English. The Welsh names are from Unicode's CLDR.
 */
const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;
const welshDays = [
  'Dydd Sul',
  'Dydd Llun',
  'Dydd Mawrth',
  'Dydd Mercher',
  'Dydd Iau',
  'Dydd Gwener',
  'Dydd Sadwrn',
] as const;
const welshNearDays: Readonly<Record<number, string>> = {
  [-2]: 'echdoe',
  [-1]: 'ddoe',
  0: 'heddiw',
  1: 'yfory',
  2: 'drennydd',
};

/** A civil date `YYYY-MM-DD` in full: "14 May 2026", "14 Mai 2026". */
export function longDate(language: Language, civil: string): string {
  const { day, month, year } = partsOf(civil);
  if (language === 'cy') return `${day} ${month} ${year}`;
  return english({ day: 'numeric', month: 'long', year: 'numeric' }, civil);
}

/** With its weekday and without the year: "Thursday 14 May", "Dydd Iau 14 Mai". */
export function dayAndDate(language: Language, civil: string): string {
  const { weekday, day, month } = partsOf(civil);
  if (language === 'cy') return `${weekday} ${day} ${month}`;
  return english({ weekday: 'long', day: 'numeric', month: 'long' }, civil);
}

/** "May 2026", "Mai 2026". */
export function monthAndYear(language: Language, civil: string): string {
  const { month, year } = partsOf(civil);
  if (language === 'cy') return `${month} ${year}`;
  return english({ month: 'long', year: 'numeric' }, civil);
}

/** So many days from today: "today", "3 days ago"; "heddiw", "3 diwrnod yn ôl". */
export function relativeDays(language: Language, days: number): string {
  if (language !== 'cy')
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  const near = welshNearDays[days];
  if (near !== undefined) return near;
  return days < 0 ? `${-days} diwrnod yn ôl` : `ymhen ${days} diwrnod`;
}

/** "a, b and c"; in Welsh "a, b, a c", with "ac" before a vowel. */
export function listInWords(language: Language, parts: readonly string[]): string {
  const last = parts.at(-1);
  if (language !== 'cy') return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  if (last === undefined || parts.length === 1) return last ?? '';
  const and = /^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a';
  return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} ${and} ${last}`;
}

function partsOf(civil: string): { weekday: string; day: number; month: string; year: string } {
  const date = new Date(`${civil}T00:00:00Z`);
  return {
    weekday: welshDays[date.getUTCDay()] ?? '',
    day: date.getUTCDate(),
    month: welshMonths[date.getUTCMonth()] ?? '',
    year: civil.slice(0, 4),
  };
}

function english(options: Intl.DateTimeFormatOptions, civil: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(
    new Date(`${civil}T00:00:00Z`),
  );
}

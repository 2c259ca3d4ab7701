import type { Span } from './identifiers.ts';

/** English and Welsh months; the Welsh ones also as they stand after "o" and "ym" (o Fawrth, ym Mai, o Ragfyr). */
const months: readonly RegExp[] = [
  'jan(?:uary)?|ionawr',
  'feb(?:ruary)?|chwefror',
  'mar(?:ch)?|mawrth|fawrth',
  'apr(?:il)?|ebrill|hebrill',
  'may|mai|fai',
  'june?|mehefin|fehefin',
  'july?|gorffennaf|orffennaf|ngorffennaf',
  'aug(?:ust)?|awst|hawst',
  'sept?(?:ember)?|medi|fedi',
  'oct(?:ober)?|hydref',
  'nov(?:ember)?|tachwedd|dachwedd|nhachwedd',
  'dec(?:ember)?|rhagfyr|ragfyr',
].map((names) => new RegExp(`^(?:${names})$`, 'iu'));

const month = '\\p{L}{3,11}';
const day = '\\d{1,2}(?:st|nd|rd|th|af|il|ail|ydd|ed|fed|eg|ain)?';
const year = "(?:\\d{4}|['\u2019]?\\d{2})";
const gap = '[\\s.,]{1,3}';
const shapes: readonly { pattern: RegExp; read: (parts: readonly string[]) => CivilDate | null }[] = [
  {
    pattern: /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?![\d/-])/g,
    read: ([d, m, y]) => civilDate(d, m, y),
  },
  {
    pattern: /(?<![\d/.-])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/-])/g,
    read: ([y, m, d]) => civilDate(d, m, y),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(${day})\\s(?:of\\s|o\\s)?(?:fis\\s)?(${month})${gap}(${year})(?!\\d)`,
      'giu',
    ),
    read: ([d, m, y]) => civilDate(d, monthNumber(m), y),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(${month})\\s(${day})${gap}(\\d{4})(?!\\d)`, 'giu'),
    read: ([m, d, y]) => civilDate(d, monthNumber(m), y),
  },
];

/** A month and a year, or a year: a birth date only beside a word that says so. */
const looseYear = new RegExp(`(?<![\\d/.-])(?:(?:${month})\\s)?(?:19|20)\\d{2}(?![\\d/.-])`, 'giu');

const birthWord =
  /(?<!\p{L})(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|dates\s+of\s+birth|born|birth\s?day|birth\s?date|d\.?\s?g\.|dyddiad\s+geni|g?aned|g?anwyd|g?eni|penblwydd|ph?en-?blwydd)(?!\p{L})/giu;

type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Where dates of birth stand: any date (even a bare year) within a few words of one that speaks of birth, and every full
 * date more than a year before `period` (YYYY-MM-DD), since nothing of a year under review was so long ago.
 */
export function findBirthDates(text: string, period: string): Span[] {
  const births = [...text.matchAll(birthWord)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const full = shapes.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const date = read(match.slice(1));
      if (date === null) return [];
      const span = { start: match.index, end: match.index + match[0].length };
      return nearBirth(span, births) || isLongBefore(date, period) ? [span] : [];
    }),
  );
  const loose = [...text.matchAll(looseYear)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => nearBirth(span, births) && !full.some((other) => overlaps(span, other)));
  return withoutNested([...full, ...loose]);
}

/** "born on 3 May 2015", "3 May 2015 (date of birth)": at most 40 characters after the word, or 15 before it. */
function nearBirth(span: Span, births: readonly Span[]): boolean {
  return births.some(
    (birth) =>
      (span.start >= birth.end && span.start - birth.end <= 40) ||
      (birth.start >= span.end && birth.start - span.end <= 15),
  );
}

function isLongBefore(date: CivilDate, period: string): boolean {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number);
  return Date.UTC(date.year, date.month - 1, date.day) < Date.UTC(year - 1, month - 1, day);
}

function civilDate(
  day: string | undefined,
  month: string | number | null | undefined,
  year: string | undefined,
) {
  const date = { year: fullYear(year ?? ''), month: Number(month ?? 0), day: Number.parseInt(day ?? '', 10) };
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const exists = date.month >= 1 && date.month <= 12 && date.day >= 1 && real.getUTCDate() === date.day;
  return exists ? date : null;
}

/** "15" is 2015 and "61" is 1961: the latest year that is not after 2039. */
function fullYear(year: string): number {
  const digits = Number(year.replace(/\D/g, ''));
  if (digits >= 100) return digits;
  return digits < 40 ? 2000 + digits : 1900 + digits;
}

function monthNumber(name: string | undefined): number | null {
  const index = months.findIndex((pattern) => pattern.test(name ?? ''));
  return index === -1 ? null : index + 1;
}

function withoutNested(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  return sorted.filter((span, index) => !sorted.slice(0, index).some((before) => overlaps(span, before)));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
